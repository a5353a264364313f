/**
 * How many units were judged in one way: `ratings[g]` is the category coder g chose, numbered 0 … q − 1, or null where
 * the coder did not judge the unit (missing, which is not the same as "not coded"). Equal units are one row with a
 * `count`, so the number of rows does not grow with the length of the text.
 */
export type RatingRow = { readonly ratings: readonly (number | null)[]; readonly count: number };

/**
 * Units × coders. `categories` is the declared number q of categories, used or not: AC1 and Brennan–Prediger depend on
 * it. Rows may repeat and may have the count 0; their order carries no meaning.
 */
export type RatingMatrix = {
  readonly coders: number;
  readonly categories: number;
  readonly rows: readonly RatingRow[];
};

/** Counts for two coders and one code: both, only the first, only the second, neither. */
export type TwoByTwo = { readonly n11: number; readonly n10: number; readonly n01: number; readonly n00: number };

/**
 * A rating matrix from one row per unit, the values replaced by their place in `categories`.
 *
 * @throws RangeError for a rating that is none of the categories, and for rows of different length.
 */
export function ratingMatrix<T>(units: readonly (readonly (T | null)[])[], categories: readonly T[]): RatingMatrix {
  const placeOf = new Map<T | null, number | null>(categories.map((category, place) => [category, place]));
  placeOf.set(null, null);
  const coders = units[0]?.length ?? 0;
  const keyOf = rowKey(coders, categories.length);
  const rows = new Map<number | string, { ratings: (number | null)[]; count: number }>();
  const ratings = Array<number | null>(coders).fill(null);
  for (const unit of units) {
    if (unit.length !== coders) {
      throw new RangeError(`every unit needs ${coders} ratings, one has ${unit.length}`);
    }
    for (let coder = 0; coder < coders; coder += 1) {
      const place = placeOf.get(unit[coder]!);
      if (place === undefined) {
        throw new RangeError(`the rating ${String(unit[coder])} is none of the categories`);
      }
      ratings[coder] = place;
    }
    const key = keyOf(ratings);
    const row = rows.get(key);
    if (row === undefined) {
      rows.set(key, { ratings: [...ratings], count: 1 });
    } else {
      row.count += 1;
    }
  }
  return { coders, categories: categories.length, rows: [...rows.values()] };
}

/** A different key for every different row: a number where one can tell them apart, which is much faster. */
function rowKey(coders: number, categories: number): (ratings: readonly (number | null)[]) => number | string {
  const base = categories + 1;
  return base ** coders > Number.MAX_SAFE_INTEGER
    ? (ratings) => ratings.join(',')
    : (ratings) => {
        let key = 0;
        for (const place of ratings) {
          key = key * base + (place === null ? 0 : place + 1);
        }
        return key;
      };
}

/** The rating matrix of a square table of counts: rows the categories of coder 1, columns those of coder 2. */
export function ratingsOfTable(table: readonly (readonly number[])[]): RatingMatrix {
  const rows = table.flatMap((line, first) => line.map((count, second) => ({ ratings: [first, second], count })));
  return { coders: 2, categories: table.length, rows };
}

/**
 * The rating matrix of counts per unit and category (how many coders chose it), where it is not known who chose what:
 * only for coefficients that do not tell coders apart. Units with fewer ratings than others get missing ones.
 */
export function ratingsOfCounts(counts: readonly (readonly number[])[]): RatingMatrix {
  const chosen = counts.map((line) => line.flatMap((times, category) => Array<number>(times).fill(category)));
  const coders = chosen.reduce((most, ratings) => Math.max(most, ratings.length), 0);
  const rows = chosen.map((ratings) => ({
    ratings: [...ratings, ...Array<null>(coders - ratings.length).fill(null)],
    count: 1,
  }));
  return { coders, categories: counts[0]?.length ?? 0, rows };
}

/** How many coders of a row chose each category. */
export function categoryCounts(row: RatingRow, categories: number): Float64Array {
  const counts = new Float64Array(categories);
  for (const category of row.ratings) {
    if (category !== null) {
      counts[category]! += 1;
    }
  }
  return counts;
}

/** How many coders judged the units of a row. */
export function ratingTotal(row: RatingRow): number {
  return row.ratings.reduce<number>((total, category) => (category === null ? total : total + 1), 0);
}

/** The units at least two coders judged. */
export function pairableRatings(matrix: RatingMatrix): RatingMatrix {
  return { ...matrix, rows: matrix.rows.filter((row) => ratingTotal(row) >= 2) };
}

/** Table of the units both coders judged: rows the categories of coder `first`, columns those of coder `second`. */
export function contingencyTable(matrix: RatingMatrix, first = 0, second = 1): Float64Array[] {
  const table = Array.from({ length: matrix.categories }, () => new Float64Array(matrix.categories));
  for (const { ratings, count } of matrix.rows) {
    const row = ratings[first] ?? null;
    const column = ratings[second] ?? null;
    if (row !== null && column !== null) {
      table[row]![column]! += count;
    }
  }
  return table;
}

/** All rows of several matrices of the same coders and categories in one, as if their units were pooled. */
export function pooledRatings(matrices: readonly RatingMatrix[]): RatingMatrix {
  return {
    coders: matrices[0]?.coders ?? 0,
    categories: matrices[0]?.categories ?? 0,
    rows: matrices.flatMap((matrix) => matrix.rows),
  };
}
