import { orderedAnswers } from './answer-scales.ts';
import { type AttributeShape, type AttributeType, isDay, numberOf, truthOf } from '../../domain/attribute.ts';

/** Answer scales a survey may use, from the narrowest. */
const scales = [
  { minimum: 1, maximum: 5 },
  { minimum: 1, maximum: 7 },
  { minimum: 0, maximum: 10 },
] as const;

/** Share of all answers that must lie on a scale before it is taken for the survey's: what lies outside is then reported. */
const shareOnScale = 0.97;
/** Share of one column's answers that must lie on it. */
const shareOfColumn = 0.8;
const fewestAnswers = 4;
const mostCategories = 15;

/** Words people write where they give no answer: they stand behind every category of an order. */
const noAnswer =
  /^(?:no answer|n\/a|not applicable|don['’]?t know|unknown|refused|prefer not to (?:say|answer)|other|不回答|拒答|拒绝回答|不知道|不适用|其他|無回答|未回答|回答拒否|該当なし|わからない|その他)$/i;

/**
 * What a column holds, judged by its filled cells. Doubt makes text, so that `<3000`, `007` and `2024-01` stay what they are;
 * a column of number ranges or of the words of an answer scale is an order of categories.
 */
export function guessShape(cells: readonly string[]): AttributeShape {
  const categories = orderedCategories(cells);
  return categories === null
    ? { type: guessType(cells), categories: null, minimum: null, maximum: null }
    : { type: 'ordered', categories, minimum: null, maximum: null };
}

function guessType(cells: readonly string[]): AttributeType {
  const all = (holds: (cell: string) => boolean): boolean => cells.length > 0 && cells.every(holds);
  if (all((cell) => /^-?(?:0|[1-9]\d{0,14})$/.test(cell))) return 'integer';
  // A number of more digits than a number holds is one of a card or an account.
  if (all((cell) => /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(cell))) return 'decimal';
  if (all(isDay)) return 'date';
  return all((cell) => truthOf(cell) !== null) ? 'boolean' : 'text';
}

/** Ranges and words of scales from low to high, "no answer" behind them; null unless all cells are such. */
function orderedCategories(cells: readonly string[]): string[] | null {
  const values = [...new Set(cells)];
  if (values.length > mostCategories) return null;
  const others = values.filter((value) => noAnswer.test(value));
  const told = values.filter((value) => !noAnswer.test(value));
  const ordered = orderedRanges(told) ?? orderedAnswers(told);
  return ordered === null ? null : [...ordered, ...others];
}

/** `18-29`, `<3000`, `60+` by their numbers; null unless all are ranges, two or more, and none reaches into the next. */
function orderedRanges(values: readonly string[]): string[] | null {
  const ranges = values.flatMap((value) => {
    const range = rangeOf(value);
    return range === null ? [] : [{ value, ...range }];
  });
  if (ranges.length < 2 || ranges.length < values.length) return null;
  const ordered = ranges.toSorted((a, b) => a.low - b.low || a.high - b.high);
  const isApart = ordered.every(({ high }, place) => {
    const next = ordered[place + 1];
    return next === undefined || high <= next.low;
  });
  return isApart ? ordered.map(({ value }) => value) : null;
}

// No leading zeros: these are months, days, postcodes.
const number = String.raw`((?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?)`;
const unit = String.raw`\s*(?:years?(?: old)?|yrs?|岁|歳|才|元|円|人|年|%)?`;
const between = new RegExp(String.raw`^${number}${unit}\s*(?:[-–—~～〜至]|to)\s*${number}${unit}$`, 'i');
const atLeast = new RegExp(
  String.raw`^(?:(?:>=?|≥|over |more than )\s*${number}${unit}|${number}${unit}\s*(?:\+|and (?:over|older|above|more)|or (?:over|older|above|more)|(?:及|或)?以上))$`,
  'i',
);
const below = new RegExp(
  String.raw`^(?:(?:<=?|≤|under |below |less than )\s*${number}${unit}|${number}${unit}\s*(?:(?:及|或)?以下|以内|未満|未满))$`,
  'i',
);

/** What a range reaches from and to; one from high to low (`2024-01`) is none. */
function rangeOf(value: string): { readonly low: number; readonly high: number } | null {
  const numbers = (match: RegExpExecArray): number[] =>
    match.slice(1).flatMap((each) => (each === undefined ? [] : [Number(each.replaceAll(',', ''))]));
  const both = between.exec(value);
  if (both !== null) {
    const [low, high] = numbers(both) as [number, number];
    return low < high ? { low, high } : null;
  }
  const least = atLeast.exec(value);
  if (least !== null) return { low: numbers(least)[0]!, high: Infinity };
  const most = below.exec(value);
  return most === null ? null : { low: -Infinity, high: numbers(most)[0]! };
}

/**
 * The answer scale of each column, where the survey has one: the narrowest scale on which almost all small whole numbers of
 * all columns lie. A stray answer (a 6 among five points) does not widen the scale; it is reported.
 */
export function guessScales(columns: readonly (readonly string[])[]): ({ minimum: number; maximum: number } | null)[] {
  const numbers = columns.map((cells) => {
    const values = cells.map(numberOf);
    const whole = values.every((value) => value !== null && Number.isInteger(value));
    return whole && values.length >= fewestAnswers ? (values as number[]) : null;
  });
  const on = ({ minimum, maximum }: (typeof scales)[number], values: readonly number[]): number =>
    values.filter((value) => value >= minimum && value <= maximum).length / values.length;
  for (const scale of scales) {
    const held = numbers.map((values) => values !== null && on(scale, values) >= shareOfColumn);
    const pooled = numbers.flatMap((values, place) => (held[place] ? values! : []));
    const small = numbers.filter((values) => values !== null && on(scales[2], values) >= shareOfColumn).length;
    // Counting children is no scale: half of the columns of small numbers must lie on it.
    if (pooled.length === 0 || on(scale, pooled) < shareOnScale || held.filter(Boolean).length * 2 < small) continue;
    return held.map((isHeld) => (isHeld ? { minimum: scale.minimum, maximum: scale.maximum } : null));
  }
  return columns.map(() => null);
}
