import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rows = readFileSync(`${root}docs/features.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, row, , status, tests] = line.split('|').map((cell) => cell.trim());
    return { row: row!, status: status!, tests: tests! };
  });

/** `path` “title”, several of them separated by `<br>`. */
function named(cell: string): { path: string; title: string }[] {
  return [...cell.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, path, title]) => ({ path: path!, title: title! }));
}

test('every capability is listed once', () => {
  expect(rows.length).toBeGreaterThan(50);
  expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length);
  expect(rows.map(({ status }) => status).filter((status) => !/^(holds|partly|open)$/.test(status))).toEqual([]);
});

test.each(rows.filter(({ status }) => status !== 'open'))('$row is held by a test that exists', ({ tests }) => {
  const found = named(tests);
  expect(found).not.toEqual([]);
  for (const { path, title } of found) {
    expect(existsSync(`${root}${path}`), path).toBe(true);
    expect(readFileSync(`${root}${path}`, 'utf8'), path).toContain(title);
  }
});
