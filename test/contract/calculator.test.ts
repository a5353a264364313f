import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runCommandLine } from '../../electron/cli/main.ts';
import { vectorsOf } from '../../shared/agreement/vectors/vector.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** What the command prints, its complaint, and its exit code. */
async function run(csv: string, argv: (path: string) => readonly string[]) {
  const path = join(tempFolder(), 'table.csv');
  writeFileSync(path, csv);
  const said = { out: '', error: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text))));
  const error = vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.error += String(text))));
  const code = await runCommandLine(['agreement', ...argv(path)]);
  out.mockRestore();
  error.mockRestore();
  return { code, ...said };
}

const ratings = (csv: string, ...more: string[]) => run(csv, (path) => ['--ratings', path, ...more, '--json']);
const spans = (csv: string, length: number, ...more: string[]) =>
  run(csv, (path) => ['--spans', path, '--length', String(length), ...more, '--json']);

describe('ratings', () => {
  // Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C: .743 nominal, .815 ordinal, .849 interval, .797 ratio.
  const table = `unit,A,B,C,D
1,1,1,,1
2,2,2,3,2
3,3,3,3,3
4,3,3,3,3
5,2,2,2,2
6,1,2,3,4
7,4,4,4,4
8,1,1,2,1
9,2,2,2,2
10,,5,5,5
11,,,1,1
12,,,3,
`;

  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ])('the published example, %s', async (level, published) => {
    const { code, out } = await ratings(table, '--level', level);
    expect(code).toBe(0);
    const report = JSON.parse(out) as Record<string, number>;
    expect(report).toMatchObject({ units: 12, coders: ['A', 'B', 'C', 'D'], missing: 7, level });
    expect(report['krippendorff_alpha']).toBeCloseTo(published, 3);
    expect(report).toMatchObject({ cohen_kappa: null, undefined: { cohen_kappa: 'two_coders_only' } });
  });

  test('categories nobody chose change AC1, not alpha', async () => {
    const few = JSON.parse((await ratings('u,A,B\n1,a,a\n2,b,b\n3,a,b\n')).out) as Record<string, number>;
    const more = JSON.parse((await ratings('u,A,B\n1,a,a\n2,b,b\n3,a,b\n', '--categories', 'a,b,c')).out) as Record<
      string,
      number
    >;
    expect(more['krippendorff_alpha']).toBe(few['krippendorff_alpha']);
    expect(more['gwet_ac1']).not.toBe(few['gwet_ac1']);
  });

  test('a number is one category however it is written, declared or not', async () => {
    const written = 'u,A,B\n1,1,1.0\n2,01,1\n3,2,2\n4,2,1\n';
    const plain = 'u,A,B\n1,1,1\n2,1,1\n3,2,2\n4,2,1\n';
    const wanted: unknown = JSON.parse((await ratings(plain)).out);
    expect(JSON.parse((await ratings(written)).out)).toEqual(wanted);
    expect(JSON.parse((await ratings(written, '--categories', '1,2')).out)).toEqual(wanted);
  });

  test.each([
    ['a rating outside the categories', 'u,A,B\n1,a,a\n\n2,a,q\n', ['--categories', 'a,b'], /line 4, column "B".*"q"/],
    ['a ragged row', 'u,A,B\n1,a,a\n2,a\n', [], /line 3: has 2 cells, the header has 3/],
    ['one coder', 'u,A\n1,a\n', [], /one coder/],
    ['an empty file', '', [], /is empty/],
    ['a header alone', 'u,A,B\n', [], /no units/],
    ['words on an interval', 'u,A,B\n1,1,2\n2,x,1\n', ['--level', 'interval'], /line 3, column "A".*"x" is no number/],
    ['a negative ratio', 'u,A,B\n1,1,-2\n', ['--level', 'ratio'], /line 2, column "B".*negative/],
    ['a negative ratio of weights', 'u,A,B\n1,1,-1\n2,2,2\n', ['--weights', 'ratio'], /line 2, column "B".*--weights/],
    ['a number too large to square', 'u,A,B\n1,1,1e308\n', ['--level', 'interval'], /"1e308" is no number/],
    ['a negative category', 'u,A,B\n1,1,2\n', ['--level', 'ratio', '--categories=-1,1,2'], /category "-1" is neg/],
    ['a category in words', 'u,A,B\n1,1,2\n', ['--level', 'interval', '--categories', '1,2,x'], /category "x" is no n/],
  ])('%s is named with its place', async (_, csv, more, said) => {
    const { code, out, error } = await ratings(csv, ...more);
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(said);
  });
});

