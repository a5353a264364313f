import type { ComparisonTests, FreePValue } from '../contract/methods/comparison.ts';
import { reasonsOf, reasonsText } from '../statistics/reasons.ts';

type Cell = string | number | null;
type Interval = { readonly low: number; readonly high: number } | { readonly undefined: string };

const ofRepeated = [
  'testedRespondents',
  'cochranQ',
  'etaSquared',
  'etaLow',
  'etaHigh',
  'cochranP',
  'friedman',
  'kendallW',
  'wLow',
  'wHigh',
  'friedmanP',
  'undefined',
] as const;
const ofGroups = ['testedRespondents', 'chiSquare', 'cramersV', 'vLow', 'vHigh', 'permutationP', 'undefined'] as const;

/** The columns of `testCells`: conditions within respondents (columns are codes), or groups of respondents. */
export function testHead(hasGroups: boolean): readonly string[] {
  return hasGroups ? ofGroups : ofRepeated;
}

function endsOf(interval: Interval): Cell[] {
  return 'low' in interval ? [interval.low, interval.high] : [null, null];
}

function pOf(free: FreePValue): Cell {
  return 'p' in free ? free.p : null;
}

function reasonOf(free: FreePValue): { readonly undefined: string } | null {
  return 'undefined' in free ? free : null;
}

function repeatedCells({ n, cochran, friedman }: NonNullable<ComparisonTests['repeated']>[number]): Cell[] {
  const figures = [cochran, friedman].flatMap((test): Cell[] =>
    'undefined' in test
      ? [null, null, null, null, null]
      : [test.statistic, test.effect, ...endsOf(test.interval), pOf(test.free)],
  );
  const reasons = reasonsOf({
    cochranQ: cochran,
    friedman,
    ...('undefined' in cochran ? {} : { etaInterval: cochran.interval, cochranP: reasonOf(cochran.free) }),
    ...('undefined' in friedman ? {} : { wInterval: friedman.interval, friedmanP: reasonOf(friedman.free) }),
  });
  return [n, ...figures, reasonsText(reasons)];
}

function groupCells({ n, test }: NonNullable<ComparisonTests['independent']>[number]): Cell[] {
  if ('undefined' in test) return [n, null, null, null, null, null, reasonsText(reasonsOf({ chiSquare: test }))];
  const { chiSquare, v, interval, permutation } = test;
  const reasons = reasonsOf({ cramersV: v, vInterval: interval, permutationP: reasonOf(permutation) });
  return [n, chiSquare, 'value' in v ? v.value : null, ...endsOf(interval), pOf(permutation), reasonsText(reasons)];
}

/**
 * The tests of one row of a comparison: how many respondents, effect, its ends and p of Cochran's Q and Friedman's test, or of χ² of
 * who has the code in each group; last why figures have no value. Empty cells where nothing was tested.
 */
export function testCells(tests: ComparisonTests | null, row: number, hasGroups: boolean): Cell[] {
  const repeated = tests?.repeated?.[row];
  if (repeated) return repeatedCells(repeated);
  const grouped = tests?.independent?.[row];
  return grouped ? groupCells(grouped) : testHead(hasGroups).map(() => null);
}
