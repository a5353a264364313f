import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { zipArchive } from '../../electron/core/export/zip.ts';
import { openContainer } from '../../electron/core/import/container.ts';
import { largestFile, readTranscript } from '../../electron/core/import/read-transcript.ts';
import { builtDocx, builtZip, documentXml, paragraph, run } from '../support/built-docx.ts';

async function textOf(body: string): Promise<string> {
  return (await readTranscript({ fileName: 'a.docx', bytes: await builtDocx(paragraph(run('|')) + body) })).text.slice(
    2,
  );
}

describe('text of a .docx', () => {
  test('paragraphs are lines, runs join, blanks are kept as told', async () => {
    const loose = '<w:r><w:t>  loose </w:t></w:r>';
    expect(await textOf(paragraph(run('I: wo'), run('rd ')) + paragraph() + paragraph(loose, run(' &amp; 𠮟')))).toBe(
      'I: word \n\nloose & 𠮟',
    );
  });

  test('tabs, breaks, hyphens and symbols', async () => {
    const signs =
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:cr/><w:sym w:font="Symbol" w:char="03B1"/></w:r>';
    expect(await textOf(paragraph('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>', signs))).toBe(
      'a\tb\nc\u2011\u00ad\nα',
    );
  });

  test('tracked changes: insertions stay, deletions and sources of moves go', async () => {
    const changed = [
      run('a'),
      `<w:ins>${run('+in')}</w:ins>`,
      '<w:del><w:r><w:delText>-out</w:delText></w:r></w:del>',
      `<w:moveFrom>${run('-from')}</w:moveFrom><w:moveTo>${run('+to')}</w:moveTo>`,
    ];
    expect(await textOf(paragraph(...changed))).toBe('a+in+to');
    const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('one ')}</w:p>${paragraph(run('two'))}`;
    expect(await textOf(joined)).toBe('one two');
  });

  test('notes, comments, hidden runs, field codes and readings stay out; results, controls and bases in', async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}`;
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('かんじ')}</w:rt><w:rubyBase>${run('漢字')}</w:rubyBase></w:ruby></w:r>`;
    const control = `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run('in')}</w:sdtContent></w:sdt>`;
    const hidden = run('secret', '<w:vanish/>') + run('shown', '<w:vanish w:val="0"/>');
    const notes = '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>';
    expect(
      await textOf(paragraph(field, ruby, control, hidden, notes, `<w:hyperlink>${run('link')}</w:hyperlink>`)),
    ).toBe('7漢字inshownlink');
  });

  test('a text box stands once, below its paragraph; equations keep their letters', async () => {
    const box = `<w:txbxContent>${paragraph(run('boxed'))}</w:txbxContent>`;
    const twice = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(
      await textOf(
        paragraph(run('before '), twice, run('after')) + paragraph('<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>'),
      ),
    ).toBe('before after\nboxed\nx+y');
  });

  test('a table row is a line with tabs between cells, deleted rows go, the transcript in it is recognised', async () => {
    const cell = (text: string): string => `<w:tc><w:tcPr/>${paragraph(run(text))}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${cell('gone')}</w:tr>`;
    const body = `<w:tbl><w:tblPr/>${row('00:05', 'Interviewer', 'How?')}${gone}${row('00:09', 'Respondent', 'So.')}${row('00:12', 'Interviewer', 'Why?')}${row('00:15', 'Respondent', 'Thus.')}</w:tbl>`;
    const file = await readTranscript({ fileName: 'a.docx', bytes: await builtDocx(body) });
    expect(file.text).toBe(
      '00:05\tInterviewer\tHow?\n00:09\tRespondent\tSo.\n00:12\tInterviewer\tWhy?\n00:15\tRespondent\tThus.',
    );
    expect(file.turns.map((turn) => [turn.speaker, turn.time])).toEqual([
      ['Interviewer', 5],
      ['Respondent', 9],
      ['Interviewer', 12],
      ['Respondent', 15],
    ]);
  });

  test('the main part is where the relations say; the file may bear any name', async () => {
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document2.xml"/></Relationships>';
    const bytes = await builtDocx(paragraph(run('wrong')), {
      '_rels/.rels': relations,
      'word/document2.xml': documentXml(paragraph(run('right'))),
    });
    expect(await readTranscript({ fileName: 'old.doc', bytes })).toMatchObject({
      text: 'right',
      format: 'docx',
      encoding: null,
    });
  });
});

describe('hostile and broken containers', () => {
  const refused = async (bytes: Uint8Array, fileName = 'a.docx'): Promise<unknown> =>
    readTranscript({ fileName, bytes }).then(
      () => 'read',
      (error: unknown) => error,
    );

  test('a document type is refused, so no entity is ever expanded', async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "aaaa">]>${documentXml(paragraph(run('&a;')))}`.replace(/<\?xml[^>]*\?>/, '');
    const bytes = await builtDocx('', { 'word/document.xml': bomb });
    expect(await refused(bytes)).toMatchObject({
      code: 'file_format',
      params: { file: 'a.docx', reason: 'doctype' },
    });
  });

  test('another document inside it that only Word shows is not left out in silence', async () => {
    const bytes = await builtDocx(`${paragraph(run('Ann: so'))}<w:altChunk/>`);
    expect(await refused(bytes)).toMatchObject({ code: 'file_format', params: { reason: 'embedded' } });
  });

  test('a zip bomb is refused by what its directory claims', async () => {
    const bytes = await builtDocx('', { 'word/document.xml': ' '.repeat(20_000_000) });
    expect(await refused(bytes)).toMatchObject({
      code: 'file_format',
      params: { reason: 'bomb' },
    });
  });

  test('a directory that lies about sizes is found out', async () => {
    const bytes = await builtDocx(paragraph(run('x'.repeat(5000))));
    const name = Buffer.from('word/document.xml');
    const entry = bytes.lastIndexOf(name) - 46;
    bytes.writeUInt32LE(10, entry + 24);
    expect(await refused(bytes)).toMatchObject({ code: 'file_damaged' });
  });

  test('a bit that fell over in a part is found out by its checksum, packed or not', async () => {
    const zip = Buffer.from(
      zipArchive([
        { name: '[Content_Types].xml', bytes: new Uint8Array() },
        { name: 'word/document.xml', bytes: Buffer.from(documentXml(paragraph(run('x')))) },
      ]),
    );
    const checksum = zip.lastIndexOf(Buffer.from('word/document.xml')) - 46 + 16;
    zip.writeUInt8(zip.readUInt8(checksum) ^ 1, checksum);
    expect(await refused(zip)).toMatchObject({ code: 'file_damaged', params: { reason: 'zip' } });
    await expect((await openContainer(zip)).whole('word/document.xml')).rejects.toThrow('zip');
    const { readNow } = await openContainer(zip);
    expect(() => readNow('word/document.xml')).toThrow('zip');
  });

  test('more entries than any document has', async () => {
    const entries = Object.fromEntries(Array.from({ length: 10_001 }, (_, place) => [`word/${place}`, '']));
    expect(await refused(await builtZip({ '[Content_Types].xml': '', ...entries }))).toMatchObject({
      code: 'file_format',
      params: { reason: 'bomb' },
    });
  });

  test('nesting without end is refused', async () => {
    const deep = '<w:sdt>'.repeat(50_000);
    expect(await refused(await builtDocx(deep))).toMatchObject({
      code: 'file_format',
      params: { reason: 'too_deep' },
    });
  });

  test('cut off, without its text, not well-formed', async () => {
    const whole = await builtDocx(paragraph(run('text')));
    expect(await refused(whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'file_damaged' });
    expect(await refused(await builtZip({ '[Content_Types].xml': '', 'word/styles.xml': '' }))).toMatchObject({
      code: 'file_damaged',
      params: { reason: 'part_missing' },
    });
    expect(await refused(await builtDocx('', { 'word/document.xml': '<w:document>' }))).toMatchObject({
      code: 'file_damaged',
    });
    expect(await refused(await builtDocx(''))).toMatchObject({ code: 'file_empty' });
  });

  test('flipped bytes give the text, a word about damage, or a refusal, never anything else', async () => {
    const whole = await builtDocx(paragraph(run('I: one?')) + paragraph(run('R: two.')));
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 0x41;
      const outcome = await refused(bytes);
      if (outcome !== 'read')
        expect(outcome).toMatchObject({ name: 'VerbatimError', code: expect.stringMatching(/^file_/) });
    }
  });
});

