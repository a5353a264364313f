import { describe, expect, it } from 'vitest';
import { codeDescription, codeParts } from '../../shared/refi/code-description.ts';
import { plainColor } from '../../shared/refi/color.ts';
import { guidKey, isGuid } from '../../shared/refi/guid.ts';
import { plainInstant } from '../../shared/refi/instant.ts';
import { selectedName } from '../../shared/refi/selected-name.ts';
import { readings, SourceText } from '../../shared/refi/source-text.ts';
import { xmlAttribute, xmlText } from '../../shared/export/xml-text.ts';

it.each([
  ['#EF8256', '#ef8256'],
  ['#abc', '#aabbcc'],
  ['#80102030', '#102030'],
  ['rgba(1, 2, 255, 0.5)', '#0102ff'],
  ['255', '#0000ff'],
  ['Orange', '#ffa500'],
  ['#abcd', '#aabbcc'],
  ['rgb(100%, 0%, 50%)', '#ff0080'],
  ['rgb(1 2 3 / 50%)', '#010203'],
  ['hsl(120, 100%, 25%)', '#008000'],
  ['hsla(-120deg 100% 50% / 0.3)', '#0000ff'],
  ['-65536', '#ff0000'],
  ['4294901760', '#ff0000'],
  ['Navy', '#000080'],
  ['constructor', null],
  ['99999999999', null],
  ['transparent', null],
  ['', null],
])('the colour %j is %j', (written, plain) => {
  expect(plainColor(written)).toBe(plain);
});

it.each([
  ['2018-03-27T17:46:39Z', '2018-03-27T17:46:39.000Z'],
  ['2018-03-27T17:46:39+09:00', '2018-03-27T08:46:39.000Z'],
  ['2026-11-23 02:02:03.424824', '2026-11-23T02:02:03.424Z'],
  ['2019-01-02', '2019-01-02T00:00:00.000Z'],
  ['2019-13-02', null],
  ['yesterday', null],
  [null, null],
])('the time %j is %j: never now', (written, plain) => {
  expect(plainInstant(written)).toBe(plain);
});

it('GUIDs are compared without braces and case; the schema takes both spellings and no other', () => {
  expect(guidKey('{0D62985D-B147-5D01-A9B5-CAE5DCD98342}')).toBe('0d62985d-b147-5d01-a9b5-cae5dcd98342');
  expect(isGuid('{0D62985D-B147-5D01-A9B5-CAE5DCD98342}')).toBe(true);
  expect(isGuid('0D62985D-B147-5D01-A9B5')).toBe(false);
});

it('a definition and its rules come back from one description, but only from our own files', () => {
  const parts = { definition: 'said\n\nof it', whenToUse: '', whenNotToUse: 'never\n' };
  expect(codeParts(codeDescription(parts), 'Verbatim 1')).toEqual(parts);
  expect(codeParts(codeDescription(parts), 'NVivo').definition).toBe(codeDescription(parts));
  expect(codeDescription({ definition: 'only', whenToUse: '', whenNotToUse: '' })).toBe('only');
});

it('a name is at most 100 characters and a mark, astral ones not cut', () => {
  expect(selectedName(' a\n\tb ')).toBe('a b');
  expect(selectedName('😀'.repeat(101))).toBe(`${'😀'.repeat(100)}…`);
});

it('XML keeps line ends and leaves out what it cannot hold', () => {
  expect(xmlText('a\r\n<\u0000b>\u{fffe}\ud800')).toBe('a&#13;\n&lt;b&gt;\ufffd');
  expect(xmlAttribute('"\n\t')).toBe('&quot;&#10;&#9;');
});

it('a mark left at the beginning is dropped, counted, or a character of the text, as who wrote it took it', () => {
  const read = (mark?: 'counted' | 'kept') => {
    const text = new SourceText('\ufeffab', mark);
    return [text.text, text.span(readings[0]!, 1, 2)];
  };
  expect(read()).toEqual(['ab', { start: 1, end: 2 }]);
  expect(read('counted')).toEqual(['ab', { start: 0, end: 1 }]);
  expect(read('kept')).toEqual(['\ufeffab', { start: 1, end: 2 }]);
});

describe('a text counted four ways', () => {
  const text = new SourceText('\ufeffa😀\r\nb\rc');

  it('is stored without mark and CR', () => {
    expect(text.text).toBe('a😀\nb\nc');
  });

  it.each([
    [0, 4, 7],
    [1, 3, 6],
    [2, 5, 8],
    [3, 4, 7],
  ])('way %i: b begins at %i, the text is %i long', (way, start, length) => {
    const reading = readings[way]!;
    expect(text.lengthIn(reading)).toBe(length);
    expect(text.span(reading, start, start + 1)).toEqual({ start: 4, end: 5 });
    expect(text.span(reading, start, length + 1)).toEqual({ fault: 'out_of_range' });
  });

  it('an end between CR and LF falls before the line end, one inside a character is a fault', () => {
    expect(text.span(readings[0]!, 2, 3)).toEqual({ start: 3, end: 3 });
    expect(text.span(readings[2]!, 2, 3)).toEqual({ fault: 'splits_character' });
  });
});
