import type { MissingKind } from '../../domain/attribute.ts';

/** What one case says on one attribute: a value as it was written, or why there is none (`empty`: it was left blank). */
export type Answer = { readonly value: string } | { readonly missing: MissingKind | 'empty' };

/** The values among answers. */
export function givenValues(answers: readonly Answer[]): string[] {
  return answers.flatMap((answer) => ('value' in answer ? [answer.value] : []));
}

/**
 * The places of the cases of each group: a group for every value (values counted as one make one group), in the order of the
 * categories, of the numbers, or of first mention; last those without a value, as null. Empty groups are left out.
 */
export function answerGroups(
  answers: readonly Answer[],
  { categories, groupedAs }: { categories: readonly string[] | null; groupedAs: ReadonlyMap<string, string> },
): { readonly group: string | null; readonly places: readonly number[] }[] {
  const places = new Map<string | null, number[]>();
  for (const [place, answer] of answers.entries()) {
    const group = 'value' in answer ? (groupedAs.get(answer.value) ?? answer.value) : null;
    const own = places.get(group);
    if (own) own.push(place);
    else places.set(group, [place]);
  }
  const named = [...places.keys()].filter((group) => group !== null);
  const order = categories === null ? sortedValues(named) : inCategoryOrder(named, categories, groupedAs);
  return [...order, null].flatMap((group) => {
    const own = places.get(group);
    return own === undefined ? [] : [{ group, places: own }];
  });
}

/** Numbers by size; anything else as it was first met. */
export function sortedValues(values: readonly string[]): string[] {
  const isNumeric = values.every((value) => value.trim() !== '' && Number.isFinite(Number(value)));
  return isNumeric ? values.toSorted((a, b) => Number(a) - Number(b)) : [...values];
}

function inCategoryOrder(
  groups: readonly string[],
  categories: readonly string[],
  groupedAs: ReadonlyMap<string, string>,
): string[] {
  const known = [...new Set(categories.map((category) => groupedAs.get(category) ?? category))];
  return [...known.filter((group) => groups.includes(group)), ...groups.filter((group) => !known.includes(group))];
}
