import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { namedParts } from '../../shared/contract/methods/pseudonyms.ts';
import { builtDocx, paragraph, run } from '../support/built-docx.ts';
import { importTexts, openTestCore, openTestProject, type TestProject } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { runVerbatim } from '../support/verbatim-command.ts';
import { backupsIn, placesOf } from '../support/words-in-file.ts';

const list = [
  { name: '张三', pseudonym: '甲' },
  { name: '张三丰', pseudonym: '乙' },
  { name: 'Luo', pseudonym: 'Mei Lin' },
];

async function quotes({ test: { client } }: TestProject, document: DocumentId): Promise<string[]> {
  const { selections } = await client.call('codings.ofDocument', { document });
  const { text } = await client.call('documents.get', { document });
  return selections.map(({ start, end }) => text.slice(start, end));
}

describe('replacing names by pseudonyms', () => {
  test('every hit is shown in context, the longest name wins, and no blanks are needed', async () => {
    const { test: core } = await openTestProject(
      '问：后来张三说张三丰来过？\n答：[fear: Luo也知道]，Luoyang不是人名。\n',
    );
    const preview = await core.client.call('pseudonyms.preview', { list, folded: false });
    expect(preview).toMatchObject({ total: 4, documents: 1, counts: [1, 1, 2], places: [] });
    expect(
      preview.hits.map(({ before, found, after, inWord }) => [before.slice(-2), found, after.slice(0, 2), inWord]),
    ).toEqual([
      ['后来', '张三', '说张', false],
      ['三说', '张三丰', '来过', false],
      ['答：', 'Luo', '也知', false],
      ['道，', 'Luo', 'ya', true],
    ]);
  });

  test('one undoable step; codings stay on their words; hits can be left out', async () => {
    const project = await openTestProject(
      'I: Did Luo [trust: tell you]?\nR: [fear: Luo] did, and [hope: luo] says [trust: Luoyang] is far. [fear: Yes].\n',
    );
    const { client } = project.test;
    const before = project.dump();
    const { hits } = await client.call('pseudonyms.preview', { list, folded: true });
    expect(hits.map(({ found, inWord }) => [found, inWord])).toEqual([
      ['Luo', false],
      ['Luo', false],
      ['luo', false],
      ['Luo', true],
    ]);
    const except = hits.filter(({ inWord }) => inWord).map(({ document, start }) => ({ document, start }));
    const made = await client.call('pseudonyms.apply', { list, folded: true, except, parts: [] });
    expect(made).toEqual({ replaced: 3, documents: 1, places: 0 });
    expect(await quotes(project, project.document)).toEqual(['tell you', 'Mei Lin', 'Mei Lin', 'Luoyang', 'Yes']);
    expect((await client.call('project.check', {})).faults).toEqual([]);
    const { undo } = await client.call('history.state', {});
    expect(JSON.stringify(undo)).not.toContain('Luo');
    await client.call('history.undo', {});
    expect(project.dump()).toEqual(before);
    await client.call('history.redo', {});
    expect(await quotes(project, project.document)).toContain('Mei Lin');
  });

  test('speakers, documents, memos, cases and the codebook follow by choice', async () => {
    const project = await openTestProject('Luo: [fear: I said so].\nMei Lin: And I.\nLuo: Yes.\nMei Lin: No.\n');
    const { client } = project.test;
    await client.call('documents.rename', { document: project.document, name: 'Luo.txt' });
    await client.call('codes.create', { name: 'About Luo' });
    await client.call('memos.save', { target: { kind: 'document', id: project.document }, text: 'Luo was tired.' });
    const preview = await client.call('pseudonyms.preview', { list, folded: false });
    expect(preview.places.map(({ part, text }) => `${part}: ${text}`).sort()).toEqual([
      'codebook: About Luo',
      'documents: Luo.txt',
      'memos: Luo was tired.',
      'speakers: Luo',
    ]);
    await client.call('pseudonyms.apply', { list, folded: false, except: [], parts: [...namedParts] });
    const { name, text, speakers, turns } = await client.call('documents.get', { document: project.document });
    expect([name, speakers.map((speaker) => speaker.name), new Set(turns.map(({ speaker }) => speaker)).size]).toEqual([
      'Mei Lin.txt',
      ['Mei Lin'],
      1,
    ]);
    expect(text).not.toContain('Luo');
    expect((await client.call('memos.list', {}))[0]!.text).toBe('Mei Lin was tired.');
    expect((await client.call('pseudonyms.check', { list, folded: false })).places).toEqual([]);
    await client.call('history.undo', {});
    expect((await client.call('documents.get', { document: project.document })).speakers.length).toBe(2);
  });

  test('whole words alone are replaced wherever they stand; a speaker that becomes another leaves it the case', async () => {
    const project = await openTestProject('Luo: [fear: Luoyang is far].\nMei Lin: P12 said so.\n');
    const { client } = project.test;
    const { case: one } = await client.call('cases.create', { name: 'One' });
    const { speakers } = await client.call('documents.get', { document: project.document });
    await client.call('cases.assignSpeaker', { speaker: speakers.find(({ name }) => name === 'Luo')!.id, case: one });
    await client.call('memos.save', { target: { kind: 'document', id: project.document }, text: 'Luo, from Luoyang' });
    await client.call('pseudonyms.apply', {
      list: [...list, { name: 'P1', pseudonym: 'X' }],
      folded: false,
      except: [],
      wholeWords: true,
      parts: [...namedParts],
    });
    const { text } = await client.call('documents.get', { document: project.document });
    expect(text).toBe('Mei Lin: Luoyang is far.\nMei Lin: P12 said so.\n');
    expect(await client.call('memos.list', {})).toMatchObject([{ text: 'Mei Lin, from Luoyang' }]);
    expect((await client.call('cases.list', {})).cases).toMatchObject([{ speakers: [{ name: 'Mei Lin' }] }]);
  });

  test('lists that would end in confusion are refused by name', async () => {
    const { test: core, dump } = await openTestProject('R: [fear: Luo].\n');
    const before = dump();
    const refused = (bad: typeof list) =>
      core.client.call('pseudonyms.apply', { list: bad, folded: false, except: [], parts: [] });
    const pair = (name: string, pseudonym: string) => ({ name, pseudonym });
    await expect(refused([pair('Luo', '')])).rejects.toMatchObject({
      code: 'pseudonym_list',
      params: { reason: 'no_pseudonym' },
    });
    await expect(refused([pair('Luo', 'A'), pair('Luo', 'B')])).rejects.toMatchObject({ params: { reason: 'twice' } });
    await expect(refused([pair('Luo', 'Ann'), pair('Ann', 'Bo')])).rejects.toMatchObject({
      params: { reason: 'circular', name: 'Ann' },
    });
    expect(dump()).toEqual(before);
  });

  test('lists are read as people keep them, in their encoding', async () => {
    const { test: core } = await openTestProject('R: [fear: x].\n');
    const read = (content: string | Uint8Array) =>
      core.client.call('pseudonyms.read', { ticket: core.file('key.csv', content) });
    const wanted = [
      { name: '张三', pseudonym: '甲' },
      { name: 'O\'Neill, "Jo"', pseudonym: 'B' },
    ];
    expect(await read('\ufeffname,pseudonym\r\n张三,甲\r\n"O\'Neill, ""Jo""",B\r\n')).toEqual(wanted);
    expect(await read('"张三"\t"甲"\n"O\'Neill, ""Jo"""\tB\n')).toEqual(wanted);
    expect(await read('# key\n张三 → 甲\n\nLuo = Mei\n')).toEqual([wanted[0], { name: 'Luo', pseudonym: 'Mei' }]);
    // 姓名,化名 and 张三,甲 in GB18030, as a spreadsheet saves them.
    expect(await read(Buffer.from('d0d5c3fb2cbbafc3fb0d0ad5c5c8fd2cbcd70d0a', 'hex'))).toEqual([wanted[0]]);
  });
});

