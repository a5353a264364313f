import { describe, expect, test } from 'vitest';
import type { ImportVerdict } from '../../../shared/contract/methods/documents.ts';
import { patternNames } from '../../../shared/import/turns/parse-turns.ts';
import { decodeBytes } from '../../../electron/core/import/encoding.ts';
import {
  type BatchFile,
  fileState,
  importableFiles,
  importInput,
  isReading,
  needsReading,
  newBatchFile,
  nextFailed,
  overruled,
  roleOf,
  shownVerdict,
  withFile,
} from '../../../renderer/features/imports/batch.ts';
import {
  encodingLabels,
  ownLanguageName,
  patternMessages,
  transcriptLanguages,
} from '../../../renderer/features/imports/choices.ts';

const verdict: ImportVerdict = {
  ticket: 't1',
  file: 'a.txt',
  format: 'text',
  encoding: 'gb18030',
  encodingGuessed: true,
  language: 'zh-Hans',
  characters: 1487,
  turns: 18,
  pattern: 'name-colon',
  speakers: [
    { name: '问', turns: 9, role: 'interviewer' },
    { name: '答', turns: 9, role: 'respondent' },
  ],
  labels: [
    { label: '问', turns: 9, example: '怎么看？' },
    { label: '答', turns: 9, example: '还好。' },
  ],
  columns: null,
  comments: 0,
  replaced: { count: 0, places: [] },
};

const fresh = newBatchFile(1, 'a.txt');
const ready: BatchFile = { ...fresh, ticket: 't1', reading: { kind: 'ready', verdict } };
const failed: BatchFile = {
  ...newBatchFile(2, 'b.txt'),
  ticket: 't2',
  reading: { kind: 'failed', error: { code: 'file_empty', params: { file: 'b.txt' } } },
};

describe('a file of the batch', () => {
  test('is being read, ready, to be checked, or not to be imported', () => {
    expect(fileState(fresh)).toBe('reading');
    expect(fileState(ready)).toBe('check_encoding');
    expect(
      fileState({ ...ready, reading: { kind: 'ready', verdict: { ...verdict, replaced: { count: 1, places: [] } } } }),
    ).toBe('replaced');
    expect(fileState({ ...ready, reading: { kind: 'ready', verdict: { ...verdict, encodingGuessed: false } } })).toBe(
      'ready',
    );
    expect(fileState(failed)).toBe('failed');
  });

  test('is read again when an encoding is chosen, and shows what it was meanwhile', () => {
    const again = overruled(ready, { encoding: 'big5' });
    expect(again.reading.kind).toBe('reading');
    expect(shownVerdict(again)).toBe(verdict);
    expect(importInput(again)).toEqual({ ticket: 't1', encoding: 'big5' });
    expect(importInput(overruled(again, { encoding: undefined }))).toEqual({ ticket: 't1' });
  });

  test('is not read again for a role, which goes into the import', () => {
    const other = overruled(ready, { roles: { 问: 'other' } });
    expect([needsReading({ roles: {} }), other.reading.kind]).toEqual([false, 'ready']);
    expect([roleOf(other, '问'), roleOf(other, '答'), roleOf(other, 'nobody')]).toEqual([
      'other',
      'respondent',
      'other',
    ]);
    expect(importInput(other)).toEqual({ ticket: 't1', roles: { 问: 'other' } });
  });

  test('has no place in an import before it was received', () => {
    expect(importInput(fresh)).toBeNull();
  });
});

describe('the batch', () => {
  test('imports what is chosen and readable', () => {
    const left = { ...ready, key: 3, chosen: false };
    expect(importableFiles([ready, failed, left])).toEqual([ready]);
    expect(isReading([ready, failed])).toBe(false);
    expect(isReading([ready, fresh])).toBe(true);
  });

  test('leads from one file that cannot go in to the next, and round again', () => {
    const second = { ...failed, key: 4 };
    const batch = [ready, failed, { ...ready, key: 3 }, second];
    expect([null, 1, 2, 3, 4].map((selected) => nextFailed(batch, selected)?.key)).toEqual([2, 2, 4, 4, 2]);
    expect(nextFailed([ready], 1)).toBeNull();
  });

  test('changes one file and leaves the others as they are', () => {
    const changed = withFile([ready, failed], 2, (file) => ({ ...file, chosen: false }));
    expect(changed.map(({ chosen }) => chosen)).toEqual([true, false]);
    expect(withFile([ready], 99, () => failed)).toEqual([ready]);
  });
});

describe('the choices', () => {
  test('name every pattern the importer knows', () => {
    expect(Object.keys(patternMessages).toSorted()).toEqual([...patternNames, 'none'].toSorted());
  });

  test('offer only encodings the importer can read', () => {
    const bytes = new TextEncoder().encode('abc');
    for (const encoding of Object.keys(encodingLabels))
      expect(decodeBytes(bytes, encoding)?.encoding, encoding).toBe(encoding);
  });

  test('name languages in their own words', () => {
    expect(['en', 'ja', 'zh-Hans'].map(ownLanguageName)).toEqual(['English', '日本語', '简体中文']);
    expect(transcriptLanguages).toContain('zh-Hant');
    expect(ownLanguageName('not a tag')).toBe('not a tag');
  });
});
