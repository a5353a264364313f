import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';

const read = (content: string | Buffer) =>
  readTranscript({ fileName: 'a.rtf', bytes: Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1') });
const textOf = async (body: string) =>
  (
    await read(
      `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset128 MS Mincho;}{\\f3\\fcharset204 Times;}}\n${body}}`,
    )
  ).text;
const refused = (content: string | Buffer) => read(content).catch((error: unknown) => error);

describe('text of RTF', () => {
  test('paragraphs, lines, tabs, named characters; line ends of the file are none of the text', async () => {
    expect(
      await textOf('one\\par two\\line three\\tab\nfo\r\nur\\~\\-\\_\\emdash\\rquote s\\{\\}\\\\\\par\\par x'),
    ).toBe('one\ntwo\nthree\tfour\u00a0\u00ad\u2011—’s{}\\\n\nx');
  });

  test('\\u with its stand-ins, pairs and negative numbers', async () => {
    expect(
      await textOf("\\u21463?\\u-30266?x\\uc0\\u35775\\u38382{\\uc2\\u20154\\'c8\\'cb}\\uc1\\u-10179?\\u-8704?."),
    ).toBe('受视x访问人😀.');
    expect(await textOf("{\\uc1 \\u8217'a}b")).toBe('’ab');
    expect(await textOf('\\u128512?.')).toBe('😀.');
  });

  test('bytes in the code page of the font, else of the document', async () => {
    expect(await textOf("{\\f1 \\'ca\\'dc\\'b7\\'c3}{\\f2 \\'95\\'b7\\'82\\'ab}{\\f3 \\'e4\\'e0}\\'93x\\'94")).toBe(
      '受访聞きда“x”',
    );
    expect((await read("{\\rtf1\\ansi\\ansicpg936 \\'ca\\'dc\\'b7\\'c3}")).text).toBe('受访');
    expect((await read(Buffer.from('7b5c727466315c616e73695c616e736963706739333620cadcb7c37d', 'hex'))).text).toBe(
      '受访',
    );
    expect((await read("{\\rtf1\\mac \\'8e}")).text).toBe('é');
    expect((await read("{\\rtf1\\pc \\'82}")).text).toBe('é');
    expect((await read("{\\rtf1\\pca \\'9b}")).text).toBe('ø');
  });

  test('what is no text of the talk is left out', async () => {
    expect(
      await textOf(
        'a{\\*\\unknown b}{\\pict\\pngblip 89504e47}{\\info{\\title T}}{\\footnote f}{\\header h}{\\*\\annotation c}{\\listtext 1.}{\\v hidden}{\\deleted d}{\\field{\\*\\fldinst HYPERLINK "u"}{\\fldrslt link}}{\\upr{x}{\\*\\ud{\\u233e}}}{\\bin3 }}}}z{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}',
      ),
    ).toBe('alinkéz');
  });

  test('table rows are lines with tabs; a text box is kept', async () => {
    expect(
      await textOf(
        '\\trowd I\\cell How?\\cell\\row\\trowd R\\cell a\\par b\\cell\\row {\\shp{\\*\\shpinst{\\sp{\\sn n}{\\sv v}}{\\shptxt box\\par}}}end',
      ),
    ).toBe('I\tHow?\nR\ta\nb\nbox\nend');
  });
});

test('a mark or blanks before it, as text editors leave them, are none of the text', async () => {
  expect(await read('\xef\xbb\xbf{\\rtf1 Ann: x}')).toMatchObject({ format: 'rtf', text: 'Ann: x' });
  expect(await read(' \r\n{\\rtf1 Ann: x}')).toMatchObject({ format: 'rtf', text: 'Ann: x' });
});

describe('hostile and broken RTF', () => {
  test.each([
    ['a group that never ends', '{\\rtf1 one {\\b two}'],
    ['one brace too many in the middle', '{\\rtf1 one } two}'],
    ['a second document behind', '{\\rtf1 one}{\\rtf1 two}'],
    ['an escape cut off', "{\\rtf1 one\\'e"],
    ['an escape that is no number', "{\\rtf1 one\\'zz}"],
    ['an escape of one digit', "{\\rtf1 one\\'e b}"],
    ['a lone backslash at the end', '{\\rtf1 one\\'],
  ])('%s is damage', async (_, content) => {
    expect(await refused(content)).toMatchObject({ code: 'file_damaged', params: { reason: 'rtf' } });
  });

  test('nesting without end, bytes of no code page, nothing in it, NULs behind it', async () => {
    expect(await refused(`{\\rtf1 ${'{'.repeat(100_000)}`)).toMatchObject({
      code: 'file_format',
      params: { reason: 'too_deep' },
    });
    expect(await refused("{\\rtf1\\ansicpg936 ab\\'ff\\'ff}")).toMatchObject({
      code: 'file_encoding',
      params: { encoding: 'gb18030', byte: 20 },
    });
    expect(await refused('{\\rtf1 \\par}')).toMatchObject({ code: 'file_empty' });
    expect((await read('{\\rtf1 x}\r\n\0\0')).text).toBe('x');
  });

  test('a line of twelve thousand characters; a lone half of a pair is replaced, as no file can hold it', async () => {
    const long = 'ab '.repeat(4000).trim();
    expect(await textOf(long)).toBe(long);
    expect(await textOf('a\\u-10179?b')).toBe('a\ufffdb');
    expect(await textOf('a\\u0?b')).toBe('a\ufffdb');
  });
});
