import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstUndecodableByte } from '../../../electron/core/import/bad-byte.ts';
import { decodeBytes } from '../../../electron/core/import/encoding.ts';
import { strictText, textDecoder } from '../../../electron/core/import/text-decoder.ts';
import { utf8Evidence } from '../../../electron/core/import/utf8-walk.ts';

/** Bytes of each character an encoding can write, found by decoding every one- and two-byte sequence. */
function characterTable(encoding: string): ReadonlyMap<string, Uint8Array> {
  const decoder = textDecoder(encoding, { fatal: true });
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

const legacy = [
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'koi8-r',
  'macintosh',
  'x-mac-cyrillic',
  'ibm437',
  'ibm850',
  'ibm852',
  ...['1250', '1251', '1252', '1253', '1254', '1255', '1256', '1257'].map((page) => `windows-${page}`),
];

/** How a text is written in an encoding; characters it lacks are an error. */
function writer(encoding: string): (text: string) => Uint8Array {
  if (/^(?:gb|shift|euc|iso-2022)/.test(encoding)) return createMultibyteEncoder(encoding);
  const table = characterTable(encoding);
  return (text) => joined(Array.from(text).map((character) => table.get(character)!));
}

/** Sentences of interviews in the languages that use an encoding. */
const spoken: readonly (readonly [encoding: string, sentences: readonly string[]])[] = [
  [
    'gb18030',
    [
      '问：您怎么看小区里的摄像头？\n',
      '答：我觉得还行，主要是安全。𠮷野家那边也有㐂。\n',
      '访谈者：后来呢？\n',
      '受访者：后来就慢慢习惯了。\n',
    ],
  ],
  [
    'big5',
    [
      '問：您怎麼看社區裡的攝影機？\n',
      '答：我覺得還行，主要是安全。嘅、咗、喺都有人講。\n',
      '訪談者：後來呢？\n',
      '受訪者：碁盤、恒產、裏面①都看過。\n',
    ],
  ],
  [
    'shift_jis',
    [
      '聞き手：カメラについてどう思いますか。\n',
      '回答者：①㈱の人がﾊﾝｶｸで書いていました。髙橋さんです。\n',
      '司会：それからどうなりましたか。\n',
      '田中：慣れましたね。\n',
    ],
  ],
  [
    'euc-jp',
    [
      '聞き手：カメラについてどう思いますか。\n',
      '回答者：ﾊﾝｶｸで書いていました。\n',
      '司会：それからどうなりましたか。\n',
      '田中：慣れましたね。\n',
    ],
  ],
  ['iso-2022-jp', ['聞き手：カメラについてどう思いますか。\n', '田中：慣れましたね。①番です。\n']],
  [
    'euc-kr',
    [
      '면접자: 카메라에 대해 어떻게 생각하세요?\n',
      '응답자: 똠방각하 같아요. 안전하니까 좋아요.\n',
      '면접자: 그다음에는요?\n',
    ],
  ],
  [
    'windows-1250',
    [
      'Badacz: Co pani sądzi o kamerach, czy są potrzebne?\n',
      'Respondentka: Myślę, że tak będzie bezpieczniej, choć trochę źle.\n',
    ],
  ],
  [
    'windows-1250',
    ['Tazatel: Řekněte mi něco o městě, prosím.\n', 'Respondent: Žiju tu už dlouho, líbí se mi tu víc než dřív.\n'],
  ],
  [
    'windows-1251',
    ['Интервьюер: Что вы думаете о камерах?\n', 'Респондент: Ну, это безопасно, наверное. Раньше было хуже.\n'],
  ],
  [
    'koi8-r',
    ['Интервьюер: Что вы думаете о камерах?\n', 'Респондент: Ну, это безопасно, наверное. Раньше было хуже.\n'],
  ],
  [
    'windows-1252',
    [
      'Interviewerin: Wie finden Sie das für sich – schön?\n',
      'Befragter: Natürlich „gut“, aber ich weiß nicht, ob’s genügt.\n',
    ],
  ],
  [
    'windows-1252',
    ['Enquêteur : Qu’en pensez-vous, à vrai dire ?\n', 'Enquêtée : C’est « très bien », là où ça marche déjà.\n'],
  ],
  [
    'macintosh',
    ['Enquêteur : Qu’en pensez-vous, à vrai dire ?\n', 'Enquêtée : C’est « très bien », là où ça marche déjà.\n'],
  ],
  [
    'ibm850',
    [
      'Interviewer: Wie fühlen Sie sich dabei?\n',
      'Befragte: Ich weiß es nicht, ich fände es schön, wenn man darüber spräche.\n',
    ],
  ],
  ['ibm850', ['Entrevistador: ¿Cómo empezó todo?\n', 'Señora: Mi niño tenía tres años y vivíamos en España.\n']],
  [
    'ibm850',
    ['Enquêteur : Où êtes-vous née ?\n', 'Répondante : À l’école, le maître était sévère.\n'.replaceAll('’', "'")],
  ],
  ['ibm850', ['Não, eu não tinha opinião então.\n', 'As ações são da minha irmã, à noite.\n']],
  [
    'ibm852',
    ['Badacz: Jak się pani czuła w pracy?\n', 'Odpowiedź: Później też nie było łatwiej, mąż pojechał do Łodzi.\n'],
  ],
  ['ibm866', ['Интервьюер: Что вы думаете о камерах?\n', 'Респондент: Ну, это безопасно. Раньше было хуже.\n']],
  [
    'windows-1253',
    ['Ερωτών: Τι νομίζετε για τις κάμερες στην πόλη;\n', 'Απαντών: Είναι ασφαλές, μάλλον, όπως λένε όλοι.\n'],
  ],
  [
    'windows-1254',
    [
      'Görüşmeci: Kameralar hakkında ne düşünüyorsunuz?\n',
      'Katılımcı: Güvenli, sanırım, ama ışık çok zayıf. İyi değil.\n',
    ],
  ],
  ['windows-1255', ['מראיין: מה דעתך על המצלמות בעיר?\n', 'מרואיין: זה בטוח, כנראה. כולם אומרים כך.\n']],
  [
    'x-mac-cyrillic',
    [
      'Интервьюер: Расскажите, пожалуйста, как вы узнали о системе?\n',
      'Респондент: Я узнал от соседей, мне сказали про камеры.\n',
      'Мария: Ничего особенного, только объявления на двери.\n',
      'Вопрос: Доверяете ли вы соседям?\n',
    ],
  ],
  ['x-mac-cyrillic', ['Испитивач: Како сте сазнали за то?\n', 'Милица: Рекли су ми комшије, нисам се изненадила.\n']],
  ['windows-1251', ['Интервюиращ: Разкажете ни за квартала.\n', 'Иван: Живея тук от години и познавам всички.\n']],
  ['windows-1256', ['المحاور: ما رأيك في الكاميرات؟\n', 'المشارك: إنها آمنة على الأرجح، كما يقولون.\n']],
];

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

  test.each(spoken)('%s, unasked', (encoding, sentences) => {
    const write = writer(encoding);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 2, maxLength: 12 }), (said) => {
        // Every sentence once at least: one alone may have no letter that tells.
        const text = [...sentences, ...said].join('');
        expect(decodeBytes(write(text))).toMatchObject({ text, encoding, undecodable: null });
      }),
      { numRuns: 30 },
    );
  });

  test('GB18030 has every character, those of four bytes too', () => {
    const write = writer('gb18030');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(decodeBytes(write(text), 'gb18030')?.text).toBe(text);
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

  test('UTF-32 in both orders by its mark', () => {
    const written = (text: string, littleEndian: boolean): Uint8Array => {
      const codes = Array.from(text, (character) => character.codePointAt(0)!);
      const view = new DataView(new ArrayBuffer(codes.length * 4));
      for (const [place, code] of codes.entries()) view.setUint32(place * 4, code, littleEndian);
      return new Uint8Array(view.buffer);
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, littleEndian) => {
        const plain = text.toWellFormed().replaceAll('\0', '');
        const bytes = written(`\ufeff${plain}`, littleEndian);
        const encoding = littleEndian ? 'utf-32le' : 'utf-32be';
        expect(decodeBytes(bytes)).toEqual({ text: plain, encoding, confidence: 'certain', undecodable: null });
        expect(decodeBytes(bytes, encoding)?.text).toBe(plain);
      }),
    );
    const broken = written('\ufeffab', true);
    broken[10] = 0x11;
    expect(decodeBytes(broken)).toMatchObject({ text: 'a\ufffd', undecodable: { byteOffset: 11 } });
    expect(decodeBytes(broken.subarray(0, 9))).toMatchObject({ undecodable: { byteOffset: 8 } });
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

describe('characters other decoders lack', () => {
  test.each([
    ['big5', 'fa40 c87a 8845 f9d6 c6a1', '𠕇𠃌𠄌碁①'],
    ['euc-kr', '8c63 b4d9', '똠다'],
    ['shift_jis', '8740 878a caddb6b8 fbfc ed40', '①㈱ﾊﾝｶｸ髙纊'],
    ['euc-jp', '8eca8edd 8fb0a1 ada1', 'ﾊﾝ丂①'],
    ['gb18030', '9532b634 8139ef30 a3a4', '𠈆㐁￥'],
    ['ibm437', '9b e1 9e e4', '¢ß₧Σ'],
    ['ibm850', '84 94 81 e1 c6 d5', 'äöüßãı'],
    ['ibm852', 'a5 88 a9 be e4', 'ąłężń'],
  ])('%s', (encoding, hex, text) => {
    const { text: read, undecodable } = decodeBytes(Buffer.from(hex.replaceAll(' ', ''), 'hex'), encoding)!;
    expect([read, undecodable]).toEqual([text, null]);
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
  test('a few lines of UTF-8 with as many broken bytes as letters beyond ASCII are damaged UTF-8, not another encoding', () => {
    const lines = 'Interviewer: Wie geht es Ihnen?\nBefragte: Natürlich hätte ich das größere gewählt.\n';
    const bytes = new TextEncoder().encode(lines);
    for (const at of [4, 20, 40]) bytes[at] = 0xe4;
    expect(decodeBytes(bytes)).toMatchObject({
      encoding: 'utf-8',
      confidence: 'guessed',
      undecodable: { byteOffset: 4 },
    });
  });

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
        const well = strictText(bytes, 'utf-8') !== null;
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

  test('a NUL is no character of a text, in whatever encoding it is read', () => {
    const wide = (order: 'le' | 'be'): Buffer => {
      const bytes = Buffer.from('\ufeffA: a\0b\nB: c', 'utf16le');
      return order === 'be' ? bytes.swap16() : bytes;
    };
    const read = { text: 'A: a\ufffdb\nB: c' };
    expect(decodeBytes(wide('le'))).toMatchObject({ ...read, undecodable: { byteOffset: 10 } });
    expect(decodeBytes(wide('be'))).toMatchObject({ ...read, undecodable: { byteOffset: 10 } });
    for (const encoding of [undefined, 'utf-8', 'shift_jis', 'ibm850'])
      expect(decodeBytes(Buffer.from('A: a\0b\nB: c'), encoding)).toMatchObject({
        ...read,
        undecodable: { byteOffset: 4 },
      });
  });

  test('NULs without the pattern of UTF-16 are no text', () => {
    expect(decodeBytes(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3))).toBeNull();
  });

  test('an encoding nobody knows is refused by name, other names in use are understood', () => {
    expect(() => decodeBytes(Uint8Array.of(0x41), 'klingon-8')).toThrow(/klingon-8/);
    expect(decodeBytes(Uint8Array.of(0x83, 0x41), 'CP932')?.text).toBe('ア');
  });
});
