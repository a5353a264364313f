import { matrixHits } from '../../../shared/analysis/matrix/matrix.ts';
import type { CallContext, Output, ParsedInput } from '../../../shared/contract/methods.ts';
import type { MarkedPassage, Passage } from '../../../shared/contract/schema/entities.ts';
import { runTask } from '../jobs/run-task.ts';
import { ComparisonData, type ComparisonHit, type ComparisonPart } from './comparison-tables.ts';
import type { Context, Service } from './context.ts';
import type { OpenProject } from './open-project.ts';
import { PassageMaker } from './passages.ts';

const usualDraws = 9_999;
const usualSeed = 1;

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

type Found = { readonly hit: ComparisonHit; readonly passage: Passage };

/** The hits of a part that are wanted, each with its passage; its coder is named where several coders' are together. */
function foundPassages(
  project: OpenProject,
  data: ComparisonData,
  part: ComparisonPart,
  wanted: (hit: ComparisonHit) => boolean,
): Found[] {
  const input = data.input(part);
  const makers = new Map<number, PassageMaker>();
  const names = new Map<string, string>(project.summary().coders.map(({ id, name }) => [id, name]));
  return matrixHits(input)
    .filter(wanted)
    .map((hit) => {
      const maker = makers.get(hit.document) ?? new PassageMaker(project, input.documents[hit.document]!.row);
      makers.set(hit.document, maker);
      const coders = part.coder === 'together' ? [names.get(hit.coding.coder) ?? ''] : [];
      return { hit, passage: maker.makeFromCodePoints(hit.coding, coders) };
    });
}

function passages(
  project: OpenProject,
  { row, column, by, group, respondents, ...settings }: ParsedInput<'comparison.passages'>,
): Output<'comparison.passages'> {
  const data = new ComparisonData(project, settings);
  const found = foundPassages(
    project,
    data,
    data.part(by, group),
    (hit) =>
      hit.row === row && hit.column === column && (respondents === undefined || respondents.includes(hit.respondent)),
  );
  const once = new Map<string, MarkedPassage>();
  for (const { hit, passage } of found) {
    const { selection } = hit.coding;
    once.set(selection, { ...passage, marked: hit.marked || once.get(selection)?.marked === true });
  }
  return [...once.values()];
}

function difference(
  project: OpenProject,
  { first, second, ...settings }: ParsedInput<'comparison.difference'>,
): Output<'comparison.difference'> {
  const data = new ComparisonData(project, settings);
  const { inColumns } = data.table(data.whole());
  const inSecondColumn = new Set(inColumns[second]);
  // With groups as columns nobody is in both: then everyone's passages set them apart.
  const both = new Set(inColumns[first]?.filter((respondent) => inSecondColumn.has(respondent)));
  const counts = (respondent: number): boolean => data.values !== null || both.has(respondent);
  const found = foundPassages(
    project,
    data,
    data.whole(),
    (hit) => (hit.column === first || hit.column === second) && counts(hit.respondent),
  );
  return settings.rows.map((_, row) => {
    const own = found.filter(({ hit }) => hit.row === row);
    const having = (column: number): Set<number> =>
      new Set(own.flatMap(({ hit }) => (hit.column === column ? [hit.respondent] : [])));
    const [inFirst, inSecond] = [having(first), having(second)];
    const only = (column: number, others: ReadonlySet<number>): Passage[] =>
      own.flatMap(({ hit, passage }) => (hit.column === column && !others.has(hit.respondent) ? [passage] : []));
    return {
      row,
      inFirst: inFirst.size,
      inSecond: inSecond.size,
      onlyFirst: only(first, inSecond),
      onlySecond: only(second, inFirst),
    };
  });
}

/** The tables to test: passages of each respondent by condition, or who of each group has the code and who has not. */
async function test(
  project: OpenProject,
  { unit, draws = usualDraws, seed = usualSeed, ...settings }: ParsedInput<'comparison.test'>,
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
  const independent =
    settings.columns.kind === 'codes'
      ? null
      : cells.map((row) =>
          row.map((cell, column) => [cell.respondents.length, inColumns[column]!.length - cell.respondents.length]),
        );
  const answer = await runTask(
    'comparison.test',
    {
      repeated,
      independent,
      passages: unit === 'passages' ? cells.map((row) => row.map((cell) => cell.passages)) : null,
      draws,
      seed,
    },
    call,
  );
  return { revision, draws, seed, generator: 'xoshiro128**', ...answer } as Output<'comparison.test'>;
}

type Names = 'comparison.compute' | 'comparison.passages' | 'comparison.difference' | 'comparison.test';

export function comparisonService(context: Context): Service<Names> {
  return {
    'comparison.compute': (input) => computeComparison(context.project(), input),
    'comparison.passages': (input) => passages(context.project(), input),
    'comparison.difference': (input) => difference(context.project(), input),
    'comparison.test': (input, call) => test(context.project(), input, call),
  };
}
