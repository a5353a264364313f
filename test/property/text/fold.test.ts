import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundInTexts, plainMatcher } from '../../../shared/search/found-spans.ts';
import { compileQuery } from '../../../shared/search/search-query.ts';
import { foldText, joinsBackward } from '../../../shared/text/fold.ts';

function findFolded(text: string, query: string) {
  const compiled = compileQuery(query, 'text');
  return compiled === null
    ? []
    : foundInTexts([{ text, stretches: [{ start: 0, end: text.length }] }], plainMatcher(compiled))[0]!;
}

/** The fold of a whole text at once, without units, map or fast path. */
function plainFold(text: string): string {
  const bare = text
    .replace(/\p{DI}/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  return bare.replaceAll('ς', 'σ').replaceAll('ß', 'ss').normalize('NFKC');
}

const pieces = fc.constantFrom(
  'a',
  'A',
  'é',
  'e\u0301',
  'É',
  'が',
  'か\u3099',
  'ｶﾞ',
  'ｶ',
  'ﾞ',
  'ガ',
  '隐',
  '私',
  '\u{20b9f}',
  'ＡＢＣ',
  '１',
  '①',
  '㍿',

  'ß',
  'ss',
  'Σ',
  'ς',
  'σ',
  '\u00ad',
  '\u200b',
  '\u200d',
  '👩🏽‍💻',
  '葛\u{e0100}',
  '각',
  '가\u11a8',
  '\u1100\u1161',
  'ㄱ',
  'ㅏ',
  '\u3133',
  'İ',
  'ﬁ',
  'fi',
  ' ',
  '\u3000',
  '\n',
  '：',
  ':',
  '\u0323',
  '\u0307',
  'ǆ',
  'Ł',
  'ĳ',
  'ŉ',
  'ſ',
  'ΐ',
  'Έ',
  '½',
  '\u034f',
  'Ω',
  '\u2126',
  '\u0301',
);
const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));

describe('search folding', () => {
  test('equals folding the whole text at once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(text).folded).toBe(plainFold(text));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(foldText(text).folded).toBe(plainFold(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('every character folds as it does in a whole text, between letters of any case', () => {
    const missed: string[] = [];
    for (let point = 0; point < 0x20000; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const text = `Ά${String.fromCodePoint(point)}Z`;
      if (foldText(text).folded !== plainFold(text)) missed.push(point.toString(16));
    }
    expect(missed).toEqual([]);
  });

  test('every character that reacts backward under NFKC is known to join', () => {
    const missed: string[] = [];
    for (let point = 0; point < 0x110000; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const character = String.fromCodePoint(point);
      const first = character.normalize('NFKC').charAt(0);
      if (/^[\p{M}\u1161-\u1175\u11a8-\u11c2]/u.test(first) && !joinsBackward(character))
        missed.push(point.toString(16));
    }
    expect(missed).toEqual([]);
  });

  test('finds what a scan over whole-text folds finds, at the same places', () => {
    fc.assert(
      fc.property(texts, fc.array(pieces, { minLength: 1, maxLength: 2 }), (text, parts) => {
        const query = parts.join('');
        // Blanks in a query stand for any blanks: the property of the whole search covers them.
        fc.pre(!/\s/u.test(plainFold(query)));
        expect(findFolded(text, query)).toEqual(scan(text, query));
      }),
      { numRuns: 3000 },
    );
  });

  test('finds each stored piece by itself in any normal form', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, middle, after) => {
        fc.pre(plainFold(middle).trim() !== '');
        const text = `${before} ${middle} ${after}`;
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
          const query = ` ${middle} `.normalize(form);
          expect(findFolded(text, query).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

/** Units by brute force: a cut is free where folding both sides apart changes nothing. */
function scan(text: string, query: string): { start: number; end: number }[] {
  const wanted = plainFold(query);
  const whole = plainFold(text);
  if (wanted === '') return [];
  const cuts: { stored: number; folded: number }[] = [];
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (at > 0 && at < text.length && code >= 0xdc00 && code <= 0xdfff) continue;
    const next = at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
    if (at === 0 || at === text.length || !joinsBackward(next))
      cuts.push({ stored: at, folded: plainFold(text.slice(0, at)).length });
  }
  const found: { start: number; end: number }[] = [];
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + wanted.length)) {
    const start = cuts.findLast((cut) => cut.folded <= at)!.stored;
    const end = cuts.find((cut) => cut.folded >= at + wanted.length)!.stored;
    const quote = text.slice(start, end);
    const trimmed = end - (/(?:(?!\p{M})\p{DI})+$/u.exec(quote)?.[0].length ?? 0);
    if (found.at(-1)?.start !== start) found.push({ start, end: trimmed });
  }
  return found;
}
