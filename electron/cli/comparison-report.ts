import type { Client } from '../../shared/contract/client.ts';
import type { Input } from '../../shared/contract/methods.ts';
import type { AnalysisFilter } from '../../shared/contract/methods/analysis-filter.ts';
import type { ComparisonGroup, ComparisonTests } from '../../shared/contract/methods/comparison.ts';
import { testCells, testHead } from '../../shared/export/comparison-tests.ts';
import { resultRow } from '../../shared/export/csv.ts';
import { studyNames } from './analysis-options.ts';
import { codersNamed } from './session.ts';

export type ComparisonWords = {
  readonly transcripts: Pick<AnalysisFilter, 'documents' | 'cases'>;
  readonly columns: readonly string[] | null;
  readonly byAttribute: string | null;
  readonly rows: readonly string[] | null;
  readonly coder: string | null;
  readonly rule: Input<'comparison.compute'>['rule'];
  readonly children: Input<'comparison.compute'>['children'];
  readonly marker: { readonly code: string; readonly marked: boolean } | null;
  readonly groups: string | null;
  readonly test: {
    readonly passages: boolean;
    readonly draws: number | undefined;
    readonly seed: number | undefined;
  } | null;
};

type Settings = Omit<Input<'comparison.compute'>, 'by'>;

/** What the words of the command line choose, and what codes are called there. Throws `not_found`. */
export async function chosenComparison(client: Client, words: Omit<ComparisonWords, 'groups' | 'test'>) {
  const { key, code, attribute, used } = await studyNames(client);
  const { coder: current } = await client.call('project.summary', {});
  const columnCodes = words.columns?.map(code) ?? [];
  const rowCodes = words.rows?.map(code) ?? used.filter((id) => !columnCodes.includes(id));
  const settings: Settings = {
    ...words.transcripts,
    columns:
      words.byAttribute === null
        ? { kind: 'codes', codes: columnCodes }
        : { kind: 'attribute', attribute: attribute(words.byAttribute) },
    rows: rowCodes,
    rule: words.rule,
    children: words.children,
    coder:
      words.coder === 'together' || words.coder === 'gold'
        ? words.coder
        : words.coder === null
          ? current
          : (await codersNamed(client, [words.coder]))[0]!.id,
    ...(words.marker === null
      ? {}
      : { marker: { code: code(words.marker.code), treatment: words.marker.marked ? 'marked' : 'left_out' } }),
  };
  return { key, attribute, columnCodes, rowCodes, settings };
}

/** The comparison in the words of the command line: the same figures as the screen's. */
export async function comparisonReport(client: Client, words: ComparisonWords) {
  const { key, attribute, columnCodes, rowCodes, settings } = await chosenComparison(client, words);
  const { synthetic } = await client.call('project.summary', {});
  const by: Input<'comparison.compute'>['by'] =
    words.groups === null
      ? undefined
      : words.groups === 'coder'
        ? { kind: 'coder' }
        : { kind: 'attribute', attribute: attribute(words.groups) };
  const table = await client.call('comparison.compute', { ...settings, ...(by === undefined ? {} : { by }) });
  const tests = words.test === null ? null : await testsOf(client, settings, words.test);
  const ofGroup = (group: ComparisonGroup, name: string | null) => ({
    group: name,
    respondents: group.respondents.length,
    rows: rowCodes.map((row, place) => ({
      code: key(row),
      cells: group.cells[place]!.map((cell, column) => ({
        passages: cell.passages,
        respondents: cell.respondents.length,
        of: group.inColumns[column]!.length,
        marked: cell.marked,
      })),
    })),
  });
  return {
    synthetic,
    revision: table.revision,
    coder: table.coder === '' ? String(settings.coder) : table.coder,
    rule: settings.columns.kind === 'codes' ? settings.rule : null,
    children: settings.children,
    marker: words.marker === null ? null : { ...words.marker, ...table.marker },
    documents: table.documents,
    respondents: table.respondents.map(({ name }) => name),
    columns: table.values?.map((value) => value ?? '(no value)') ?? columnCodes.map(key),
    tables: [ofGroup(table.all, null), ...table.groups.map((group) => ofGroup(group, group.name ?? '(no value)'))],
    tests: tests === null ? null : { ...tests, rows: rowCodes.map(key) },
  };
}

function testsOf(
  client: Client,
  settings: Settings,
  { passages, draws, seed }: NonNullable<ComparisonWords['test']>,
): Promise<ComparisonTests> {
  return client.call('comparison.test', {
    ...settings,
    unit: passages ? 'passages' : 'respondents',
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
  });
}

const head = [
  'group',
  'code',
  'column',
  'passages',
  'respondents',
  'of_respondents',
  'marked_passages',
  'coder',
  'rule',
  'children',
  'marker',
  'revision',
  'synthetic',
];

/** Every cell as one row, raw numbers; where they were made the tests of its code beside it, in the rows of the whole. */
export function comparisonCsv(report: Awaited<ReturnType<typeof comparisonReport>>): string {
  const { coder, rule, children, marker, revision, synthetic } = report;
  const treatment = marker === null ? null : `${marker.code} ${marker.marked ? 'marked' : 'left out'}`;
  const hasGroups = rule === null;
  const rows = report.tables.flatMap(({ group, rows }, table) =>
    rows.flatMap(({ code, cells }, row) =>
      cells.map((cell, column) =>
        resultRow([
          group,
          code,
          report.columns[column]!,
          cell.passages,
          cell.respondents,
          cell.of,
          cell.marked,
          coder,
          rule,
          children,
          treatment,
          revision,
          synthetic ? 'yes' : 'no',
          ...(report.tests === null ? [] : testCells(table === 0 ? report.tests : null, row, hasGroups)),
        ]),
      ),
    ),
  );
  return resultRow([...head, ...(report.tests === null ? [] : testHead(hasGroups))]) + rows.join('');
}
