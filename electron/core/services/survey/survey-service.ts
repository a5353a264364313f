import { studyFileName } from '../../../../shared/export/file-name.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { doubtfulTexts } from '../../../../shared/import/survey/column-roles.ts';
import { readSurveyTable } from '../../import/survey/survey-table.ts';
import { breathe, type Context, type Service } from '../project/context.ts';
import { readTicket } from '../host/files-service.ts';
import { exportCases } from './survey-export.ts';
import { surveyCases, surveyCorrelations, surveyFigures } from './survey-figures.ts';
import { planSurvey, type SurveyPlan } from './survey-plan.ts';
import { storeSurvey } from './survey-store.ts';

/** Most faults and changes sent to a client. */
const listed = 1000;
const examplesShown = 4;

async function planned(context: Context, input: ParsedInput<'survey.inspect'>): Promise<SurveyPlan> {
  const { name, bytes } = readTicket(context.tickets, input.ticket);
  const table = await readSurveyTable(name, bytes, input);
  await breathe();
  return planSurvey(context.project(), table, input);
}

function columnsOf({ table, columns, faults }: SurveyPlan): Output<'survey.inspect'>['columns'] {
  const wrong = Map.groupBy(faults, ({ column }) => column);
  return columns.map(({ header, place, role, standing, name, shape }) => {
    const cells = table.rows.flatMap((row) => row.cells[place] || []);
    const values = [...new Set(cells)];
    return {
      header,
      role,
      attribute: standing === null ? null : asId<'attribute'>(standing.id),
      name,
      ...shape,
      categories: shape.categories === null ? null : [...shape.categories],
      filled: cells.length,
      distinct: values.length,
      examples: values.slice(0, examplesShown),
      faults: wrong.get(header)?.length ?? 0,
    };
  });
}

function inspected(plan: SurveyPlan): Output<'survey.inspect'> {
  const { table, columns, rows, faults, joins, unknownDocuments } = plan;
  const attributePlaces = columns.filter(({ role }) => role === 'attribute').map(({ place }) => place);
  const changes = rows.flatMap(({ name, standing, cells }) =>
    standing === null
      ? []
      : cells.map(({ column, before, after }) => ({ case: name, column: column.header, before, after })),
  );
  return {
    file: table.file,
    encoding: table.encoding,
    sheets: [...table.sheets],
    sheet: table.sheet,
    rows: table.rows.length,
    columns: columnsOf(plan),
    faults: faults.slice(0, listed),
    faultCount: faults.length,
    doubtfulTexts: doubtfulTexts(
      table.rows.flatMap(({ cells }) => attributePlaces.flatMap((place) => cells[place] || [])),
    ),
    created: rows.flatMap(({ name, standing }) => (standing === null ? [name] : [])),
    changes: changes.slice(0, listed),
    changeCount: changes.length,
    unchanged: rows.filter(({ standing, cells }) => standing !== null && cells.length === 0).length,
    newAttributes: columns.filter(({ role, standing }) => role !== 'key' && role !== 'ignored' && standing === null)
      .length,
    joined: joins.map((join) => ({ case: join.case, document: join.documentName })),
    unknownDocuments: [...unknownDocuments],
  };
}

type Names =
  | 'survey.inspect'
  | 'survey.import'
  | 'survey.export'
  | 'survey.figures'
  | 'survey.cases'
  | 'survey.correlations';

export function surveyService(context: Context): Service<Names> {
  return {
    'survey.inspect': async (input) => inspected(await planned(context, input)),

    'survey.import': async (input, call) => {
      const plan = await planned(context, input);
      if (call.signal.aborted) throw new VerbatimError('cancelled', {});
      const { table, faults, rows } = plan;
      if (faults.length > 0 && !input.partial)
        throw new VerbatimError('survey_rows', {
          file: table.file,
          faults: faults.slice(0, listed),
          good: table.rows.length - plan.faultyRows,
        });
      const project = context.project();
      const label = { file: table.file, cases: rows.length };
      const stored = project.change(`${input.kind}.import`, label, (log) =>
        storeSurvey(project, log, plan, input.kind),
      );
      context.tickets.discard(input.ticket);
      return { rows: rows.length, ...stored, refused: faults.slice(0, listed) };
    },

    'survey.export': ({ kind }) => {
      const project = context.project();
      const { csv, rows, withheld } = exportCases(project, kind);
      const file = `${studyFileName(project.summary(), kind)}.csv`;
      return { ticket: context.tickets.offer(file, new TextEncoder().encode(csv)), rows, withheld };
    },

    'survey.figures': (input) => surveyFigures(context.project(), input),
    'survey.cases': (input) => surveyCases(context.project(), input),
    'survey.correlations': (input) => surveyCorrelations(context.project(), input),
  };
}
