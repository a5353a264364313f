import { csvRow } from '../../../shared/export/csv.ts';
import { upload } from '../upload.ts';
import { chosen, someDocument, someCode, someMarks, range } from './choices.ts';
import type { Run } from './step.ts';

export const codebookSteps = {
  'codes.create': async (client, { picks: [a, b], words }) => {
    const codes = await client.call('codes.list', {});
    const parent = a % 2 === 0 ? null : (codes[b % Math.max(1, codes.length)]?.id ?? null);
    await client.call('codes.create', { name: words, parent });
  },
  'codes.update': async (client, { picks: [a, b, c], words }) => {
    const { id, examples } = await someCode(client, a);
    const patches = [
      { texts: { en: { name: words } } },
      { texts: { en: { definition: words, whenToUse: words } } },
      { texts: { ja: { name: words, definition: words }, en: { definition: `${c}` } }, parent: null },
      {
        examples: [
          ...(c % 3 === 0 ? [] : examples.toReversed().map(({ id, text }) => ({ id, text }))),
          { text: words, origin: 'own' },
        ],
      },
      {
        aliases: [
          { text: words, kind: 'alias' as const },
          { text: `${c}`, kind: 'reading' as const },
        ].slice(c % 3),
      },
      { retired: c % 2 === 0, pinned: c % 3 === 0, asksMemo: a % 2 === 0, mark: 'wave' as const },
    ];
    await client.call('codes.update', { code: id, ...chosen(patches, b) });
  },
  'codes.move': async (client, { picks: [a, b, c] }) => {
    const codes = await client.call('codes.list', {});
    const { id } = chosen(codes, a);
    const parent = b % 3 === 0 ? null : chosen(codes, b).id;
    const siblings = codes.filter((code) => code.parent === parent && code.id !== id);
    const before = c % 2 === 0 ? null : (siblings[c % Math.max(1, siblings.length)]?.id ?? null);
    await client.call('codes.move', { code: id, parent, before });
  },
  'codes.remove': async (client, { picks: [a] }) =>
    client.call('codes.remove', { code: (await someCode(client, a)).id }),
  'codes.merge': async (client, { picks: [a, b] }) =>
    client.call('codes.merge', { code: (await someCode(client, a)).id, into: (await someCode(client, b)).id }),
  'codes.split': async (client, { picks: [a, b, c], words }) => {
    const used = (await client.call('codes.list', {})).filter(({ codings }) => Object.keys(codings).length > 0);
    const { id } = chosen(used, a);
    const codings = (await client.call('codes.codings', { code: id })).map(({ coding }) => coding);
    const parent = c % 3 === 0 ? {} : { parent: c % 3 === 1 ? null : (await someCode(client, c)).id };
    const from = codings.indexOf(chosen(codings, b));
    await client.call('codes.split', { code: id, name: words, codings: codings.slice(from), ...parent });
  },
  'codes.addExample': async (client, { picks: [a, b, c, d] }) => {
    const { id, text } = await someDocument(client, a);
    await client.call('codes.addExample', { code: (await someCode(client, b)).id, document: id, ...range(text, c, d) });
  },
  'codes.confirmCodings': async (client, { picks: [a, b, c] }) => {
    const { codings } = await someMarks(client, a);
    const held = new Set([chosen(codings, b).id, chosen(codings, c).id]);
    await client.call('codes.confirmCodings', { codings: [...held] });
  },
  'codebook.import': async (client, { picks: [a, b, c], words }) => {
    const { name } = chosen(Object.values((await someCode(client, a)).texts), 0);
    const rows = [
      [`Kept ${b % 3} / ${words.replaceAll('/', '')}`, words],
      [name, words],
      [`Moved / ${name}`, ''],
    ];
    const table = [csvRow(['path', 'definition']), ...rows.map((row) => csvRow(row))].join('');
    const choice = (['take', 'keep', 'move', 'new'] as const)[c % 4]!;
    const choices = [0, 1, 2, 3, 4].map((entry) => ({ entry, choice }));
    await client.call('codebook.import', { ticket: await upload(client, 'codes.csv', table), choices, partial: true });
  },
} satisfies Record<string, Run>;
