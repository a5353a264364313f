import { notifyManager, QueryClient } from '@tanstack/react-query';
import type { Input, MethodName, Output } from '../../shared/contract/methods.ts';
import { onCoreEvent, useConnection } from './connection.ts';
import { tellFailures } from './failed-queries.ts';
import { isStale } from './invalidation.ts';
import { withSameParts } from './same-parts.ts';

// What is put into the cache is on the page before the next key, which goes on from what it shows.
notifyManager.setScheduler(queueMicrotask);

/** The cache of the core's answers: never stale by time, only by what the core says has changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 300_000,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      structuralSharing: withSameParts,
    },
    mutations: { networkMode: 'always' },
  },
});

const leaveProject = tellFailures(queryClient);

export type QueryKey = readonly [MethodName, unknown];

/** The cache key of one question. */
export function queryKey<Name extends MethodName>(method: Name, input: Input<Name>): QueryKey {
  return [method, input];
}

/**
 * Puts a changed answer into the cache at once, before the core is asked again. An answer that is on its way is older and
 * would undo the change for a moment: it is dropped, and asked for anew behind the command that is sent in the same turn.
 */
export function patchAnswer<Name extends MethodName>(
  method: Name,
  input: Input<Name>,
  patch: (answer: Output<Name>) => Output<Name>,
): void {
  const key = queryKey(method, input);
  const answer = queryClient.getQueryData<Output<Name>>(key);
  if (answer === undefined) return;
  const isAsked = queryClient.isFetching({ queryKey: key, exact: true }) > 0;
  if (isAsked) void queryClient.cancelQueries({ queryKey: key, exact: true });
  queryClient.setQueryData<Output<Name>>(key, patch(answer));
  if (isAsked) setTimeout(() => void queryClient.invalidateQueries({ queryKey: key, exact: true }));
}

/** Commands on their way whose answer says everything they do to the codings of a transcript. */
let awaited = 0;
/** Changes announced meanwhile: by which of these commands, or by another one, only the answers tell. */
let held: { readonly tables: readonly string[]; readonly revision: number }[] = [];
const known = new Set<number>();

function askAgain(tables: readonly string[], except: readonly MethodName[]): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [method] }) =>
      isStale(method as MethodName, tables) && !except.includes(method as MethodName),
  });
}

/** Answers that {@link knowingOutcome}'s callers put into the cache themselves. */
const patched: readonly MethodName[] = ['codings.ofDocument', 'codings.recentCodes'];
/** Other answers are asked for again when the page has had time to draw, in milliseconds at the latest. */
const idleLimit = 250;

function releaseHeld(): void {
  const changes = held.splice(0);
  const own = changes.filter(({ revision }) => known.has(revision));
  known.clear();
  const foreign = changes.filter((change) => !own.includes(change)).flatMap(({ tables }) => tables);
  if (foreign.length > 0) askAgain(foreign, []);
  if (own.length > 0)
    requestIdleCallback(
      () =>
        askAgain(
          own.flatMap(({ tables }) => tables),
          patched,
        ),
      { timeout: idleLimit },
    );
}

/**
 * Waits for a command whose answer says which revision it made and what became of the codings, and lets `patch` put that
 * into the cache: the transcript's codings are then not asked for again on its account.
 */
export async function knowingOutcome<Answer extends { readonly revision: number | null }>(
  command: Promise<Answer>,
  patch: (answer: Answer) => void,
): Promise<Answer> {
  awaited += 1;
  try {
    const answer = await command;
    if (answer.revision !== null) known.add(answer.revision);
    patch(answer);
    return answer;
  } finally {
    awaited -= 1;
    if (awaited === 0) releaseHeld();
  }
}

const codingTables = new Set(['selection', 'coding']);

onCoreEvent((event) => {
  if (event.name === 'projectSwitched') {
    // Answers of the old project must not be seen for a moment under the new one's name.
    queryClient.removeQueries({
      predicate: ({ queryKey: [method] }) => method !== 'app.state' && method !== 'settings.get',
    });
    leaveProject(queryClient.invalidateQueries());
  }
  if (event.name === 'settingsChanged')
    for (const method of ['settings.get', 'backups.folder']) void queryClient.invalidateQueries({ queryKey: [method] });
  if (event.name === 'changed') {
    const { tables, revision } = event.data;
    if (awaited > 0 && tables.every((table) => codingTables.has(table))) held.push({ tables, revision });
    else askAgain(tables, []);
  }
});

// Changes announced while nobody listened were missed, and the core may be another one: a new connection asks for everything again.
useConnection.subscribe(({ state }, before) => {
  // The core this page spoke to is gone, with the project it had open: nothing of it may be asked of the next one.
  if (state === 'refused')
    queryClient.removeQueries({ predicate: ({ queryKey: [method] }) => method !== 'settings.get' });
  if (state === 'open' && before.state !== 'open') void queryClient.invalidateQueries();
});
