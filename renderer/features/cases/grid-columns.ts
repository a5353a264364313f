import type { Attribute, CellEdit, StudyCase } from '../../../shared/contract/methods/cases.ts';
import type { MissingKind } from '../../../shared/domain/attribute.ts';

/** A column of the grid: the case's name, what belongs to it, or an attribute. */
export type GridColumn =
  | { readonly kind: 'name' }
  | { readonly kind: 'material' }
  | { readonly kind: 'attribute'; readonly attribute: Attribute };

/** The name, the transcripts, then the attributes in their order; the column of file names is what the transcripts are. */
export function gridColumns(attributes: readonly Attribute[]): GridColumn[] {
  const shown = attributes.filter(({ isDocumentColumn }) => !isDocumentColumn);
  return [
    { kind: 'name' },
    { kind: 'material' },
    ...shown.map((attribute) => ({ kind: 'attribute' as const, attribute })),
  ];
}

/** The words for the kinds of missing, in the interface language. */
export type MissingWords = Readonly<Record<MissingKind, string>>;

/** A cell as it is written: a value as it stands, a missing one as its kind in brackets. */
export function cellText(of: StudyCase, column: GridColumn, words: MissingWords): string {
  if (column.kind === 'name') return of.name;
  if (column.kind === 'material') return '';
  const { id } = column.attribute;
  const missing = of.missing[id];
  return of.values[id] ?? (missing === undefined ? '' : bracketed(words[missing]));
}

export function bracketed(word: string): string {
  return `(${word})`;
}

/** What a text typed or pasted into a cell means: nothing, a kind of missing in brackets, else a value. */
export function cellContent(text: string, words: MissingWords): Pick<CellEdit, 'value' | 'missing'> {
  if (text === '') return { value: null, missing: null };
  const kind = (Object.keys(words) as MissingKind[]).find((each) => bracketed(words[each]) === text);
  return kind === undefined ? { value: text, missing: null } : { value: null, missing: kind };
}

/** Whether a column holds numbers, which stand to the right. */
export function isNumeric(column: GridColumn): boolean {
  return column.kind === 'attribute' && ['integer', 'decimal'].includes(column.attribute.type);
}
