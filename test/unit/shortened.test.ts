import { expect, it } from 'vitest';
import { shortened } from '../../shared/text/shortened.ts';

it.each([
  ['as it is', 8, 'as it is'],
  ['too long', 7, 'too lo…'],
  ['ab👍🏽', 4, 'ab…'],
])('%s in %i units is %s', (text, most, short) => expect(shortened(text, most)).toBe(short));
