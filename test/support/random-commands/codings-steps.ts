import { csvRow } from '../../../shared/export/csv.ts';
import { upload } from '../upload.ts';
import { chosen, someDocument, someCode, someMarks, range } from './choices.ts';
import type { Run } from './step.ts';

export const codingSteps = {
  'codings.add': async (client, { picks: [a, b, c, d] }) => {
    const { id, text } = await someDocument(client, a);
    const codes = [await someCode(client, b), await someCode(client, d)].map((code) => code.id);
    await client.call('codings.add', { document: id, ...range(text, c, d), codes });
  },
  'codings.remove': async (client, { picks: [a, b, c] }) => {
    const { codings } = await someMarks(client, a);
    const doomed = new Set([chosen(codings, b).id, chosen(codings, c).id]);
    await client.call('codings.remove', { codings: [...doomed] });
  },
  'codings.setCode': async (client, { picks: [a, b, c] }) => {
    const { codings } = await someMarks(client, a);
    await client.call('codings.setCode', { coding: chosen(codings, b).id, code: (await someCode(client, c)).id });
  },
  'codings.resize': async (client, { picks: [a, b, c, d] }) => {
    const { selections } = await someMarks(client, a);
    const { id, document } = chosen(selections, b);
    const { text } = await client.call('documents.get', { document });
    await client.call('codings.resize', { selection: id, ...range(text, c, d) });
  },
  'codings.erase': async (client, { picks: [a, b, c, d] }) => {
    const { selections, codings } = await someMarks(client, a);
    const { id, selection } = chosen(codings, b);
    const { document } = selections.find((one) => one.id === selection)!;
    const { text } = await client.call('documents.get', { document });
    await client.call('codings.erase', { codings: [id, chosen(codings, d).id], ...range(text, c, d) });
  },
  'codings.split': async (client, { picks: [a, b, c, d] }) => {
    const { codings } = await someMarks(client, a);
    await client.call('codings.split', { codings: [chosen(codings, b).id, chosen(codings, d).id], at: c % 60 });
  },
  'codings.join': async (client, { picks: [a, b] }) => {
    const { codings } = await someMarks(client, a);
    const { code } = chosen(codings, b);
    const alike = codings.filter((coding) => coding.code === code).map(({ id }) => id);
    if (alike.length > 1) await client.call('codings.join', { codings: alike });
  },
  'codings.importCsv': async (client, { picks: [a, b, c, d], words }) => {
    const { name, text } = await someDocument(client, a);
    const length = Array.from(text).length;
    const start = c % Math.max(1, length - 3);
    const rows = [words, 'Made / Up'].map((code, place) => csvRow([name, 'Bo', code, start, start + 1 + place]));
    const header = csvRow(['document', 'coder', 'code', 'start', 'end']);
    const ticket = await upload(client, 'codings.csv', header + rows.join(''));
    const options = {
      createCodes: true,
      markDone: b % 2 === 0,
      partial: true,
      ...(d % 2 === 0 ? {} : { coder: 'Cy' }),
    };
    await client.call('codings.importCsv', { ticket, ...options });
  },
  'search.code': async (client, { picks: [a, b, c], words }) => {
    const unit = (['hit', 'sentence', 'turn', 'exchange'] as const)[a % 4]!;
    const { hits } = await client.call('search.text', { query: b % 2 === 0 ? 'i' : words, labels: c % 2 === 0 });
    const { id } = await someCode(client, c);
    const chosenHits = hits.slice(0, 1 + (b % 5)).map(({ document, start, end }) => ({ document, start, end }));
    chosen(chosenHits, 0);
    await client.call('search.code', { hits: chosenHits, unit, codes: [id] });
  },
  'autocode.run': async (client, { picks: [a, b, c, d], words }) => {
    const { id, text } = await someDocument(client, a);
    const code = d % 2 === 0 ? { name: words } : { id: (await someCode(client, d)).id };
    await client.call('autocode.run', { assignments: [{ code, passages: [{ document: id, ...range(text, b, c) }] }] });
  },
} satisfies Record<string, Run>;