describe('files of other kinds', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  test.each([
    ['old.doc', ole, 'word97'],
    ['locked.docx', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
    ['face.txt', Buffer.from('89504e470d0a1a0a', 'hex'), 'picture'],
    ['voice.txt', Buffer.from('OggS'), 'recording'],
    ['program.txt', Buffer.from('7f454c460201010000000000000000000300', 'hex'), 'not_text'],
    ['controls.txt', Buffer.alloc(64, 7), 'not_text'],
  ])('%s is refused with a reason', async (fileName, bytes, reason) => {
    await expect(readTranscript({ fileName, bytes })).rejects.toMatchObject({
      code: 'file_format',
      params: { file: fileName, reason: reason },
    });
  });

  test('a text with NULs from a failed copy is refused at the first of them, and read with its words when the user wants it', async () => {
    const spoken = `I: What is a café?\nR: \u001aA place.\n${'I: And what else?\nR: No more of it.\n'.repeat(4)}`;
    for (const encoding of ['utf8', 'latin1'] as const) {
      const words = Buffer.from(spoken, encoding);
      const bytes = Buffer.concat([words.subarray(0, 10), Buffer.alloc(1), words.subarray(10), Buffer.alloc(900)]);
      await expect(readTranscript({ fileName: 'cut.txt', bytes })).rejects.toMatchObject({
        code: 'file_encoding',
        params: { file: 'cut.txt', byte: 10 },
      });
      const { text, replaced } = await readTranscript({ fileName: 'cut.txt', bytes, undecodable: 'replaced' });
      expect(text.replaceAll('\ufffd', '')).toBe(spoken);
      expect(replaced).toHaveLength(901);
    }
  });

  test('archives and other Office files', async () => {
    for (const [part, reason] of [
      ['xl/workbook.xml', 'spreadsheet'],
      ['ppt/presentation.xml', 'presentation'],
      ['photos/a.jpg', 'archive'],
    ] as const) {
      const bytes = await builtZip({ '[Content_Types].xml': '', [part]: 'x' });
      await expect(readTranscript({ fileName: 'a.docx', bytes })).rejects.toMatchObject({
        params: { reason: reason },
      });
    }
  });

  test('larger than the limit', async () => {
    await expect(
      readTranscript({ fileName: 'a.txt', bytes: Buffer.alloc(largestFile + 1, 0x61) }),
    ).rejects.toMatchObject({
      code: 'file_too_large',
      params: { limit: largestFile, size: largestFile + 1 },
    });
  });
});

