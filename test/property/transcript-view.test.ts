import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transcriptBlocks, blockAt, blockSections } from '../../shared/transcript/blocks.ts';
import { nextUnit, unitAt, type UnitSource } from '../../shared/transcript/coding-unit.ts';
import { packedLanes } from '../../shared/transcript/lanes.ts';
import { blockSegments } from '../../shared/transcript/segments.ts';

const span = (limit: number) =>
  fc
    .tuple(fc.nat(limit), fc.nat(limit))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

describe('segments of a block', () => {
  it('cover it without gaps, each with exactly the codings that stand over it, shortest first', () => {
    fc.assert(
      fc.property(fc.array(span(60), { maxLength: 12 }), fc.option(span(60), { nil: null }), (codings, selection) => {
        const block = { start: 10, end: 50 };
        const segments = blockSegments(block, codings, selection);
        expect(segments[0]!.start).toBe(10);
        expect(segments.at(-1)!.end).toBe(50);
        segments.forEach((segment, place) => {
          expect(segment.start).toBeLessThan(segment.end);
          if (place > 0) expect(segment.start).toBe(segments[place - 1]!.end);
          const over = codings.filter((coding) => coding.start < segment.end && coding.end > segment.start);
          expect(new Set(segment.codings)).toEqual(new Set(over));
          for (const coding of over) {
            expect(coding.start).toBeLessThanOrEqual(Math.max(segment.start, block.start));
            expect(coding.end).toBeGreaterThanOrEqual(Math.min(segment.end, block.end));
          }
          const lengths = segment.codings.map(({ start, end }) => end - start);
          expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
          const selected = selection !== null && selection.start < segment.end && selection.end > segment.start;
          expect(segment.isSelected).toBe(selected);
        });
      }),
    );
  });

  it('are none in an empty block', () => {
    expect(blockSegments({ start: 4, end: 4 }, [{ start: 0, end: 9 }], null)).toEqual([]);
  });
});

describe('lanes', () => {
  it('never hold two bars that overlap or come closer than the gap, and are as few as can be', () => {
    fc.assert(
      fc.property(fc.array(span(400), { maxLength: 40 }), fc.integer({ min: 0, max: 64 }), (spans, gap) => {
        const lanes = packedLanes(spans, gap);
        spans.forEach((a, i) => {
          spans.slice(i + 1).forEach((b, j) => {
            if (lanes[i] !== lanes[i + 1 + j]) return;
            expect(a.end + gap <= b.start || b.end + gap <= a.start).toBe(true);
          });
        });
        const depth = Math.max(
          0,
          ...spans.map((at) => spans.filter((s) => s.start <= at.start && at.start < s.end + gap).length),
        );
        expect(Math.max(-1, ...lanes) + 1).toBe(depth);
      }),
    );
  });
});

describe('blocks', () => {
  const text = 'Interview 1\n\n[00:10] A: Why?\nB: Because. It is so!\n\n(end of tape)\nB: \n';
  const at = (words: string) => text.indexOf(words);
  const turns = [
    { start: at('[00:10]'), contentStart: at('Why?'), end: at('Why?') + 4 },
    { start: at('B: Because'), contentStart: at('Because'), end: at('so!') + 3 },
    { start: at('B: \n'), contentStart: at('B: \n') + 3, end: at('B: \n') + 3 },
  ];
  const blocks = transcriptBlocks(text, turns);

  it('show the words of turns without labels, and the lines outside turns', () => {
    expect(blocks.map(({ start, end, turn }) => [text.slice(start, end), turn])).toEqual([
      ['Interview 1', null],
      ['Why?', 0],
      ['Because. It is so!', 1],
      ['(end of tape)', null],
      ['', 2],
    ]);
  });

  it('are found by position, and keep their order in sections', () => {
    blocks.forEach((block, place) => expect(blockAt(blocks, block.start)).toBe(place));
    expect(blockAt(blocks, 0)).toBe(0);
    expect(blockSections(blocks).flat()).toEqual(blocks);
    expect(blockAt([], 3)).toBe(-1);
  });

  const source: UnitSource = { text, language: 'en', blocks, isQuestion: (block) => block.turn === 0 };
  const words = (position: number, unit: Parameters<typeof unitAt>[2]) => {
    const found = unitAt(source, position, unit);
    return found && text.slice(found.start, found.end);
  };

  it('widen from the sentence to the turn to question and answer, and round again', () => {
    const place = at('It is');
    expect(words(place, 'sentence')).toBe('It is so!');
    expect(words(place, 'turn')).toBe('Because. It is so!');
    expect(words(place, 'exchange')).toContain('Why?');
    let selected: ReturnType<typeof unitAt> = null;
    const seen = [0, 1, 2, 3].map(() => {
      const unit = nextUnit(source, place, selected);
      selected = unitAt(source, place, unit);
      return unit;
    });
    expect(seen).toEqual(['sentence', 'turn', 'exchange', 'sentence']);
  });

  it('have nothing to code in an empty turn', () => {
    expect(words(turns[2]!.contentStart, 'sentence')).toBeNull();
    expect(words(turns[2]!.contentStart, 'turn')).toBeNull();
  });
});
