import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateQuery } from '../../shared/analysis/query/evaluate-query.ts';
import { parseQuery } from '../../shared/analysis/query/parse-query.ts';
import type { QueryDocument, QueryNames, QueryPassage } from '../../shared/analysis/query/query-model.ts';
import { queryText } from '../../shared/analysis/query/query-text.ts';
import { type QueryTree, relationNames, type Term } from '../../shared/analysis/query/query-tree.ts';

const text = 'abcabca bcaab bcabc aacbb cabca b';
const codes = ['p', 'p.q', 't', 'u'];
const names: QueryNames = {
  codes: (name, isExact) => new Set(codes.filter((code) => code === name || (!isExact && code.startsWith(`${name}.`)))),
  coder: (name) => name,
  checkCase: () => {},
  checkDocument: () => {},
  checkAttribute: () => {},
  fold: (words) => words.toLowerCase(),
};

const span = fc
  .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));

const turns = fc
  .uniqueArray(fc.nat(text.length), { minLength: 0, maxLength: 8 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .chain((cuts) =>
    fc.tuple(
      ...cuts.slice(1).map((end, place) =>
        fc.record({
          start: fc.integer({ min: cuts[place]!, max: end - 1 }),
          end: fc.constant(end),
          role: fc.constantFrom('respondent', 'interviewer', null),
          speaker: fc.constantFrom('Ann', 'Ben', null),
          studyCase: fc.constantFrom('ann', null, null),
        }),
      ),
    ),
  );

const document: fc.Arbitrary<QueryDocument> = fc
  .record({
    turns,
    language: fc.constantFrom('en', 'zh-Hans'),
    age: fc.constantFrom('30-44', '>=60'),
    studyCase: fc.constantFrom('r', 'ann', null),
    codings: fc.array(
      fc.tuple(
        span,
        fc.constantFrom(...codes),
        fc.constantFrom('A', 'B'),
        fc.array(fc.constantFrom('ask', 'any'), { maxLength: 2 }),
      ),
      { maxLength: 12 },
    ),
  })
  .map(({ turns, language, age, studyCase, codings }) => ({
    id: 'd',
    name: 'd',
    language,
    studyCase,
    cases: new Map([
      ['r', { name: 'R01', attributes: new Map([['age', age]]) }],
      ['ann', { name: 'Ann', attributes: new Map([['age', '30-44']]) }],
    ]),
    turns,
    codings: codings.map(([place, code, coder, memos], number) => ({
      ...place,
      code,
      coder,
      coding: `c${number}`,
      memos,
    })),
    find: (words) =>
      Array.from(text).flatMap((_, at) => (text.startsWith(words, at) ? [{ start: at, end: at + words.length }] : [])),
  }));

const term = (field: Term['field'], value: string, more: Partial<Term> = {}): QueryTree => ({
  kind: 'term',
  field,
  value,
  key: null,
  isExact: false,
  at: 0,
  ...more,
});
const leaf: fc.Arbitrary<QueryTree> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...codes), fc.boolean())
      .map(([code, isExact]) => term('code', code, { isExact })),
  },
  fc.constantFrom('a', 'bc', 'b c').map((words) => term('text', words)),
  fc.constantFrom('A', 'B').map((coder) => term('coder', coder)),
  fc.constantFrom('any', 'none', '"ask').map((memo) => term('memo', memo)),
  fc.constantFrom('respondent', 'interviewer').map((role) => term('role', role)),
  fc.constantFrom('ann', 'Ben').map((speaker) => term('speaker', speaker)),
  fc.constantFrom('zh', 'en').map((language) => term('language', language)),
  fc.constantFrom('Ann', 'R01').map((name) => term('case', name)),
  fc.constantFrom('d', 'e').map((name) => term('document', name)),
  fc.constantFrom('30-44', '>=60').map((value) => term('attribute', value, { key: 'age' })),
);
const distance = fc.record({ count: fc.nat(4), unit: fc.constantFrom('turns' as const, 'characters' as const) });
const { tree } = fc.letrec<{ tree: QueryTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('not' as const), of: tie('tree') }),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('tree'), right: tie('tree') }),
    fc
      .record({
        kind: fc.constant('relation' as const),
        relation: fc.constantFrom(...relationNames),
        distance: fc.option(distance),
        left: tie('tree'),
        right: tie('tree'),
      })
      .map((node) => ({
        ...node,
        distance:
          node.relation === 'NEAR'
            ? (node.distance ?? { count: 1, unit: 'turns' as const })
            : node.relation === 'FOLLOWED BY'
              ? node.distance
              : null,
      })),
  ),
}));

