import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dismissError, useReportedError } from '../../../renderer/api/error-report.ts';
import { tellFailures } from '../../../renderer/api/failed-queries.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';

const refusal = new VerbatimError('round_unit', {});
const codes = ['codes.list', {}];

beforeEach(() => {
  vi.useFakeTimers();
  dismissError();
});
afterEach(() => void vi.useRealTimers());

/** A page with one screen that asks for the codes; what `answer` throws is the core's refusal. */
function page(answer: () => unknown, meta: { ownErrors?: true } = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const leaveProject = tellFailures(client);
  const observer = new QueryObserver(client, { queryKey: codes, queryFn: async () => answer(), meta });
  return { client, leaveProject, leaveScreen: observer.subscribe(() => {}) };
}

const refuse = (): never => {
  throw refusal;
};
const settled = (): Promise<unknown> => vi.runAllTimersAsync();
const shown = (): unknown => useReportedError.getState().error;

test('a refused query whose screen says nothing is told with its reason, and goes once it is answered', async () => {
  const answer = vi.fn<() => unknown>(refuse);
  page(answer);
  await settled();
  expect(shown()).toBe(refusal);
  answer.mockImplementation(() => []);
  useReportedError.getState().again?.();
  await settled();
  expect([answer.mock.calls.length, shown()]).toEqual([2, null]);
});

test('the same refusal is told once, and once more where it was asked for again', async () => {
  const { client } = page(refuse);
  await settled();
  const { again } = useReportedError.getState();
  dismissError();
  void client.invalidateQueries();
  await settled();
  expect(shown()).toBeNull();
  again?.();
  await settled();
  expect(shown()).toBe(refusal);
});

test('a refusal that its screen shows is not told beside it', async () => {
  page(refuse, { ownErrors: true });
  await settled();
  expect(shown()).toBeNull();
});

test('what was taken out, and what a screen that was left asked for, is no failure', async () => {
  const answer = vi.fn<() => unknown>(() => []);
  const { client } = page(answer);
  await settled();
  answer.mockImplementation(() => {
    throw new VerbatimError('not_found', { kind: 'code', name: 'a' });
  });
  void client.invalidateQueries();
  await settled();
  page(refuse).leaveScreen();
  await settled();
  expect([answer.mock.calls.length, shown()]).toEqual([2, null]);
});

test('nothing is told of a project that is being left', async () => {
  const answer = vi.fn<() => unknown>(refuse);
  const { client, leaveProject } = page(answer);
  const left = Promise.withResolvers<void>();
  leaveProject(left.promise);
  await settled();
  expect([answer.mock.calls.length, shown()]).toEqual([1, null]);
  left.resolve();
  void client.invalidateQueries();
  await settled();
  expect(shown()).toBe(refusal);
});
