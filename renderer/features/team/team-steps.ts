export const teamSteps = ['coders', 'deal', 'copies', 'merge', 'compare'] as const;
export type TeamStep = (typeof teamSteps)[number];

type TeamState = {
  readonly coders: readonly { readonly id: string }[];
  readonly assignments: number;
  readonly copies: readonly { readonly coder: string; readonly isMerged: boolean }[];
  readonly rounds: number;
};

/** Which step of a round comes next: what is done is told by what there is. Dealing out may be left; a copy was made then. */
export function nextStep({ coders, assignments, copies, rounds }: TeamState): TeamStep {
  if (coders.length < 2) return 'coders';
  if (copies.length === 0) return assignments === 0 ? 'deal' : 'copies';
  const given = new Set(copies.map(({ coder }) => coder));
  // Whoever leads may code in the project itself.
  if (coders.filter(({ id }) => given.has(id)).length < coders.length - 1) return 'copies';
  if (copies.some(({ isMerged }) => !isMerged) && rounds === 0) return 'merge';
  return copies.some(({ isMerged }) => isMerged) || rounds > 0 ? 'compare' : 'merge';
}
