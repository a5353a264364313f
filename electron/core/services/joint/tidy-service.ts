import { studyFileName } from '../../../../shared/export/file-name.ts';
import { type CsvCell, csvRow } from '../../../../shared/export/csv.ts';
import { variableNames } from '../../../../shared/export/variable-names.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { behaviourItems, planeAxes } from '../../../../shared/contract/methods/plane.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { attributeQueries, attributeValueQueries, caseQueries } from '../../store/repositories/case-table.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { ComparisonData } from '../comparison/comparison-tables.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { planeSheetOf } from '../plane/plane-sheet.ts';

/** How codes are named in columns: by slug, else by name. */
function codeWord(project: OpenProject): (code: string) => string {
  const slugs = new Map(project.store.all(codeQueries.all).map(({ id, slug }) => [id, slug]));
  const names = new CodeNames(project.store);
  return (code) => slugs.get(code) ?? names.name(code);
}

type Spoken = { readonly spoke: boolean; readonly counts: readonly (number | null)[] };

/** For each case with transcripts and each behaviour: whether it was spoken of, and the passages of each code (null if not). */
function spokenByCase(project: OpenProject, input: ParsedInput<'tidy.export'>, behaviours: readonly string[]) {
  const spoken = new Map<string, readonly Spoken[]>();
  if (behaviours.length === 0) return spoken;
  const { codes, coder, rule, children } = input;
  const columns = { kind: 'codes', codes: behaviours.map((code) => asId<'code'>(code)) } as const;
  const data = new ComparisonData(project, {
    rows: codes.length > 0 ? codes : columns.codes,
    columns,
    rule,
    children,
    coder,
  });
  const { cells, inColumns } = data.table(data.whole());
  for (const [respondent, { id, isCase }] of data.respondents.entries()) {
    if (!isCase) continue;
    spoken.set(
      id,
      behaviours.map((_, column) => {
        const spoke = inColumns[column]!.includes(respondent);
        const passages = (row: number): number =>
          cells[row]![column]!.respondents.find((one) => one.respondent === respondent)?.passages ?? 0;
        return { spoke, counts: codes.map((__, row) => (spoke ? passages(row) : null)) };
      }),
    );
  }
  return spoken;
}

/** The table: head and rows, and the confidential attributes that stayed behind. */
function tidyTable(project: OpenProject, input: ParsedInput<'tidy.export'>) {
  const { behaviours } = planeSheetOf(project);
  const word = codeWord(project);
  const spoken = spokenByCase(
    project,
    input,
    behaviours.map(({ code }) => code),
  );
  const ofBehaviours = new Set(
    behaviours.flatMap(({ survey, placing }) => [...Object.values(survey), ...Object.values(placing)]),
  );
  const attributes = project.store.all(attributeQueries.all);
  const shared = attributes.filter(({ id, confidential }) => !ofBehaviours.has(asId(id)) && confidential === 0);
  const closed = new Set(attributes.filter(({ confidential }) => confidential === 1).map(({ id }) => id));
  const values = Map.groupBy(project.store.all(attributeValueQueries.all), ({ study_case }) => study_case);
  const hasPlacing = behaviours.some(({ placing }) => planeAxes.some((axis) => placing[axis] !== null));

  const head = variableNames([
    'respondent',
    'behaviour',
    ...behaviourItems,
    ...(hasPlacing ? planeAxes.map((axis) => `placing_${axis}`) : []),
    'interviewed',
    'spoke_of_it',
    ...input.codes.map((code) => `n_${word(code)}`),
    ...shared.map(({ key }) => key),
    'synthetic_sample',
  ]);
  const { synthetic } = project.summary();
  const rows = project.store.all(caseQueries.all).flatMap(({ id, name }) => {
    const own = new Map((values.get(id) ?? []).map(({ attribute, value }) => [attribute, value]));
    const valueOf = (attribute: string | null): CsvCell =>
      attribute === null || closed.has(attribute) ? null : (own.get(attribute) ?? null);
    const interview = spoken.get(id);
    return behaviours.map(({ code, survey, placing }, column): CsvCell[] => {
      const said = interview?.[column];
      return [
        name,
        word(code),
        ...behaviourItems.map((item) => valueOf(survey[item])),
        ...(hasPlacing ? planeAxes.map((axis) => valueOf(placing[axis])) : []),
        interview === undefined ? 'no' : 'yes',
        said === undefined ? null : said.spoke ? 'yes' : 'no',
        ...input.codes.map((_, row) => said?.counts[row] ?? null),
        ...shared.map((attribute) => valueOf(attribute.id)),
        synthetic ? 'yes' : 'no',
      ];
    });
  });
  return { head, rows, withheld: attributes.filter(({ id }) => closed.has(id)).map(({ name }) => name) };
}

function exported(context: Context, input: ParsedInput<'tidy.export'>): Output<'tidy.export'> {
  const project = context.project();
  const { head, rows, withheld } = tidyTable(project, input);
  const text = (input.byteOrderMark ? '\uFEFF' : '') + csvRow(head) + rows.map((row) => csvRow(row)).join('');
  const file = `${studyFileName(project.summary(), 'respondents by behaviour')}.csv`;
  return {
    ticket: context.tickets.offer(file, new TextEncoder().encode(text)),
    rows: rows.length,
    columns: head.length,
    withheld,
  };
}

export function tidyService(context: Context): Service<'tidy.export'> {
  return { 'tidy.export': (input) => exported(context, input) };
}
