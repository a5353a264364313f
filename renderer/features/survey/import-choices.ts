import type { Input } from '../../../shared/contract/methods.ts';
import type { ColumnChoice, MissingText } from '../../../shared/contract/methods/survey.ts';
import type { AttributeType, MissingKind } from '../../../shared/domain/attribute.ts';

/** What the user has said of a survey's columns; everything else is guessed. */
export type ImportChoices = {
  readonly key: string | null;
  /** Undefined: as found; null: there is none. */
  readonly document: string | null | undefined;
  readonly sheet: string | null;
  /** Null: as guessed. */
  readonly encoding: string | null;
  readonly ignore: readonly string[];
  readonly columns: Readonly<Record<string, Partial<ColumnChoice>>>;
  readonly missing: Readonly<Record<string, MissingKind>>;
};

export const noChoices: ImportChoices = {
  key: null,
  document: undefined,
  sheet: null,
  encoding: null,
  ignore: [],
  columns: {},
  missing: {},
};

export function surveyInput(ticket: string, choices: ImportChoices): Input<'survey.inspect'> {
  const missingTexts: MissingText[] = Object.entries(choices.missing).map(([text, missing]) => ({ text, missing }));
  return {
    ticket,
    kind: 'survey',
    ignore: [...choices.ignore],
    columns: Object.entries(choices.columns).map(([header, choice]) => ({ ...choice, header })),
    missingTexts,
    ...(choices.key === null ? {} : { key: choices.key }),
    ...(choices.document === undefined ? {} : { document: choices.document }),
    ...(choices.sheet === null ? {} : { sheet: choices.sheet }),
    ...(choices.encoding === null ? {} : { encoding: choices.encoding }),
  };
}

/** The roles a column can be given. */
export type ColumnUse = 'key' | 'document' | 'ignored' | AttributeType;

/** Gives a column a role or a type; the key and the file names are one column each. */
export function withUse(choices: ImportChoices, header: string, use: ColumnUse): ImportChoices {
  const ignore = choices.ignore.filter((name) => name !== header);
  const freed = { ...choices, ignore, document: choices.document === header ? null : choices.document };
  if (use === 'key') return { ...freed, key: header };
  if (use === 'document') return { ...freed, document: header };
  if (use === 'ignored') return { ...freed, ignore: [...ignore, header] };
  return { ...freed, columns: { ...choices.columns, [header]: { ...choices.columns[header], type: use } } };
}

export function withRange(
  choices: ImportChoices,
  header: string,
  range: { readonly minimum: number | null; readonly maximum: number | null; readonly type: AttributeType },
): ImportChoices {
  return { ...choices, columns: { ...choices.columns, [header]: { ...choices.columns[header], ...range } } };
}
