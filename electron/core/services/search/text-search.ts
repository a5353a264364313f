import { isVerbatimError, VerbatimError } from '../../../../shared/contract/errors.ts';
import type { SearchQuestion } from '../../../../shared/contract/methods/search.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import {
  type FoldedMatcher,
  foundInTexts,
  plainMatcher,
  type Searchable,
} from '../../../../shared/search/found-spans.ts';
import { type CompiledQuery, compileQuery } from '../../../../shared/search/search-query.ts';
import { foldText } from '../../../../shared/text/fold.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import type { IndexedDocument } from '../../store/search-index.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { RoledPart } from './document-parts.ts';
import { guardedPattern } from './guarded-pattern.ts';

/** Rows of the index read at once for all documents; where there are more, each document is asked by itself. */
const mostRows = 20_000;

/** Code units that a pattern of the user's own is looked for in at once. */
const unitsAtOnce = 1_500_000;

/** A document with what was found in it. `units`: code units that had to be looked at. */
export type Searched = { readonly row: DocumentRow; readonly hits: readonly Span[]; readonly units: number };

/** A document with the stretches of it that the question is to be looked for in. */
type Asked = Searchable & { readonly row: DocumentRow; readonly units: number };

function compiled({ query, mode = 'text' }: SearchQuestion): CompiledQuery | null {
  try {
    return compileQuery(query, mode);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : '';
    throw new VerbatimError('search_pattern', { pattern: query, reason: 'syntax', detail }, { cause });
  }
}

/** Which rows of the index meet an expression, by document. */
class IndexAnswers {
  private readonly project: OpenProject;
  private readonly match: string;
  private readonly documents: ReadonlyMap<string, IndexedDocument>;
  /** All rows, ascending; null where there are too many to ask for at once. */
  private readonly rows: readonly number[] | null;

  constructor(project: OpenProject, match: string, labels: boolean) {
    this.project = project;
    this.match = labels ? match : `words : ${match}`;
    const documents = project.store.searchIndex.documents();
    this.documents = new Map(documents.map((document) => [document.document, document]));
    const rows = project.store.searchIndex.rows(this.match, 0, Number.MAX_SAFE_INTEGER, mostRows + 1);
    this.rows = rows.length > mostRows ? null : rows;
  }

  /** Places of the document's parts that may have a hit; null where the index does not know the document. */
  partsOf(document: string): readonly number[] | null {
    const indexed = this.documents.get(document);
    if (!indexed) return null;
    const { first, parts } = indexed;
    const end = first + parts;
    const rows =
      this.rows === null
        ? this.project.store.searchIndex.rows(this.match, first, end, parts)
        : this.rows.slice(placeOf(this.rows, first), placeOf(this.rows, end));
    return rows.map((row) => row - first);
  }
}

/** How many of ascending numbers are less than one. */
function placeOf(numbers: readonly number[], number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Searches documents for one question, by the index where it can tell and in the texts where it cannot. */
export class TextSearch {
  private readonly project: OpenProject;
  private readonly question: SearchQuestion;
  private readonly query: CompiledQuery | null;
  private readonly matcher: FoldedMatcher | null;
  private readonly answers: IndexAnswers | null;

  /** Throws `search_pattern` (`syntax`). */
  constructor(project: OpenProject, question: SearchQuestion) {
    this.project = project;
    this.question = question;
    this.query = compiled(question);
    this.matcher =
      this.query === null
        ? null
        : this.query.isOwnPattern
          ? guardedPattern(this.query, question.query)
          : plainMatcher(this.query);
    const match = this.query?.match ?? null;
    this.answers = match === null ? null : new IndexAnswers(project, match, question.labels === true);
  }

  /** Everything found in one document. Throws `search_pattern` (`slow`). */
  in(row: DocumentRow): Searched {
    return this.searched([this.asked(row)])[0]!;
  }

  /** Everything found in each of some documents, in their order. Throws `search_pattern` (`slow`). */
  *through(rows: readonly DocumentRow[]): Generator<Searched> {
    let atOnce = this.query?.isOwnPattern === true ? unitsAtOnce : 0;
    for (let next = 0; next < rows.length; ) {
      const together: Asked[] = [];
      let units = 0;
      do {
        const asked = this.asked(rows[next + together.length]!);
        together.push(asked);
        units += asked.units;
      } while (units < atOnce && next + together.length < rows.length);
      try {
        yield* this.searched(together);
        next += together.length;
      } catch (error) {
        if (together.length === 1 || !isVerbatimError(error, 'search_pattern')) throw error;
        // Too slow for several at once: one by one each has the time for itself.
        atOnce = 0;
      }
    }
  }

  private searched(together: readonly Asked[]): Searched[] {
    const { matcher } = this;
    const hits = matcher === null ? [] : foundInTexts(together, matcher);
    return together.map(({ row, units }, place) => ({ row, hits: hits[place] ?? [], units }));
  }

  private asked(row: DocumentRow): Asked {
    const nowhere = { row, text: '', stretches: [], units: 0 };
    if (this.matcher === null) return nowhere;
    const candidates = this.answers?.partsOf(row.id) ?? null;
    if (candidates?.length === 0) return nowhere;
    const text = this.project.texts.of(row);
    if (candidates === null && !this.mayHold(text)) return { ...nowhere, units: text.length };
    const all = this.project.parts.of(row);
    const parts = candidates === null ? all : candidates.map((place) => all[place]!);
    const stretches = parts.filter((part) => this.isAsked(part)).flatMap((part) => this.stretchesOf(part));
    const units = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
    return { row, text, stretches, units };
  }

  private isAsked({ role }: RoledPart): boolean {
    return this.question.roles === undefined || (role !== null && this.question.roles.includes(role));
  }

  private stretchesOf({ label, words }: RoledPart): Span[] {
    return this.question.labels === true && label.start < label.end ? [label, words] : [words];
  }

  private mayHold(text: string): boolean {
    const needed = this.query?.needed ?? null;
    return needed === null || foldText(text).folded.includes(needed);
  }
}
