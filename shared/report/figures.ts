const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** No figure: a dash that lines up with figures. */
export const noFigure = '–';

/** A count with thousands grouped and a true minus: 13,169. The three interface languages group alike. */
export function countText(count: number): string {
  return grouped.format(count).replace('-', '−');
}

/** A count; a dash for a coder who did not judge what is counted. */
export function countOrDash(count: number | null): string {
  return count === null ? noFigure : countText(count);
}

/**
 * A statistic with a fixed number of decimals, a decimal point in every language and a true minus.
 * What rounds to zero has no sign: −0.001 is "0.00".
 */
export function coefficientText(value: number, decimals = 2): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** A proportion 0..1 as per cent without the sign, for a column whose head carries it: 0.9871 is "98.7". */
export function percentText(proportion: number): string {
  return coefficientText(proportion * 100, 1);
}

/** A proportion as it stands in a sentence, with a narrow no-break space before the sign. */
export function percentInSentence(proportion: number): string {
  return `${percentText(proportion)}\u202f%`;
}

/** A probability with three decimals, "< 0.001" below: 0 would say what no test can. */
export function pText(p: number): string {
  return p < 0.001 ? '<\u202f0.001' : coefficientText(p, 3);
}
