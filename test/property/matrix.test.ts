import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { membershipRules, membershipTest } from '../../shared/analysis/matrix/membership.ts';
import {
  columnRespondents,
  type MatrixDocument,
  matrixCells,
  matrixHits,
  type MatrixInput,
} from '../../shared/analysis/matrix/matrix.ts';
import type { Span } from '../../shared/domain/span.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): Span => ({ start, end: start + length }));
const turns = fc.uniqueArray(fc.integer({ min: 0, max: 52 }), { minLength: 2, maxLength: 8 }).map((ends) => {
  const sorted = ends.toSorted((a, b) => a - b);
  return sorted.slice(1).map((end, place): Span => ({ start: sorted[place]!, end }));
});
const shares = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

test('membership is what looking at every pair gives, by every rule', () => {
  fc.assert(
    fc.property(turns, fc.array(span, { maxLength: 8 }), span, (turns, about, passage) => {
      const plain: Record<(typeof membershipRules)[number], boolean> = {
        overlap: about.some((other) => shares(passage, other)),
        range: about.some((other) => other.start === passage.start && other.end === passage.end),
        turn: turns.some((turn) => shares(turn, passage) && about.some((other) => shares(turn, other))),
        document: about.length > 0,
      };
      for (const rule of membershipRules) expect(membershipTest(rule, turns, about)(passage)).toBe(plain[rule]);
    }),
  );
});

const codes = ['a', 'b', 'c', 'd'] as const;
const document = fc
  .tuple(fc.integer({ min: 0, max: 3 }), turns, fc.array(fc.tuple(span, fc.constantFrom(...codes)), { maxLength: 12 }))
  .map(
    ([respondent, turns, codings]): MatrixDocument => ({
      respondent,
      turns,
      codings: codings.map(([place, code], number) => ({ ...place, code, selection: `s${number}` })),
    }),
  );
const input = fc.tuple(fc.array(document, { maxLength: 6 }), fc.constantFrom(...membershipRules)).map(
  ([documents, rule]): MatrixInput => ({
    documents: documents.map((one, place) => ({
      ...one,
      codings: one.codings.map((coding) => ({ ...coding, selection: `${place} ${coding.selection}` })),
    })),
    rows: [new Set(['a']), new Set(['a', 'b'])],
    columns: { kind: 'codes', codes: [new Set(['c']), new Set(['d'])], rule },
    marker: null,
  }),
);
const size = { rows: 2, columns: 2 };

test('a code with its descendants has at least the passages of the code; respondents are those who have any', () => {
  fc.assert(
    fc.property(input, (given) => {
      const [alone, withBelow] = matrixCells(matrixHits(given), size);
      for (const [column, cell] of withBelow!.entries()) {
        expect(cell.passages).toBeGreaterThanOrEqual(alone![column]!.passages);
        expect(cell.respondents.reduce((sum, { passages }) => sum + passages, 0)).toBe(cell.passages);
        const speaking = new Set(columnRespondents(given)[column]);
        expect(cell.respondents.every(({ respondent }) => speaking.has(respondent))).toBe(true);
      }
    }),
  );
});

test('filters commute: leaving documents out and leaving marked passages out in either order gives the same cells', () => {
  fc.assert(
    fc.property(input, fc.integer({ min: 0, max: 3 }), (given, respondent) => {
      const marker = { code: 'd', treatment: 'left_out' } as const;
      const kept = (documents: MatrixInput['documents']) => documents.filter((one) => one.respondent !== respondent);
      const first = matrixCells(matrixHits({ ...given, documents: kept(given.documents), marker }), size);
      const hits = matrixHits({ ...given, marker }).filter((hit) => hit.respondent !== respondent);
      expect(matrixCells(hits, size)).toEqual(first);
    }),
  );
});

test('who spoke of a column only in passages that are left out does not count in it', () => {
  fc.assert(
    fc.property(input, (given) => {
      const marker = { code: 'b', treatment: 'left_out' } as const;
      const isKept = (
        own: MatrixInput['documents'][number]['codings'],
        { start, end }: { start: number; end: number },
      ) => !own.some((other) => other.code === marker.code && other.start < end && start < other.end);
      const without = given.documents.map((document) => ({
        ...document,
        codings: document.codings.filter((coding) => isKept(document.codings, coding)),
      }));
      expect(columnRespondents({ ...given, marker })).toEqual(columnRespondents({ ...given, documents: without }));
    }),
  );
});

test('marked and left out say the same of how many are marked', () => {
  fc.assert(
    fc.property(input, (given) => {
      const columns = { ...given.columns, codes: [new Set(['c']), new Set(['b'])] } as MatrixInput['columns'];
      const cellsOf = (treatment: 'marked' | 'left_out') =>
        matrixCells(matrixHits({ ...given, columns, rows: [new Set(['a'])], marker: { code: 'd', treatment } }), {
          rows: 1,
          columns: 2,
        });
      const [marked, left] = [cellsOf('marked')[0]!, cellsOf('left_out')[0]!];
      // What is left out of a column as well as of a row can only take more away.
      for (const column of marked.keys())
        expect(left[column]!.passages).toBeLessThanOrEqual(marked[column]!.passages - marked[column]!.marked);
    }),
  );
});
