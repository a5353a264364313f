import type { Span } from '../domain/span.ts';
import { sentenceSpans, wordSpans } from '../text/segment.ts';
import { intersectedSpans, positionWithin, totalLength, unitedSpans } from './spans.ts';
import type { ScopeName, UnitName } from './unit-names.ts';
import { scopeSpans, type UnitSource } from './unit-source.ts';
import { coveredSegments, eligibleUnits, type MembershipRule } from './units.ts';

/**
 * The units of one document, in order and disjoint, none empty.
 *
 * - `spans`: where each unit lies in the text, from its first to its last position in scope. For characters: the
 *   stretches of the scope, a unit for every position, never one object each.
 * - `counted`: the same units on the axis of the scope, with everything else cut away; a unit's size is its length
 *   there. `within` takes positions of the text there. Where a unit holds nothing but its scope, both are null and the
 *   axis is that of the text.
 */
export type DocumentUnits = {
  readonly spans: readonly Span[];
  readonly counted: readonly Span[] | null;
  readonly within: ((position: number) => number) | null;
};

/** Units of one document that can be listed; windows are runs of its turns (`windowMarks`), cases are several documents (`coversCase`). */
export type DocumentUnitName = Exclude<UnitName, 'window' | 'case'>;

/** Units that lie in the scope with all their positions. */
export function plainUnits(spans: readonly Span[]): DocumentUnits {
  return { spans: eligibleUnits(spans), counted: null, within: null };
}

/** Units of which only the positions in scope count; those without any are left out. Both lists sorted and disjoint. */
function scopedUnits(hulls: readonly Span[], scope: readonly Span[]): DocumentUnits {
  const within = positionWithin(scope);
  const spans: Span[] = [];
  const counted: Span[] = [];
  for (const hull of eligibleUnits(hulls)) {
    const inside = { start: within(hull.start), end: within(hull.end) };
    if (inside.start < inside.end) {
      spans.push(hull);
      counted.push(inside);
    }
  }
  return { spans, counted, within };
}

/** The units of a document by name and scope. Whole turns are units in every scope but the respondents'. */
export function documentUnits(source: UnitSource, unit: DocumentUnitName, scope: ScopeName): DocumentUnits {
  return unitsByName[unit](source, scope);
}

const unitsByName: Readonly<Record<DocumentUnitName, (source: UnitSource, scope: ScopeName) => DocumentUnits>> = {
  character: (source, scope) => plainUnits(scopeSpans(source, scope)),
  turn: (source, scope) => plainUnits(scope === 'text' ? source.turns : scopeSpans(source, scope)),
  sentence: (source, scope) => plainUnits(cutByLanguage(source, stretches(source, scope), sentenceSpans)),
  token: (source, scope) => plainUnits(cutByLanguage(source, stretches(source, scope), wordSpans)),
  exchange: (source, scope) => scopedUnits(exchangeSpans(source.turns), scopeSpans(source, scope)),
  segment: (source, scope) => scopedUnits(apart(source.segments), scopeSpans(source, scope)),
  document: (source, scope) => scopedUnits([{ start: 0, end: source.length }], scopeSpans(source, scope)),
};

/** What a span covers on the axis the units are counted on. `united` sorted and disjoint, and so is the result. */
function onAxis({ within }: DocumentUnits, united: readonly Span[]): readonly Span[] {
  if (within === null) {
    return united;
  }
  // What lies out of scope is cut away between two spans: they may touch now.
  return unitedSpans(united.map(({ start, end }) => ({ start: within(start), end: within(end) })));
}

/** Places of the units that the spans cover by the rule, ascending. `united` sorted and disjoint. */
export function coveredUnits(units: DocumentUnits, united: readonly Span[], rule: MembershipRule): number[] {
  return coveredSegments(units.counted ?? units.spans, onAxis(units, united), rule);
}

/** One document of several that are one unit together, and what of it is covered (sorted and disjoint). */
export type PartOfCase = { readonly units: DocumentUnits; readonly united: readonly Span[] };

/**
 * Whether the spans cover several documents taken as one unit: a position of any of them, or at least half of the
 * positions in scope of all of them together.
 */
export function coversCase(parts: readonly PartOfCase[], rule: MembershipRule): boolean {
  let size = 0;
  let covered = 0;
  for (const { units, united } of parts) {
    const counted = units.counted ?? units.spans;
    size += totalLength(counted);
    covered += totalLength(intersectedSpans(counted, onAxis(units, united)));
  }
  return rule === 'any' ? covered > 0 : size > 0 && 2 * covered >= size;
}

/** The turns of the scope; in the whole text also what lies between them, so that a turn is cut alike in every scope. */
function stretches(source: UnitSource, scope: ScopeName): readonly Span[] {
  if (scope !== 'text') {
    return scopeSpans(source, scope);
  }
  const { turns, length } = source;
  const pieces: Span[] = [];
  let from = 0;
  for (const { start, end } of turns) {
    pieces.push({ start: from, end: start }, { start, end });
    from = end;
  }
  pieces.push({ start: from, end: length });
  return pieces.filter(({ start, end }) => start < end);
}

function cutByLanguage(
  { language, text: read }: UnitSource,
  pieces: readonly Span[],
  cut: (text: string, span: Span, language: string) => readonly Span[],
): Span[] {
  if (pieces.length === 0) {
    return [];
  }
  const { text, offsets } = read();
  return pieces.flatMap(({ start, end }) =>
    cut(text, { start: offsets.toUtf16(start), end: offsets.toUtf16(end) }, language).map((span) => ({
      start: offsets.toCodePoint(span.start),
      end: offsets.toCodePoint(span.end),
    })),
  );
}

/**
 * From each question to the last answer before the next; interviewer's turns in a row are one question, answers before
 * the first question one exchange of their own. Where nobody is an interviewer all turns are one exchange.
 */
function exchangeSpans(turns: UnitSource['turns']): Span[] {
  const exchanges: Span[] = [];
  let answered = true;
  for (const { start, end, role } of turns) {
    const asks = role === 'interviewer';
    const last = exchanges.at(-1);
    if (last === undefined || (asks && answered)) {
      exchanges.push({ start, end });
    } else {
      exchanges[exchanges.length - 1] = { start: last.start, end };
    }
    answered = !asks;
  }
  return exchanges;
}

/** Passages in text order, each once; where two overlap the later one begins where the earlier ends. */
function apart(passages: readonly Span[]): Span[] {
  const sorted = passages.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const cut: Span[] = [];
  let from = 0;
  for (const { start, end } of sorted) {
    if (end > Math.max(start, from)) {
      cut.push({ start: Math.max(start, from), end });
      from = end;
    }
  }
  return cut;
}
