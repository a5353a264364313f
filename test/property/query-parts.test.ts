import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../shared/analysis/query/parse-query.ts';
import { queryText } from '../../shared/analysis/query/query-text.ts';
import {
  distanceOf,
  isFilled,
  joinNames,
  type QueryPart,
  partsOfText,
  textOfParts,
} from '../../renderer/features/queries/query-parts.ts';

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
  fc.constantFrom('real name', 'A / B', 'AND', 'code:x', '(', '实名', 'say "no"', 'a\\b', 'near(2 turns)'),
);
const value: fc.Arbitrary<Pick<QueryPart, 'field' | 'value' | 'key' | 'isExact'>> = fc.oneof(
  fc.record({
    field: fc.constant('code' as const),
    value: words,
    key: fc.constant(null),
    isExact: fc.boolean(),
  }),
  fc.record({
    field: fc.constantFrom('text' as const, 'coder' as const, 'speaker' as const, 'case' as const, 'document' as const),
    value: words,
    key: fc.constant(null),
    isExact: fc.constant(false),
  }),
  fc.record({
    field: fc.constant('role' as const),
    value: fc.constantFrom('respondent', 'interviewer', 'other'),
    key: fc.constant(null),
    isExact: fc.constant(false),
  }),
  fc.record({
    field: fc.constant('language' as const),
    value: fc.constantFrom('en', 'zh-Hans', 'ja'),
    key: fc.constant(null),
    isExact: fc.constant(false),
  }),
  fc.record({
    field: fc.constant('memo' as const),
    value: fc.oneof(
      fc.constantFrom('any', 'none'),
      words.map((text) => `"${text}`),
    ),
    key: fc.constant(null),
    isExact: fc.constant(false),
  }),
  fc.record({
    field: fc.constant('attribute' as const),
    value: words,
    key: fc.constantFrom('age_group', 'city', '年龄', 'two words'),
    isExact: fc.constant(false),
  }),
);
const part: fc.Arbitrary<QueryPart> = fc
  .tuple(
    value,
    fc.constantFrom(...joinNames),
    fc.option(fc.record({ count: fc.nat(99), unit: fc.constantFrom('turns' as const, 'characters' as const) })),
    fc.boolean(),
  )
  .map(([of, join, distance, isNot]) => ({ ...of, join, distance: distanceOf(join, distance), isNot }));

test('the lines of the builder, written as a query and read again, are the same lines', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (drawn) => {
      const parts = drawn.filter(isFilled);
      if (parts.length === 0) return;
      const written = textOfParts(parts);
      const [first, ...rest] = parts;
      expect(partsOfText(written)).toEqual([{ ...first!, join: 'AND', distance: null }, ...rest]);
      // And a query that has been read is written the same way for good.
      expect(queryText(parseQuery(written))).toBe(written);
    }),
    { numRuns: 1500 },
  );
});
