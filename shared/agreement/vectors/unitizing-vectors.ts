import { alphaU } from '../unitizing/alpha-u.ts';
import type { Continuum, UnitizingMeasure } from '../unitizing/continuum.ts';
import { bestAlignment } from '../unitizing/gamma-alignment.ts';
import { categoricalDisorder } from '../unitizing/gamma-cat.ts';
import { type GammaWeights, positionalDissimilarity, type Unitizing } from '../unitizing/gamma-dissimilarity.ts';
import { GAMMA_SETTINGS, gamma, type Gamma, gammaAgainst } from '../unitizing/gamma.ts';
import { uAlphaFamily } from '../unitizing/u-alpha-family.ts';
import { measureFigures, valueOrNull } from './figures.ts';
import type { Figures, Vector, VectorSpan } from './vector.ts';

type Named = {
  readonly continuum: Continuum;
  readonly names: readonly string[];
  readonly chance: readonly Unitizing[];
};

/** The continuum of a vector with its codes numbered in the order of their names. */
function continuumOf({ data }: Vector): Named {
  const coders = data.coders;
  if (coders === undefined) {
    throw new RangeError(`no coders in data of the kind ${data.kind}`);
  }
  const chance = data.chance_samples ?? [];
  const spans = coders.flat();
  const names = [...new Set([...spans, ...chance.flat(2)].map((span) => span.code))].sort();
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const numbered = (unitizing: readonly (readonly VectorSpan[])[]): Unitizing =>
    unitizing.map((ofCoder) => ofCoder.map(({ start, end, code }) => ({ start, end, code: placeOf.get(code)! })));
  const start = data.begin ?? Math.min(0, ...spans.map((span) => span.start));
  const end = data.length === undefined ? Math.max(start, ...spans.map((span) => span.end)) : start + data.length;
  return { continuum: { start, end, coders: numbered(coders) }, names, chance: chance.map(numbered) };
}

function weightsOf({ params }: Vector): GammaWeights {
  const numberAt = (key: string): number => {
    const value = params[key];
    return typeof value === 'number' ? value : 1;
  };
  return { alpha: numberAt('alpha'), beta: numberAt('beta'), empty: numberAt('delta_empty') };
}

function alphaUFigures(vector: Vector): Figures {
  const { continuum, names } = continuumOf(vector);
  const { overall, codes } = alphaU(continuum);
  return {
    ...measureFigures(overall),
    codes: Object.fromEntries(
      codes.map(({ code, alpha, observedDisagreement, expectedDisagreement }) => [
        names[code]!,
        { Do: observedDisagreement, De: expectedDisagreement, alpha: valueOrNull(alpha) },
      ]),
    ),
  };
}

function uFamilyFigures(vector: Vector): Figures {
  const { continuum, names } = continuumOf(vector);
  const { uAlpha, binary, coding, coverage, codes } = uAlphaFamily(continuum);
  return {
    ...valueNamed(vector, { u: uAlpha, bar: binary, cu: coding }),
    u_alpha: valueOrNull(uAlpha),
    bar_u_alpha: valueOrNull(binary),
    cu_alpha: valueOrNull(coding),
    k_u_alpha: Object.fromEntries(codes.map(({ code, alpha }) => [names[code]!, valueOrNull(alpha)])),
    coverage_cu: coverage,
    coverage_k: Object.fromEntries(codes.map(({ code, coverage: ofCode }) => [names[code]!, ofCode])),
    ...('undefined' in uAlpha ? { reason: uAlpha.undefined } : {}),
  };
}

/** Where one coefficient of the family is asked for by name, `value` is that one; uα else. */
function valueNamed(
  { coefficient }: Vector,
  { u, bar, cu }: Record<'u' | 'bar' | 'cu', UnitizingMeasure>,
): { readonly value: number | null } {
  const measure = /cu/i.test(coefficient) ? cu : /bar|binary|^\|/i.test(coefficient) ? bar : u;
  return { value: valueOrNull(measure) };
}

function gammaFigures(result: Gamma): Figures {
  return {
    value: valueOrNull(result.gamma),
    gamma: valueOrNull(result.gamma),
    gamma_cat: valueOrNull(result.gammaCat),
    observed_disorder: result.alignment?.disorder ?? null,
    n_unitary_alignments: result.alignment?.alignments.length ?? 0,
    sample_disorders: result.chanceDisorders,
    exact: result.exact,
    ...('undefined' in result.gamma ? { reason: result.gamma.undefined } : {}),
  };
}

function replayFigures(vector: Vector): Figures {
  const { continuum, chance } = continuumOf(vector);
  return gammaFigures(gammaAgainst(continuum.coders, chance, weightsOf(vector)));
}

/** `alpha3_beta1` and the like: the disorder of the best alignment under these weights. */
function disorderFigures(vector: Vector): Figures {
  const { coders } = continuumOf(vector).continuum;
  const figures = Object.keys(vector.expected).map((key) => {
    const [, alpha, beta] = /^alpha([\d.]+)_beta([\d.]+)$/.exec(key) ?? [];
    const weights = alpha === undefined ? weightsOf(vector) : { alpha: Number(alpha), beta: Number(beta), empty: 1 };
    return [key, bestAlignment(coders, weights)?.disorder ?? null];
  });
  return Object.fromEntries(figures) as Figures;
}

function categoricalFigures(vector: Vector): Figures {
  const { coders } = continuumOf(vector).continuum;
  const weights = weightsOf(vector);
  const alignments = bestAlignment(coders, weights)?.alignments ?? [];
  return {
    value: categoricalDisorder(coders, alignments, weights),
    value_pygamma_variant: categoricalDisorder(coders, alignments, weights, { unmatched: 'disagreement' }),
  };
}

function positionalFigures({ data, params }: Vector): Figures {
  const empty = typeof params['delta_empty'] === 'number' ? params['delta_empty'] : 1;
  return {
    values: (data.pairs ?? []).map(([[start, end], [otherStart, otherEnd]]) =>
      positionalDissimilarity({ start, end }, { start: otherStart, end: otherEnd }, empty),
    ),
  };
}

/** Measures of how coders cut and coded a continuum. */
export const unitizingVectors: Readonly<Record<string, (vector: Vector) => Figures>> = {
  alpha_u_1995: alphaUFigures,
  gamma: (vector) =>
    gammaFigures(gamma(continuumOf(vector).continuum, { ...GAMMA_SETTINGS, weights: weightsOf(vector) })),
  gamma_cat: (vector) => {
    const result = gamma(continuumOf(vector).continuum, { ...GAMMA_SETTINGS, weights: weightsOf(vector) });
    return { ...gammaFigures(result), ...measureFigures(result.gammaCat) };
  },
  gamma_cat_observed_disorder: categoricalFigures,
  gamma_observed_disorder: disorderFigures,
  gamma_positional_dissimilarity: positionalFigures,
  gamma_replay: replayFigures,
  u_alpha_family_2016: uFamilyFigures,
};
