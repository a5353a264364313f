import type { AnalysisFilter } from '../../../../shared/contract/methods/analysis-filter.ts';
import type { ModelDocument } from '../analysis/analysis-model.ts';
import { filteredDocuments } from '../analysis/analysis-selection.ts';
import { coderRow } from '../coders/coder-rows.ts';
import { isLayer } from '../comparison/comparison-tables.ts';
import { layerDocuments } from '../adjudication/gold-documents.ts';
import type { OpenProject } from '../project/open-project.ts';

/** The transcripts asked for with the codings of whom they are asked of. Throws `not_found`. */
export function portraitDocuments(
  project: OpenProject,
  { coder, documents, cases }: Omit<AnalysisFilter, 'marker'> & { readonly coder: string },
): readonly ModelDocument[] {
  const chosen = filteredDocuments(project, { documents, cases }, layerDocuments(project, coder === 'gold'));
  if (isLayer(coder)) return chosen;
  coderRow(project, coder);
  return chosen.map((document) => ({
    ...document,
    codings: document.codings.filter((coding) => coding.coder === coder),
  }));
}
