/** Customary guide lines for agreement (Krippendorff 2019, ch. 12): lines to read by, not verdicts. */
export const guideLines = [0.667, 0.8] as const;

/** A horizontal axis for agreement coefficients, from `low` to 1, mapped to pixels. */
export type CoefficientScale = { readonly low: number; readonly width: number; x(value: number): number };

/** Room below 0 for a mark a little under it: what a code one coder never used comes to. */
const littleBelow = -0.1;

/**
 * An axis that holds every given value: it starts a little below 0, or at the next quarter below the lowest value, and never below −1.
 * `margin` pixels stay free at both ends, so that a mark at the end is drawn whole.
 */
export function coefficientScale(values: readonly number[], width: number, margin: number): CoefficientScale {
  const lowest = values.reduce((least, value) => Math.min(least, value), 0);
  const low = lowest >= littleBelow ? littleBelow : Math.max(-1, Math.floor(lowest * 4) / 4);
  const pixels = width - 2 * margin;
  return {
    low,
    width,
    x: (value) => margin + (pixels * (Math.min(1, Math.max(low, value)) - low)) / (1 - low),
  };
}
