import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtDocx, paragraph, run } from '../support/built-docx.ts';
import { importTexts, openTestCore, openTestProject } from '../support/core.ts';
import { backupsIn, placesOf, stolen } from '../support/words-in-file.ts';

const canaries = {
  name: 'Quagga',
  text: 'aardvark',
  group: 'narwhal',
  survey: 'okapi',
  memo: 'kumquat',
  example: 'aardvark lives',
};

test('a respondent is really gone from the file: transcripts, codings, survey row, past and backups', async () => {
  const project = await openTestProject('I: Who?\nR: [fear: An aardvark lives] [trust: here].\n');
  const { client, folder, file, close } = project.test;
  const { case: quagga } = await client.call('cases.create', { name: canaries.name });
  const { case: other } = await client.call('cases.create', { name: 'Other' });
  await client.call('cases.assignDocument', { document: project.document, case: quagga });
  await client.call('documents.rename', { document: project.document, name: `${canaries.name} talks` });
  await client.call('memos.save', { target: { kind: 'case', id: quagga }, text: canaries.memo });
  await client.call('codes.addExample', {
    code: project.codes.get('fear')!,
    document: project.document,
    start: project.text.indexOf('aardvark'),
    end: project.text.indexOf('aardvark') + canaries.example.length,
  });
  const { attribute } = await client.call('attributes.create', { name: 'Pet', type: 'text' });
  await client.call('cases.edit', {
    cells: [
      { case: quagga, attribute, value: canaries.survey, missing: null },
      { case: other, attribute, value: 'cat', missing: null },
    ],
  });
  // In a group one speaks among others.
  const [group] = await importTexts(project.test, {
    'group.txt': 'M: So?\nQuagga: A narwhal.\nBo: A cat.\nM: And?\nQuagga: The narwhal again.\nBo: Still a cat.\n',
  });
  const { speakers, text } = await client.call('documents.get', { document: group });
  await client.call('cases.assignSpeaker', {
    speaker: speakers.find(({ name }) => name === 'Quagga')!.id,
    case: quagga,
  });
  const coded = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  await client.call('codings.add', { document: group, ...coded('A narwhal'), codes: [project.codes.get('fear')!] });
  await client.call('codings.add', { document: group, ...coded('Still a cat'), codes: [project.codes.get('fear')!] });
  await client.call('codings.importCsv', {
    ticket: file('c.csv', 'document,code,start,end\ngroup.txt,fear,0,2\n'),
    coder: 'Ada',
    createCodes: false,
    markDone: false,
    partial: false,
  });

  const [copy] = backupsIn(folder);
  for (const [what, place] of Object.entries({
    name: 'study_case.name',
    text: 'blob.bytes',
    group: 'blob.bytes',
    survey: 'attribute_value.value',
    memo: 'memo.text',
    example: 'code_example.text',
  })) {
    expect(placesOf(copy!, canaries[what as keyof typeof canaries]), what).toContain(place);
    if (!place.startsWith('blob'))
      expect(placesOf(copy!, canaries[what as keyof typeof canaries])).toContain('change.after');
  }
  expect(placesOf(copy!, canaries.text)).toContain('selection.prefix');

  expect(await client.call('cases.purgePlan', { case: quagga })).toEqual({
    name: canaries.name,
    documents: [`${canaries.name} talks`],
    parts: [{ document: 'group.txt', speaker: 'Quagga', turns: 2 }],
    codings: 3,
    memos: 1,
    rounds: 0,
    values: 1,
    backups: backupsIn(folder).length,
  });
  expect(await client.call('cases.purge', { case: quagga, confirmed: true })).toMatchObject({ documents: 1 });
  await expect(client.call('history.undo', {})).rejects.toMatchObject({
    code: 'past_erased',
    params: { by: 'purge' },
  });
  expect((await client.call('project.check', {})).faults).toEqual([]);
  const left = await client.call('documents.get', { document: group });
  expect(left.text.split('\n').filter((line) => line !== '')).toEqual([
    'M: So?',
    'Bo: A cat.',
    'M: And?',
    'Bo: Still a cat.',
  ]);
  const { selections } = await client.call('codings.ofDocument', { document: group });
  expect(selections.map(({ start, end }) => left.text.slice(start, end)).sort()).toEqual(['M:', 'Still a cat']);
  expect((await client.call('cases.list', {})).cases.map(({ name }) => name)).toEqual(['Other']);
  await close();
  const files = [project.path, ...backupsIn(folder)];
  expect(files.length).toBe(2);
  for (const path of files) for (const word of Object.values(canaries)) expect(placesOf(path, word), word).toEqual([]);
});

