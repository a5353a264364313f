import type { Span } from '../../domain/span.ts';
import type { Measure } from '../../statistics/measure.ts';
import { codesUsed, type Continuum, sortedContinuum } from './continuum.ts';

/** Alpha_U of one code, with the disagreements it is made of. */
export type CodeAlphaU = {
  readonly code: number;
  readonly alpha: Measure;
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
};

export type AlphaU = { readonly overall: Measure; readonly codes: readonly CodeAlphaU[] };

/** A stretch of one coder's continuum: a unit of the code, or the gap between two. */
type Section = Span & { readonly valued: boolean };

/**
 * Krippendorff's unitizing alpha of 1995, one code at a time: Krippendorff 1995, Sociological Methodology 25:47–76;
 * 2004, Quality & Quantity 38:787–800, with D_e as corrected there. It compares where units begin and end, by squared
 * distances: a long unit weighs much more than a short one, values below −1 occur. Codes may overlap each other; a
 * coder's own overlapping spans of one code are united first, touching ones stay two units.
 *
 * Overall 1 − Σ_c D_o / Σ_c D_e over the codes used. `never_used` where nobody used any code, `no_pairable_values` with
 * fewer than two coders, `no_variation` where nothing could disagree (D_e = 0).
 *
 * O(s log s) in the number of spans.
 *
 * @throws RangeError for a span outside the continuum.
 */
export function alphaU(continuum: Continuum): AlphaU {
  const sorted = sortedContinuum(continuum);
  const codes = codesUsed(sorted).map((code) => alphaOfCode(sorted, code));
  const sum = (key: 'observedDisagreement' | 'expectedDisagreement'): number =>
    codes.reduce((total, code) => total + code[key], 0);
  return { overall: alphaOf(continuum, sum('observedDisagreement'), sum('expectedDisagreement'), codes.length), codes };
}

function alphaOf({ coders }: Continuum, observed: number, expected: number, used: number): Measure {
  if (coders.length < 2) {
    return { undefined: 'no_pairable_values' };
  }
  if (used === 0) {
    return { undefined: 'never_used' };
  }
  return expected > 0 ? { value: 1 - observed / expected } : { undefined: 'no_variation' };
}

function alphaOfCode(continuum: Continuum, code: number): CodeAlphaU {
  const sections = continuum.coders.map((spans) =>
    sectionsOf(
      continuum,
      spans.filter((span) => span.code === code),
    ),
  );
  const observedDisagreement = continuum.coders.length < 2 ? 0 : observedOf(continuum, sections);
  const expectedDisagreement = continuum.coders.length < 2 ? 0 : expectedOf(continuum, sections);
  return {
    code,
    alpha: alphaOf(continuum, observedDisagreement, expectedDisagreement, 1),
    observedDisagreement,
    expectedDisagreement,
  };
}

/** Units and gaps of one coder from the start of the continuum to its end. `spans` sorted. */
function sectionsOf({ start, end }: Span, spans: readonly Span[]): Section[] {
  const units: Span[] = [];
  for (const span of spans) {
    const last = units.at(-1);
    if (last !== undefined && span.start < last.end) {
      units[units.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      units.push(span);
    }
  }
  const sections: Section[] = [];
  let reached = start;
  for (const unit of units) {
    if (unit.start > reached) {
      sections.push({ start: reached, end: unit.start, valued: false });
    }
    sections.push({ start: unit.start, end: unit.end, valued: true });
    reached = unit.end;
  }
  if (reached < end) {
    sections.push({ start: reached, end, valued: false });
  }
  return sections;
}

/** D_o: squared distances of the sections of every two coders, both orders, over m(m − 1)L². */
function observedOf({ start, end }: Span, sections: readonly (readonly Section[])[]): number {
  let sum = 0;
  for (const [first, ofFirst] of sections.entries()) {
    for (const ofSecond of sections.slice(first + 1)) {
      sum += 2 * disagreementOf(ofFirst, ofSecond);
    }
  }
  const m = sections.length;
  return sum / (m * (m - 1) * (end - start) ** 2);
}

function disagreementOf(first: readonly Section[], second: readonly Section[]): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < first.length && j < second.length) {
    const g = first[i]!;
    const h = second[j]!;
    if (g.valued && h.valued) {
      sum += (g.start - h.start) ** 2 + (g.end - h.end) ** 2;
    } else if (g.valued && h.start <= g.start && g.end <= h.end) {
      sum += (g.end - g.start) ** 2;
    } else if (h.valued && g.start <= h.start && h.end <= g.end) {
      sum += (h.end - h.start) ** 2;
    }
    // Both lists cover the continuum without holes: the section that ends first meets no other.
    if (g.end <= h.end) {
      i += 1;
    }
    if (h.end <= g.end) {
      j += 1;
    }
  }
  return sum;
}

/**
 * D_e = (2/L) Σ_units [(N − 1)/3 (2l³ − 3l² + l) + l² Σ_gaps (l_h − l + 1) [l_h ≥ l]] / (mL(mL − 1) − Σ l(l − 1)),
 * the gaps those of all coders.
 */
function expectedOf({ start, end }: Span, sections: readonly (readonly Section[])[]): number {
  const all = sections.flat();
  const lengthOf = (section: Span): number => section.end - section.start;
  const units = all.filter((section) => section.valued).map(lengthOf);
  const gaps = all
    .filter((section) => !section.valued)
    .map(lengthOf)
    .sort((a, b) => b - a);
  const gapSums = [0];
  for (const gap of gaps) {
    gapSums.push(gapSums.at(-1)! + gap);
  }
  let sum = 0;
  let ownPairs = 0;
  let longer = gaps.length;
  for (const l of units.sort((a, b) => a - b)) {
    while (longer > 0 && gaps[longer - 1]! < l) {
      longer -= 1;
    }
    const places = gapSums[longer]! - longer * (l - 1);
    sum += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * places;
    ownPairs += l * (l - 1);
  }
  const positions = sections.length * (end - start);
  const pairs = positions * (positions - 1) - ownPairs;
  return sum === 0 ? 0 : ((2 / (end - start)) * sum) / pairs;
}
