import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { ColumnChoice } from '../../../../shared/contract/methods/survey.ts';
import type { ParsedInput } from '../../../../shared/contract/methods.ts';
import type { AttributeShape, MissingKind } from '../../../../shared/domain/attribute.ts';
import { standingKind } from '../../../../shared/domain/missing-words.ts';
import { documentHeader, keyHeader, namesIdentifiers } from '../../../../shared/import/survey/column-roles.ts';
import { guessScales, guessShape } from '../../../../shared/import/survey/guess-shape.ts';
import type { SurveyTable } from '../../import/survey/survey-table.ts';
import { attributeQueries, type AttributeRow, surveyColumnQueries } from '../../store/repositories/case-table.ts';
import { shapeOf } from '../cases/attribute-rows.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What is said of a survey beforehand, its file aside. */
export type SurveyChoices = Omit<ParsedInput<'survey.inspect'>, 'ticket' | 'encoding' | 'sheet'>;

export type PlannedColumn = {
  readonly header: string;
  /** Place in the table's rows. */
  readonly place: number;
  readonly role: 'key' | 'document' | 'attribute' | 'ignored';
  /** The attribute the project has for it. */
  readonly standing: AttributeRow | null;
  readonly name: string;
  readonly shape: AttributeShape;
  readonly choice: ColumnChoice | undefined;
  /** Texts that say why there is no value. */
  readonly missing: ReadonlyMap<string, MissingKind>;
};

/**
 * The columns of a table with their roles and types: an attribute the project has keeps its type; else what was chosen; else a
 * guess from the cells. Throws `survey_header` for a chosen column that is not there.
 */
export function planColumns(project: OpenProject, table: SurveyTable, choices: SurveyChoices): PlannedColumn[] {
  const { file, header } = table;
  const cellsOf = (place: number): string[] => table.rows.map(({ cells }) => cells[place] ?? '');
  const named = [choices.key, choices.document, ...choices.ignore, ...choices.columns.map((column) => column.header)];
  const unknown = named.find((name) => name !== undefined && name !== null && !header.includes(name));
  if (unknown !== undefined && unknown !== null)
    throw new VerbatimError('survey_header', { file, reason: 'unknown', column: unknown });

  const remembered = new Map(project.store.all(surveyColumnQueries.all).map((row) => [row.header, row]));
  const rememberedAs = (role: string): string | undefined =>
    header.find((name) => remembered.get(name)?.role === role && !choices.ignore.includes(name));
  const key = choices.key ?? rememberedAs('key') ?? keyHeader(header, cellsOf);
  const document =
    choices.document === undefined ? (rememberedAs('document') ?? documentHeader(header, key)) : choices.document;

  const attributes = project.store.all(attributeQueries.all);
  const byId = new Map(attributes.map((row) => [row.id, row]));
  const byKey = new Map(attributes.map((row) => [row.key, row]));
  const planned = header.map((name, place): PlannedColumn => {
    const missing = new Map(
      choices.missingTexts.flatMap(({ text, missing: kind, headers }) =>
        headers === undefined || headers.includes(name) ? [[text, kind]] : [],
      ),
    );
    const role = name === key ? 'key' : name === document ? 'document' : 'attribute';
    const standing =
      role === 'key' ? null : (byId.get(remembered.get(name)?.attribute ?? '') ?? byKey.get(name) ?? null);
    const filled = cellsOf(place).filter((cell) => isFilled(cell, missing));
    const choice = choices.columns.find((column) => column.header === name);
    const isText = role !== 'attribute';
    const guess = isText || namesIdentifiers(name) ? plainText : guessShape(filled);
    return {
      header: name,
      place,
      role: choices.ignore.includes(name) && role !== 'key' ? 'ignored' : role,
      standing,
      name: standing?.name ?? choice?.name?.trim() ?? name,
      shape: standing && !isText ? shapeOf(standing) : isText ? plainText : chosenShape(guess, choice, filled),
      choice,
      missing: role === 'attribute' ? missing : new Map(),
    };
  });
  return withGuessedScales(planned, (place, missing) => cellsOf(place).filter((cell) => isFilled(cell, missing)));
}

/** Whether a cell holds a value and not a reason why there is none. */
function isFilled(cell: string, missing: PlannedColumn['missing']): boolean {
  return cell !== '' && !missing.has(cell) && standingKind(cell) === null;
}

const plainText: AttributeShape = { type: 'text', categories: null, minimum: null, maximum: null };

/** The guess, overruled by what was chosen; categories not named are those of the cells. */
function chosenShape(
  guess: AttributeShape,
  choice: ColumnChoice | undefined,
  filled: readonly string[],
): AttributeShape {
  if (!choice) return guess;
  const type = choice.type ?? guess.type;
  const hasCategories = type === 'one_of' || type === 'ordered';
  return {
    type,
    categories: hasCategories ? (choice.categories ?? guess.categories ?? [...new Set(filled)]) : null,
    minimum: choice.minimum ?? null,
    maximum: choice.maximum ?? null,
  };
}

function withGuessedScales(
  columns: readonly PlannedColumn[],
  filledOf: (place: number, missing: PlannedColumn['missing']) => string[],
): PlannedColumn[] {
  const isOpen = ({ role, standing, shape, choice }: PlannedColumn): boolean =>
    role === 'attribute' &&
    standing === null &&
    shape.type === 'integer' &&
    choice?.minimum === undefined &&
    choice?.maximum === undefined;
  const scales = guessScales(columns.map((column) => (isOpen(column) ? filledOf(column.place, column.missing) : [])));
  return columns.map((column, place) =>
    scales[place] ? { ...column, shape: { ...column.shape, ...scales[place] } } : column,
  );
}