describe('plain files', () => {
  test('blanks only are empty; the name tells Markdown from text and nothing else', async () => {
    await expect(readTranscript({ fileName: 'a.txt', bytes: Buffer.from(' \r\n\u3000') })).rejects.toMatchObject({
      code: 'file_empty',
    });
    expect(await readTranscript({ fileName: 'a.MD', bytes: Buffer.from('I: hi?\r\nR: ho') })).toMatchObject({
      format: 'markdown',
      text: 'I: hi?\nR: ho',
      encoding: 'utf-8',
      encodingConfidence: 'certain',
    });
    expect((await readTranscript({ fileName: 'noname', bytes: Buffer.from('hello') })).format).toBe('text');
  });

  test('encoding, pattern and language can be overruled; a wrong encoding is an error that names the byte', async () => {
    const bytes = Buffer.from([0x83, 0x41, 0x83, 0x43]);
    const overruled = { fileName: 'a.txt', bytes, encoding: 'cp932', language: 'ja', pattern: 'heading' };
    expect(await readTranscript(overruled)).toMatchObject({
      text: 'アイ',
      encoding: 'shift_jis',
      language: 'ja',
      pattern: 'none',
    });
    await expect(readTranscript({ fileName: 'a.txt', bytes, encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'file_encoding',
      params: { file: 'a.txt', encoding: 'utf-8', byte: 0 },
    });
    await expect(readTranscript({ fileName: 'a.txt', bytes, encoding: 'no-such' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  test('lines without end and a text of some megabytes', async () => {
    const line = `Interviewer: ${'so '.repeat(4000)}?\n\nRespondent: ${'隐私 '.repeat(4000)}\n\n`;
    const file = await readTranscript({ fileName: 'a.txt', bytes: Buffer.from(line.repeat(100)) });
    expect(file.turns.length).toBe(200);
    expect(file.turns.at(-1)!.end).toBe(file.text.trimEnd().length);
  });
});
