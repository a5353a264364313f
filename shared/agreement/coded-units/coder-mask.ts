/**
 * A set of coders as a number, coder g being worth 2^g. Arithmetic instead of bit operations, which stop at 31.
 */
export type CoderMask = number;

/** The most coders that one comparison can hold: beyond, 2^g would no longer be exact. */
export const MOST_CODERS = 53;

/** The mask of some coders, each at most once. */
export function maskOf(coders: Iterable<number>): CoderMask {
  let mask = 0;
  for (const coder of new Set(coders)) {
    mask += 2 ** coder;
  }
  return mask;
}

/** Whether the mask holds the coder. */
export function maskHolds(mask: CoderMask, coder: number): boolean {
  return Math.floor(mask / 2 ** coder) % 2 === 1;
}

/** The coders in a mask, ascending. */
export function codersIn(mask: CoderMask): number[] {
  const coders: number[] = [];
  for (let coder = 0; coder < MOST_CODERS && 2 ** coder <= mask; coder += 1) {
    if (maskHolds(mask, coder)) {
      coders.push(coder);
    }
  }
  return coders;
}
