import { type MissingKind, missingKinds } from './attribute.ts';

/**
 * How a table says why a cell has no value where nobody has declared another word for it. Read as that kind whenever a table is
 * imported. `confidential` has none: that something is withheld is not told either.
 */
const standingWords: Readonly<Record<MissingKind, string>> = {
  missing: '[missing]',
  not_applicable: '[not applicable]',
  refused: '[refused]',
  confidential: '',
};

type Declared = { readonly missing: string | null; readonly original: string | null };

/** The word of each kind for one attribute: the one its own cells came in with most often, else the standing one. */
export function missingWords(cells: readonly Declared[]): Readonly<Record<MissingKind, string>> {
  const words: Record<MissingKind, string> = { ...standingWords };
  for (const kind of missingKinds) {
    if (kind === 'confidential') continue;
    const counts = new Map<string, number>();
    for (const { missing, original } of cells)
      if (missing === kind && original !== null) counts.set(original, (counts.get(original) ?? 0) + 1);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    if (most) words[kind] = most[0];
  }
  return words;
}

/** The kind a standing word means, or null for any other text. */
export function standingKind(text: string): MissingKind | null {
  return text === '' ? null : (missingKinds.find((kind) => standingWords[kind] === text) ?? null);
}
