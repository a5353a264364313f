import { intervalDifference, ordinalDifference, ratioDifference } from '../alpha-differences.ts';
import { differs, type SquaredDifference } from '../krippendorff-alpha.ts';
import { type RatingMatrix, ratingMatrix, ratingsOfCounts, ratingsOfTable } from '../ratings.ts';
import { type AgreementWeights, agreementWeights, type WeightScheme } from '../weights.ts';
import type { Category, Vector } from './vector.ts';

const SCHEMES: readonly string[] = ['identity', 'linear', 'quadratic', 'ordinal'] satisfies WeightScheme[];

function byValue(a: Category, b: Category): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : `${a}` < `${b}` ? -1 : 1;
}

/** The categories of a vector in ascending order: those declared, else those that occur. */
export function categoriesOf({ data, params }: Vector): readonly Category[] {
  const declared = params['categories'];
  if (Array.isArray(declared)) {
    return declared as Category[];
  }
  const size = typeof declared === 'number' ? declared : 0;
  if (data.kind === 'units') {
    const present = (data.units ?? []).flat().filter((value) => value !== null) as Category[];
    return filledUp([...new Set(present)].sort(byValue), size);
  }
  const columns = data.table?.length ?? data.counts?.[0]?.length ?? 0;
  return data.labels ?? Array.from({ length: columns }, (_, place) => place + 1);
}

/** Categories declared by their number only: 1 … size if that holds those that occur, else some more after them. */
function filledUp(present: readonly Category[], size: number): readonly Category[] {
  if (present.length >= size) {
    return present;
  }
  const numbered = Array.from({ length: size }, (_, place) => place + 1);
  if (present.every((category) => typeof category === 'number' && numbered.includes(category))) {
    return numbered;
  }
  const unused = Array.from({ length: size - present.length }, (_, place) =>
    present.every((category) => typeof category === 'number')
      ? Math.max(...(present as number[])) + place + 1
      : `(unused ${place + 1})`,
  );
  return [...present, ...unused];
}

/** The ratings of a vector of units, of a table of two coders, or of counts per unit. */
export function ratingsOf(vector: Vector): RatingMatrix {
  const { data } = vector;
  switch (data.kind) {
    case 'units':
      return ratingMatrix((data.units ?? []) as readonly (readonly (Category | null)[])[], categoriesOf(vector));
    case 'table':
      return ratingsOfTable(data.table ?? []);
    case 'counts':
      return ratingsOfCounts(data.counts ?? []);
    case 'cell_counts':
      return ratingsOfTable([
        [data.neither ?? 0, data.one_only ?? 0],
        [0, data.both ?? 0],
      ]);
    default:
      throw new RangeError(`no ratings in data of the kind ${data.kind}`);
  }
}

/** Numeric categories stand for themselves, named ones for their rank. */
export function valuesOf(vector: Vector): readonly number[] {
  return categoriesOf(vector).map((category, place) => (typeof category === 'number' ? category : place + 1));
}

export function weightsOf(vector: Vector): AgreementWeights {
  const scheme = vector.params['weights'] ?? 'identity';
  if (typeof scheme !== 'string' || !SCHEMES.includes(scheme)) {
    throw new RangeError(`unknown weights ${JSON.stringify(scheme)}`);
  }
  return agreementWeights(scheme as WeightScheme, valuesOf(vector));
}

export function differenceOf(vector: Vector): SquaredDifference {
  const metric = vector.params['metric'] ?? 'nominal';
  switch (metric) {
    case 'nominal':
      return differs;
    case 'ordinal':
      return ordinalDifference;
    case 'interval':
      return intervalDifference(valuesOf(vector));
    case 'ratio':
      return ratioDifference(valuesOf(vector));
    default:
      throw new RangeError(`unknown metric ${JSON.stringify(metric)}`);
  }
}
