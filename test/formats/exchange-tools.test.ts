import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { zipArchive } from '../../electron/core/export/zip.ts';
import type { TestCore } from '../support/core.ts';
import { archiveFiles, codingsCsv, emptyProject, exported, importFile } from '../support/exchange.ts';
import { builtDocx, paragraph, run } from '../support/built-docx.ts';

const g = (kind: number, number = 0): string =>
  `${String(kind).padStart(8, '0')}-aaaa-4000-8000-${String(number).padStart(12, '0')}`;

type Coded = { readonly words: string; readonly user: string; readonly code?: string };

/** A selection per coding, as programs write them; `count` is how they count characters. */
function marked(text: string, coded: readonly Coded[], count = (part: string) => part.length): string {
  return coded
    .map(({ words, user, code = g(2) }, place) => {
      const start = count(text.slice(0, text.indexOf(words)));
      return `<PlainTextSelection guid="${g(4, place)}" name="" startPosition="${start}" endPosition="${start + count(words)}" creatingUser="${user}" creationDateTime="2024-03-0${place + 1}T10:00:00Z" modifyingUser="${user}"><Description/><Coding guid="${g(5, place)}" creatingUser="${g(1)}" creationDateTime="2024-01-01T09:00:00Z"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`;
    })
    .join('');
}

const people = `<Users><User guid="${g(1)}" name="Ann" id="A"/><User guid="${g(1, 1)}" name="Ben"/></Users>`;
const fear = `<CodeBook><Codes><Code guid="${g(2)}" name="Fear" isCodable="true"/></Codes></CodeBook>`;
const project = (origin: string, body: string, space = ' xmlns="urn:QDA-XML:project:1.0"'): string =>
  `<?xml version="1.0" encoding="utf-8"?><Project${space} name="n" origin="${origin}">${body}</Project>`;
const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipArchive(Object.entries(files).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes as string) })));

async function importing(bytes: string | Uint8Array, name = 'x.qdpx') {
  const test = await emptyProject();
  test.file(name, bytes);
  const report = await importFile(test, test.path(name));
  for (const { element, inFile, imported, present, lost } of report.counts)
    expect(imported + present + lost, element).toBe(inFile);
  return { test, report };
}

async function rows(test: TestCore): Promise<string[][]> {
  return (await codingsCsv(test))
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(','));
}
const wordsBy = async (test: TestCore) => (await rows(test)).map(([, coder, , , , words]) => `${coder}: ${words}`);

