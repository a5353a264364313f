import type { CodeId } from '../../../../shared/domain/ids.ts';
import { useQuery } from '../../../api/hooks.ts';
import { rememberView } from '../../../api/remembered-view.ts';
import type { NamedCode } from '../code-names.ts';

export type Expanded = {
  readonly expanded: readonly CodeId[];
  readonly setExpanded: (keys: ReadonlySet<string | number>) => void;
  /** Opens one more code. */
  readonly open: (code: CodeId) => void;
};

/** Which codes are open: what the project remembers; at first the top level only; everything while a filter is on. */
export function useExpanded(codes: ReadonlyMap<CodeId, NamedCode>, isFiltered: boolean): Expanded {
  const { data: view } = useQuery('view.get', {});
  const parents = new Set([...codes.values()].flatMap(({ code }) => (code.parent === null ? [] : [code.parent])));
  const atFirst = [...parents].filter((id) => (codes.get(id)?.depth ?? 0) > 0);
  const stored = view?.closedCodes ?? [];
  const closed = new Set<string>(stored.length > 0 ? stored : atFirst);
  const expanded = [...parents].filter((id) => isFiltered || !closed.has(id));
  const close = (nowClosed: readonly string[]): void => {
    // "none closed" is stored as a name no code has, since an empty list means never touched.
    rememberView({ closedCodes: nowClosed.length > 0 ? [...nowClosed] : ['-'] });
  };
  return {
    expanded,
    setExpanded: (keys) => {
      if (!isFiltered) close([...parents].filter((id) => !keys.has(id)));
    },
    open: (code) => {
      if (closed.has(code)) close([...closed].filter((id) => id !== code));
    },
  };
}
