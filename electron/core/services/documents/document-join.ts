import { attributeValueQueries, surveyColumnQueries } from '../../store/repositories/case-table.ts';
import { type DocumentRow, documentQueries } from '../../store/repositories/document-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** File names as a survey writes them: one, or several with a semicolon between. */
export function fileNamesOf(cell: string): string[] {
  return cell
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Finds documents by the file names of a survey: by name, by the name of the original file, or by either without its ending. */
export class DocumentFinder {
  private readonly byName = new Map<string, DocumentRow | null>();

  constructor(project: OpenProject) {
    const rows = project.store.all(documentQueries.all);
    for (const row of rows) this.byName.set(row.name, row);
    for (const name of [
      (row: DocumentRow) => row.original_name,
      (row: DocumentRow) => stem(row.name),
      (row: DocumentRow) => stem(row.original_name),
    ]) {
      const round = new Map<string, DocumentRow | null>();
      for (const row of rows) round.set(name(row), round.has(name(row)) && round.get(name(row)) !== row ? null : row);
      for (const [key, row] of round) if (!this.byName.has(key)) this.byName.set(key, row);
    }
  }

  /** The document of a file name; null where there is none, or more than one. */
  find(fileName: string): DocumentRow | null {
    return this.byName.get(fileName) ?? this.byName.get(stem(fileName)) ?? null;
  }
}

function stem(name: string): string {
  return name.replace(/\.[^.]{1,8}$/u, '');
}

/** Documents without a case that a survey row names, with the case of that row. */
export function joinableDocuments(project: OpenProject): { readonly document: string; readonly case: string }[] {
  const { store } = project;
  const column = store.all(surveyColumnQueries.all).find(({ role }) => role === 'document')?.attribute;
  if (column === undefined || column === null) return [];
  const finder = new DocumentFinder(project);
  const joins = new Map<string, string>();
  for (const { study_case: id, value } of store.all(attributeValueQueries.ofAttribute, column))
    for (const name of fileNamesOf(value ?? '')) {
      const document = finder.find(name);
      if (document?.study_case === null && !joins.has(document.id)) joins.set(document.id, id);
    }
  return [...joins].map(([document, studyCase]) => ({ document, case: studyCase }));
}
