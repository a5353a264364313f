import { attributeTypes } from '../../../shared/domain/attribute.ts';
import { missingKinds } from '../../../shared/domain/attribute.ts';
import { csvRow } from '../../../shared/export/csv.ts';
import { upload } from '../upload.ts';
import { chosen, someDocument, someCode, someCase, someAttribute, someQuestion } from './choices.ts';
import type { Run } from './step.ts';

const nothing = { value: null, missing: null };

export const studySteps = {
  'cases.create': (client, { words }) => client.call('cases.create', { name: words }),
  'cases.rename': async (client, { picks: [a], words }) =>
    client.call('cases.rename', { case: (await someCase(client, a)).id, name: words }),
  'cases.remove': async (client, { picks: [a, b] }) =>
    client.call('cases.remove', { cases: [(await someCase(client, a)).id, (await someCase(client, b)).id] }),
  'cases.edit': async (client, { picks: [a, b, c, d], words }) => {
    const attribute = (await someAttribute(client, b)).id;
    const kinds = [{ value: words, missing: null }, { value: null, missing: missingKinds[c % 4]! }, nothing];
    await client.call('cases.edit', {
      cells: [{ case: (await someCase(client, a)).id, attribute, ...chosen(kinds, c) }],
      names: d % 3 === 0 ? [{ case: (await someCase(client, a)).id, name: `${words}!` }] : [],
      created: d % 2 === 0 ? [{ name: `new ${d}`, values: { [attribute]: words } }] : [],
    });
  },
  'cases.assignDocument': async (client, { picks: [a, b, c] }) => {
    const { id } = await someDocument(client, a);
    await client.call('cases.assignDocument', {
      document: id,
      case: c % 3 === 0 ? null : (await someCase(client, b)).id,
    });
  },
  'cases.assignSpeaker': async (client, { picks: [a, b, c] }) => {
    const { id } = chosen((await someDocument(client, a)).speakers, c);
    await client.call('cases.assignSpeaker', {
      speaker: id,
      case: c % 3 === 0 ? null : (await someCase(client, b)).id,
    });
  },
  'cases.joinDocuments': (client) => client.call('cases.joinDocuments', {}),
  'attributes.create': async (client, { picks: [a], words }) => {
    const types = [{ type: 'text' as const }, { type: 'one_of' as const, categories: ['trust', words] }];
    await client.call('attributes.create', { name: words, ...chosen(types, a) });
  },
  'attributes.update': async (client, { picks: [a, b, c], words }) => {
    const patches = [
      { name: words },
      { lowLabel: words, highLabel: null },
      { confidential: c % 2 === 0 },
      ...attributeTypes.map((type) => ({ type, categories: [words], minimum: null, maximum: null })),
    ];
    await client.call('attributes.update', {
      attribute: (await someAttribute(client, a)).id,
      patch: chosen(patches, b),
      misfitsToMissing: c % 3 > 0,
    });
  },
  'attributes.move': async (client, { picks: [a, b, c] }) => {
    const { id } = await someAttribute(client, a);
    const before = await someAttribute(client, b);
    await client.call('attributes.move', { attribute: id, before: c % 3 === 0 || before.id === id ? null : before.id });
  },
  'attributes.remove': async (client, { picks: [a] }) =>
    client.call('attributes.remove', { attribute: (await someAttribute(client, a)).id }),
  'attributes.group': async (client, { picks: [a, b], words }) =>
    client.call('attributes.group', {
      attribute: (await someAttribute(client, a)).id,
      values: [words, 'trust'],
      as: b % 3 === 0 ? null : words,
    }),
  'survey.import': async (client, { picks: [a, b, c, d], words }) => {
    const header = csvRow(['respondent_id', 'document', `q${b % 2}`, 'q2'].slice(0, 3 + (c % 2)));
    const rows = [a, a + 1].map((number) =>
      csvRow([`R${number % 4}`, `${'abc'[d % 3]}.txt`, words, '1'].slice(0, 3 + (c % 2))),
    );
    const ticket = await upload(client, 'survey.csv', header + rows.join(''));
    const kind = d % 3 === 0 ? 'cases' : 'survey';
    await client.call('survey.import', {
      ticket,
      kind,
      partial: true,
      missingTexts: c % 3 === 0 ? [{ text: words, missing: 'refused' }] : [],
    });
  },
  'guide.import': async (client, { picks: [a], words }) => {
    const guide = [`K${a % 3}`, 'K9'].map((id) => ({
      id,
      section: words,
      texts: { en: `Why ${words}?` },
      codes: [words],
    }));
    await client.call('guide.import', { ticket: await upload(client, 'guide.json', JSON.stringify(guide)) });
  },
  'guide.save': async (client, { picks: [a, b, c], words }) => {
    const questions = await client.call('guide.list', {});
    const standing = b % 2 === 0 ? questions[a % Math.max(1, questions.length)]?.id : undefined;
    await client.call('guide.save', {
      ...(standing === undefined ? {} : { question: standing }),
      key: `K${c % 4}`,
      section: '',
      texts: { en: 'Do you use it?', ja: words },
      codes: c % 2 === 0 ? [] : [(await someCode(client, c)).id],
    });
  },
  'guide.move': async (client, { picks: [a, b] }) => {
    const { id } = await someQuestion(client, a);
    const before = (await someQuestion(client, b)).id;
    await client.call('guide.move', { question: id, before: before === id ? null : before });
  },
  'guide.remove': async (client, { picks: [a] }) =>
    client.call('guide.remove', { question: (await someQuestion(client, a)).id }),
  'guide.assign': async (client, { picks: [a, b, c] }) => {
    const { turns } = await someDocument(client, a);
    const question = c % 3 === 0 ? null : c % 3 === 1 ? ('none' as const) : (await someQuestion(client, c)).id;
    await client.call('guide.assign', { turns: [{ turn: chosen(turns, b).id, question }] });
  },
  'guide.accept': (client) => client.call('guide.accept', { least: 0.3 }),
} satisfies Record<string, Run>;
