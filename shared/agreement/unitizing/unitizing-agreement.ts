import { positionWithin } from '../../analysis/spans.ts';
import { eligibleUnits } from '../../analysis/units.ts';
import type { CodedSpan } from '../../analysis/sweep.ts';
import { alphaU } from './alpha-u.ts';
import type { Continuum, UnitizingMeasure } from './continuum.ts';
import type { AgreementDocument, CoderCoding } from '../coded-units/document-tally.ts';
import { type ChanceRecord, type Gamma, GAMMA_SETTINGS, gamma } from './gamma.ts';
import { hasMoreCandidates } from './gamma-candidates.ts';
import type { ChanceSampler } from './gamma-samplers.ts';
import { spanDecisions } from '../spans/span-decisions.ts';
import { uAlphaFamily } from './u-alpha-family.ts';

/** Why a gamma is not there: beyond the reasons of unitizing, it was not computed for want of time (`many_spans`). */
export type GammaMeasure = UnitizingMeasure | { readonly undefined: 'many_spans' };

/** What the coders' unitizings of one text come to. */
export type UnitizingFigures = {
  /** Positions in scope. */
  readonly length: number;
  /** Passages of each coder in scope, overlapping ones of one code as one; null for a coder not done with the text. */
  readonly passages: readonly (number | null)[];
  readonly binary: UnitizingMeasure;
  readonly uAlpha: UnitizingMeasure;
  readonly coding: UnitizingMeasure;
  /** Share of the text cuα rests on; null where cuα has no value. */
  readonly coverage: number | null;
  readonly alphaU: UnitizingMeasure;
  readonly gamma: GammaMeasure;
  readonly gammaCat: GammaMeasure;
  /** Whether every best alignment is known to be the best; null without γ. */
  readonly exact: boolean | null;
  /** Annotations by chance that γ was held against; null without γ. */
  readonly samples: number | null;
};

export type UnitizingTask = {
  /** On characters of the scope. */
  readonly documents: readonly AgreementDocument[];
  readonly coders: number;
  readonly sampler: ChanceSampler;
  readonly seed: number;
  /**
   * Beyond how many passages in a document γ is left out, and beyond how many ways to align some of them with each other where
   * there are three coders or more; null: never.
   */
  readonly most: { readonly spans: number; readonly alignments: number } | null;
};

export type UnitizingAnswer = {
  /** Documents two coders are done with, by their place in the input. */
  readonly documents: readonly (UnitizingFigures & { readonly document: number })[];
  /** All documents that every coder is done with, put one after another; null if there are none. */
  readonly overall: (UnitizingFigures & { readonly documents: readonly number[] }) | null;
  /** Where chance comes from; null if no γ was computed. */
  readonly generator: string | null;
};

type Text = { readonly document: number; readonly raters: readonly number[]; readonly continuum: Continuum };
type DocumentGamma = Gamma & { readonly chance: ChanceRecord };

/**
 * The measures of unitizing of each document and of all together, the same passages as they stand in the text; yields
 * the documents done, none of them first: one can take long.
 *
 * α_U and the u-alphas of all documents are those of the documents put one after another. γ of all aligns passages and
 * draws chance within each document: 1 − Σ w d / Σ w e over documents, d the observed disorder, e the mean disorder by
 * chance, w the mean number of passages a coder, by which both were divided; γ-cat likewise.
 */
export function* unitizingAgreement(task: UnitizingTask): Generator<number, UnitizingAnswer> {
  const texts = task.documents.flatMap((document, place) => textOf(document, place));
  const figures: (UnitizingFigures & { readonly document: number })[] = [];
  const gammas = new Map<number, DocumentGamma | null>();
  yield 0;
  for (const { document, raters, continuum } of texts) {
    const ofText = isTooMany(continuum, task.most)
      ? null
      : gamma(continuum, { ...GAMMA_SETTINGS, sampler: task.sampler, seed: task.seed });
    gammas.set(document, ofText);
    figures.push({
      document,
      ...figuresOf(continuum, raters, task.coders),
      ...(ofText === null
        ? withoutGamma
        : { gamma: ofText.gamma, gammaCat: ofText.gammaCat, exact: ofText.exact, samples: ofText.chance.samples }),
    });
    yield figures.length;
  }
  const whole = texts.filter(({ raters }) => raters.length === task.coders);
  const generator = [...gammas.values()].find((one) => one !== null)?.chance.generator ?? null;
  if (whole.length === 0) return { documents: figures, overall: null, generator };
  const ofWhole = whole.map(({ document, continuum }) => ({ continuum, gamma: gammas.get(document) ?? null }));
  return {
    documents: figures,
    overall: {
      documents: whole.map(({ document }) => document),
      ...figuresOf(joined(whole.map(({ continuum }) => continuum)), whole[0]!.raters, task.coders),
      ...gammaOfAll(ofWhole),
    },
    generator,
  };
}

