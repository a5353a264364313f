import type { Span } from '../../domain/span.ts';
import { firstEndingAfter, unitedSpans } from '../spans.ts';
import type { QueryCase, QueryDocument, QueryNames, QueryPassage } from './query-model.ts';
import type { QueryTree, Term } from './query-tree.ts';
import { relationTester, sharedPassages } from './relate.ts';

type Condition = {
  readonly kind: 'condition';
  readonly holds: (passage: QueryPassage) => boolean;
  /** Whether it speaks of codings (coder, memo): alone it then finds codings, otherwise turns. */
  readonly aboutCodings: boolean;
};

/** What a part of a query comes to in one transcript: passages of its own, or something passages of others must meet. */
type Value = { readonly kind: 'passages'; readonly list: readonly QueryPassage[] } | Condition;

const nobodys = { coder: null, coding: null, memos: [] } as const;

/**
 * The passages a query finds in one transcript, by place. Codes and words find passages; coder, memo, role, speaker, case,
 * transcript, language and attribute are conditions a passage meets. AND of two that find passages gives the stretches they
 * share; with a condition it keeps what meets it. NOT keeps what shares no position with what it names.
 */
export function evaluateQuery(tree: QueryTree, document: QueryDocument, names: QueryNames): QueryPassage[] {
  const found = passagesOf(valueOf(tree, document, names), document);
  return [...found].sort((a, b) => a.start - b.start || a.end - b.end);
}

function valueOf(tree: QueryTree, document: QueryDocument, names: QueryNames): Value {
  switch (tree.kind) {
    case 'term':
      return termValue(tree, document, names);
    case 'not':
      return negated(valueOf(tree.of, document, names), document);
    case 'and':
      return both(valueOf(tree.left, document, names), valueOf(tree.right, document, names));
    case 'or':
      return either(valueOf(tree.left, document, names), valueOf(tree.right, document, names), document);
    case 'relation': {
      const left = passagesOf(valueOf(tree.left, document, names), document);
      const right = passagesOf(valueOf(tree.right, document, names), document);
      return { kind: 'passages', list: left.filter(relationTester(right, tree, document.turns)) };
    }
    default:
      return tree satisfies never;
  }
}

function passagesOf(value: Value, document: QueryDocument): readonly QueryPassage[] {
  if (value.kind === 'passages') return value.list;
  const all: readonly QueryPassage[] = value.aboutCodings
    ? document.codings
    : document.turns.map(({ start, end }) => ({ start, end, ...nobodys }));
  return all.filter(value.holds);
}

function negated(value: Value, document: QueryDocument): Value {
  if (value.kind === 'condition') return { ...value, holds: (passage) => !value.holds(passage) };
  const overlaps = relationTester(value.list, { relation: 'OVERLAPS', distance: null }, document.turns);
  // A coding that is among those named overlaps itself.
  return { kind: 'condition', holds: (passage) => !overlaps({ ...passage, coding: null }), aboutCodings: false };
}

function both(left: Value, right: Value): Value {
  if (left.kind === 'passages')
    return {
      kind: 'passages',
      list: right.kind === 'passages' ? sharedPassages(left.list, right.list) : left.list.filter(right.holds),
    };
  if (right.kind === 'passages') return { kind: 'passages', list: right.list.filter(left.holds) };
  return {
    kind: 'condition',
    holds: (passage) => left.holds(passage) && right.holds(passage),
    aboutCodings: left.aboutCodings || right.aboutCodings,
  };
}

function either(left: Value, right: Value, document: QueryDocument): Value {
  if (left.kind === 'condition' && right.kind === 'condition')
    return {
      kind: 'condition',
      holds: (passage) => left.holds(passage) || right.holds(passage),
      aboutCodings: left.aboutCodings || right.aboutCodings,
    };
  const all = [...passagesOf(left, document), ...passagesOf(right, document)];
  const distinct = new Map(
    all.map((passage) => [`${passage.start} ${passage.end} ${passage.coder} ${passage.coding}`, passage]),
  );
  return { kind: 'passages', list: [...distinct.values()] };
}

function termValue(term: Term, document: QueryDocument, names: QueryNames): Value {
  const { field, value, at } = term;
  const condition = (holds: (passage: QueryPassage) => boolean, aboutCodings = false): Value => ({
    kind: 'condition',
    holds,
    aboutCodings,
  });
  switch (field) {
    case 'code': {
      const codes = names.codes(value, term.isExact, at);
      return { kind: 'passages', list: document.codings.filter(({ code }) => codes.has(code)) };
    }
    case 'text':
      return { kind: 'passages', list: document.find(value).map((span) => ({ ...span, ...nobodys })) };
    case 'coder': {
      const coder = names.coder(value, at);
      return condition((passage) => passage.coder === coder, true);
    }
    case 'memo':
      return condition(memoCondition(value, names), true);
    case 'role':
    case 'speaker':
      return condition(turnCondition(term, document, names));
    case 'case':
      names.checkCase(value, at);
      return condition(caseCondition(document, ({ name }) => name === value));
    case 'document':
      names.checkDocument(value, at);
      return always(document.name === value);
    case 'language':
      return always(isLanguage(document.language, value));
    case 'attribute':
      names.checkAttribute(term.key ?? '', at);
      return condition(caseCondition(document, ({ attributes }) => attributes.get(term.key ?? '') === value));
    default:
      return field satisfies never;
  }
}

function always(holds: boolean): Value {
  return { kind: 'condition', holds: () => holds, aboutCodings: false };
}

/** `zh` means every kind of Chinese. */
export function isLanguage(language: string, wanted: string): boolean {
  const [given, asked] = [language.toLowerCase(), wanted.toLowerCase()];
  return given === asked || given.startsWith(`${asked}-`);
}

function memoCondition(value: string, { fold }: QueryNames): (passage: QueryPassage) => boolean {
  if (value === 'any') return ({ memos }) => memos.length > 0;
  if (value === 'none') return ({ memos }) => memos.length === 0;
  const wanted = fold(value.slice(1));
  return ({ memos }) => memos.some((memo) => fold(memo).includes(wanted));
}

/** Whether a passage shares a position with what such a speaker says. */
function turnCondition({ field, value }: Term, { turns }: QueryDocument, { fold }: QueryNames) {
  const wanted = fold(value);
  return touching(
    turns.filter(({ role, speaker }) =>
      field === 'role' ? role === value : speaker !== null && fold(speaker) === wanted,
    ),
  );
}

/**
 * Whether a passage is of such a case: a turn is its speaker's, where the speaker is a case of their own, else the transcript's;
 * so is what stands in no turn.
 */
function caseCondition(
  { studyCase, cases, turns }: QueryDocument,
  isSuch: (one: QueryCase) => boolean,
): (passage: QueryPassage) => boolean {
  const fits = (id: string | null): boolean => {
    const one = id === null ? undefined : cases.get(id);
    return one !== undefined && isSuch(one);
  };
  const isOfSuch = fits(studyCase);
  if (turns.every((turn) => turn.studyCase === null)) return () => isOfSuch;
  const isTheirs = touching(turns.filter((turn) => fits(turn.studyCase ?? studyCase)));
  const isSaid = touching(turns);
  return (passage) => isTheirs(passage) || (isOfSuch && !isSaid(passage));
}

/** Whether a passage shares a position with any of some spans. O(log n). */
function touching(spans: readonly Span[]): (passage: Span) => boolean {
  const united = unitedSpans(spans);
  return ({ start, end }) => {
    const next = united[firstEndingAfter(united, start)];
    return next !== undefined && next.start < end;
  };
}
