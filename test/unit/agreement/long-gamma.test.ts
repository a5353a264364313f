import { expect, test } from 'vitest';
import { unitizingAgreement } from '../../../shared/agreement/unitizing/unitizing-agreement.ts';

/** Coders who mark three passages each, one on top of the other, a character apart from coder to coder. */
function started(coders: number, most: { spans: number; alignments: number } | null) {
  const codings = Array.from({ length: coders }, (_, coder) =>
    [0, 1, 2].map((code) => ({ coder, code, start: 10 + code + coder, end: 40 + code + coder })),
  ).flat();
  const done = Array.from({ length: coders }, (_, coder) => coder);
  const documents = [{ units: [{ start: 0, end: 100 }], codings, done }];
  return unitizingAgreement({ documents, coders, sampler: 'shuffle', seed: 1, most });
}

function gammaOf(...asked: Parameters<typeof started>) {
  const run = started(...asked);
  for (;;) {
    const { value, done: isDone } = run.next();
    if (isDone) return value.documents[0]!.gamma;
  }
}
const left = { undefined: 'many_spans' };
const computed = { value: expect.any(Number) };

test('γ is left out where its best alignment would take long: by the passages, and of three coders by the ways to align them', () => {
  expect(gammaOf(3, { spans: 8, alignments: 1000 })).toEqual(left);
  // Three pairs of coders have 9 pairs of passages each, and there are 27 of one passage of each coder.
  expect(gammaOf(3, { spans: 9, alignments: 53 })).toEqual(left);
  expect(gammaOf(3, { spans: 9, alignments: 54 })).toEqual(computed);
  expect(gammaOf(2, { spans: 6, alignments: 0 })).toEqual(computed);
  expect(gammaOf(3, null)).toEqual(computed);
});

test('before the first document is done it says so, so that what takes long can be cancelled', () => {
  expect(started(3, null).next()).toEqual({ value: 0, done: false });
});
