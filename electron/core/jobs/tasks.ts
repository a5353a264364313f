import { resampledAgreement, type ResamplingTask } from '../../../shared/agreement/resampling/resampling-task.ts';
import { unitizingAgreement, type UnitizingTask } from '../../../shared/agreement/unitizing/unitizing-agreement.ts';
import { tableTests, tableTestSteps } from '../../../shared/analysis/matrix/table-tests.ts';
import { type OrderTests, orderTests } from '../../../shared/analysis/association/order-tests.ts';
import { type PairTests, pairTests } from '../../../shared/analysis/association/pair-tests.ts';

/**
 * A long computation fit for a thread: plain data in, plain data out (what a structured clone carries), no database and
 * no services. It yields how many of its `total` steps are done.
 */
export type Task<Input, Answer> = {
  readonly total: (input: Input) => number;
  readonly run: (input: Input) => Generator<number, Answer>;
};

function task<Input, Answer>(one: Task<Input, Answer>): Task<Input, Answer> {
  return one;
}

/** Everything that may run in a thread, by name. */
export const tasks = {
  'agreement.resample': task({
    total: ({ resampling, resamples }: ResamplingTask) => (resampling === 'jackknife' ? 1 : resamples),
    run: resampledAgreement,
  }),
  'agreement.unitize': task({
    total: ({ documents }: UnitizingTask) => documents.length,
    run: unitizingAgreement,
  }),
  'pairs.test': task({ total: ({ pairs }: PairTests) => pairs.length, run: pairTests }),
  'pairs.testOrder': task({ total: ({ pairs }: OrderTests) => pairs.length, run: orderTests }),
  'comparison.test': task({ total: tableTestSteps, run: tableTests }),
};

export type TaskName = keyof typeof tasks;
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]['run']>[0];
export type TaskAnswer<Name extends TaskName> =
  ReturnType<(typeof tasks)[Name]['run']> extends Generator<number, infer Answer> ? Answer : never;