describe('NVivo', () => {
  const lines = ['R: 😀 They watch us.', 'I: Who does?', 'R: 𠮷野 does not know us.'];
  const coded: Coded[] = [
    { words: 'They watch us', user: g(1, 1) },
    { words: 'They watch us', user: g(1) },
    { words: 'does not know', user: g(1, 1) },
    { words: 'R: 😀 They', user: g(1, 1) },
  ];
  const wanted = ['Ben: R: 😀 They', 'Ann: They watch us', 'Ben: They watch us', 'Ben: does not know'];

  it.each([
    ['Windows', '\r\n', '\ufeff', 'Sources'],
    ['Mac', '\n', '', 'sources'],
  ])('%s: UTF-16 positions, line ends as in the file, the coder on the selection', async (_, end, mark, folder) => {
    const text = lines.join(end);
    const stem = g(3).toUpperCase();
    const body = `${people}${fear}<Sources><TextSource guid="{${g(3)}}" name="Talk" richTextPath="internal://${stem}.docx" plainTextPath="internal://${stem}.txt" creatingUser="${g(1)}">${marked(text, coded)}</TextSource></Sources>`;
    const docx = await builtDocx(lines.map((line) => paragraph(run(line))).join(''));
    const { test, report } = await importing(
      zip({
        'project.qde': `\ufeff${project('NVivo for Windows 12.6', body)}`,
        [`${folder}/${stem}.txt`]: `${mark}${text}`,
        [`${folder}/${stem}.docx`]: docx,
      }),
    );
    expect(await wordsBy(test)).toEqual(wanted);
    expect(report).toMatchObject({ attribution: 'selection', convention: { unit: 'utf16' }, attention: [] });
    // The Word file is the original, and is written again byte for byte.
    const files = await archiveFiles(await exported(test, 'qdpx'));
    const [, again] = [...files].find(([name]) => name.endsWith('.docx'))!;
    expect(Buffer.compare(again, docx)).toBe(0);
  });

  it('an annotation is a memo on its words; a case and a code may share a GUID', async () => {
    const text = 'They watch us.';
    const body = `${people}<CodeBook><Codes><Code guid="${g(2)}" name="P1" isCodable="true"/></Codes></CodeBook><Cases><Case guid="${g(2)}" name="P1"><SourceRef targetGUID="${g(3)}"/></Case></Cases>
<Sources><TextSource guid="${g(3)}" name="Talk" plainTextPath="internal://t.txt"><PlainTextSelection guid="${g(4, 9)}" name="" startPosition="5" endPosition="10" creatingUser="${g(1)}"/></TextSource></Sources>
<Notes><Note guid="${g(7)}" name="Annotation" plainTextPath="internal://n.txt" creatingUser="${g(1, 1)}"/></Notes><Links><Link guid="${g(8)}" originGUID="${g(7)}" targetGUID="${g(4, 9)}"/></Links>`;
    const { test } = await importing(
      zip({ 'project.qde': project('NVivo', body), 'sources/t.txt': text, 'sources/n.txt': 'watched!' }),
    );
    const memos = await test.client.call('memos.list', {});
    expect(memos.map(({ target, text: words }) => [target.kind, words])).toEqual([
      ['selection', 'Annotation\n\nwatched!'],
    ]);
    expect((await test.client.call('cases.list', {})).cases.map(({ name }) => name)).toEqual(['P1']);
    const xml = (await archiveFiles(await exported(test, 'qdpx'))).get('project.qde')!.toString('utf8');
    expect(xml.match(new RegExp(`guid="${g(2)}"`, 'g'))).toHaveLength(1);
  });

  it('of PDFs and pictures the text is coded and the areas are kept', async () => {
    const area = (number: number) => `guid="${g(4, number)}" firstX="1" firstY="2" secondX="3" secondY="4"`;
    const coding = (number: number) =>
      `<Coding guid="${g(5, number)}" creatingUser="${g(1)}"><CodeRef targetGUID="${g(2)}"/></Coding>`;
    const body = `${people}${fear}<Sources><PDFSource guid="${g(3)}" name="Leaflet" path="internal://a.pdf"><PDFSelection ${area(1)} page="1">${coding(1)}</PDFSelection><Representation guid="${g(3, 1)}" plainTextPath="internal://a.txt"><PlainTextSelection guid="${g(4, 2)}" startPosition="0" endPosition="4" creatingUser="${g(1)}">${coding(2)}</PlainTextSelection></Representation></PDFSource>
<PictureSource guid="${g(3, 2)}" name="Door" path="internal://d.JPG"><PictureSelection ${area(3)}>${coding(3)}</PictureSelection></PictureSource></Sources>`;
    const { test, report } = await importing(
      zip({
        'project.qde': project('NVivo', body),
        'Sources/A.PDF': '%PDF-1.4 invented',
        'Sources/a.TXT': 'They watch us.',
        'Sources/d.jpg': 'invented',
      }),
    );
    expect(await wordsBy(test)).toEqual(['Ann: They']);
    const kept = report.losses.filter(({ reason }) => reason === 'kept_unseen').map(({ element }) => element);
    expect(kept).toEqual(expect.arrayContaining(['PDFSelection', 'PictureSelection', 'PictureSource']));
    expect(report.losses.filter(({ reason }) => reason === 'file_missing')).toEqual([]);
  });
});

