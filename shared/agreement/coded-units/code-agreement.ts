import type { UnitRule } from '../../analysis/units.ts';
import { type MeanOfDefined, meanOfDefined } from '../../statistics/mean.ts';
import type { Measure } from '../../statistics/measure.ts';
import { type CoderMask, maskHolds } from './coder-mask.ts';
import {
  type AgreementDocument,
  type AgreementSettings,
  type CodedCount,
  type DocumentTally,
  documentTally,
  isCompared,
} from './document-tally.ts';
import { type AgreementMeasures, agreementMeasures } from './measures.ts';
import { pooledRatings, type RatingMatrix, ratingTotal, type TwoByTwo } from '../coefficients/ratings.ts';

/** What to compare. Codes are numbered 0 … codes − 1, coders 0 … coders − 1, in the order chosen by the caller. */
export type AgreementInput = AgreementSettings & {
  readonly documents: readonly AgreementDocument[];
  readonly codes: number;
};

/** Units of one code, or of all codes together. */
export type AgreementCounts = {
  /** Units at least two coders judged. */
  readonly n: number;
  /** For each coder, the units coded, out of those the coder judged; null for a coder done with none of the documents compared. */
  readonly coded: readonly (number | null)[];
  /** Units coded by every coder who judged them. */
  readonly both: number;
  /** Share of all judgements that are "coded". */
  readonly prevalence: Measure;
  /** For two coders the table behind all coefficients; null for more. */
  readonly table: TwoByTwo | null;
};

/** Agreement on one code, "this code or not" for every unit. */
export type CodeAgreement = AgreementCounts & {
  readonly code: number;
  /** Codings of each coder, before overlapping ones are united. */
  readonly codings: readonly number[];
  /** Whether any compared coding has the code. Codes that are not used are listed, but not part of `overall`. */
  readonly used: boolean;
  readonly measures: AgreementMeasures;
  /** The judgements themselves, for coefficients and intervals beyond `measures`. */
  readonly ratings: RatingMatrix;
};

/** `pooled` ("micro"): the units of all used codes in one table. `macro`: mean of the codes' defined values. */
export type OverallAgreement = {
  readonly pooled: AgreementCounts & { readonly measures: AgreementMeasures };
  readonly macro: { readonly [K in keyof AgreementMeasures]: MeanOfDefined };
};

export type AgreementByCode = {
  readonly unit: UnitRule;
  /** Units per code: all eligible units of the documents compared. */
  readonly n: number;
  /** Places (in the input) of the documents compared: those at least two of the coders are done with. */
  readonly documents: readonly number[];
  readonly codes: readonly CodeAgreement[];
  readonly overall: OverallAgreement;
  readonly codingsOutsideUnits: number;
  readonly codingsNotCompared: number;
};

/**
 * Agreement of the chosen coders on every code. A code's children do not count for it, unless the caller adds their
 * codings under the parent's number.
 *
 * Only documents that at least two of the coders are done with are compared, and there a coder who is not done is
 * missing. Cost O(m log m) in the codings, independent of the length of the texts.
 *
 * @throws RangeError for units out of order, coders out of range or more than 53 coders.
 */
export function agreementByCode(input: AgreementInput): AgreementByCode {
  const tallies = input.documents.map((document) => documentTally(document, input));
  return agreementOfTallies(tallies, input);
}

/** The same from documents already counted; a document may be given several times, as a resampling does. */
export function agreementOfTallies(
  tallies: readonly DocumentTally[],
  { coders, codes, unit }: Omit<AgreementInput, 'documents'>,
): AgreementByCode {
  const compared = tallies.filter(isCompared);
  const matrices = ratingsByCode(compared, coders, codes);
  const codings = Array.from({ length: codes }, () => Array<number>(coders).fill(0));
  for (const tally of compared) {
    for (const [code, counts] of tally.codings) {
      for (const [coder, count] of counts.entries()) {
        codings[code]![coder]! += count;
      }
    }
  }
  const isRater = Array.from({ length: coders }, (_, coder) => compared.some(({ raters }) => maskHolds(raters, coder)));
  const perCode = matrices.map((ratings, code): CodeAgreement => {
    const counts = agreementCounts(ratings, isRater);
    const codingsOfCode = codings[code]!;
    return {
      code,
      codings: codingsOfCode,
      used: codingsOfCode.some((count) => count > 0),
      ...counts,
      measures: agreementMeasures(ratings),
      ratings,
    };
  });
  return {
    unit,
    n: compared.reduce((units, tally) => units + tally.units, 0),
    documents: [...tallies.entries()].flatMap(([place, tally]) => (isCompared(tally) ? [place] : [])),
    codes: perCode,
    overall: overallAgreement(
      perCode.filter((code) => code.used),
      isRater,
    ),
    codingsOutsideUnits: tallies.reduce((sum, tally) => sum + tally.codingsOutsideUnits, 0),
    codingsNotCompared: tallies.reduce((sum, tally) => sum + tally.codingsNotCompared, 0),
  };
}

