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
const noAnswer = /^(?:no answer|n\/a|don['’]?t know|unknown|other|不回答|不知道|其他|無回答|わからない|その他)$/i;

/**
 * What a column holds, judged by its filled cells. Doubt makes text, so that `18-29`, `<3000` and `007` stay what they are;
 * a column of number ranges is an order of categories.
 */
export function guessShape(cells: readonly string[]): AttributeShape {
  const categories = orderedRanges(cells);
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

/** `18-29`, `<3000`, `60+` by their numbers, from low to high; null unless every category but "no answer" is such a range. */
function orderedRanges(cells: readonly string[]): string[] | null {
  const values = [...new Set(cells)];
  if (values.length > mostCategories) return null;
  const ranges = values.flatMap((value) => {
    const low = lowEnd(value);
    return low === null ? [] : [{ value, low }];
  });
  const others = values.filter((value) => !ranges.some((range) => range.value === value));
  if (ranges.length < 2 || !others.every((value) => noAnswer.test(value))) return null;
  return [...ranges.toSorted((a, b) => a.low - b.low).map(({ value }) => value), ...others];
}

function lowEnd(value: string): number | null {
  const between = /^(\d+(?:\.\d+)?)\s*[-–—~～至]\s*\d+(?:\.\d+)?$/.exec(value);
  if (between) return Number(between[1]);
  const atLeast = /^(?:>=?|≥|over )\s*(\d+)$|^(\d+)\s*\+$/.exec(value);
  if (atLeast) return Number(atLeast[1] ?? atLeast[2]);
  const below = /^(?:<=?|≤|under )\s*(\d+)$/.exec(value);
  // Below everything that begins at its number.
  return below ? Number(below[1]) - 1e9 : null;
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