const withoutGamma = {
  gamma: { undefined: 'many_spans' },
  gammaCat: { undefined: 'many_spans' },
  exact: null,
  samples: null,
} as const;

/** The document as those who are done with it cut it, everything out of scope cut away; none if they are not two. */
function textOf({ units, codings, done }: AgreementDocument, document: number): Text[] {
  const raters = [...new Set(done)].sort((a, b) => a - b);
  const scope = eligibleUnits(units);
  if (raters.length < 2 || scope.length === 0) return [];
  const within = positionWithin(scope);
  const end = scope.reduce((sum, span) => sum + span.end - span.start, 0);
  const coders = raters.map((rater) =>
    decisions(
      codings.flatMap((coding) =>
        coding.coder === rater ? [{ ...coding, start: within(coding.start), end: within(coding.end) }] : [],
      ),
    ),
  );
  return [{ document, raters, continuum: { start: 0, end, coders } }];
}

/** A coder's overlapping codings of one code as one passage. */
function decisions(codings: readonly CoderCoding[]): CodedSpan[] {
  return [...Map.groupBy(codings, ({ code }) => code)].flatMap(([code, spans]) =>
    spanDecisions(spans).map((span) => ({ ...span, code })),
  );
}

function isTooMany({ coders }: Continuum, most: UnitizingTask['most']): boolean {
  if (most === null) return false;
  if (coders.reduce((sum, spans) => sum + spans.length, 0) > most.spans) return true;
  return coders.length > 2 && hasMoreCandidates(coders, GAMMA_SETTINGS.weights, most.alignments);
}

function figuresOf(continuum: Continuum, raters: readonly number[], coders: number) {
  const family = uAlphaFamily(continuum);
  return {
    length: continuum.end - continuum.start,
    passages: Array.from({ length: coders }, (_, coder) => continuum.coders[raters.indexOf(coder)]?.length ?? null),
    binary: family.binary,
    uAlpha: family.uAlpha,
    coding: family.coding,
    coverage: 'value' in family.coding ? family.coverage : null,
    alphaU: alphaU(continuum).overall,
  };
}

/** Texts one after another. */
function joined(texts: readonly Continuum[]): Continuum {
  const starts: number[] = [];
  let end = 0;
  for (const text of texts) {
    starts.push(end);
    end += text.end - text.start;
  }
  const coders = texts[0]!.coders.map((_, coder) =>
    texts.flatMap((text, place) =>
      text.coders[coder]!.map((span) => ({
        ...span,
        start: span.start + starts[place]!,
        end: span.end + starts[place]!,
      })),
    ),
  );
  return { start: 0, end, coders };
}

type Weighed = { readonly weight: number; readonly observed: number; readonly chance: number };

function gammaOfAll(
  texts: readonly { readonly continuum: Continuum; readonly gamma: DocumentGamma | null }[],
): Pick<UnitizingFigures, 'gamma' | 'gammaCat' | 'exact' | 'samples'> {
  const gammas = texts.flatMap(({ continuum, gamma: one }) => (one === null ? [] : [{ continuum, one }]));
  if (gammas.length < texts.length) return withoutGamma;
  const aligned = gammas.filter(({ one }) => one.alignment !== null);
  const weighed = aligned.map(({ continuum, one }) => ({
    one,
    weight: continuum.coders.reduce((sum, spans) => sum + spans.length, 0) / continuum.coders.length,
  }));
  const positions = weighed.map(
    ({ one, weight }): Weighed => ({
      weight,
      observed: one.alignment!.disorder,
      chance: meanOf(one.chanceDisorders),
    }),
  );
  const codes = weighed.flatMap(({ one, weight }): Weighed[] =>
    one.categorical === null ? [] : [{ weight, ...one.categorical }],
  );
  return {
    gamma: positions.length === 0 ? { undefined: 'no_units' } : ratioOf(positions, { value: 1 }),
    gammaCat:
      positions.length === 0
        ? { undefined: 'no_units' }
        : codes.length === 0
          ? { undefined: 'no_pairable_values' }
          : ratioOf(codes, null),
    exact: gammas.every(({ one }) => one.exact),
    samples: aligned.length === 0 ? 0 : Math.min(...aligned.map(({ one }) => one.chance.samples)),
  };
}

/** 1 − Σ w d / Σ w e; where nothing is in disorder, what is given. */
function ratioOf(texts: readonly Weighed[], whenNone: UnitizingMeasure | null): UnitizingMeasure {
  const observed = texts.reduce((sum, { weight, observed: disorder }) => sum + weight * disorder, 0);
  const chance = texts.reduce((sum, { weight, chance: disorder }) => sum + weight * disorder, 0);
  if (observed === 0 && whenNone !== null) return whenNone;
  return chance > 0 ? { value: 1 - observed / chance } : { undefined: 'no_variation' };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
