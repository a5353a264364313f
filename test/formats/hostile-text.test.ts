import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';

const read = (content: string | Buffer, fileName = 'a.txt') =>
  readTranscript({ fileName, bytes: Buffer.from(content as string) });

describe('plain text is kept to the character', () => {
  test.each([
    ['other line ends', 'Ann: one\u2028two\u2029three\u0085four\u000bfive\fsix\nBo: yes'],
    ['a second byte order mark', '\ufeffAnn: one\n\ufeffBo: two'],
    ['marks of direction', 'מראיין: שלום\nדוד: \u202bכן\u202c \u2067כי\u2069'],
    ['marks that combine, in no normal form', 'Zähe: e\u0301\u0323\u0302\nAnn: \u0323a'],
    ['families, flags and tones', 'Ann: 👨‍👩‍👧‍👦🏴\u{e0067}\u{e0062}\u{e007f}👍🏽🇩🇪\nBo: ok'],
    ['what is no character', 'Ann: \ufffe\uffff\ufdd0b\ufdd1x\ufdd0x\ufdd1\nBo: b'],
    ['escapes of a terminal', 'Ann: \u001b[31mred\u001b[0m\u007f\nBo: b'],
    ['names of a prototype', '__proto__: a\nConstructor: b\n__proto__: c\nConstructor: d'],
  ])('%s', async (_, text) => {
    expect((await read(`\ufeff${text}`)).text).toBe(text);
    expect((await read(`\ufeff${text.replaceAll('\n', '\r\n')}`)).text).toBe(text);
    expect((await read(Buffer.from(`\ufeff${text.replaceAll('\n', '\r')}`, 'utf16le'))).text).toBe(text);
  });
});

test('a NUL that a format can write stands as �, as a lone half of a pair does: neither can be stored', async () => {
  const segments = [
    { speaker: 'Ann', start: 1, text: 'a\u0000b\ud800c' },
    { speaker: 'Bo', start: 2, text: 'd' },
  ];
  const { text, turns } = await read(JSON.stringify(segments), 'a.json');
  expect(text).toBe('Ann: a\ufffdb\ufffdc\nBo: d');
  expect(turns.map(({ start, end }) => text.slice(start, end))).toEqual(['Ann: a\ufffdb\ufffdc', 'Bo: d']);
});
