import type { QueuedDifference } from '../../../shared/contract/methods/adjudication.ts';

type Coder = { readonly id: string; readonly name: string };

/** The coders a difference is between, with their places in the comparison: whoever is not done with the document has no part in it. */
export function codersCompared(
  { coded, notCoded }: Pick<QueuedDifference, 'coded' | 'notCoded'>,
  coders: readonly Coder[],
): (Coder & { readonly place: number })[] {
  return coders.flatMap((coder, place) =>
    coded.includes(place) || notCoded.includes(place) ? [{ ...coder, place }] : [],
  );
}
