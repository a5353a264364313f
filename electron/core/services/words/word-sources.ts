import { unitedSpans } from '../../../../shared/analysis/spans.ts';
import type { WordSource } from '../../../../shared/analysis/words/scoped-words.ts';
import type { WordFilter } from '../../../../shared/contract/methods/words.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { codesInTreeOrder, withDescendants } from '../../../../shared/domain/codebook.ts';
import { primaryLanguage } from '../../../../shared/domain/transcript.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { type DocumentRow, documentQueries } from '../../store/repositories/document-table.ts';
import { speakerQueries, turnQueries } from '../../store/repositories/turn-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/**
 * What is said in a transcript by speakers of these roles and cases (a speaker's own, else the transcript's); all of the text where
 * it has no turns and nobody is asked for.
 */
function saidBy({ store }: OpenProject, row: DocumentRow, { roles, cases }: WordFilter): Span[] {
  const isAsked = (studyCase: string | null): boolean => cases === undefined || cases.some((one) => one === studyCase);
  const turns = store.all(turnQueries.ofDocument, row.id);
  if (turns.length === 0)
    return roles === undefined && isAsked(row.study_case) ? [{ start: 0, end: row.utf16_length }] : [];
  const speakers = new Map(store.all(speakerQueries.ofDocument, row.id).map((speaker) => [speaker.id, speaker]));
  return turns.flatMap(({ speaker: id, content_at, end_at }) => {
    const speaker = speakers.get(id ?? '');
    const isOfRole = roles === undefined || roles.some((role) => role === speaker?.role);
    return isOfRole && isAsked(speaker?.study_case ?? row.study_case) ? [{ start: content_at, end: end_at }] : [];
  });
}

/** The transcripts whose words count, one by one. */
export function* wordSources(
  project: OpenProject,
  filter: WordFilter,
): Generator<{ row: DocumentRow; source: WordSource }> {
  const { store } = project;
  const branch =
    filter.codes === undefined
      ? null
      : withDescendants(
          codesInTreeOrder(store.all(codeQueries.all)).map(({ code }) => code),
          filter.codes,
        );
  for (const row of store.all(documentQueries.all)) {
    if (filter.documents && !filter.documents.some((document) => document === row.id)) continue;
    if (filter.language !== undefined && primaryLanguage(row.language) !== primaryLanguage(filter.language)) continue;
    const codings =
      branch === null ? null : store.all(codingQueries.placedInDocument, row.id).filter(({ code }) => branch.has(code));
    const within =
      codings === null ? null : unitedSpans(codings.map(({ start_at, end_at }) => ({ start: start_at, end: end_at })));
    const said = saidBy(project, row, filter);
    if (said.length === 0 && filter.cases !== undefined) continue;
    yield { row, source: { text: project.texts.of(row), language: row.language, said, within } };
  }
}
