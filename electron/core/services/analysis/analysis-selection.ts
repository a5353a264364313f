import { touchesAny } from '../../../../shared/analysis/matrix/membership.ts';
import { unitedSpans } from '../../../../shared/analysis/spans.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { AnalysisFilter } from '../../../../shared/contract/methods/analysis-filter.ts';
import { caseQueries } from '../../store/repositories/case-table.ts';
import type { ModelCoding, ModelDocument } from './analysis-model.ts';
import { attributeGroups } from '../cases/attribute-groups.ts';
import type { OpenProject } from '../project/open-project.ts';
import { type CasePart, partsByCase } from '../cases/speaker-cases.ts';

/** The transcripts a filter lets through, with all their codings. Throws `not_found`. */
export function filteredDocuments(
  project: OpenProject,
  { documents: wanted, cases }: Omit<AnalysisFilter, 'marker'>,
  all: readonly ModelDocument[] = project.analysis.documents(),
): readonly ModelDocument[] {
  for (const id of wanted ?? [])
    if (!all.some(({ row }) => row.id === id)) throw new VerbatimError('not_found', { kind: 'document', name: id });
  const chosen = wanted === undefined ? null : new Set<string>(wanted);
  const tests = (cases ?? []).map(({ attribute, values }) => {
    const { groupOf } = attributeGroups(project, attribute);
    const allowed = new Set(values);
    return (studyCase: string | null): boolean => allowed.has(groupOf(studyCase));
  });
  const named = all.filter(({ row }) => chosen === null || chosen.has(row.id));
  if (tests.length === 0) return named;
  return named.flatMap((document) => {
    const parts = partsByCase(document);
    const kept = parts.filter(({ studyCase }) => tests.every((test) => test(studyCase)));
    if (kept.length === parts.length) return [document];
    return kept.length === 0 ? [] : [joinedParts(document, kept)];
  });
}

/** The turns and codings of some parts of a transcript, in its order. */
function joinedParts({ row, turns, codings }: ModelDocument, parts: readonly CasePart[]): ModelDocument {
  const [inTurns, inCodings] = [
    new Set(parts.flatMap(({ document }) => document.turns)),
    new Set(parts.flatMap(({ document }) => document.codings)),
  ];
  return {
    row,
    turns: turns.filter((turn) => inTurns.has(turn)),
    codings: codings.filter((coding) => inCodings.has(coding)),
  };
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

/**
 * One person of the study as far as analysis counts them: a case with its transcripts and its turns in those of several (a
 * focus group), or what a transcript has of nobody's case.
 */
export type Respondent = {
  readonly id: string;
  readonly name: string;
  readonly isCase: boolean;
  readonly documents: readonly ModelDocument[];
};

/** The respondents of some transcripts: cases in their order, then transcripts without one. */
export function respondentsOf(project: OpenProject, documents: readonly ModelDocument[]): Respondent[] {
  const byCase = Map.groupBy(documents.flatMap(partsByCase), ({ studyCase }) => studyCase);
  const cases = project.store.all(caseQueries.all).flatMap(({ id, name }): Respondent[] => {
    const own = byCase.get(id);
    return own === undefined ? [] : [{ id, name, isCase: true, documents: own.map(({ document }) => document) }];
  });
  const alone = (byCase.get(null) ?? []).map(
    ({ document }): Respondent => ({
      id: document.row.id,
      name: document.row.name,
      isCase: false,
      documents: [document],
    }),
  );
  return [...cases, ...alone];
}