test('in the sample study, codings behind a replaced name still quote the same words', async () => {
  const { client, ticket, path } = openTestCore();
  await client.call('project.sample', { place: ticket(path('sample.vbt')) });
  const { id } = (await client.call('documents.list', {})).find(({ name }) => name.startsWith('s01'))!;
  const quoted = async (): Promise<string[]> => {
    const { selections } = await client.call('codings.ofDocument', { document: id });
    const { text } = await client.call('documents.get', { document: id });
    return selections.map(({ start, end }) => text.slice(start, end));
  };
  const before = await quoted();
  const only = [{ name: 'Luo', pseudonym: 'Teacher Wang' }];
  const { replaced } = await client.call('pseudonyms.apply', { list: only, folded: false, except: [], parts: [] });
  expect([replaced > 0, before.length > 30]).toEqual([true, true]);
  expect(await quoted()).toEqual(before.map((words) => words.replaceAll('Luo', 'Teacher Wang')));
  expect((await client.call('documents.get', { document: id })).text).not.toContain('Luo');
});

test('on the command line: import with a key, preview, apply, check, seal', async () => {
  const folder = tempFolder();
  const path = (name: string) => join(folder, name);
  const run = (...args: string[]) => runVerbatim(folder, ...args);
  writeFileSync(path('one.txt'), 'Luo: Hello.\nAnn: Luo is here.\nLuo: Annual.\nAnn: So.\n');
  writeFileSync(path('key.csv'), 'name;pseudonym\nLuo;Mei\nAnn;Bea\n');
  expect((await run('new', path('p.vbt'))).code).toBe(0);
  const imported = await run('import', path('p.vbt'), path('one.txt'), '--pseudonyms', path('key.csv'), '--json');
  expect(JSON.parse(imported.out)).toMatchObject({ pseudonyms: { replaced: 6, documents: 1, places: 2 } });
  expect((await run('document', 'text', path('p.vbt'), 'one.txt')).out).toBe(
    'Mei: Hello.\nBea: Mei is here.\nMei: Beaual.\nBea: So.\n',
  );
  const check = await run('pseudonyms', 'check', path('p.vbt'), path('key.csv'), '--json');
  expect([check.code, JSON.parse(check.out)]).toMatchObject([1, { documents: [], places: [], past: { originals: 1 } }]);
  expect((await run('pseudonyms', 'seal', path('p.vbt'), path('key.csv'))).code).toBe(2);
  expect((await run('pseudonyms', 'seal', path('p.vbt'), path('key.csv'), '--yes')).code).toBe(0);
  expect((await run('pseudonyms', 'check', path('p.vbt'), path('key.csv'))).code).toBe(0);
  writeFileSync(path('two.txt'), 'Luo: Annual.\nAnn: Luo.\nLuo: Yes.\nAnn: No.\n');
  await run('import', path('p.vbt'), path('two.txt'));
  const applied = await run(
    'pseudonyms',
    'apply',
    path('p.vbt'),
    path('key.csv'),
    '--whole-words',
    '--parts',
    'none',
    '--json',
  );
  expect(JSON.parse(applied.out)).toEqual({ replaced: 5, documents: 1, places: 0 });
  expect((await run('document', 'text', path('p.vbt'), 'two.txt')).out).toContain('Mei: Annual.');
});

