import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patchAnswer, queryClient, queryKey } from '../../../renderer/api/query-client.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
});

/** A screen that shows the codes last used, and a core that answers only when the test says so. */
function screen() {
  const asked: ((answer: string[]) => void)[] = [];
  const shown: unknown[] = [];
  const key = queryKey('codings.recentCodes', { limit: 9 });
  const observer = new QueryObserver<unknown>(queryClient, {
    queryKey: key,
    queryFn: () => new Promise((resolve) => asked.push(resolve)),
  });
  observer.subscribe(({ data }) => {
    if (shown.at(-1) !== data) shown.push(data);
  });
  return {
    asked,
    shown,
    askAgain: () => void queryClient.invalidateQueries({ queryKey: key }),
    patch: (answer: string) => patchAnswer('codings.recentCodes', { limit: 9 }, () => [answer as never]),
    settled: () => vi.advanceTimersByTimeAsync(10),
  };
}

test('what is shown at once is not undone by an older answer, which is asked for anew', async () => {
  const { asked, shown, askAgain, patch, settled } = screen();
  asked[0]!(['first']);
  await settled();
  askAgain();
  patch('second');
  asked[1]!(['first']);
  await settled();
  patch('third');
  await settled();
  expect(asked).toHaveLength(4);
  asked[2]!(['second']);
  asked[3]!(['third']);
  await settled();
  expect(shown).toEqual([['first'], ['second'], ['third']]);
});

test('where no answer is on its way, nothing is asked on account of what is shown at once', async () => {
  const { asked, shown, patch, settled } = screen();
  asked[0]!(['first']);
  await settled();
  patch('second');
  await settled();
  expect([asked.length, shown]).toEqual([1, [['first'], ['second']]]);
});

test('an answer that is not there yet is not changed, and comes as it is asked for', async () => {
  const { asked, shown, patch, settled } = screen();
  patch('second');
  asked[0]!(['first']);
  await settled();
  expect([asked.length, shown]).toEqual([1, [['first']]]);
});

test('what is put into the cache is shown before the next key, which goes on from it', async () => {
  const { asked, shown, patch, settled } = screen();
  asked[0]!(['first']);
  await settled();
  patch('second');
  // No timer has run: a key that is pressed now finds it on the page.
  await Promise.resolve();
  expect(shown.at(-1)).toEqual(['second']);
});
