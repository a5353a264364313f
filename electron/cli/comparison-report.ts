import type { Client } from '../../shared/contract/client.ts';
import { VerbatimError } from '../../shared/contract/errors.ts';
import type { Input } from '../../shared/contract/methods.ts';
import type { ComparisonGroup, ComparisonTests } from '../../shared/contract/methods/comparison.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import { csvRow } from '../../shared/export/csv.ts';
import { codeKeys } from './code-names.ts';
import { codersNamed } from './session.ts';

export type ComparisonWords = {
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

/** Finds codes by slug or path, attributes by key, coders by name. Throws `not_found`. */
async function namesOf(client: Client) {
  const key = await codeKeys(client);
  const codes = await client.call('codes.list', {});
  const byKey = new Map(codes.map(({ id }) => [key(id), id] as const));
  const { attributes } = await client.call('cases.list', {});
  const found = <Id>(kind: string, name: string, id: Id | undefined): Id => {
    if (id === undefined) throw new VerbatimError('not_found', { kind, name });
    return id;
  };
  return {
    key,
    code: (name: string): CodeId => found('code', name, byKey.get(name)),
    attribute: (name: string) => found('attribute', name, attributes.find((each) => each.key === name)?.id),
    used: codes.filter(({ codings }) => Object.values(codings).some((count) => count > 0)).map(({ id }) => id),
  };
}

/** The comparison in the words of the command line: the same figures as the screen's. */
export async function comparisonReport(client: Client, words: ComparisonWords) {
  const { key, code, attribute, used } = await namesOf(client);
  const { synthetic, coder: current } = await client.call('project.summary', {});
  const columnCodes = words.columns?.map(code) ?? [];
  const rowCodes = words.rows?.map(code) ?? used.filter((id) => !columnCodes.includes(id));
  const settings: Settings = {
    columns:
      words.byAttribute === null
        ? { kind: 'codes', codes: columnCodes }
        : { kind: 'attribute', attribute: attribute(words.byAttribute) },
    rows: rowCodes,
    rule: words.rule,
    children: words.children,
    coder:
      words.coder === 'together'
        ? 'together'
        : words.coder === null
          ? current
          : (await codersNamed(client, [words.coder]))[0]!.id,
    ...(words.marker === null
      ? {}
      : { marker: { code: code(words.marker.code), treatment: words.marker.marked ? 'marked' : 'left_out' } }),
  };
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
    coder: table.coder === '' ? 'together' : table.coder,
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

/** Every cell as one row, raw numbers. */
export function comparisonCsv(report: Awaited<ReturnType<typeof comparisonReport>>): string {
  const { coder, rule, children, marker, revision, synthetic } = report;
  const treatment = marker === null ? null : `${marker.code} ${marker.marked ? 'marked' : 'left out'}`;
  const rows = report.tables.flatMap(({ group, rows }) =>
    rows.flatMap(({ code, cells }) =>
      cells.map((cell, column) =>
        csvRow([
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
        ]),
      ),
    ),
  );
  return csvRow(head) + rows.join('');
}