describe('ATLAS.ti, MAXQDA and qc', () => {
  it('ATLAS.ti: text in Windows-1252 with CRLF counted as one; the quotation’s own name proves nothing', async () => {
    const text = 'Première réponse.\r\nDeuxième réponse, très longue.\r\nTroisième.';
    const coded = [
      { words: 'Deuxième', user: g(1) },
      { words: 'Troisième', user: g(1, 1) },
    ];
    const plain = text.replaceAll('\r\n', '\n');
    const body = `${people}${fear}<Sources><TextSource guid="${g(3)}" name="Entretien" plainTextPath="internal://t.txt">${marked(plain, coded).replaceAll('name=""', 'name="what I called it"')}</TextSource></Sources>`;
    const { test, report } = await importing(
      zip({
        'My Study.qde': project('ATLAS.ti 23.2', body.replaceAll('<Description/>', '')),
        'sources/t.txt': Buffer.from(text, 'latin1'),
      }),
    );
    expect((await rows(test)).map((row) => row.find((cell) => /ième/.test(cell)))).toEqual(['Deuxième', 'Troisième']);
    expect(report.convention.lineEnds).toBe('crlf-is-one');
    expect(report.losses.some(({ reason }) => reason === 'encoding_guessed')).toBe(true);
  });

  it('MAXQDA: document variables on a nameless case, groups as sets, sources of one name, no authors or times', async () => {
    const body = `${people}<CodeBook><Codes><Code guid="${g(2)}" name="Fear" isCodable="true" color="#ef8256"><Description>afraid</Description></Code></Codes></CodeBook>
<Variables><Variable guid="${g(9)}" name="Age" typeOfVariable="Integer"/></Variables>
<Cases><Case guid="${g(7)}"><VariableValue><VariableRef targetGUID="${g(9)}"/><IntegerValue>41</IntegerValue></VariableValue><SourceRef targetGUID="${g(3)}"/></Case></Cases>
<Sources><TextSource guid="${g(3)}" name="Interview" plainTextPath="internal://a.txt"><PlainTextSelection guid="${g(4)}" startPosition="0" endPosition="4"><Description>a comment</Description><Coding guid="${g(5)}"><CodeRef targetGUID="${g(2)}"/></Coding></PlainTextSelection></TextSource>
<TextSource guid="${g(3, 1)}" name="Interview" plainTextPath="internal://b.txt"/><VideoSource guid="${g(3, 2)}" name="Tape" path="internal://c.m4a"/></Sources>
<Sets><Set guid="${g(10)}" name="Group"><MemberSource targetGUID="${g(3)}"/><MemberSource targetGUID="${g(3, 1)}"/></Set></Sets>`;
    const { test } = await importing(
      zip({
        'project.qde': project('MAXQDA 24.7', body),
        'sources/a.txt': 'They watch us.',
        'sources/b.txt': 'We know.',
        'sources/c.m4a': 'sound',
      }),
    );
    expect(await wordsBy(test)).toEqual(['Unknown coder: They']);
    expect((await test.client.call('documents.list', {})).map(({ name }) => name)).toEqual([
      'Interview',
      'Interview (2)',
    ]);
    const { cases } = await test.client.call('cases.list', {});
    expect(JSON.stringify(cases)).toContain('41');
    const xml = (await archiveFiles(await exported(test, 'qdpx'))).get('project.qde')!.toString('utf8');
    for (const kept of ['<Set ', '<VideoSource ', '<IntegerValue>41', 'a comment', 'color="#ef8256"'])
      expect(xml.toLowerCase()).toContain(kept.toLowerCase());
  });

  it.each([
    'internal://talk.txt',
    'talk.txt',
    'sources/talk.txt',
    'relative:///talk.txt',
    'relative://sub/talk.txt',
    'absolute:///C:/data/talk.txt',
    'absolute://E:/talk.txt',
    'C:\\data\\TALK.TXT',
    'internal://Talk%2Etxt',
  ])('the text is found by the path %s', async (path) => {
    const text = 'They watch us.';
    const body = `${people}${fear}<Sources><TextSource name="Talk" guid="${g(3)}" plainTextPath="${path}">${marked(text, [{ words: 'watch', user: g(1) }])}</TextSource></Sources>`;
    const { test } = await importing(zip({ 'project.qde': project('qc 1.3.2', body), 'sources/talk.txt': text }));
    expect((await wordsBy(test))[0]).toContain('watch');
  });
});

