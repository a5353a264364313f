import { atlasC } from '../../../shared/analysis/association/atlas-c.ts';
import { type FurtherMeasures, furtherMeasures } from '../../../shared/analysis/association/pair-measures.ts';
import type { PairTest } from '../../../shared/contract/methods/cooccurrence.ts';
import { sortedRows, type Sorting, type SortValue } from '../results/sorting.ts';
import type { PairRow } from './pair-rows.ts';

/** The figures a row can show; which of them stand in the table is the reader's choice. */
export const pairColumns = [
  'pair',
  'both',
  'first',
  'second',
  'jaccard',
  'ochiai',
  'logOdds',
  'ofFirst',
  'ofSecond',
  'lift',
  'ppmi',
  'npmi',
  'phi',
  'expected',
  'p',
  'q',
  'fisher',
  'pairs',
  'characters',
  'atlasC',
] as const;
export type PairColumn = (typeof pairColumns)[number];

/** Choices of columns beside the pair and its counts. */
export const columnSets = {
  effect: ['jaccard', 'logOdds', 'q'],
  shares: ['ofFirst', 'ofSecond', 'ochiai', 'jaccard'],
  information: ['lift', 'ppmi', 'npmi', 'phi'],
  tests: ['expected', 'p', 'q', 'fisher'],
  tools: ['pairs', 'characters', 'atlasC'],
} as const satisfies Record<string, readonly PairColumn[]>;
export type ColumnSet = keyof typeof columnSets;

/** What overlaps have: no units, so no table of four cells. */
export const overlapColumns = ['jaccard', 'characters', 'atlasC'] as const satisfies readonly PairColumn[];

/** A number, or why there is none; null where nothing is to be said (yet). */
export type Figure = { readonly value: number } | { readonly undefined: string } | null;

export type TestOf = (row: PairRow) => PairTest | null;

const further = new WeakMap<PairRow, FurtherMeasures | null>();

function furtherOf(row: PairRow): FurtherMeasures | null {
  const known = further.get(row);
  if (known !== undefined) return known;
  const measures = furtherMeasures(row.pair);
  further.set(row, measures);
  return measures;
}

function ofTest(row: PairRow, testOf: TestOf, name: 'expected' | 'p' | 'q'): Figure {
  const test = testOf(row);
  if (test === null) return null;
  return 'undefined' in test ? { undefined: test.undefined } : { value: test[name] };
}

/** The figure of a row in a column. The same functions as on the command line. */
export function pairFigure(row: PairRow, column: Exclude<PairColumn, 'pair'>, testOf: TestOf): Figure {
  switch (column) {
    case 'both':
      return { value: row.together };
    case 'first':
      return { value: row.firstCount };
    case 'second':
      return { value: row.secondCount };
    case 'pairs':
      return { value: row.overlapPairs };
    case 'characters':
      return { value: row.sharedCharacters };
    case 'jaccard':
      return row.jaccard;
    case 'ochiai':
      return row.pair.ochiai;
    case 'logOdds':
      return row.pair.logOdds;
    case 'ofFirst':
    case 'ofSecond': {
      const measures = furtherOf(row);
      return measures?.[(column === 'ofFirst') === !row.turned ? 'ofFirst' : 'ofSecond'] ?? null;
    }
    case 'expected':
    case 'p':
    case 'q':
      return ofTest(row, testOf, column);
    case 'atlasC':
      return atlasC({ first: row.firstCodings, second: row.secondCodings, overlapping: row.overlapPairs });
    case 'lift':
    case 'ppmi':
    case 'npmi':
    case 'phi':
    case 'fisher':
      return furtherOf(row)?.[column] ?? null;
    default:
      return column satisfies never;
  }
}

/** The order a reader finds first: most together, then the stronger association. */
export function pairsInOrder(
  rows: readonly PairRow[],
  sorting: Sorting<PairColumn>,
  compareText: (a: string, b: string) => number,
  testOf: TestOf = () => null,
): PairRow[] {
  const valueOf =
    (column: PairColumn) =>
    (row: PairRow): SortValue => {
      if (column === 'pair') return `${row.first.name} ${row.second.name}`;
      const figure = pairFigure(row, column, testOf);
      return figure !== null && 'value' in figure ? figure.value : null;
    };
  const byStrength = sortedRows(rows, valueOf('jaccard'), 'descending', compareText);
  return sortedRows(byStrength, valueOf(sorting.column), sorting.direction, compareText);
}
