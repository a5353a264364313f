import type { Span } from '../../domain/span.ts';

/** One interview of the curve: the codes that had not been seen before it, each with its first coding, and how many are known after it. */
export type SaturationStep<Coding extends Span> = { readonly first: readonly Coding[]; readonly known: number };

/**
 * How many codes are new in each interview, in the order given (Guest, Bunce and Johnson 2006, Field Methods 18(1), 59–82: codes
 * found so far after every interview). It tells of the order as much as of the material, and proves no saturation.
 */
export function saturation<Coding extends Span & { readonly code: string }>(
  interviews: readonly (readonly Coding[])[],
): SaturationStep<Coding>[] {
  const known = new Set<string>();
  return interviews.map((codings) => {
    const first: Coding[] = [];
    for (const coding of codings.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      if (known.has(coding.code)) continue;
      known.add(coding.code);
      first.push(coding);
    }
    return { first, known: known.size };
  });
}