test('sealing takes the names out of everything that is past, for good', async () => {
  const canary = '欧阳娜娜';
  const key = [
    { name: canary, pseudonym: '丙' },
    { name: 'Quagga', pseudonym: 'Horse' },
  ];
  const project = await openTestProject(`${canary}：我怕。[fear: 真的怕]，${canary}说。\n答：[trust: Quagga came]\n`);
  const { client, ports, folder } = project.test;
  const docx = await builtDocx(paragraph(run(`I: Was ${canary} there?`)) + paragraph(run('R: Quagga was.')));
  const ticket = project.test.file(`${canary} Quagga.docx`, docx);
  await client.call('imports.commit', { files: [{ ticket }] });
  await importTexts(project.test, { 'other.txt': `${canary}: Hello.\nQuagga: Yes.\n${canary}: So.\nQuagga: No.` });
  await client.call('memos.save', { target: { kind: 'document', id: project.document }, text: `${canary} was here` });
  await client.call('codes.create', { name: `${canary} code` });
  await client.call('documents.rename', { document: project.document, name: `${canary} renamed` });
  await client.call('view.set', { closedCodes: [canary] });
  // The core holds the file: a backup as its timer makes one.
  await client.call('codings.importCsv', {
    ticket: project.test.file('c.csv', 'document,code,start,end\nother.txt,fear,0,2\n'),
    coder: 'Ada',
    createCodes: false,
    markDone: false,
    partial: false,
  });

  // Positive control: the probe finds both words wherever they can be.
  const copies = backupsIn(folder);
  expect(copies.length).toBeGreaterThan(0);
  for (const path of copies) expect(placesOf(path, canary)).toContain('change.after');
  const standing = placesOf(copies[0]!, canary);
  for (const place of [
    'blob.bytes',
    'blob.bytes unpacked',
    'change.after',
    'change_set.label',
    'code_text.name',
    'document.name',
    'document.original_name',
    'memo.text',
    'selection.prefix',
    'speaker.name',
    'bytes',
  ])
    expect(standing).toContain(place);

  await client.call('pseudonyms.apply', { list: key, folded: false, except: [], parts: [] });
  expect((await client.call('pseudonyms.check', { list: key, folded: false })).past).toMatchObject({
    originals: 3,
    backups: copies.length,
  });
  const sealed = await client.call('pseudonyms.seal', { list: key, folded: false, confirmed: true });
  expect(sealed).toMatchObject({
    originals: 3,
    backups: copies.length,
    leaving: { documents: [], places: [], past: { history: 0, originals: 0, backups: 0 } },
  });
  await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'past_erased', params: { by: 'seal' } });
  const { steps } = await client.call('history.list', { limit: 50 });
  expect(steps.slice(1).every((step) => step.sealed)).toBe(true);
  expect(steps[0]).toMatchObject({ command: 'pseudonyms.seal', away: 0, sealed: false });
  expect((await client.call('project.check', {})).faults).toEqual([]);

  // What comes after is undone as ever.
  await client.call('documents.rename', { document: project.document, name: 'later' });
  await client.call('history.undo', {});
  expect(await quotes(project, project.document)).toEqual(['真的怕', 'Horse came']);
  await project.test.close();
  const left = [project.path, ...backupsIn(folder)];
  expect(left.length).toBeGreaterThan(1);
  for (const path of left) {
    expect(placesOf(path, canary)).toEqual([]);
    expect(placesOf(path, 'Quagga')).toEqual([]);
  }
  expect(ports.unforeseen).toEqual([]);
});