type Found = { passages: QueryPassage[] } | { test: (p: QueryPassage) => boolean; codings: boolean };

/** The same query by its definition alone: every pair is looked at. */
function byDefinition(node: QueryTree, doc: QueryDocument): QueryPassage[] {
  const turnOf = (position: number): number => doc.turns.filter(({ start }) => start <= position).length - 1;
  const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
    a.start < b.end && b.start < a.end;
  const sameHands = (a: QueryPassage, b: QueryPassage): boolean =>
    a.coder === null || b.coder === null || a.coder === b.coder;
  const isRelated = (
    a: QueryPassage,
    b: QueryPassage,
    { relation, distance: within }: Extract<QueryTree, { kind: 'relation' }>,
  ): boolean => {
    if (!sameHands(a, b) || (a.coding !== null && a.coding === b.coding)) return false;
    const [a0, a1, b0, b1] = [turnOf(a.start), turnOf(a.end - 1), turnOf(b.start), turnOf(b.end - 1)];
    const gap =
      within?.unit === 'turns' ? Math.max(0, b0 - a1, a0 - b1) : Math.max(0, b.start - a.end, a.start - b.end);
    switch (relation) {
      case 'WITHIN':
        return b.start <= a.start && a.end <= b.end;
      case 'ENCLOSES':
        return a.start <= b.start && b.end <= a.end;
      case 'OVERLAPS':
        return overlap(a, b);
      case 'NEAR':
        return gap <= within!.count;
      case 'FOLLOWED BY':
        return (
          b.start >= a.end && (within === null || (within.unit === 'turns' ? b0 - a1 : b.start - a.end) <= within.count)
        );
      default:
        return relation satisfies never;
    }
  };
  const plain = (value: Found): QueryPassage[] =>
    'passages' in value
      ? value.passages
      : (value.codings
          ? [...doc.codings]
          : doc.turns.map(({ start, end }) => ({ start, end, coder: null, coding: null, memos: [] }))
        ).filter(value.test);
  const test = (of: (p: QueryPassage) => boolean, codings = false): Found => ({ test: of, codings });
  const find = (at: QueryTree): Found => {
    if (at.kind === 'term') {
      const { field, value } = at;
      if (field === 'code')
        return { passages: doc.codings.filter(({ code }) => names.codes(value, at.isExact, 0).has(code)) };
      if (field === 'text')
        return { passages: doc.find(value).map((each) => ({ ...each, coder: null, coding: null, memos: [] })) };
      if (field === 'coder') return test((p) => p.coder === value, true);
      if (field === 'memo')
        return test(
          ({ memos }) =>
            value === 'any' ? memos.length > 0 : value === 'none' ? memos.length === 0 : memos.includes(value.slice(1)),
          true,
        );
      if (field === 'role') return test((p) => doc.turns.some((turn) => turn.role === value && overlap(turn, p)));
      if (field === 'speaker')
        return test((p) =>
          doc.turns.some((turn) => turn.speaker?.toLowerCase() === value.toLowerCase() && overlap(turn, p)),
        );
      if (field === 'document') return test(() => doc.name === value);
      if (field === 'language') return test(() => doc.language.startsWith(value));
      // Whose words a passage is: of everybody in whose turns it lies, and the transcript's where it lies in none.
      return test((p) => {
        const touched = doc.turns.filter((turn) => overlap(turn, p));
        const owners = touched.length > 0 ? touched.map((turn) => turn.studyCase ?? doc.studyCase) : [doc.studyCase];
        return owners.some((owner) => {
          const one = owner === null ? undefined : doc.cases.get(owner);
          return field === 'case' ? one?.name === value : one?.attributes.get(at.key!) === value;
        });
      });
    }
    if (at.kind === 'not') {
      const of = find(at.of);
      return 'passages' in of
        ? test((p) => !of.passages.some((other) => overlap(p, other) && sameHands(p, other)))
        : test((p) => !of.test(p), of.codings);
    }
    const [left, right] = [find(at.left), find(at.right)];
    if (at.kind === 'relation')
      return { passages: plain(left).filter((a) => plain(right).some((b) => isRelated(a, b, at))) };
    if (at.kind === 'or') {
      if (!('passages' in left) && !('passages' in right))
        return test((p) => left.test(p) || right.test(p), left.codings || right.codings);
      return { passages: [...plain(left), ...plain(right)] };
    }
    if (!('passages' in left) && !('passages' in right))
      return test((p) => left.test(p) && right.test(p), left.codings || right.codings);
    if (!('passages' in left)) return { passages: (right as { passages: QueryPassage[] }).passages.filter(left.test) };
    if (!('passages' in right)) return { passages: left.passages.filter(right.test) };
    return {
      passages: left.passages.flatMap((a) =>
        right.passages.flatMap((b) => {
          if (!overlap(a, b) || !sameHands(a, b)) return [];
          const cut = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
          const stays = (p: QueryPassage): string | null =>
            p.start === cut.start && p.end === cut.end ? p.coding : null;
          const isSame = a.coding !== null && a.coding === b.coding;
          const coding = isSame ? a.coding : b.coding === null ? stays(a) : a.coding === null ? stays(b) : null;
          return [{ ...cut, coder: a.coder ?? b.coder, coding, memos: isSame ? a.memos : [...a.memos, ...b.memos] }];
        }),
      ),
    };
  };
  return plain(find(node));
}

