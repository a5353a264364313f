import { expect, test } from 'vitest';
import { relationsReport } from '../../electron/cli/cooccurrence-report.ts';
import { openSample } from '../support/sample-core.ts';
import { openTestProject } from '../support/core.ts';

test('what always comes in the next answer is found in order, with the same figures whatever else is tested', async () => {
  const answers = ['ask', 'tell', 'none', 'ask', 'tell', 'none', 'none', 'ask', 'tell', 'none', 'none', 'none'];
  const said = answers.map(
    (code, place) =>
      `I: And then?\nR: ${code === 'none' ? '' : `[${code}: `}Word ${place}.${code === 'none' ? '' : ']'}\n`,
  );
  const { test: core, codes } = await openTestProject(`${said.join('')}I: Why?\nR: [once: So.]\n`);
  const { client } = core;
  const coder = (await client.call('coders.list', {}))[0]!.id;
  const [ask, tell, once] = ['ask', 'tell', 'once'].map((name) => codes.get(name)!);
  const asked = { coder, distance: 1, codes: [ask!, tell!, once!] };
  const answer = await client.call('cooccurrence.testOrder', asked);
  expect(answer).toMatchObject({ draws: 9_999, seed: 1, generator: 'xoshiro128**' });
  const of = (first: string, second: string) =>
    answer.pairs.find((one) => one.first === first && one.second === second);
  expect(answer.pairs).toHaveLength(6);
  expect(of(ask!, tell!)).toMatchObject({ observed: 3 });
  expect(of(tell!, ask!)).toMatchObject({ observed: 0, p: 1 });
  const found = of(ask!, tell!)!;
  expect('p' in found && found.p < 0.15).toBe(true);
  expect(answer.m).toBe(answer.pairs.filter((one) => 'p' in one).length);
  // The same seed gives the same figures, whatever else is tested.
  const fewer = await client.call('cooccurrence.testOrder', { ...asked, codes: [ask!, tell!] });
  const again = fewer.pairs.find((one) => one.first === ask)!;
  expect('p' in again && 'p' in found && again.p === found.p).toBe(true);
  // No coding is in the very next turn, which is a question; what was tested and adjusted for is listed all the same.
  const [block] = await relationsReport(client, { relation: 'precedes', distance: 1 }, {});
  expect(block!.pairs.filter(({ p }) => typeof p === 'number')).toHaveLength(answer.m);
  expect(block!.pairs).toContainEqual(
    expect.objectContaining({ count: 0, turns: 3, p: 'p' in found ? found.p : null }),
  );
});

test('the order of codes in the sample is tested over respondents’ turns', async () => {
  const sample = await openSample();
  const [first, second] = [sample.code('behaviour.criminal-records'), sample.code('behaviour.payment-of-fees')];
  const { pairs, m } = await sample.client.call('cooccurrence.testOrder', {
    coder: sample.coder('A'),
    distance: 2,
    codes: [first, second],
  });
  expect(m).toBe(2);
  expect(pairs.every((one) => 'observed' in one && one.observed >= 0 && one.p > 0 && one.p <= 1)).toBe(true);
  expect(pairs.some((one) => 'observed' in one && one.observed > 0)).toBe(true);
});

test.each(['cooccurrence.test', 'cooccurrence.testOrder', 'comparison.test'] as const)(
  '%s says how far it is, lets other calls through, and stops when it is cancelled',
  async (method) => {
    const sample = await openSample();
    const { client } = sample;
    const codes = sample.slugs.slice(0, 30).map(sample.code);
    const coder = sample.coder('A');
    const draws = 200_000;
    const input = {
      'cooccurrence.test': { unit: 'turn' as const, coder, codes, draws },
      'cooccurrence.testOrder': { coder, codes, distance: 2, draws },
      'comparison.test': {
        rows: codes.slice(4),
        columns: { kind: 'codes' as const, codes: codes.slice(0, 4) },
        rule: 'overlap' as const,
        children: 'apart' as const,
        coder,
        unit: 'passages' as const,
        draws,
      },
    };
    const controller = new AbortController();
    const steps: { done: number; total: number }[] = [];
    const job = client.call(method, input[method], {
      signal: controller.signal,
      onProgress: (done: number, total: number) => {
        steps.push({ done, total });
        controller.abort();
      },
    });
    const other = client.call('project.summary', {});
    await expect(job).rejects.toMatchObject({ code: 'cancelled' });
    expect((await other).synthetic).toBe(true);
    expect(steps.every(({ done, total }) => done <= total && total > 0)).toBe(true);
  },
);
