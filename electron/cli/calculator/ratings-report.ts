import { coderPairNumbers } from '../../../shared/agreement/coefficients/coder-pairs.ts';
import {
  alphaByCategory,
  pairFigures,
  type RatingFigure,
  ratingFigures,
} from '../../../shared/agreement/coefficients/rating-figures.ts';
import { figure } from '../agreement-tables.ts';
import { print, printTable } from '../output.ts';
import { type RatingOptions, readRatings } from './ratings.ts';

type Named = { readonly [name: string]: RatingFigure };

function values(figures: Named): Record<string, number | null> {
  return Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
}

function reasons(figures: Named): { undefined?: Record<string, string> } {
  const undefinedOnes = Object.entries(figures).flatMap(([name, each]) =>
    each.undefined === undefined ? [] : [[name, each.undefined] as const],
  );
  return undefinedOnes.length > 0 ? { undefined: Object.fromEntries(undefinedOnes) } : {};
}

function detail({ value, observed, expected, standardError, interval }: RatingFigure) {
  return {
    value,
    ...(observed === undefined ? {} : { pa: observed, pe: expected }),
    ...(standardError === undefined
      ? {}
      : {
          se: standardError,
          ci95: interval === null || interval === undefined ? null : [interval.low, interval.high],
        }),
  };
}

/** Everything a table of ratings comes to: each coefficient as a number or null, details and reasons beside. */
export function ratingsReport(path: string, options: RatingOptions) {
  const ratings = readRatings(path, options);
  const figures = ratingFigures(ratings);
  return {
    units: ratings.units,
    coders: ratings.coders,
    missing: ratings.missing,
    ...(ratings.doubts.length > 0 ? { doubts: ratings.doubts } : {}),
    categories: ratings.categories,
    level: ratings.level,
    weights: ratings.weights,
    ...values(figures),
    ...reasons(figures),
    details: Object.fromEntries(Object.entries(figures).map(([name, each]) => [name, detail(each)])),
    krippendorff_alpha_per_category: values(alphaByCategory(ratings)),
    pairs: pairFigures(ratings).map(({ table, ...pair }, place) => {
      const [first, second] = coderPairNumbers(ratings.coders.length)[place]!;
      return { coders: [ratings.coders[first], ratings.coders[second]], table, ...values(pair), ...reasons(pair) };
    }),
  };
}

/** The same for people. */
export function printRatings(report: ReturnType<typeof ratingsReport>): void {
  print(
    `${report.units} units, coders ${report.coders.join(', ')}, ${report.missing} ratings missing; categories ${report.categories.join(', ')}; level ${report.level}, weights ${report.weights}`,
  );
  const rows = Object.entries(report.details).map(([name, { value, se, ci95 }]) => [
    name,
    value === null ? 'not defined' : figure(value),
    se === undefined || se === null ? '' : figure(se),
    ci95 ? `${figure(ci95[0]!)} to ${figure(ci95[1]!)}` : '',
    report.undefined?.[name] ?? '',
  ]);
  printTable(['coefficient', 'value', 'SE', '95 %', 'why not defined'], rows);
  print('Errors take the units for independent of each other.');
}