test('names written without blanks between words are gone from the past too; what merely begins alike stays', async () => {
  const project = await openTestProject('I: Who?\nR: [fear: Somebody].\n');
  const { client } = project.test;
  const { case: zhang } = await client.call('cases.create', { name: '张三' });
  const { case: p1 } = await client.call('cases.create', { name: 'P1' });
  const { id } = await client.call('codes.create', { name: '只有张三说过的话' });
  await client.call('codes.update', { code: id, texts: { en: { name: 'P12 said so' } } });
  await client.call('codes.update', { code: id, texts: { en: { name: 'P1: said so' } } });
  await client.call('codes.update', { code: id, texts: { en: { name: 'said' } } });
  for (const one of [zhang, p1]) await client.call('cases.purge', { case: one, confirmed: true });
  const words = (await client.call('codes.history', { code: id })).flatMap(({ changes }) =>
    changes.map(({ after }) => after),
  );
  expect(words).toEqual(['said', '—: said so', 'P12 said so', '只有—说过的话']);
  await project.test.close();
  expect(placesOf(project.path, '张三')).toEqual([]);
});

test('each place that can hold a word of a respondent is found to hold it before, and none after', async () => {
  const words = { said: 'zyzzyva', hidden: 'xerus', label: 'yapok', anchor: 'jerboa', removed: 'quokka' };
  const project = await openTestProject('I: Who?\nR: [fear: Somebody else]. I left.\n');
  const { client, folder } = project.test;
  const { case: one } = await client.call('cases.create', { name: 'R1' });
  const docx = await builtDocx(
    paragraph(run('I: And you?')) + paragraph(run(`R: The ${words.said} is near ${words.anchor} again.`)),
    { 'word/footnotes.xml': `<w:footnotes>${words.hidden}</w:footnotes>` },
  );
  const ticket = project.test.file('talk.docx', docx);
  const { imported } = await client.call('imports.commit', { files: [{ ticket }] });
  const document = imported[0]!.document;
  await client.call('documents.rename', { document, name: `${words.label} talks` });
  await client.call('cases.assignDocument', { document, case: one });
  const { text } = await client.call('documents.get', { document });
  const start = text.indexOf(words.said);
  const codes = [project.codes.get('fear')!];
  await client.call('codings.add', { document, start, end: start + words.said.length, codes });
  // Something of the respondent that had been thrown away before.
  const [other] = await importTexts(project.test, { 'more.txt': `I: Why?\nR: A ${words.removed}.\n` });
  await client.call('cases.assignDocument', { document: other!, case: one });
  await client.call('documents.remove', { document: other! });
  // Every import of codings makes a backup before it.
  for (const place of [0, 2]) {
    const csv = project.test.file(
      `${place}.csv`,
      `document,code,start,end\ninterview.txt,fear,${place},${place + 2}\n`,
    );
    await client.call('codings.importCsv', {
      ticket: csv,
      coder: 'Ada',
      createCodes: false,
      markDone: false,
      partial: false,
    });
  }
  // The index comes by and by.
  await expect.poll(() => placesOf(stolen(project.path), words.said)).toContain('search_index_data.block');

  const wanted: readonly (readonly [keyof typeof words, readonly string[]])[] = [
    ['said', ['blob.bytes', 'blob.bytes unpacked', 'search_index_data.block', 'bytes-wal']],
    ['hidden', ['blob.bytes unpacked']],
    ['label', ['document.name', 'change.after', 'change_set.label']],
    ['anchor', ['selection.suffix', 'change.after']],
    ['removed', ['blob.bytes']],
  ];
  const before = stolen(project.path);
  for (const [what, places] of wanted)
    expect(placesOf(before, words[what]), what).toEqual(expect.arrayContaining([...places]));
  const backups = backupsIn(folder);
  expect(backups.length).toBeGreaterThan(1);
  for (const backup of backups)
    for (const [what] of wanted) expect(placesOf(backup, words[what]), what).not.toEqual([]);

  await client.call('cases.purge', { case: one, confirmed: true });
  // While it is open, with its log; and closed, with the one backup that is made then.
  const open = stolen(project.path);
  for (const word of Object.values(words)) expect(placesOf(open, word), word).toEqual([]);
  await project.test.close();
  expect(existsSync(`${project.path}-wal`)).toBe(false);
  for (const backup of backups) expect(existsSync(backup)).toBe(false);
  for (const path of [project.path, ...backupsIn(folder)])
    for (const word of Object.values(words)) expect(placesOf(path, word), `${word} in ${path}`).toEqual([]);
});