/** Passages as a set: place, coder, coding; memos of the same place come together. */
function asSet(passages: readonly QueryPassage[]): string[] {
  const places = Map.groupBy(passages, ({ start, end, coder, coding }) => `${start} ${end} ${coder} ${coding}`);
  return [...places]
    .map(([key, same]) => `${key} ${[...new Set(same.flatMap(({ memos }) => memos))].sort().join()}`)
    .sort();
}

describe('a query', () => {
  it('finds with every operator what its definition says, pair by pair', () => {
    fc.assert(
      fc.property(tree, document, (query, doc) => {
        const found = evaluateQuery(query, doc, names);
        expect(asSet(found)).toEqual(asSet(byDefinition(query, doc)));
        expect(new Set(found.map(({ start, end, coder, coding }) => `${start} ${end} ${coder} ${coding}`)).size).toBe(
          new Set(asSet(found)).size,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('written as text and read again is the same query', () => {
    const withoutPlaces = (node: QueryTree): unknown =>
      JSON.parse(JSON.stringify(node, (key: string, value: unknown) => (key === 'at' ? undefined : value)));
    fc.assert(
      fc.property(tree, (query) => {
        expect(withoutPlaces(parseQuery(queryText(query)))).toEqual(withoutPlaces(query));
      }),
      { numRuns: 2000 },
    );
  });

  it('of any characters is read or refused at a place of it', () => {
    fc.assert(
      fc.property(
        fc
          .array(
            fc.oneof(
              fc.constantFrom('code:', 'AND ', 'NOT ', '(', ')', '"', 'NEAR(', '2 turns)', ' x'),
              fc.string({ maxLength: 3 }),
            ),
          )
          .map((parts) => parts.join('')),
        (query) => {
          try {
            parseQuery(query);
          } catch (error) {
            expect(error).toMatchObject({ problem: expect.any(String), at: expect.any(Number) });
            expect((error as { at: number }).at).toBeLessThanOrEqual(query.length);
          }
        },
      ),
    );
  });
});