describe('QualCoder folders', () => {
  const lines = ['R: 😀 They watch us.', 'I: Who does?', 'R: Nobody, I guess.'];
  it.each([
    ['LF', '', '\n'],
    ['a mark that was read as a character', '\ufeff', '\n'],
    ['a mark and CRLF', '\ufeff', '\r\n'],
  ])('positions are code points of the text as the database has it: %s', async (_, mark, end) => {
    const test = await emptyProject();
    const path = test.path('data.qda');
    const db = new Database(path);
    db.exec(`CREATE TABLE project (about TEXT, memo TEXT, date TEXT); INSERT INTO project VALUES ('QualCoder 3.5', '', '2024-01-01');
      CREATE TABLE source (id INTEGER, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT, owner TEXT, date TEXT);
      CREATE TABLE code_cat (catid INTEGER, name TEXT, memo TEXT, supercatid INTEGER); CREATE TABLE code_name (cid INTEGER, name TEXT, memo TEXT, catid INTEGER, color TEXT);
      CREATE TABLE code_text (ctid INTEGER, cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, pos1 INTEGER, owner TEXT, date TEXT, memo TEXT, important INTEGER);
      INSERT INTO code_name VALUES (1, 'Fear', '', NULL, '#ff0000');`);
    const text = mark + lines.join(end);
    db.prepare("INSERT INTO source VALUES (1, 'talk.txt', ?, NULL, '', 'Ann', '2024-01-02')").run(text);
    const points = Array.from(text);
    const wanted = ['watch us', 'Who does', 'Nobody, I guess.'];
    for (const [place, words] of wanted.entries()) {
      const start = Array.from(text.slice(0, text.indexOf(words))).length;
      expect(points.slice(start, start + words.length).join('')).toBe(words);
      db.prepare("INSERT INTO code_text VALUES (?, 1, 1, ?, ?, ?, 'Ann', '2024-01-03', '', 0)").run(
        place,
        words,
        start,
        start + words.length,
      );
    }
    db.close();
    const report = await importFile(test, path);
    expect(report.attention).toEqual([]);
    const [document] = await test.client.call('documents.list', {});
    const { text: stored } = await test.client.call('documents.get', { document: document!.id });
    expect(stored).toBe(lines.join('\n'));
    const { selections } = await test.client.call('codings.ofDocument', { document: document!.id });
    expect(selections.map(({ start, end: to }) => stored.slice(start, to))).toEqual(wanted);
    const files = await archiveFiles(await exported(test, 'qdpx'));
    const [, again] = [...files].find(([name]) => name.endsWith('.txt'))!;
    expect(again.toString('utf8')).toBe(stored);
  });
});

