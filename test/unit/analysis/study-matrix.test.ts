import { describe, expect, test } from 'vitest';
import { cooccurrence } from '../../../shared/analysis/cooccurrence.ts';
import { readStudyFile, readStudySample } from '../../support/study-sample.ts';

type Matrix = Readonly<Record<string, Readonly<Record<string, number>>>>;
type MatrixReference = Readonly<Record<'A' | 'B', { readonly codings: number; readonly overlap: Matrix }>>;

const reference = JSON.parse(readStudyFile('matrix_reference.json')) as MatrixReference;
const sample = readStudySample();

describe.each(['A', 'B'] as const)('the overlap matrix of the sample study, coder %s', (coder) => {
  const { pairs, occurrences, n } = cooccurrence({
    documents: sample.documents.map(({ name }) => ({ codings: sample.codingsOf(coder, name) })),
    codeCount: sample.codes.length,
    unit: { kind: 'overlap' },
  });

  test('counts all codings and has no units', () => {
    expect(occurrences.reduce((sum, { codings }) => sum + codings, 0)).toBe(reference[coder].codings);
    expect(n).toBeNull();
  });

  test.each(Object.entries(reference[coder].overlap))('%s', (behaviour, wanted) => {
    const number = sample.codes.indexOf(behaviour);
    const row = pairs
      .filter(({ a, b, overlapPairs }) => (a === number || b === number) && overlapPairs > 0)
      .map(({ a, b, overlapPairs }) => [sample.codes[a === number ? b : a]!, overlapPairs] as const)
      .filter(([other]) => !other.startsWith('behaviour.'));
    expect(Object.fromEntries(row)).toEqual(wanted);
  });
});
