// Stands in for fast-check where VERBATIM_LAW_RUNS is set (vitest.config.ts): every law is tried on that many times the cases.
import * as fc from 'fast-check';

export * from 'fast-check';

const usualRuns = 100;
const times = Number(process.env['VERBATIM_LAW_RUNS'] ?? 1);

export function assert<Case>(
  law: fc.IAsyncProperty<Case> | fc.IProperty<Case>,
  parameters: fc.Parameters<Case> = {},
): Promise<void> | void {
  return fc.assert(law, { ...parameters, numRuns: (parameters.numRuns ?? usualRuns) * times });
}
