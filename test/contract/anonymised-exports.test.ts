import { expect, test } from 'vitest';
import type { Input } from '../../shared/contract/methods.ts';
import { reportFormats } from '../../shared/contract/methods/reports.ts';
import { builtDocx, paragraph, run } from '../support/built-docx.ts';
import { importTexts, openTestProject, type TestProject } from '../support/core.ts';
import { archiveFiles } from '../support/exchange.ts';
import { fileBehind } from '../support/plain-core.ts';

/** What tells who somebody is or who worked on it, each in a place of its own. */
const canaries = {
  project: 'Aardvark',
  coder: 'Beluga',
  other: 'Caracal',
  caseBefore: 'Dugong',
  case: 'Echidna',
  document: 'Fossa',
  file: 'Gerenuk',
  author: 'Hoopoe',
  speaker: 'Impala',
  asks: 'Jerboa',
  memo: 'Kakapo',
  caseMemo: 'Lemming',
  codeMemo: 'Markhor',
  attribute: 'Numbat',
  value: 'Okapi',
  group: 'Pangolin',
  translator: 'Quokka',
  csv: 'Raccoon',
  reason: 'Serval',
  book: 'Tapir',
  thrown: 'Uakari',
};

async function filled(): Promise<TestProject & { readonly talk: TestProject['document'] }> {
  const project = await openTestProject('I: Who?\nR: [fear: Somebody else]. I left.\n');
  const { client, file } = project.test;
  await client.call('project.rename', { name: canaries.project });
  const [me] = await client.call('coders.list', {});
  await client.call('coders.rename', { coder: me!.id, name: canaries.coder });
  await client.call('coders.create', { name: canaries.other });
  const { case: one } = await client.call('cases.create', { name: canaries.caseBefore });
  await client.call('cases.rename', { case: one, name: canaries.case });
  const lines = [`${canaries.asks}: And you?`, `${canaries.speaker}: I stayed in town.`];
  const docx = await builtDocx([...lines, ...lines].map((line) => paragraph(run(line))).join(''), {
    'docProps/core.xml': `<x>${canaries.author}</x>`,
  });
  const { imported } = await client.call('imports.commit', {
    files: [{ ticket: file(`${canaries.file}.docx`, docx) }],
  });
  const talk = imported[0]!.document;
  await client.call('documents.rename', { document: talk, name: canaries.document });
  await client.call('cases.assignDocument', { document: talk, case: one });
  const { text } = await client.call('documents.get', { document: talk });
  const at = { document: talk, start: text.indexOf('stayed'), end: text.indexOf('stayed') + 6 };
  const fear = project.codes.get('fear')!;
  await client.call('codings.add', { ...at, codes: [fear] });
  await client.call('codes.addExample', { code: fear, ...at });
  await client.call('memos.save', { target: { kind: 'document', id: talk }, text: canaries.memo });
  await client.call('memos.save', { target: { kind: 'case', id: one }, text: canaries.caseMemo });
  await client.call('memos.save', { target: { kind: 'code', id: fear }, text: canaries.codeMemo });
  const { attribute } = await client.call('attributes.create', { name: canaries.attribute, type: 'text' });
  await client.call('cases.edit', { cells: [{ case: one, attribute, value: canaries.value, missing: null }] });
  await client.call('attributes.group', { attribute, values: [canaries.value], as: canaries.group });
  const translator = canaries.translator;
  await client.call('translations.save', { ...at, language: 'ja', text: 'trans', translator, isChecked: false });
  const codings = `document,code,start,end\n${canaries.document},fear,${at.start},${at.end + 3}\ninterview.txt,fear,0,3\n`;
  await client.call('codings.importCsv', {
    ticket: file(`${canaries.csv}.csv`, codings),
    coder: canaries.other,
    createCodes: false,
    markDone: true,
    partial: false,
  });
  await client.call('blinding.begin', {});
  await client.call('blinding.lift', { reason: canaries.reason });
  await client.call('codebook.import', { ticket: file(`${canaries.book}.csv`, 'name\nNew one\n') });
  const [thrown] = await importTexts(project.test, { [`${canaries.thrown}.txt`]: 'I: a?\nR: b.\n' });
  await client.call('documents.remove', { document: thrown! });
  return { ...project, talk };
}

