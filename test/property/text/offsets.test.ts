import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorContext, contextLength, verifyAnchor } from '../../../shared/text/anchor.ts';
import { isGraphemeBoundary, snapToGraphemes } from '../../../shared/text/graphemes.ts';
import { withPlainLineEnds } from '../../../shared/text/line-ends.ts';
import { codePointOffsets } from '../../../shared/text/offsets.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        'が',
        'か\u3099',
        '👨‍👩‍👧‍👦',
        '🇨🇳',
        '🇯🇵',
        '\r\n',
        '\u0600',
        '1',
        '각',
        '\u1100\u1161',
        '隐',
        'e\u0301\u0323',
        '\ud800',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('code point offsets', () => {
  test('agree with iterating the string, in both directions, and refuse what lies inside a pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const offsets = codePointOffsets(text);
        const points = Array.from(text);
        expect(offsets.length).toBe(points.length);
        let start = 0;
        for (const [cpStart, point] of points.entries()) {
          expect(offsets.toCodePoint(start)).toBe(cpStart);
          expect(offsets.toUtf16(cpStart)).toBe(start);
          if (point.length === 2) expect(() => offsets.toCodePoint(start + 1)).toThrow(`pair at ${start}`);
          start += point.length;
        }
        expect(offsets.toCodePoint(text.length)).toBe(points.length);
        expect(offsets.toUtf16(points.length)).toBe(text.length);
      }),
    );
  });

  test('refuse positions outside the text and name the numbers', () => {
    const offsets = codePointOffsets('a𠮟b');
    expect(() => offsets.toCodePoint(5)).toThrow(/position 5 .* 4 UTF-16 units/);
    expect(() => offsets.toCodePoint(-1)).toThrow(RangeError);
    expect(() => offsets.toCodePoint(0.5)).toThrow(RangeError);
    expect(() => offsets.toUtf16(4)).toThrow(/position 4 .* 3 code points/);
  });
});

describe('grapheme snapping', () => {
  test('gives the boundaries of segmenting the whole text, outward', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, one, two) => {
        const start = Math.min(one % (text.length + 1), two % (text.length + 1));
        const end = Math.max(one % (text.length + 1), two % (text.length + 1));
        const boundaries = [...segmenter.segment(text)].map((segment) => segment.index).concat(text.length);
        expect(snapToGraphemes(text, { start, end })).toEqual({
          start: boundaries.findLast((boundary) => boundary <= start) ?? 0,
          end: boundaries.find((boundary) => boundary >= end) ?? text.length,
        });
        expect(isGraphemeBoundary(text, start)).toBe(boundaries.includes(start));
      }),
      { numRuns: 1000 },
    );
  });

  test('looks at the neighbourhood only, also in a long text of marks', () => {
    const text = `${'x'.repeat(5000)}${'e\u0301'.repeat(100_000)}`;
    expect(snapToGraphemes(text, { start: 150_001, end: 150_002 })).toEqual({ start: 150_000, end: 150_002 });
  });
});

describe('anchors', () => {
  test('context never splits a pair, verifies in its own text and not after an edit next to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.nat(), fc.nat(), (text, one, two) => {
        const offsets = codePointOffsets(text);
        const a = offsets.toUtf16(one % (offsets.length + 1));
        const b = offsets.toUtf16(two % (offsets.length + 1));
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const context = anchorContext(text, span);
        expect(context.prefix.isWellFormed() && context.suffix.isWellFormed()).toBe(true);
        expect(context.prefix.length).toBeGreaterThanOrEqual(Math.min(contextLength - 1, span.start));
        expect(context.prefix.length).toBeLessThanOrEqual(contextLength);
        expect(text.slice(0, span.start).endsWith(context.prefix)).toBe(true);
        expect(text.slice(span.end).startsWith(context.suffix)).toBe(true);
        expect(verifyAnchor(text, span, context)).toBe('holds');
        const edited = `${text.slice(0, span.end)}\u2603${text.slice(span.end)}`;
        if (!text.startsWith('\u2603', span.end)) {
          expect(verifyAnchor(edited, span, context)).toBe('context_differs');
        }
      }),
    );
  });

  test('name what is wrong with a span', () => {
    const nothing = { prefix: '', suffix: '' };
    expect(verifyAnchor('a𠮟b', { start: 2, end: 3 }, nothing)).toBe('splits_pair');
    expect(verifyAnchor('ab', { start: 1, end: 3 }, nothing)).toBe('outside');
    expect(verifyAnchor('ab', { start: 2, end: 1 }, nothing)).toBe('outside');
    expect(() => anchorContext('ab', { start: 0, end: 9 })).toThrow(/0\.\.9/);
  });
});

describe('line ends', () => {
  test('become LF whatever they were, and nothing else changes', () => {
    const lines = fc.array(
      fc.string({ unit: 'binary', maxLength: 8 }).map((line) => line.replace(/[\r\n\ufeff]/g, '')),
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (parts, end, marked) => {
        expect(withPlainLineEnds(`${marked ? '\ufeff' : ''}${parts.join(end)}`)).toBe(parts.join('\n'));
      }),
    );
  });

  test('keep the Unicode separators and a second mark', () => {
    expect(withPlainLineEnds('\ufeff\ufeffa\u0085b\u2028c\u2029d\r\r\n')).toBe('\ufeffa\u0085b\u2028c\u2029d\n\n');
  });
});
