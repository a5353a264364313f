import { touchesAny } from '../../../shared/analysis/matrix/membership.ts';
import { unitedSpans } from '../../../shared/analysis/spans.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { AnalysisFilter } from '../../../shared/contract/methods/analysis-filter.ts';
import { caseQueries } from '../store/repositories/case-table.ts';
import type { ModelCoding, ModelDocument } from './analysis-model.ts';
import { attributeGroups } from './attribute-groups.ts';
import type { OpenProject } from './open-project.ts';

/** The transcripts a filter lets through, with all their codings. Throws `not_found`. */
export function filteredDocuments(
  project: OpenProject,
  { documents: wanted, cases }: Omit<AnalysisFilter, 'without'>,
): readonly ModelDocument[] {
  const all = project.analysis.documents();
  for (const id of wanted ?? [])
    if (!all.some(({ row }) => row.id === id)) throw new VerbatimError('not_found', { kind: 'document', name: id });
  const chosen = wanted === undefined ? null : new Set<string>(wanted);
  const tests = (cases ?? []).map(({ attribute, values }) => {
    const { groupOf } = attributeGroups(project, attribute);
    const allowed = new Set(values);
    return (studyCase: string | null): boolean => allowed.has(groupOf(studyCase));
  });
  return all.filter(
    ({ row }) => (chosen === null || chosen.has(row.id)) && tests.every((test) => test(row.study_case)),
  );
}

/** Codings that share no position with one of a code by the same coder. */
export function codingsWithout(codings: readonly ModelCoding[], code: string): readonly ModelCoding[] {
  const marked = Map.groupBy(
    codings.filter((coding) => coding.code === code),
    ({ coder }) => coder,
  );
  if (marked.size === 0) return codings;
  const united = new Map([...marked].map(([coder, own]) => [coder, unitedSpans(own)]));
  return codings.filter((coding) => !touchesAny(united.get(coding.coder) ?? [], coding));
}

/** One person of the study as far as analysis counts them: a case with its transcripts, or a transcript without a case. */
export type Respondent = {
  readonly id: string;
  readonly name: string;
  readonly isCase: boolean;
  readonly documents: readonly ModelDocument[];
};

/** The respondents of some transcripts: cases in their order, then transcripts without one. */
export function respondentsOf(project: OpenProject, documents: readonly ModelDocument[]): Respondent[] {
  const byCase = Map.groupBy(documents, ({ row }) => row.study_case);
  const cases = project.store.all(caseQueries.all).flatMap(({ id, name }): Respondent[] => {
    const own = byCase.get(id);
    return own === undefined ? [] : [{ id, name, isCase: true, documents: own }];
  });
  const alone = (byCase.get(null) ?? []).map(
    (document): Respondent => ({ id: document.row.id, name: document.row.name, isCase: false, documents: [document] }),
  );
  return [...cases, ...alone];
}
