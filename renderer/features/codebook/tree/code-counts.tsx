import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { CodeId, CoderId } from '../../../../shared/domain/ids.ts';
import { useQuery } from '../../../api/hooks.ts';

type Counts = ReadonlyMap<CodeId, number>;

const CountsContext = createContext<Counts>(new Map());

/** Gives what is below it one coder's counts by code; when they change only their readers are drawn anew, not the tree. */
export function CodeCounts({ coder, children }: { coder: CoderId; children: ReactNode }) {
  const { data } = useQuery('codes.list', {});
  const counts = useMemo<Counts>(
    () => new Map((data ?? []).map((code) => [code.id, code.codings[coder] ?? 0])),
    [data, coder],
  );
  return <CountsContext value={counts}>{children}</CountsContext>;
}

/** How often the coder has used each code. */
export function useCodeCounts(): Counts {
  return useContext(CountsContext);
}