function overallAgreement(used: readonly CodeAgreement[], isRater: readonly boolean[]): OverallAgreement {
  const ratings =
    used.length > 0
      ? pooledRatings(used.map((code) => code.ratings))
      : { coders: isRater.length, categories: 2, rows: [] };
  const counts = agreementCounts(ratings, isRater);
  const macro = (name: keyof AgreementMeasures): MeanOfDefined =>
    meanOfDefined(used.map((code) => code.measures[name]));
  return {
    pooled: { ...counts, measures: agreementMeasures(ratings) },
    macro: {
      percentAgreement: macro('percentAgreement'),
      cohenKappa: macro('cohenKappa'),
      krippendorffAlpha: macro('krippendorffAlpha'),
      gwetAc1: macro('gwetAc1'),
      positiveAgreement: macro('positiveAgreement'),
    },
  };
}

/** One "code or not" matrix per code: 0 not coded, 1 coded, null where the coder was not done. */
function ratingsByCode(tallies: readonly DocumentTally[], coders: number, codes: number): RatingMatrix[] {
  const unitsOfRaters = new Map<CoderMask, number>();
  const codedOf = Array.from({ length: codes }, () => new Map<CoderMask, Map<CoderMask, number>>());
  for (const { raters, units, coded } of tallies) {
    unitsOfRaters.set(raters, (unitsOfRaters.get(raters) ?? 0) + units);
    for (const [code, counts] of coded) {
      addCounts(codedOf[code]!, raters, counts);
    }
  }
  return codedOf.map((byRaters) => ({
    coders,
    categories: 2,
    rows: [...unitsOfRaters].flatMap(([raters, units]) => {
      const byCoders = byRaters.get(raters) ?? new Map<CoderMask, number>();
      const uncoded = [...byCoders.values()].reduce((left, count) => left - count, units);
      return [[0, uncoded] as const, ...byCoders]
        .filter(([, count]) => count > 0)
        .map(([mask, count]) => ({ ratings: ratingsOf(raters, mask, coders), count }));
    }),
  }));
}

function addCounts(
  byRaters: Map<CoderMask, Map<CoderMask, number>>,
  raters: CoderMask,
  counts: readonly CodedCount[],
): void {
  const byCoders = byRaters.get(raters) ?? new Map<CoderMask, number>();
  byRaters.set(raters, byCoders);
  for (const { coders, units } of counts) {
    byCoders.set(coders, (byCoders.get(coders) ?? 0) + units);
  }
}

function ratingsOf(raters: CoderMask, coded: CoderMask, coders: number): (number | null)[] {
  return Array.from({ length: coders }, (_, coder) =>
    maskHolds(raters, coder) ? (maskHolds(coded, coder) ? 1 : 0) : null,
  );
}

function agreementCounts(matrix: RatingMatrix, isRater: readonly boolean[]): AgreementCounts {
  const coded = Array<number>(matrix.coders).fill(0);
  let n = 0;
  let both = 0;
  let neither = 0;
  let judgements = 0;
  for (const row of matrix.rows) {
    const total = ratingTotal(row);
    const yes = row.ratings.filter((rating) => rating === 1).length;
    n += total >= 2 ? row.count : 0;
    judgements += total * row.count;
    both += total >= 2 && yes === total ? row.count : 0;
    neither += yes === 0 ? row.count : 0;
    for (const [coder, rating] of row.ratings.entries()) {
      coded[coder]! += rating === 1 ? row.count : 0;
    }
  }
  const table = matrix.coders === 2 ? { n11: both, n10: coded[0]! - both, n01: coded[1]! - both, n00: neither } : null;
  const used = coded.reduce((sum, count) => sum + count, 0);
  const prevalence: Measure = judgements > 0 ? { value: used / judgements } : { undefined: 'no_units' };
  return { n, coded: coded.map((count, coder) => (isRater[coder] ? count : null)), both, prevalence, table };
}
