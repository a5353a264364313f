import { QueryClient } from '@tanstack/react-query';
import type { Input, MethodName, Output } from '../../shared/contract/methods.ts';
import { onCoreEvent } from './connection.ts';
import { isStale } from './invalidation.ts';

/** The cache of the core's answers: never stale by time, only by what the core says has changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, gcTime: 300_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

export type QueryKey = readonly [MethodName, unknown];

/** The cache key of one question. */
export function queryKey<Name extends MethodName>(method: Name, input: Input<Name>): QueryKey {
  return [method, input];
}

/** Puts a changed answer into the cache at once, before the core is asked again. */
export function patchAnswer<Name extends MethodName>(
  method: Name,
  input: Input<Name>,
  patch: (answer: Output<Name>) => Output<Name>,
): void {
  queryClient.setQueryData<Output<Name>>(queryKey(method, input), (answer) =>
    answer === undefined ? answer : patch(answer),
  );
}

onCoreEvent((event) => {
  if (event.name === 'projectSwitched') {
    // Answers of the old project must not be seen for a moment under the new one's name.
    queryClient.removeQueries({
      predicate: ({ queryKey: [method] }) => method !== 'app.state' && method !== 'settings.get',
    });
    void queryClient.invalidateQueries();
  }
  if (event.name === 'settingsChanged') void queryClient.invalidateQueries({ queryKey: ['settings.get'] });
  if (event.name === 'changed') {
    const { tables } = event.data;
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [method] }) => isStale(method as MethodName, tables),
    });
  }
});
