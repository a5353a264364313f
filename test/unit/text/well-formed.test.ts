import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wellFormed } from '../../../shared/contract/well-formed.ts';

const unit = fc.constantFrom('a', '張', '\ud83c', '\udf0d', '🌍');
const words = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''));

describe('what goes into the store', () => {
  test('is the very value where nothing is wrong with it', () => {
    const value = { name: '🌍', places: [1, null, { quote: '張' }] };
    expect(wellFormed(value)).toBe(value);
  });

  test('has no half of a character, in names or texts, however deep', () => {
    expect(wellFormed({ 'a\ud83c': ['\udf0d', { b: 'x\ud83cy' }] })).toEqual({
      'a\ufffd': ['\ufffd', { b: 'x\ufffdy' }],
    });
  });

  test('is what JSON and UTF-8 give back', () => {
    fc.assert(
      fc.property(fc.object({ key: words, values: [words, fc.integer(), fc.constant(null)], maxDepth: 3 }), (value) => {
        const bytes = Buffer.from(JSON.stringify(wellFormed(value)), 'utf8');
        expect(JSON.parse(bytes.toString('utf8'))).toEqual(wellFormed(value));
      }),
      { numRuns: 200 },
    );
  });
});
