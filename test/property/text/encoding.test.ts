import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstUndecodableByte } from '../../../electron/core/import/bad-byte.ts';
import { decodeBytes } from '../../../electron/core/import/encoding.ts';
import { utf8Evidence } from '../../../electron/core/import/utf8-walk.ts';

/** Bytes of each character an encoding can write, found by decoding every one- and two-byte sequence. */
function characterTable(encoding: string): ReadonlyMap<string, Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, Uint8Array>();
  const note = (bytes: Uint8Array): void => {
    try {
      const text = decoder.decode(bytes);
      // Line ends, escapes and NULs mean something of their own.
      if (Array.from(text).length === 1 && text > '\u001f' && !table.has(text)) table.set(text, bytes);
    } catch {
      return;
    }
  };
  for (let lead = 0x20; lead < 0x100; lead++) note(Uint8Array.of(lead));
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) note(Uint8Array.of(lead, trail));
  table.set('\n', Uint8Array.of(0x0a));
  return table;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}

const legacy = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1251', 'windows-1252', 'macintosh'];

describe('a text survives its encoding', () => {
  test.each(legacy)('%s, when told', (encoding) => {
    const table = characterTable(encoding);
    const characters = fc.constantFrom(...table.keys());
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 40 }), (parts) => {
        const bytes = joined(parts.map((character) => table.get(character)!));
        expect(decodeBytes(bytes, encoding)).toMatchObject({ text: parts.join(''), encoding, undecodable: null });
      }),
    );
  });

  test('UTF-8, unasked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), (noise, marked) => {
        const text = noise
          .toWellFormed()
          .replaceAll('\0', '')
          .replace(/^\ufeff+/, '')
          .replaceAll('\u001b', '');
        const bytes = new TextEncoder().encode((marked ? '\ufeff' : '') + text);
        expect(decodeBytes(bytes)).toMatchObject({ text, encoding: 'utf-8', confidence: 'certain', undecodable: null });
      }),
    );
  });

  test('UTF-16 in both orders, marked or not', () => {
    const sentence = fc.constantFrom(
      'Interviewer: how was it?\n',
      '受访者：就是个“明白账”。\n',
      '聞き手：そうですね。\n',
      'Ж: да 😀\n',
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1 }), fc.boolean(), fc.boolean(), (parts, bigEndian, marked) => {
        const text = parts.join('');
        const bytes = Buffer.from((marked ? '\ufeff' : '') + text, 'utf16le');
        if (bigEndian) bytes.swap16();
        expect(decodeBytes(bytes)).toMatchObject({
          text,
          encoding: bigEndian ? 'utf-16be' : 'utf-16le',
          undecodable: null,
        });
      }),
    );
  });
});

describe('the encoding is guessed', () => {
  const samples: [string, string][] = [
    ['gb18030', '访问者：阿姨，谢谢您愿意聊。您平时怎么跟别人说起这个信用分？\n受访者：就是个明白账。\n'],
    ['big5', '訪問者：您平時怎麼跟別人說起這個信用分？\n受訪者：就是個明白帳，以前全憑嘴說。\n'],
    ['shift_jis', '聞き手：雲汀での暮らしも長くなりましたね。\n回答者：ごみ捨て場ですね。\n'],
    ['euc-jp', '聞き手：雲汀での暮らしも長くなりましたね。\n回答者：ごみ捨て場ですね。\n'],
    ['euc-kr', '면접자: 처음에 이 제도를 어떻게 알게 되셨나요?\n응답자: 이웃이 설명해 주었습니다.\n'],
    ['windows-1251', 'Интервьюер: Расскажите, как вы это заметили?\nОтвет: У лифта висела доска.\n'],
    ['windows-1252', 'Interviewer: It’s a “yes”, isn’t it – or a café façade?\nRespondent: Well… no.\n'],
    ['macintosh', 'Enquêteur : Où l’avez-vous découvert ?\nRépondante : À côté, c’était déjà affiché.\n'],
  ];

  test.each(samples)('%s', (encoding, text) => {
    const table = characterTable(encoding);
    const bytes = joined(Array.from(text).map((character) => table.get(character)!));
    expect(decodeBytes(bytes)).toEqual({ text, encoding, confidence: 'guessed', undecodable: null });
  });

  test('ISO-2022-JP by its escapes', () => {
    const bytes = Uint8Array.of(0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42, 0x0a);
    expect(decodeBytes(bytes)).toMatchObject({ text: '日本\n', encoding: 'iso-2022-jp' });
  });
});

describe('undecodable bytes', () => {
  test('UTF-8 cut inside a character is damaged UTF-8, and the byte is named', () => {
    const whole = new TextEncoder().encode('受访者：就是个明白账');
    expect(decodeBytes(whole.subarray(0, whole.length - 1))).toMatchObject({
      encoding: 'utf-8',
      undecodable: { byteOffset: whole.length - 3 },
    });
    const broken = Uint8Array.from([...whole, 0xe9, 0x20, ...whole]);
    expect(decodeBytes(broken)).toMatchObject({ encoding: 'utf-8', undecodable: { byteOffset: whole.length } });
  });

  test('the evidence agrees with the decoder on what is well-formed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const { firstFault } = utf8Evidence(bytes);
        const well = decodeBytes(bytes, 'utf-8')!.undecodable === null;
        expect(firstFault === null).toBe(well);
        if (firstFault !== null) expect(utf8Evidence(bytes.subarray(0, firstFault)).faults).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('a place in a long multi-byte file', () => {
    const line = [0xb0, 0xa1, 0xb0, 0xa1, 0x0a];
    const bytes = Uint8Array.from(Array.from({ length: 40_000 }, () => line).flat());
    bytes[150_001] = 0x20;
    expect(firstUndecodableByte(bytes, 'gb18030')).toBe(150_001);
    expect(firstUndecodableByte(bytes.subarray(0, 100), 'gb18030')).toBeNull();
  });

  test('a lone surrogate or half a unit in UTF-16', () => {
    expect(decodeBytes(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x41, 0))?.undecodable).toEqual({ byteOffset: 4 });
    expect(decodeBytes(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x41))?.undecodable).toEqual({ byteOffset: 4 });
  });

  test('NULs without the pattern of UTF-16 are no text', () => {
    expect(decodeBytes(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3))).toBeNull();
  });

  test('an encoding nobody knows is refused by name, other names in use are understood', () => {
    expect(() => decodeBytes(Uint8Array.of(0x41), 'klingon-8')).toThrow(/klingon-8/);
    expect(decodeBytes(Uint8Array.of(0x83, 0x41), 'CP932')?.text).toBe('ア');
  });
});