test('names a respondent went by before, transcripts thrown away earlier and groups of values are in no corner of the past', async () => {
  const words = {
    case: 'Yapok',
    file: 'Xerus',
    rename: 'Quokka',
    speaker: 'Jerboa',
    thrown: 'Zyzzyva',
    value: 'Okapi',
  };
  const project = await openTestProject('I: Who?\nR: [fear: Somebody else]. I left.\n');
  const { client, folder } = project.test;
  const { case: one } = await client.call('cases.create', { name: words.case });
  await client.call('cases.rename', { case: one, name: 'R1' });
  const [talk] = await importTexts(project.test, {
    [`${words.file}.txt`]: `I: And you?\n${words.speaker}: I stayed.\nI: Why?\n${words.speaker}: So.\n`,
  });
  await client.call('cases.assignDocument', { document: talk, case: one });
  await client.call('documents.rename', { document: talk, name: `${words.rename} talks` });
  await client.call('documents.rename', { document: talk, name: 'R1 talks' });
  const [thrown] = await importTexts(project.test, { [`${words.thrown}.txt`]: 'I: And?\nR: Nothing.\n' });
  await client.call('cases.assignDocument', { document: thrown!, case: one });
  await client.call('documents.remove', { document: thrown! });
  const { attribute } = await client.call('attributes.create', { name: 'City', type: 'text' });
  await client.call('cases.edit', { cells: [{ case: one, attribute, value: words.value, missing: null }] });
  await client.call('attributes.group', { attribute, values: [words.value], as: 'elsewhere' });
  const before = stolen(project.path);
  for (const word of Object.values(words)) expect(placesOf(before, word), word).not.toEqual([]);
  expect(placesOf(before, words.value)).toEqual(expect.arrayContaining(['value_group.value', 'change.key']));

  await client.call('cases.purge', { case: one, confirmed: true });
  expect((await client.call('project.check', {})).faults).toEqual([]);
  await project.test.close();
  for (const path of [project.path, ...backupsIn(folder)])
    for (const word of Object.values(words)) expect(placesOf(path, word), `${word} in ${path}`).toEqual([]);
});

test('nothing frozen of a respondent stays in a round: the plan counts the rounds, and their figures come from what is left', async () => {
  const project = await openTestProject('I: Who?\nR: [fear: Somebody]. I left.\n');
  const { client } = project.test;
  const [talk, group, other] = await importTexts(project.test, {
    'talk.txt': 'I: And?\nR: So.\n',
    'group.txt': 'M: So?\nAnn: A narwhal.\nBo: A cat.\nM: And?\nAnn: Again.\nBo: Still a cat.\n',
    'other.txt': 'I: Why?\nR: Because.\n',
  });
  const { case: one } = await client.call('cases.create', { name: 'Yapok' });
  await client.call('cases.assignDocument', { document: talk, case: one });
  const { speakers } = await client.call('documents.get', { document: group });
  await client.call('cases.assignSpeaker', { speaker: speakers.find(({ name }) => name === 'Ann')!.id, case: one });
  for (const document of [talk, group, other!])
    await client.call('codings.add', { document, start: 8, end: 12, codes: [project.codes.get('fear')!] });
  const { id: bo } = await client.call('coders.create', { name: 'Bo' });
  const coders = [(await client.call('coders.list', {})).find(({ name }) => name === 'Ada')!.id, bo];
  await client.call('rounds.create', { name: 'First', coders });
  expect((await client.call('cases.purgePlan', { case: one })).rounds).toBe(1);
  await client.call('cases.purge', { case: one, confirmed: true });
  const [round] = await client.call('rounds.list', {});
  expect(round!.documents.map(({ id }) => id)).toEqual([project.document, other]);
  expect(round!.codings).toBe(2);
  await project.test.close();
  for (const document of [talk!, group!])
    expect(placesOf(project.path, document).filter((place) => place.startsWith('round'))).toEqual([]);
});

