import { DEFAULT_DRAWS } from '../../../../shared/analysis/association/permutation-test.ts';
import { generator, usualSeed } from '../../../../shared/statistics/random.ts';
import type { CallContext, Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { runTask } from '../../jobs/run-task.ts';
import { cellPassages, columnDifference } from './comparison-passages.ts';
import { ComparisonData } from './comparison-tables.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';

/** The table of the screen, in all and by group. Throws `not_found`. */
export function computeComparison(
  project: OpenProject,
  { by, ...settings }: ParsedInput<'comparison.compute'>,
): Output<'comparison.compute'> {
  const data = new ComparisonData(project, settings);
  return {
    revision: project.store.revision,
    respondents: data.respondents.map(({ id, name, isCase }) => ({ id, name, isCase })),
    documents: new Set(data.documents.map(({ document }) => document.row.id)).size,
    coder: data.coderName,
    values: data.values === null ? null : [...data.values],
    marker: data.markerCounts(),
    all: { name: null, key: null, ...data.table(data.whole()) },
    groups: by === undefined ? [] : data.groups(by).map(({ key, name, part }) => ({ key, name, ...data.table(part) })),
  };
}

/** The tables to test: passages of each respondent by condition, or who of each group has the code and who has not. */
async function test(
  project: OpenProject,
  { unit, draws = DEFAULT_DRAWS, seed = usualSeed, ...settings }: ParsedInput<'comparison.test'>,
  call: CallContext,
): Promise<Output<'comparison.test'>> {
  const { revision } = project.store;
  const data = new ComparisonData(project, settings);
  const { inColumns, cells, respondents } = data.table(data.whole());
  const members = inColumns.map((places) => new Set(places));
  const repeated =
    settings.columns.kind === 'attribute'
      ? null
      : cells.map((row) => {
          const passagesOf = row.map((cell) => new Map(cell.respondents.map((one) => [one.respondent, one.passages])));
          return respondents.map((respondent) =>
            members.map((column, place) => (column.has(respondent) ? (passagesOf[place]!.get(respondent) ?? 0) : null)),
          );
        });
  // Who has no value of the attribute is in no group: a column of zeros, which the test leaves out and tells.
  const isGroup = (column: number): boolean => data.values === null || data.values[column] !== null;
  const independent =
    settings.columns.kind === 'codes'
      ? null
      : cells.map((row) =>
          row.map((cell, column) =>
            isGroup(column) ? [cell.respondents.length, inColumns[column]!.length - cell.respondents.length] : [0, 0],
          ),
        );
  const answer = await runTask(
    'comparison.test',
    {
      repeated,
      independent,
      passages:
        unit === 'passages'
          ? cells.map((row) => row.map((cell, column) => (isGroup(column) ? cell.passages : 0)))
          : null,
      draws,
      seed,
    },
    call,
  );
  return { revision, draws, seed, generator, ...answer } as Output<'comparison.test'>;
}

type Names = 'comparison.compute' | 'comparison.passages' | 'comparison.difference' | 'comparison.test';

export function comparisonService(context: Context): Service<Names> {
  return {
    'comparison.compute': (input) => computeComparison(context.project(), input),
    'comparison.passages': (input) => cellPassages(context.project(), input),
    'comparison.difference': (input) => columnDifference(context.project(), input),
    'comparison.test': (input, call) => test(context.project(), input, call),
  };
}
