import { describe, expect, test } from 'vitest';
import { runTask } from '../../electron/core/jobs/run-task.ts';
import { type PairTests, pairTests } from '../../shared/analysis/association/pair-tests.ts';

const places = (first: number) => Array.from({ length: 40 }, (_, place) => first + 2 * place);
const input = (pairs: number, draws: number): PairTests => ({
  documents: Array.from({ length: 30 }, (_, document) => ({
    units: 120,
    places: new Map([
      [0, places(document % 5)],
      [1, places(document % 3)],
    ]),
  })),
  pairs: Array.from({ length: pairs }, () => [0, 1] as const),
  chance: 'shuffle',
  draws,
  seed: 7,
});

function here(given: PairTests) {
  const run = pairTests(given);
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}

const call = (progress: (done: number, total: number) => void = () => {}) => ({ signal: { aborted: false }, progress });

describe('a task in a thread of its own', () => {
  test('answers what it answers here', async () => {
    const given = input(2, 999);
    expect(await runTask('pairs.test', given, call())).toEqual(here(given));
  });

  test('tells how far it is, in order, and leaves this thread free', async () => {
    const told: number[] = [];
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 1);
    await runTask(
      'pairs.test',
      input(40, 9_999),
      call((done, total) => {
        expect(total).toBe(40);
        told.push(done);
      }),
    );
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(3);
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test('an abort ends it, before it begins and on the way', async () => {
    const cancelled = { code: 'cancelled' };
    await expect(runTask('pairs.test', input(1, 99), { ...call(), signal: { aborted: true } })).rejects.toMatchObject(
      cancelled,
    );
    const signal = { aborted: false };
    const running = runTask('pairs.test', input(100_000, 9_999), {
      signal,
      progress: () => {
        signal.aborted = true;
      },
    });
    await expect(running).rejects.toMatchObject(cancelled);
  });
});