test('what is others’ stays: a name they have too, a group of a value they gave, and nothing is counted twice', async () => {
  const project = await openTestProject('I: Who?\nR: [fear: Somebody]. I left.\n');
  const { client } = project.test;
  const fear = project.codes.get('fear')!;
  const { case: one } = await client.call('cases.create', { name: 'R1' });
  const { case: other } = await client.call('cases.create', { name: 'R2' });
  const [talk] = await importTexts(project.test, {
    'talk.txt': 'Lee: And you?\nAnn: I stayed here.\nLee: Why?\nAnn: So.\n',
    'more.txt': 'Lee: And she?\nAnn: She left.\nLee: Why?\nAnn: So.\n',
  });
  const { speakers, text } = await client.call('documents.get', { document: talk });
  await client.call('cases.assignDocument', { document: talk, case: one });
  await client.call('cases.assignSpeaker', { speaker: speakers.find(({ name }) => name === 'Ann')!.id, case: one });
  const start = text.indexOf('I stayed');
  await client.call('codings.add', { document: talk, start, end: start + 8, codes: [fear] });
  await client.call('codes.update', { code: fear, texts: { en: { name: 'as Ann said' } } });
  const { attribute } = await client.call('attributes.create', { name: 'City', type: 'text' });
  const lives = (study: typeof one, value: string) => ({ case: study, attribute, value, missing: null });
  await client.call('cases.edit', { cells: [lives(one, 'Bonn'), lives(other, 'Bonn')] });
  await client.call('attributes.group', { attribute, values: ['Bonn'], as: 'elsewhere' });

  const plan = await client.call('cases.purgePlan', { case: one });
  expect(plan).toMatchObject({ documents: ['talk.txt'], parts: [], codings: 1 });
  await client.call('cases.purge', { case: one, confirmed: true });
  const [latest] = await client.call('codes.history', { code: fear });
  expect(latest!.changes).toMatchObject([{ field: 'name', after: 'as Ann said' }]);
  expect(project.dump()['value_group']).toMatchObject([{ value: 'Bonn' }]);
});

test('a copy that a killed process left at work is gone when the program starts, and with a respondent', async () => {
  const project = await openTestProject('I: Who?\nR: [fear: Somebody]. I left.\n');
  const { client, ports } = project.test;
  const leave = (name: string): string => {
    const folder = join(ports.folders.data, name);
    mkdirSync(folder, { recursive: true });
    cpSync(project.path, join(folder, 'other.vbt'));
    return folder;
  };
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const kept = [leave(`work-${process.pid}-a1B2c3`), leave('merge-a1B2c4'), leave('work-notes')];
  const leaveAll = (): string[] => {
    const left = [leave(`work-${pid}-a1B2c3`), leave('merge-a1B2c3'), leave('copy-a1B2c3')];
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const path of left) utimesSync(path, longAgo, longAgo);
    return left;
  };
  const before = leaveAll();
  openTestCore({ folder: project.test.folder, first: 900_000 });
  expect(before.filter((path) => existsSync(path))).toEqual([]);

  const { case: one } = await client.call('cases.create', { name: 'R1' });
  const since = leaveAll();
  await client.call('cases.purge', { case: one, confirmed: true });
  expect(since.filter((path) => existsSync(path))).toEqual([]);
  expect(kept.filter((path) => !existsSync(path))).toEqual([]);
});
