import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../shared/domain/span.ts';
import {
  changeBetween,
  changedText,
  changeMap,
  invertedChanges,
  normalChanges,
  type TextChange,
  type TextChanges,
} from '../../../shared/text/change.ts';
import { composedChanges } from '../../../shared/text/compose-changes.ts';
import { splitsPair } from '../../../shared/text/offsets.ts';

const words = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', '隐', '私', '😀', 'か\u3099', '𠮟'), { maxLength: 30 })
  .map((parts) => parts.join(''));

/** A place of the text, never inside a pair. */
function place(text: string, number: number): number {
  const at = number % (text.length + 1);
  return splitsPair(text, at) ? at - 1 : at;
}

/** Changes of a text out of random numbers, in normal form. */
function changesOf(text: string, drawn: readonly (readonly [number, number, string])[]): TextChanges {
  const apart: TextChange[] = [];
  for (const [a, b, insert] of drawn) {
    const [from, to] = [place(text, a), place(text, b)].toSorted((x, y) => x - y) as [number, number];
    if (apart.every((one) => to < one.from || from > one.to)) apart.push({ from, to, insert });
  }
  return normalChanges(text, apart);
}

const numbers = fc.array(
  fc.tuple(
    fc.nat(99),
    fc.nat(99),
    words.map((text) => text.slice(0, 4).toWellFormed()),
  ),
  {
    maxLength: 4,
  },
);
const changed = fc.record({ text: words, drawn: numbers }).map(({ text, drawn }) => ({
  text,
  changes: changesOf(text, drawn),
}));
const spansOf = (text: string, drawn: readonly (readonly [number, number])[]): Span[] =>
  drawn.map(([a, b]) => {
    const [start, end] = [place(text, a), place(text, b)].toSorted((x, y) => x - y) as [number, number];
    return { start, end };
  });
const pairs = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 2, maxLength: 6 });

describe('changes of a text', () => {
  it('give the text they say, and their inverse gives the first text back', () => {
    fc.assert(
      fc.property(changed, ({ text, changes }) => {
        const after = changedText(text, changes);
        const back = invertedChanges(text, changes);
        expect(changedText(after, back)).toBe(text);
        expect(normalChanges(after, back)).toEqual(back);
        expect(invertedChanges(after, back)).toEqual(changes);
      }),
    );
  });

  it('composed do what both steps do, and so does their mapping away from what they replace', () => {
    fc.assert(
      fc.property(changed, numbers, ({ text, changes: first }, drawn) => {
        const middle = changedText(text, first);
        const second = changesOf(middle, drawn);
        const both = composedChanges(first, second);
        expect(changedText(text, both)).toBe(changedText(middle, second));
        const [one, two, whole] = [changeMap(first), changeMap(second), changeMap(both)];
        for (let at = 0; at <= text.length; at++) {
          for (const side of ['before', 'after'] as const) {
            const stepwise = two.position(one.position(at, side), side);
            const together = whole.position(at, side);
            const near = both.find(({ from, to }) => from <= at && at <= to);
            if (!near) expect(together).toBe(stepwise);
            else {
              const start = whole.position(near.from, 'before');
              expect(together).toBeGreaterThanOrEqual(start);
              expect(together).toBeLessThanOrEqual(start + near.insert.length);
              expect(stepwise).toBeGreaterThanOrEqual(start);
              expect(stepwise).toBeLessThanOrEqual(start + near.insert.length);
            }
          }
        }
      }),
    );
  });

  it('that touch or overlap one another, leave the text or cut a pair are joined or refused', () => {
    expect(
      normalChanges('abcd', [
        { from: 2, to: 4, insert: 'x' },
        { from: 0, to: 2, insert: '' },
      ]),
    ).toEqual([{ from: 0, to: 4, insert: 'x' }]);
    expect(normalChanges('abcd', [{ from: 1, to: 2, insert: 'b' }])).toEqual([]);
    const refused: TextChange[][] = [
      [
        { from: 0, to: 3, insert: '' },
        { from: 2, to: 4, insert: '' },
      ],
      [{ from: 3, to: 2, insert: '' }],
      [{ from: 0, to: 9, insert: '' }],
      [{ from: 0.5, to: 2, insert: '' }],
    ];
    for (const changes of refused) expect(() => normalChanges('abcd', changes)).toThrow(RangeError);
    expect(() => normalChanges('a😀', [{ from: 2, to: 3, insert: '' }])).toThrow('surrogate');
    expect(() => normalChanges('a', [{ from: 0, to: 0, insert: '\ud83d' }])).toThrow('surrogate');
  });

  it('are found between two texts, never through a pair', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const change = changeBetween(before, after);
        if (before === after) expect(change).toBeNull();
        else expect(changedText(before, normalChanges(before, [change!]))).toBe(after);
      }),
    );
    expect(changeBetween('😀', '😁')).toEqual({ from: 0, to: 2, insert: '😁' });
  });
});

