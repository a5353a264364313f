import { type RatingMatrix, ratingMatrix } from '../../../shared/agreement/coefficients/ratings.ts';
import type { AlphaLevel, RatingData } from '../../../shared/agreement/coefficients/rating-figures.ts';
import type { WeightScheme } from '../../../shared/agreement/coefficients/weights.ts';
import { readTable, type TableFile, TableFault } from './table-file.ts';

export type RatingOptions = {
  readonly level: AlphaLevel;
  readonly categories: readonly string[] | undefined;
  readonly weights: WeightScheme;
};

type Ratings = RatingData & {
  readonly coders: readonly string[];
  readonly units: number;
  readonly missing: number;
  /** What looks like a slip, though it can be computed. */
  readonly doubts: readonly string[];
};

/** Words by which other programs say that there is no value. */
const noValue = new Set(['NA', 'N/A', '#N/A', 'NaN', 'NULL', 'null', '.', '-']);

/** A word that may mean "missing", and a unit on two lines, which is two units here. */
function doubtsAbout({ rows }: TableFile, categories: readonly string[]): string[] {
  const lineOf = new Map<string, number>();
  const twice = rows.find(({ line, cells }) => {
    const unit = cells[0]!;
    if (unit !== '' && lineOf.has(unit)) return true;
    lineOf.set(unit, line);
    return false;
  });
  return [
    ...categories
      .filter((category) => noValue.has(category))
      .map((category) => `"${category}" is taken for a category: leave the cell empty where a rating is missing`),
    ...(twice === undefined
      ? []
      : [
          `the unit "${twice.cells[0]}" stands on lines ${lineOf.get(twice.cells[0]!)} and ${twice.line}, and counts twice: a line is a unit, with a column for each coder`,
        ]),
  ];
}

/** Squares of larger numbers, and sums of these, leave what can be computed with. */
const LARGEST = 1e100;

function isNumber(text: string): boolean {
  return text !== '' && Math.abs(Number(text)) <= LARGEST;
}

/** Names as they are declared, else in order; numbers always by their value, each once however it is written. */
function categoriesOf(declared: readonly string[] | undefined, present: ReadonlySet<string>): string[] {
  const all = [...new Set(declared ?? present)];
  if (all.every(isNumber))
    return all
      .filter((value, place) => all.findIndex((other) => same(other, value)) === place)
      .sort((a, b) => Number(a) - Number(b));
  return declared === undefined ? all.sort() : all;
}

/** A fault for a value, with the first cell that has it; a category that was only declared has none. */
function faultOf({ name, head, rows }: TableFile, value: string, why: string): TableFault {
  for (const { line, cells } of rows) {
    const column = cells.findIndex((cell, place) => place > 0 && (cell === value || same(cell, value)));
    if (column > 0)
      return new TableFault(name, `line ${line}, column "${head[column]}"`, `the rating "${value}" ${why}`);
  }
  return new TableFault(name, '', `the category "${value}" ${why}`);
}

/**
 * Ratings from a table: the first column names the unit, every other column is a coder, an empty cell is missing.
 * Throws `TableFault` with line and column.
 */
export function readRatings(path: string, { level, categories, weights }: RatingOptions): Ratings {
  const file = readTable(path);
  const coders = file.head.slice(1);
  if (coders.length < 2)
    throw new TableFault(
      file.name,
      'header',
      `has ${coders.length === 0 ? 'no coder' : 'one coder'}: it takes a column for the unit and one for each of two coders or more`,
    );
  if (new Set(coders).size < coders.length) throw new TableFault(file.name, 'header', 'names a coder twice');
  if (file.rows.length === 0) throw new TableFault(file.name, '', 'has a header and no units');
  const present = new Set<string>();
  let missing = 0;
  for (const { cells } of file.rows) {
    for (let column = 1; column < cells.length; column += 1) {
      if (cells[column] === '') missing += 1;
      else present.add(cells[column]!);
    }
  }
  const known = categoriesOf(categories, present);
  const outside = [...present].find((value) => !known.some((each) => each === value || same(each, value)));
  if (outside !== undefined) throw faultOf(file, outside, `is none of the categories ${known.join(', ')}`);
  const word = known.find((value) => !isNumber(value));
  if ((level === 'interval' || level === 'ratio') && word !== undefined)
    throw faultOf(file, word, `is no number, which --level ${level} needs`);
  // Names stand for their ranks, which are not negative.
  const asRatio =
    level === 'ratio' ? '--level ratio' : weights === 'ratio' && word === undefined ? '--weights ratio' : '';
  const negative = asRatio === '' ? undefined : known.find((value) => Number(value) < 0);
  if (negative !== undefined) throw faultOf(file, negative, `is negative, which ${asRatio} does not allow`);
  return {
    matrix: matrixOf(file, known),
    categories: known,
    values: word === undefined ? known.map(Number) : known.map((_, place) => place + 1),
    level,
    weights,
    coders,
    units: file.rows.length,
    missing,
    doubts: doubtsAbout(file, categories === undefined ? known : []),
  };
}

/** Whether two texts are one number, as 1 and 1.0. */
function same(a: string, b: string): boolean {
  return isNumber(a) && isNumber(b) && Number(a) === Number(b);
}

function matrixOf({ head, rows }: TableFile, categories: readonly string[]): RatingMatrix {
  const spelled = new Map<string, string>();
  const canonical = (cell: string): string | null => {
    if (cell === '') return null;
    const known = spelled.get(cell);
    if (known !== undefined) return known;
    const category = categories.find((each) => each === cell) ?? categories.find((each) => same(each, cell)) ?? cell;
    spelled.set(cell, category);
    return category;
  };
  const coders = head.length - 1;
  return ratingMatrix(
    rows.map(({ cells }) => Array.from({ length: coders }, (_, coder) => canonical(cells[coder + 1]!))),
    categories,
  );
}
