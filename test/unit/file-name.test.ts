import { expect, test } from 'vitest';
import { fileNameOf, studyFileName } from '../../shared/export/file-name.ts';

test('a file name loses what file systems refuse and keeps its letters', () => {
  expect(fileNameOf('Interviews: 2026/05', '共現')).toBe('Interviews 2026 05 共現');
  expect(fileNameOf('...')).toBe('verbatim');
  expect(fileNameOf('. Study .')).toBe('Study');
  expect(fileNameOf('Con')).toBe('Con_');
  expect(fileNameOf('Conrad')).toBe('Conrad');
});

test('a long file name fits into any file system with its ending, and no character of it is cut', () => {
  for (const sign of ['a', '語', '𠮟', '😀']) {
    const name = fileNameOf(`x${sign.repeat(300)}`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(new RegExp(`^x${sign}+$`, 'u'));
  }
});

test('a file of an invented study says so in its name, an anonymised one leaves the name of the study out', () => {
  expect(studyFileName({ name: 'Study', synthetic: false }, 'codings')).toBe('Study codings');
  expect(studyFileName({ name: 'Study', synthetic: true }, 'codings')).toBe('Study (synthetic sample) codings');
  expect(studyFileName({ name: null, synthetic: true }, 'codings')).toBe('(synthetic sample) codings');
});