describe('a span mapped through changes', () => {
  it('keeps its words where no change touches them, and comes back by the inverse', () => {
    fc.assert(
      fc.property(changed, pairs, ({ text, changes }, drawn) => {
        const after = changedText(text, changes);
        const there = changeMap(changes);
        const back = changeMap(invertedChanges(text, changes));
        for (const span of spansOf(text, drawn)) {
          if (changes.some(({ from, to }) => from < span.end && to > span.start)) continue;
          const moved = there.span(span)!;
          expect(after.slice(moved.start, moved.end)).toBe(text.slice(span.start, span.end));
          if (!there.touches(span.start, span.end)) expect(back.span(moved)).toEqual(span);
        }
      }),
    );
  });

  it('never turns round, never cuts a pair, is gone only if all its words are, and keeps order and nesting', () => {
    fc.assert(
      fc.property(changed, pairs, ({ text, changes }, drawn) => {
        const after = changedText(text, changes);
        const map = changeMap(changes);
        const spans = spansOf(text, drawn).filter(({ start, end }) => start < end);
        const moved = spans.map((span) => map.span(span));
        for (const [place, span] of moved.entries()) {
          const { start, end } = spans[place]!;
          const lost = changes.some(({ from, to }) => from <= start && end <= to);
          if (span === null) expect(lost).toBe(true);
          else {
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(after.length);
            expect([splitsPair(after, span.start), splitsPair(after, span.end)]).toEqual([false, false]);
          }
        }
        for (const [a, outer] of spans.entries()) {
          for (const [b, inner] of spans.entries()) {
            const [movedOuter, movedInner] = [moved[a], moved[b]];
            if (!movedOuter || !movedInner) continue;
            if (outer.start <= inner.start) expect(movedOuter.start).toBeLessThanOrEqual(movedInner.start);
            if (inner.end <= outer.end) expect(movedInner.end).toBeLessThanOrEqual(movedOuter.end);
            if (outer.end <= inner.start) expect(movedOuter.end).toBeLessThanOrEqual(movedInner.start);
          }
        }
      }),
    );
  });

  it.each([
    ['text before it stays outside', 3, 3, '> ', 5, 8],
    ['text behind it stays outside', 6, 6, '!', 3, 6],
    ['text inside it belongs to it', 4, 4, 'xx', 3, 8],
    ['its words replaced stay its own', 3, 6, 'Teacher A', 3, 12],
    ['its first letters replaced stay its own', 3, 4, 'LL', 3, 7],
    ['words around its beginning replaced leave it what it still has', 1, 4, 'zz', 3, 5],
    ['words around its end replaced leave it what it still has', 5, 8, 'zz', 3, 5],
  ])('%s', (_, from, to, insert, start, end) => {
    expect(changeMap([{ from, to, insert }]).span({ start: 3, end: 6 })).toEqual({ start, end });
  });

  it.each([
    ['all its words taken out', 3, 6, ''],
    ['replaced together with words around it', 2, 7, 'something else'],
  ])('is gone: %s', (_, from, to, insert) => {
    expect(changeMap([{ from, to, insert }]).span({ start: 3, end: 6 })).toBeNull();
  });
});
