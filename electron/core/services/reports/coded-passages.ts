import type { ParsedInput } from '../../../../shared/contract/methods.ts';
import { withDescendants } from '../../../../shared/domain/codebook.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import { type PlacedCodingRow, codingQueries } from '../../store/repositories/coding-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { memoQueries } from '../../store/repositories/memo-table.ts';
import { speakerQueries, turnQueries, type TurnRow } from '../../store/repositories/turn-table.ts';
import { translationQueries, type TranslationRow } from '../../store/repositories/translation-table.ts';
import { PassageMaker } from '../codings/passages.ts';
import { casesIn } from '../cases/speaker-cases.ts';
import type { ReportFrame } from './report-frame.ts';

type Request = Extract<ParsedInput<'reports.write'>['report'], { kind: 'passages' }>;

/** One coding as a report prints it. */
export type CodedPassage = Span & {
  readonly document: string;
  /** Whose words it is: of several, where it reaches over turns of several cases. */
  readonly studyCases: readonly string[];
  readonly language: string;
  readonly quote: string;
  readonly turn: number | null;
  readonly time: number | null;
  readonly speaker: string | null;
  readonly cpStart: number;
  readonly cpEnd: number;
  readonly coders: readonly string[];
  readonly memos: readonly string[];
  readonly translations: readonly TranslationRow[];
  /** Which of the codes asked for it is about. */
  readonly about: ReadonlySet<string>;
  /** Whether it carries the marker. */
  readonly marked: boolean;
};

/** Positions grown to whole turns, where two passages need only stand in one turn. */
function grownToTurns({ start, end }: Span, turns: readonly TurnRow[]): Span {
  const touched = turns.filter((turn) => turn.start_at < end && start < turn.end_at);
  return {
    start: Math.min(start, ...touched.map(({ start_at }) => start_at)),
    end: Math.max(end, ...touched.map(({ end_at }) => end_at)),
  };
}

/** Whether a coding shares a position with one of the marker code by the same coder. */
function markedTest(rows: readonly PlacedCodingRow[], marker: string | null): (row: PlacedCodingRow) => boolean {
  const carrying = rows.filter(({ code }) => code === marker);
  return ({ coder, start_at, end_at }) =>
    carrying.some((one) => one.coder === coder && one.start_at < end_at && start_at < one.end_at);
}

/** The codings of every code in the order of documents and places, each with what it is about: codings of one coder that meet it. */
export function codedPassages(
  { project, names }: ReportFrame,
  ordered: readonly { readonly id: string; readonly parent: string | null }[],
  { across, rule, coders, marker, memos: withMemos, translations: withTranslations }: Request,
): ReadonlyMap<string, readonly CodedPassage[]> {
  const { store } = project;
  const branches = across.map((code) => ({ code, branch: withDescendants(ordered, [code]) }));
  const byCode = new Map<string, CodedPassage[]>();
  for (const document of store.all(documentQueries.all)) {
    const all = store
      .all(codingQueries.placedInDocument, document.id)
      .filter(({ coder }) => coders === undefined || coders.some((chosen) => chosen === coder))
      .sort(
        (a, b) =>
          a.start_at - b.start_at || a.end_at - b.end_at || byCodeUnits(names.coder(a.coder), names.coder(b.coder)),
      );
    const isMarked = markedTest(all, marker?.code ?? null);
    const codings = marker?.treatment === 'left_out' ? all.filter((row) => !isMarked(row)) : all;
    if (codings.length === 0) continue;
    const maker = new PassageMaker(project, document);
    const offsets = codePointOffsets(project.texts.of(document));
    const turns = store.all(turnQueries.ofDocument, document.id);
    const speakers = store.all(speakerQueries.ofDocument, document.id);
    const roles = new Map(speakers.map(({ name, role }) => [name, role]));
    const caseOf = new Map(speakers.map(({ id, study_case }) => [id, study_case]));
    const casesOf = casesIn({
      row: document,
      turns: turns.map(({ start_at, end_at, speaker }) => ({
        start: start_at,
        end: end_at,
        studyCase: caseOf.get(speaker ?? '') ?? null,
      })),
    });
    const memos = Map.groupBy(
      withMemos ? store.all(memoQueries.onCodingsOfDocument, document.id) : [],
      ({ coding }) => coding,
    );
    const translations = Map.groupBy(
      withTranslations ? store.all(translationQueries.ofDocument, document.id) : [],
      ({ start_at, end_at }) => `${start_at} ${end_at}`,
    );
    const reach = (row: PlacedCodingRow): Span => {
      const span = { start: row.start_at, end: row.end_at };
      return rule === 'turn' ? grownToTurns(span, turns) : span;
    };
    const crossed = branches.map(({ code, branch }) => ({
      code,
      spans: codings.filter((row) => branch.has(row.code)).map((row) => ({ coder: row.coder, ...reach(row) })),
    }));
    for (const row of codings) {
      const span = { start: row.start_at, end: row.end_at };
      const passage = maker.make(span, [names.coder(row.coder)]);
      const own = reach(row);
      const about = crossed.filter(({ spans }) =>
        spans.some(({ coder, start, end }) => coder === row.coder && start < own.end && own.start < end),
      );
      const standing = byCode.get(row.code) ?? [];
      byCode.set(row.code, standing);
      standing.push({
        ...span,
        document: document.id,
        studyCases: casesOf(span),
        language: document.language,
        quote: passage.quote,
        turn: passage.turn,
        time: passage.time,
        speaker: names.speaker(passage.speaker, roles.get(passage.speaker ?? '') ?? null),
        cpStart: offsets.toCodePoint(span.start),
        cpEnd: offsets.toCodePoint(span.end),
        coders: passage.coders,
        memos: (memos.get(row.id) ?? []).map(({ text }) => text),
        translations: translations.get(`${span.start} ${span.end}`) ?? [],
        about: new Set(about.map(({ code }) => code)),
        marked: isMarked(row),
      });
    }
  }
  return byCode;
}
