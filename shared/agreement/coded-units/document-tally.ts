import { firstEndingAfter, unitedSpans } from '../../analysis/spans.ts';
import type { CodedSpan } from '../../analysis/sweep.ts';
import { eligibleUnits, type UnitRule, unitTotal } from '../../analysis/units.ts';
import type { Span } from '../../domain/span.ts';
import { codedRuns, type CoderCover } from './coded-runs.ts';
import { type CoderMask, codersIn, MOST_CODERS, maskOf } from './coder-mask.ts';

/**
 * A coding by a coder; coders are numbered 0 … coders − 1 in the order chosen for the comparison. `inherited`: it
 * stands here for the coding of a child code, which is given under its own number if that is compared.
 */
export type CoderCoding = CodedSpan & { readonly coder: number; readonly inherited?: boolean };

/**
 * One document to compare coders on, positions in code points.
 *
 * - `units`: sorted and disjoint; the scope for the `character` unit, one span per turn (sentence …) for `segment`.
 * - `shown`: where the units lie in the text, if `units` and `codings` are on an axis with something cut away.
 * - `codings`: of the chosen coders only, in any order; a coder's overlapping codings of one code are united first.
 * - `done`: the chosen coders who marked the document as done. All others are missing here: what they may have coded
 *   so far is not compared, and what they left uncoded does not count as "not coded".
 */
export type AgreementDocument<C extends CoderCoding = CoderCoding> = {
  readonly units: readonly Span[];
  readonly shown?: readonly Span[];
  readonly codings: readonly C[];
  readonly done: readonly number[];
};

/** What is compared and how; the same for all documents. */
export type AgreementSettings = { readonly coders: number; readonly unit: UnitRule };

/** Units of one code that exactly these coders coded. */
export type CodedCount = { readonly coders: CoderMask; readonly units: number };

/**
 * All that a document contributes to the coefficients, independent of the length of its text; a resampling of
 * documents needs nothing else. `raters` are the coders done with it; with fewer than two it is not compared.
 */
export type DocumentTally = {
  readonly raters: CoderMask;
  /** Eligible units; 0 if the document is not compared. */
  readonly units: number;
  /** For each code that a rater used: the units somebody coded, by who did. */
  readonly coded: ReadonlyMap<number, readonly CodedCount[]>;
  /** For each code that a rater used: number of codings of each coder. */
  readonly codings: ReadonlyMap<number, Int32Array>;
  /** Compared codings that share no position with any unit. */
  readonly codingsOutsideUnits: number;
  /** Codings left out because their coder is not done, or nobody else is. */
  readonly codingsNotCompared: number;
};

/**
 * Counts one document. O(m log m) for m codings.
 *
 * @throws RangeError for units out of order, a coder outside 0 … coders − 1, or more than 53 coders.
 */
export function documentTally(document: AgreementDocument, settings: AgreementSettings): DocumentTally {
  checkCoders(document, settings);
  const raters = new Set(document.done);
  const compared = raters.size >= 2 ? document.codings.filter(({ coder }) => raters.has(coder)) : [];
  const units = raters.size >= 2 ? eligibleUnits(document.units) : [];
  const coded = new Map<number, readonly CodedCount[]>();
  const codings = new Map<number, Int32Array>();
  for (const [code, spans] of Map.groupBy(compared, (coding) => coding.code)) {
    const perCoder = new Int32Array(settings.coders);
    for (const { coder } of spans) {
      perCoder[coder]! += 1;
    }
    codings.set(code, perCoder);
    const counts = new Map<CoderMask, number>();
    for (const run of codedRuns(units, coderCovers(spans), settings.unit)) {
      counts.set(run.coders, (counts.get(run.coders) ?? 0) + run.units);
    }
    coded.set(
      code,
      [...counts].map(([coders, count]) => ({ coders, units: count })),
    );
  }
  return {
    raters: maskOf(raters),
    units: unitTotal(units, settings.unit),
    coded,
    codings,
    codingsOutsideUnits: compared.filter((coding) => !coding.inherited && outsideAll(coding, units)).length,
    codingsNotCompared: ownCodings(document.codings) - ownCodings(compared),
  };
}

/** What each coder covers with the given codings of one code. */
export function coderCovers(codings: readonly CoderCoding[]): CoderCover[] {
  return [...Map.groupBy(codings, (coding) => coding.coder)].map(([coder, spans]) => ({
    coder,
    united: unitedSpans(spans),
  }));
}

/** Whether the document is compared at all: at least two of the chosen coders are done with it. */
export function isCompared(tally: DocumentTally): boolean {
  return codersIn(tally.raters).length >= 2;
}

function ownCodings(codings: readonly CoderCoding[]): number {
  return codings.reduce((count, { inherited }) => (inherited ? count : count + 1), 0);
}

function outsideAll(coding: Span, units: readonly Span[]): boolean {
  const unit = units[firstEndingAfter(units, coding.start)];
  return unit === undefined || unit.start >= coding.end || coding.start >= coding.end;
}

function checkCoders(document: AgreementDocument, { coders }: AgreementSettings): void {
  if (coders > MOST_CODERS) {
    throw new RangeError(`at most ${MOST_CODERS} coders can be compared at once, not ${coders}`);
  }
  for (const coder of [...document.done, ...document.codings.map((coding) => coding.coder)]) {
    if (!(coder >= 0 && coder < coders)) {
      throw new RangeError(`coder ${coder} is none of the ${coders} compared`);
    }
  }
}