/** Every file that can be written without names, or with them: what it says, its own name included. */
async function exports({ test: { client }, talk }: Awaited<ReturnType<typeof filled>>, hides: boolean) {
  const made = new Map<string, string>();
  const take = async (what: string, ticket: string): Promise<void> => {
    const bytes = await fileBehind(client, ticket);
    const { name } = await client.call('files.read', { ticket, offset: 0, length: 1 });
    const isPacked = bytes.subarray(0, 2).toString() === 'PK';
    const parts = isPacked ? [...(await archiveFiles(bytes))].flat() : [bytes];
    made.set(what, [name, ...parts.map(String)].join('\n'));
  };
  const reports: Input<'reports.write'>['report'][] = [
    { kind: 'passages' },
    { kind: 'codebook' },
    { kind: 'audit' },
    { kind: 'cooccurrence' },
    { kind: 'comparison' },
    { kind: 'agreement' },
    { kind: 'protocol' },
  ];
  const anonymised = hides ? { attributes: [] } : null;
  for (const report of reports)
    for (const format of reportFormats) {
      const { ticket } = await client.call('reports.write', { report, format, language: 'en', anonymised });
      await take(`${report.kind} ${format}`, ticket);
    }
  for (const format of ['docx', 'html'] as const) {
    const of = { document: talk, format, language: 'en', anonymised: hides } as const;
    await take(`transcript ${format}`, (await client.call('documents.writeCoded', of)).ticket);
  }
  await take('qdpx', (await client.call('exchange.export', { format: 'qdpx', anonymous: hides })).ticket);
  return made;
}

test('no anonymised file tells a name that stands anywhere in the project, and each is found to stand in one that is not', async () => {
  const project = await filled();
  const open = [...(await exports(project, false)).values()].join('\n');
  const shown = Object.entries(canaries).filter(([, word]) => open.includes(word));
  // Nobody writes the fields of originals, names of files or what is thrown away into reports; the rest is there to be hidden.
  expect(shown.length).toBeGreaterThan(14);

  for (const [what, words] of await exports(project, true)) {
    const found = Object.entries(canaries).filter(([, word]) => words.includes(word));
    expect(found, what).toEqual([]);
  }
});

test('a transcript without names has roles before its turns, and its codings on the same words', async () => {
  const project = await filled();
  const written = (await exports(project, true)).get('transcript html')!;
  expect(written).toContain('<span class="gutter">Interviewer: </span>');
  expect(written).toContain('<span class="gutter">Respondent: </span>I <mark');
  expect(written).toMatch(/<mark[^>]*>(?:<[^>]*>)*stayed/u);
});

test('an anonymous exchange file has roles before its turns, codings on the same words, and the attributes that are kept', async () => {
  const project = await filled();
  const { client } = project.test;
  const { text } = await client.call('documents.get', { document: project.talk });
  const start = text.indexOf(canaries.speaker) + 2;
  await client.call('codings.add', {
    document: project.talk,
    start,
    end: start + 2,
    codes: [project.codes.get('fear')!],
  });
  const { attributes } = await client.call('cases.list', {});
  const { key } = attributes.find(({ name }) => name === canaries.attribute)!;
  const { ticket, losses } = await client.call('exchange.export', {
    format: 'qdpx',
    anonymous: true,
    attributes: [key],
  });
  const files = await archiveFiles(await fileBehind(client, ticket));
  const texts = [...files].flatMap(([name, bytes]) => (name.endsWith('.txt') ? [bytes.toString('utf8')] : []));
  const talk = texts.find((each) => each.includes('in town'))!;
  expect(
    talk
      .split('\n')
      .filter((line) => line !== '')
      .slice(0, 2),
  ).toEqual(['Interviewer: And you?', 'Respondent: I stayed in town.']);
  const xml = files.get('project.qde')!.toString('utf8');
  const places = [...xml.matchAll(/<PlainTextSelection [^>]*/g)].map(([element]) => {
    const at = (name: string): number => Number(new RegExp(`${name}="(\\d+)"`).exec(element)![1]);
    return { name: /name="([^"]*)"/.exec(element)![1], at: [at('startPosition'), at('endPosition')] as const };
  });
  for (const { name, at } of places)
    expect(
      texts.some(
        (each) =>
          Array.from(each)
            .slice(...at)
            .join('')
            .trim() === name,
      ),
      name,
    ).toBe(true);
  expect(places.map(({ name }) => name)).toEqual(expect.arrayContaining(['stayed', 'Respondent']));
  expect(xml).toContain(canaries.attribute);
  expect(xml).toContain(canaries.value);
  expect(losses.filter(({ element }) => element === 'Variable')).toEqual([]);
});