test('what looks like a slip is computed and told', async () => {
  const { code, out, error } = await ratings('unit,A,B\nu1,1,NA\nu2,2,2\nu1,1,1\n');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    categories: ['1', '2', 'NA'],
    doubts: [expect.any(String), expect.any(String)],
  });
  expect(error).toMatch(/"NA" is taken for a category/);
  expect(error).toMatch(/"u1" stands on lines 2 and 4/);
  const declared = await ratings('unit,A,B\nu1,1,NA\nu2,2,2\n', '--categories', '1,2,NA');
  expect(declared.error).toBe('');
});

describe('spans', () => {
  test('agreement that is pure chance gives kappa 0, not .82', async () => {
    // 1,000 characters, each coder codes 900, 810 of them both: what chance makes of .9 and .9.
    const { out } = await spans('coder,code,start,end\nA,x,0,900\nB,x,0,810\nB,x,900,990\n', 1000);
    const { codes } = JSON.parse(out) as { codes: Record<string, unknown>[] };
    expect(codes[0]).toMatchObject({
      table: { n11: 810, n10: 90, n01: 90, n00: 10 },
      cohen_kappa: 0,
      percent_agreement: 0.82,
    });
  });

  test('a coder who coded nothing is there; codes on top of each other leave only |uα of the family', async () => {
    const { out } = await spans('coder,code,start,end\nA,x,0,5\nA,y,3,8\nB,,,\n', 10);
    expect(JSON.parse(out)).toMatchObject({
      coders: ['A', 'B'],
      u_alpha: null,
      u_alpha_undefined: 'overlapping_codes',
      bar_u_alpha: expect.any(Number),
      codes: [{ code: 'x', positions: [5, 0], cohen_kappa: 0, span_f1: { exact: 0 } }, { code: 'y' }],
    });
  });

  test('the figures are those that verify holds to the published ones: touching spans of a coder stay two', async () => {
    const vectors = vectorsOf(JSON.parse(readFileSync('shared/agreement/vectors/vectors.json', 'utf8')));
    const { data, expected } = vectors.find(({ id }) => id === 'ufam.k2019_alex_paul_suzan')!;
    const rows = data.coders!.flatMap((own, coder) => own.map(({ code, start, end }) => [coder, code, start, end]));
    const { out } = await spans(`coder,code,start,end\n${rows.map((row) => row.join()).join('\n')}\n`, data.length!);
    const { u_alpha, bar_u_alpha, cu_alpha, coverage_cu } = expected as Record<string, number>;
    expect(JSON.parse(out)).toMatchObject({
      u_alpha: expect.closeTo(u_alpha!, 9),
      bar_u_alpha: expect.closeTo(bar_u_alpha!, 9),
      cu_alpha: expect.closeTo(cu_alpha!, 9),
      coverage_cu: expect.closeTo(coverage_cu!, 9),
    });
  });

  test.each([
    [
      'a span beyond the text',
      'coder,code,start,end\nA,x,0,11\n',
      /line 2, column "end": 11 lies beyond the length 10/,
    ],
    ['an empty span', 'coder,code,start,end\nA,x,5,5\n', /line 2, column "end": the span 5–5 holds nothing/],
    ['no number', 'coder,code,start,end\nA,x,a,5\n', /line 2, column "start": "a"/],
    ['one coder', 'coder,code,start,end\nA,x,1,5\n', /names one coder only/],
    ['a missing column', 'coder,code,start\nA,x,1\n', /lacks end/],
  ])('%s is named with its place', async (_, csv, said) => {
    const { code, out, error } = await spans(csv, 10);
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(said);
  });
});
