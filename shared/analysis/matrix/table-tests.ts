import type { DrawSettings } from '../association/permutation-test.ts';
import type { ContingencyTable } from '../comparison/contingency.ts';
import { type GroupTests, groupTests } from './group-tests.ts';
import { type RowTests, rowTests } from './row-tests.ts';

/** The tables of a comparison to test; null where that kind of test does not apply. */
export type TableTestInput = DrawSettings & {
  /** For each row (code): passages of each respondent by condition, null where the respondent did not speak of it. */
  readonly repeated: readonly (readonly (readonly (number | null)[])[])[] | null;
  /** For each row: how many of each group have it, and how many have not. */
  readonly independent: readonly ContingencyTable[] | null;
  /** Passages, codes × conditions. */
  readonly passages: ContingencyTable | null;
};

export type TableTests = {
  readonly repeated: readonly RowTests[] | null;
  readonly independent: readonly GroupTests[] | null;
  readonly passages: GroupTests | null;
};

/** How many tables there are to test. */
export function tableTestSteps({ repeated, independent, passages }: TableTestInput): number {
  return (repeated?.length ?? 0) + (independent?.length ?? 0) + (passages === null ? 0 : 1);
}

/** Tests every row of a comparison; yields the number of tables done, returns the results. */
export function* tableTests({
  repeated,
  independent,
  passages,
  ...settings
}: TableTestInput): Generator<number, TableTests> {
  let done = 0;
  function* stepping<Result>(run: Generator<number, Result>): Generator<number, Result> {
    let step = run.next();
    while (step.done !== true) {
      yield done;
      step = run.next();
    }
    done += 1;
    yield done;
    return step.value;
  }
  const ofRows: RowTests[] = [];
  for (const row of repeated ?? []) ofRows.push(yield* stepping(rowTests(row, settings)));
  const ofGroups: GroupTests[] = [];
  for (const table of independent ?? []) ofGroups.push(yield* stepping(groupTests(table, settings)));
  return {
    repeated: repeated === null ? null : ofRows,
    independent: independent === null ? null : ofGroups,
    passages: passages === null ? null : yield* stepping(groupTests(passages, settings)),
  };
}