describe('the container and its XML', () => {
  const text = 'They watch us.';
  const source = (attributes = `plainTextPath="internal://t.txt"`) =>
    `<Sources><TextSource guid="${g(3)}" name="Talk" ${attributes}>${marked(text, [{ words: 'watch', user: g(1) }])}</TextSource></Sources>`;
  const body = people + fear + source();

  it.each([
    ['1.0', ' xmlns="urn:QDA-XML:project:1.0"'],
    ['1.5', ' xmlns="urn:QDA-XML:project:1.5"'],
    ['0:10', ' xmlns="urn:QDA-XML:project:0:10"'],
    ['none', ''],
    [
      'with schema places',
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:project:1.0 http://127.0.0.1:9/Project.xsd"',
    ],
  ])('any namespace: %s', async (_, space) => {
    const { test } = await importing(zip({ 'project.qde': project('x', body, space), 'sources/t.txt': text }));
    expect(await rows(test)).toHaveLength(1);
  });

  it('prefixed elements, wrappers in another order, empty wrappers', async () => {
    const mixed = `${source()}<Notes/><Sets/>${fear}<Variables/>${people}`;
    const xml = project('x', mixed, ' xmlns:q="urn:QDA-XML:project:1.0"').replaceAll(/<(\/?)([A-Z])/g, '<$1q:$2');
    const { test } = await importing(zip({ 'project.qde': xml, 'sources/t.txt': text }));
    expect(await wordsBy(test)).toEqual(['Ann: watch']);
  });

  it.each(['utf16le', 'utf16be'])('the project file in %s', async (encoding) => {
    const wide = Buffer.from(`\ufeff${project('x', body).replace('utf-8', 'utf-16')}`, 'utf16le');
    const xml = encoding === 'utf16le' ? wide : wide.swap16();
    const { test } = await importing(zip({ 'project.qde': xml, 'sources/t.txt': text }));
    expect(await rows(test)).toHaveLength(1);
  });

  it.each([
    ['in a folder', 'Study/project.qde', 'Study/sources/t.txt'],
    ['in capitals', 'PROJECT.QDE', 'SOURCES/T.TXT'],
    ['by the name of the study', 'My study.qde', 'Sources/t.txt'],
    ['with backslashes', 'project.qde', 'sources\\t.txt'],
  ])('the files stand %s', async (_, qde, file) => {
    const { test } = await importing(zip({ [qde]: project('x', body), [file]: text, 'sources/.root': '' }));
    expect(await rows(test)).toHaveLength(1);
  });

  it.each([
    ['with sizes behind the data', false],
    ['as zip64', true],
  ])('an archive written %s', async (_, forceZip64Format) => {
    const file = new ZipFile();
    file.addBuffer(Buffer.from(project('x', body)), 'project.qde', { compress: false });
    const stream = (await import('node:stream')).Readable.from([Buffer.from(text)]);
    file.addReadStream(stream, 'sources/t.txt', { forceZip64Format });
    file.addEmptyDirectory('sources');
    file.end({ forceZip64Format, comment: '' });
    const pieces: Buffer[] = [];
    for await (const piece of file.outputStream) pieces.push(piece as Buffer);
    const { test } = await importing(Buffer.concat(pieces));
    expect(await wordsBy(test)).toEqual(['Ann: watch']);
  });

  it.each([
    ['RTF', 'r.rtf', '{\\rtf1 They watch us.}'],
    ['plain text', 'r.txt', 'They watch us.'],
  ])(
    '%s in the place of the Word file is the text where there is no other; whole positions may have a point',
    async (_, name, words) => {
      const body = `${people}${fear}<Sources><TextSource guid="${g(3)}" name="Talk" richTextPath="internal://${name}"><PlainTextSelection guid="${g(4)}" startPosition="5.0" endPosition="10.0"><Coding guid="${g(5)}" creatingUser="${g(1)}"><CodeRef targetGUID="${g(2)}"/></Coding></PlainTextSelection></TextSource></Sources>`;
      const { test, report } = await importing(
        zip({ 'project.qde': project('Transana', body), [`sources/${name}`]: words }),
      );
      expect(await wordsBy(test)).toEqual(['Ann: watch']);
      expect(report.losses).toEqual([]);
    },
  );

  it('codes say their colour in many ways, whether they can be applied or not, and names may repeat', async () => {
    const colors = ['rgba(255, 0, 0, 0.5)', 'rgb(0,128,0)', '#FF0000FF', '#abc', 'red', '255', 'nonsense'];
    const codes = colors.map((color, place) => `<Code guid="${g(2, place)}" name="Same" color="${color}"/>`).join('');
    const { test, report } = await importing(
      project(
        'x',
        `<CodeBook><Codes>${codes}<Code guid="${g(2, 50)}" name="Folder" isCodable="FALSE"/></Codes></CodeBook>`,
      ),
      'x.qde',
    );
    expect(report.counts.find(({ element }) => element === 'Code')).toMatchObject({ inFile: 8, imported: 8 });
    const listed = await test.client.call('codes.list', {});
    expect(listed.slice(0, 2).map(({ color }) => color.toLowerCase())).toEqual(['#ff0000', '#008000']);
    expect(listed.every(({ color }) => /^#[0-9a-f]{6}$/i.test(color))).toBe(true);
    expect(listed.map(({ codable }) => codable)).toEqual([...colors.map(() => true), false]);
  });

  it('a coding on a whole source, a selection without name, times without zone: kept, and unknown stays unknown', async () => {
    const odd = `${people}${fear}<Sources><TextSource guid="${g(3)}" plainTextPath="internal://t.txt"><PlainTextSelection guid="not a guid" startPosition="0" endPosition="4"><Coding guid="${g(5)}" creationDateTime="2024-01-01T09:00:00"><CodeRef targetGUID="${g(2)}"/></Coding></PlainTextSelection><Coding guid="${g(5, 1)}"><CodeRef targetGUID="${g(2)}"/></Coding></TextSource></Sources>`;
    const { test, report } = await importing(zip({ 'project.qde': project('x', odd), 'sources/t.txt': text }));
    expect(report.counts.find(({ element }) => element === 'Coding')).toMatchObject({ inFile: 2, imported: 2 });
    const xml = (await archiveFiles(await exported(test, 'qdpx'))).get('project.qde')!.toString('utf8');
    expect(xml).toContain('creationDateTime="2024-01-01T09:00:00Z"');
    expect(xml).not.toContain('1970');
    expect(xml).toContain(`guid="${g(5, 1)}"`);
  });
});
