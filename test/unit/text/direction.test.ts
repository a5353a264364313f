import { expect, it } from 'vitest';
import { directionOf } from '../../../shared/text/direction.ts';

it('a page reads as its language is written, in whatever script the tag names', () => {
  const tags = ['ar', 'ar-EG', 'fa', 'HE', 'ur-PK', 'az-Arab', 'en', 'zh-Hans', 'ar-Latn', 'und', ''];
  expect(tags.filter((tag) => directionOf(tag) === 'rtl')).toEqual(['ar', 'ar-EG', 'fa', 'HE', 'ur-PK', 'az-Arab']);
});