test('merging a copy that is older than the sealing says that names may be back', async () => {
  const { test: main, document } = await openTestProject('I: Who?\nR: [fear: Quagga came].\n');
  const { client } = main;
  const { id: bo } = await client.call('coders.create', { name: 'Bo' });
  const copyOf = async (name: string, first: number) => {
    const { ticket } = await client.call('copies.make', { coder: bo });
    const copy = openTestCore({ folder: tempFolder(), first, begins: first / 10 });
    const path = copy.path(`${name}.vbt`);
    writeFileSync(path, await fileBehind(client, ticket));
    await copy.client.call('project.open', { ticket: copy.ticket(path) });
    await copy.client.call('memos.save', { target: { kind: 'document', id: document }, text: 'On Quagga.' });
    await copy.close();
    return path;
  };
  const old = await copyOf('old', 50_000);
  await client.call('pseudonyms.seal', {
    list: [{ name: 'Quagga', pseudonym: 'Horse' }],
    folded: false,
    confirmed: true,
  });
  const merge = async (path: string) => {
    const { files } = await client.call('copies.merge', { tickets: [main.ticket(path)] });
    return files[0]!.notes.map(({ kind }) => kind);
  };
  expect(await merge(await copyOf('new', 500_000))).not.toContain('unsealed');
  expect(await merge(old)).toContain('unsealed');
});
