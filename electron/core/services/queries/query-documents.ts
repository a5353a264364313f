import type { QueryDocument } from '../../../../shared/analysis/query/query-model.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import { attributeQueries, attributeValueQueries, caseQueries } from '../../store/repositories/case-table.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { memoQueries } from '../../store/repositories/memo-table.ts';
import { speakerQueries, turnQueries } from '../../store/repositories/turn-table.ts';
import type { OpenProject } from '../project/open-project.ts';
import { casesIn } from '../cases/speaker-cases.ts';
import { TextSearch } from '../search/text-search.ts';

/** A transcript as queries see it, and the cases whose words a span of it is. */
export type QueriedDocument = QueryDocument & {
  readonly row: DocumentRow;
  readonly casesOf: (span: Span) => readonly string[];
};

const noMemos: readonly string[] = [];

/** Every transcript as queries see it, read anew only when the project has changed. */
export class QueryDocuments {
  private readonly project: OpenProject;
  private readonly searches = new Map<string, TextSearch>();
  private known: {
    readonly revision: number;
    readonly documents: readonly QueriedDocument[];
  } | null = null;

  constructor(project: OpenProject) {
    this.project = project;
  }

  all(): readonly QueriedDocument[] {
    const { store } = this.project;
    if (this.known?.revision === store.revision) return this.known.documents;
    this.searches.clear();
    const memos = Map.groupBy(
      store.all(memoQueries.all).filter(({ coding }) => coding !== null),
      ({ coding }) => coding!,
    );
    const keys = new Map(store.all(attributeQueries.all).map(({ id, key }) => [id, key]));
    const values = Map.groupBy(store.all(attributeValueQueries.all), ({ study_case }) => study_case);
    const cases = new Map(
      store.all(caseQueries.all).map(({ id, name }) => {
        const own = (values.get(id) ?? []).flatMap(({ attribute, value }) =>
          value === null ? [] : [[keys.get(attribute) ?? '', value] as const],
        );
        return [id, { name, attributes: new Map(own) }];
      }),
    );
    const documents = this.project.analysis.documents().map((document) => {
      const { row, codings } = document;
      return {
        row,
        id: row.id,
        name: row.name,
        language: row.language,
        studyCase: row.study_case,
        cases,
        casesOf: casesIn(document),
        turns: this.turnsOf(row),
        codings: codings.map(({ id, code, coder, start, end }) => ({
          start,
          end,
          code,
          coder,
          coding: id,
          memos: memos.get(id)?.map(({ text }) => text) ?? noMemos,
        })),
        find: (words: string) => this.find(row, words),
      };
    });
    this.known = { revision: store.revision, documents };
    return documents;
  }

  private turnsOf(row: DocumentRow) {
    const speakers = new Map(
      this.project.store.all(speakerQueries.ofDocument, row.id).map((speaker) => [speaker.id, speaker]),
    );
    const toCodePoint = this.converter(row);
    return this.project.store
      .all(turnQueries.ofDocument, row.id)
      .filter((turn) => turn.content_at < turn.end_at)
      .map((turn) => {
        const speaker = speakers.get(turn.speaker ?? '');
        return {
          start: toCodePoint(turn.content_at),
          end: toCodePoint(turn.end_at),
          role: speaker?.role ?? null,
          speaker: speaker?.name ?? null,
          studyCase: speaker?.study_case ?? null,
        };
      });
  }

  /** Words are found in what is said, not in labels and times. */
  private find(row: DocumentRow, words: string) {
    const search = this.searches.get(words) ?? new TextSearch(this.project, { query: words });
    this.searches.set(words, search);
    const toCodePoint = this.converter(row);
    return search.in(row).hits.map(({ start, end }) => ({ start: toCodePoint(start), end: toCodePoint(end) }));
  }

  private converter(row: DocumentRow): (position: number) => number {
    if (row.utf16_length === row.code_points) return (position) => position;
    return codePointOffsets(this.project.texts.of(row)).toCodePoint;
  }
}
