import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { cooccurrence } from '../../../shared/analysis/cooccurrence.ts';
import type { CodedSpan } from '../../../shared/analysis/sweep.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const generator = fileURLToPath(new URL('../../../../shared/corpus/generate.py', import.meta.url));

test('the corpus on which programs are measured has the overlapping pairs it is known to have', (context) => {
  if (!existsSync(generator)) return context.skip('the generator of the corpus is not here');
  const folder = tempFolder();
  const made = spawnSync('python3', [generator, '--out', folder], { encoding: 'utf8' });
  if (made.status !== 0) return context.skip('there is no Python to make the corpus with');
  const rows = parse(readFileSync(join(folder, 'codings.csv')), { columns: true, bom: true }) as Record<
    'doc' | 'code' | 'start' | 'end',
    string
  >[];
  expect(rows).toHaveLength(20_000);
  const codes = [...new Set(rows.map(({ code }) => code))];
  const numbers = new Map(codes.map((code, number) => [code, number]));
  const documents = [...Map.groupBy(rows, ({ doc }) => doc).values()].map((own) => ({
    codings: own.map(
      ({ code, start, end }): CodedSpan => ({ code: numbers.get(code)!, start: Number(start), end: Number(end) }),
    ),
  }));
  // All coders together: strictly overlapping, codes that differ.
  const { pairs } = cooccurrence({ documents, codeCount: codes.length, unit: { kind: 'overlap' } });
  expect(pairs.reduce((sum, { overlapPairs }) => sum + overlapPairs, 0)).toBe(33_478);
  return undefined;
}, 60_000);
