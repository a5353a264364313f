import { intervalDifference, ordinalDifference, ratioDifference } from '../coefficients/alpha-differences.ts';
import { differs, type SquaredDifference } from '../coefficients/krippendorff-alpha.ts';
import { type RatingMatrix, ratingMatrix, ratingsOfCounts, ratingsOfTable } from '../coefficients/ratings.ts';
import { type AgreementWeights, agreementWeights, weightSchemes } from '../coefficients/weights.ts';
import type { Category, Vector } from './vector.ts';

/** Other names of the weights in use. */
const SCHEME_NAMES: Readonly<Record<string, string>> = {
  none: 'identity',
  unweighted: 'identity',
  nominal: 'identity',
  squared: 'quadratic',
  interval: 'quadratic',
};

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
  if (Array.isArray(data.units)) {
    const present = (data.units ?? []).flat().filter((value) => value !== null) as Category[];
    return filledUp([...new Set(present)].sort(byValue), size);
  }
  const columns = data.table?.length ?? data.counts?.[0]?.length ?? 2;
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
  if (Array.isArray(data.units)) {
    return ratingMatrix(data.units as readonly (readonly (Category | null)[])[], categoriesOf(vector));
  }
  if (Array.isArray(data.table)) {
    return ratingsOfTable(data.table);
  }
  if (Array.isArray(data.counts)) {
    return ratingsOfCounts(data.counts);
  }
  if (data.both !== undefined || data.neither !== undefined || data.one_only !== undefined) {
    return ratingsOfTable([
      [data.neither ?? 0, data.one_only ?? 0],
      [0, data.both ?? 0],
    ]);
  }
  throw new RangeError(`no ratings in data of the kind ${data.kind}`);
}

/** Numeric categories stand for themselves, named ones for their rank. */
export function valuesOf(vector: Vector): readonly number[] {
  return categoriesOf(vector).map((category, place) => (typeof category === 'number' ? category : place + 1));
}

/** The weights named, or given as a matrix. */
export function weightsOf(vector: Vector): AgreementWeights {
  const given = vector.params['weights'] ?? 'identity';
  const values = valuesOf(vector);
  if (Array.isArray(given)) {
    if (given.length !== values.length || given.some((line) => !Array.isArray(line) || line.length !== values.length)) {
      throw new RangeError(`the weights are no ${values.length} × ${values.length} matrix`);
    }
    return given as number[][];
  }
  const name = typeof given === 'string' ? given.toLowerCase() : '';
  const scheme = weightSchemes.find((each) => each === (SCHEME_NAMES[name] ?? name));
  if (scheme === undefined) {
    throw new RangeError(`unknown weights ${JSON.stringify(given)}`);
  }
  return agreementWeights(scheme, values);
}

/** The difference of two values for Krippendorff's alpha; `metric` or `level` of the parameters. */
export function differenceOf(vector: Vector): SquaredDifference {
  const metric = vector.params['metric'] ?? vector.params['level'] ?? 'nominal';
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
