import { useCallback, useMemo } from 'react';
import { useKept } from '../results/kept-state.ts';
import type { Chosen } from './chosen-passages.tsx';
import type { PairRow, ShownCode } from './pair-rows.ts';

type ChosenCodes = {
  readonly chosen: Chosen | null;
  /** Places of the chosen codes, the first of them first. */
  readonly places: readonly number[];
  readonly choose: (chosen: Chosen) => void;
  /** Chooses one code, or two in the order of the codebook, by their places. */
  readonly chooseCode: (place: number) => void;
  readonly choosePair: (one: number, other: number) => void;
};

/** The code or pair whose passages are shown; where what was chosen has left with its codes, the pair listed first. */
export function useChosenCodes(codes: readonly ShownCode[], listed: readonly PairRow[]): ChosenCodes {
  const [choice, choose] = useKept<Chosen | null>('cooccurrence.choice', null);
  const placeOf = useMemo(() => new Map(codes.map(({ code }, place) => [code.id, place])), [codes]);
  const chooseCode = useCallback((place: number) => choose({ first: codes[place]!.code }), [codes, choose]);
  const choosePair = useCallback(
    (one: number, other: number) => {
      const [a, b] = [codes[one]!.code, codes[other]!.code];
      choose(a.order < b.order ? { first: a, second: b } : { first: b, second: a });
    },
    [codes, choose],
  );
  const idsOf = ({ first, second }: Chosen) => [first, ...(second ? [second] : [])].map(({ id }) => id);
  const isShown = choice !== null && idsOf(choice).every((id) => placeOf.has(id));
  const chosen = isShown ? choice : (listed[0] ?? null);
  const places = chosen ? idsOf(chosen).map((id) => placeOf.get(id)!) : [];
  return { chosen, places, choose, chooseCode, choosePair };
}
