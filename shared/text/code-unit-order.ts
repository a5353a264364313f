/** Order of two texts by their UTF-16 units: the same in every place and language, for files and keys; lists for people go by `Intl.Collator`. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
