import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runVerbatim } from '../support/verbatim-command.ts';

const builtIn = new URL('../../shared/agreement/vectors/vectors.json', import.meta.url);
type Vector = { id: string; expected: object };
let folder = '';
let vectors: Vector[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-test-'));
  vectors = (JSON.parse(readFileSync(builtIn, 'utf8')) as { vectors: Vector[] }).vectors;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

it('the built-in vectors are right, each with a line and a count at the end', async () => {
  const { code, out, error } = await runVerbatim(folder, 'verify');
  expect([code, error]).toEqual([0, '']);
  const lines = out.trim().split('\n');
  expect(lines).toHaveLength(377);
  expect(lines.at(-1)).toBe('376 of 376 right, 0 wrong');
}, 60_000);

it('a figure that is off fails, and says what it should be', async () => {
  const vector = vectors.find(({ id }) => id === 'cohen1960_p45.cohen_kappa')!;
  const wrong = { ...vector, id: 'off', expected: { ...vector.expected, pa: 0.71 } };
  const unknown = { ...vector, id: 'unknown', coefficient: 'no_such' };
  const file = write('some.json', JSON.stringify({ vectors: [vector, wrong, unknown] }));
  const text = await runVerbatim(folder, 'verify', file);
  expect(text.code).toBe(1);
  expect(text.out).toContain('wrong  off: pa 0.7, expected 0.71\n');
  const { code, out } = await runVerbatim(folder, 'verify', file, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    count: 3,
    right: 1,
    wrong: 2,
    vectors: [
      { id: vector.id, ok: true, differing: [], computed: { pa: 0.7, pe: 0.41 } },
      { id: 'off', ok: false, differing: ['pa'], expected: { pa: 0.71 } },
      { id: 'unknown', ok: false, fault: 'unknown coefficient no_such' },
    ],
  });
});

it('what is no file of vectors is refused', async () => {
  const broken = await runVerbatim(folder, 'verify', write('broken.json', '{"vectors": [1'));
  expect([broken.code, broken.out]).toEqual([1, '']);
  expect(broken.error).toContain('broken.json is no file of agreement vectors');
  const absent = await runVerbatim(folder, 'verify', 'absent.json');
  expect([absent.code, absent.out]).toEqual([1, '']);
  expect(absent.error).toContain('absent.json cannot be read');
});
