import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commands, runCommandLine } from '../../electron/cli/main.ts';
import { readStudyFile } from '../support/study-sample.ts';
import { type Ran, runVerbatim } from '../support/verbatim-command.ts';

/* The real program as a child process: one project is made, filled and asked by all tests below. */

const study = fileURLToPath(new URL('../golden/study/', import.meta.url));
const interviews = readdirSync(study).filter((name) => /^s\d\d-/.test(name));
let folder = '';
const verbatim = (...parameters: string[]): Promise<Ran> => runVerbatim(folder, ...parameters);
const json = ({ code, out, error }: Ran): unknown => {
  expect([code, error]).toEqual([0, '']);
  return JSON.parse(out) as unknown;
};
const rowsOf = (csv: string): string[] => csv.trim().split(/\r?\n/).slice(1);

type Imported = {
  imported: { file: string; document: string; characters: number; speakers: object }[];
  failed: object[];
};
let made: Ran;
let imported: Ran;
const codings: Ran[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-test-'));
  made = await verbatim('new', 'study.vbt', '--template', 'scs', '--json');
  imported = await verbatim('import', 'study.vbt', ...interviews.map((name) => join(study, name)), '--json');
  for (const coder of ['A', 'B'])
    codings.push(await verbatim('codings', 'import', 'study.vbt', join(study, `codings_${coder}.csv`), '--json'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('from interviews to figures', () => {
  it('a project is made with the codebook', () => {
    expect(json(made)).toEqual({ project: 'study.vbt', codes: 60 });
  });

  it('six interviews come in, counted in code points', () => {
    const { imported: documents, failed } = json(imported) as Imported;
    expect(failed).toEqual([]);
    const reference = JSON.parse(readStudyFile('agreement_reference.json')) as {
      documents: Record<string, { code_points: number }>;
    };
    const characters = Object.entries(reference.documents).map(([name, each]) => [name, each.code_points]);
    expect(documents.map((each) => [each.document, each.characters])).toEqual(characters);
    for (const { speakers } of documents) expect(Object.keys(speakers).length).toBeGreaterThanOrEqual(2);
  });

  it('286 and 225 codings come in', () => {
    expect(codings.map((ran) => json(ran))).toMatchObject([
      { imported: 286, present: 0, coders: ['A'], createdCodes: [], refused: [] },
      { imported: 225, present: 0, coders: ['B'], createdCodes: [], refused: [] },
    ]);
  });

  it('the file is sound, and its codings go out as they came in', async () => {
    const check = await verbatim('check', 'study.vbt');
    const text = await verbatim('document', 'text', 'study.vbt', interviews[2]!);
    const exported = await verbatim('codings', 'export', 'study.vbt');
    expect(check).toMatchObject({ code: 0, error: '' });
    expect(check.out).toMatch(/^6 documents, \d+ selections: sound\n$/);
    expect(text).toEqual({ code: 0, error: '', out: readStudyFile(interviews[2]!) });
    const given = ['A', 'B'].flatMap((coder) => rowsOf(readStudyFile(`codings_${coder}.csv`)));
    const header = exported.out.split('\r\n', 1)[0]!;
    expect(header).toBe(readStudyFile('codings_A.csv').split(/\r?\n/, 1)[0]);
    expect(rowsOf(exported.out).sort()).toEqual(given.sort());
  }, 60_000);

  it('agreement on characters is that of the reference, to six decimals', async () => {
    const report = json(await verbatim('agreement', 'study.vbt', '--unit', 'character', '--json')) as {
      unit: string;
      scope: string;
      n: number;
      coders: string[];
      documents: string[];
      codes: {
        code: string;
        a: number;
        b: number;
        both: number;
        percent_agreement: number;
        cohen_kappa: number | null;
      }[];
      overall: { pooled: { n: number; percent_agreement: number; cohen_kappa: number } };
    };
    const reference = JSON.parse(readStudyFile('agreement_reference.json')) as {
      codes: Record<string, { A: number; B: number; both: number; percent: number; kappa: number | null }>;
      pooled: { units: number; percent: number; kappa: number };
    };
    const rounded = (figure: number | null): number | null => figure && Number(figure.toFixed(6));
    const figures = report.codes.map(({ code, a, b, both, percent_agreement: percent, cohen_kappa: kappa }) => [
      code,
      { A: a, B: b, both, percent: rounded(percent), kappa: rounded(kappa) },
    ]);
    const wanted = Object.entries(reference.codes).map(([code, { A, B, both, percent, kappa }]) => [
      code,
      { A, B, both, percent, kappa },
    ]);
    expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(wanted));
    const { n, percent_agreement: percent, cohen_kappa: kappa } = report.overall.pooled;
    expect({ units: n, percent: rounded(percent), kappa: rounded(kappa) }).toMatchObject({
      units: reference.pooled.units,
      percent: reference.pooled.percent,
      kappa: reference.pooled.kappa,
    });
  }, 60_000);

  it('overlaps are those of the reference', async () => {
    const blocks = json(await verbatim('cooccurrence', 'study.vbt', '--unit', 'overlap', '--json')) as {
      coder: 'A' | 'B';
      n: number | null;
      pairs: { a: string; b: string; n11: number | null; overlapPairs: number }[];
    }[];
    const reference = JSON.parse(readStudyFile('matrix_reference.json')) as Record<
      'A' | 'B',
      { overlap: Record<string, Record<string, number>> }
    >;
    expect(blocks.map(({ coder, n }) => [coder, n])).toEqual([
      ['A', null],
      ['B', null],
    ]);
    for (const { coder, pairs } of blocks) {
      const matrix: Record<string, Record<string, number>> = {};
      for (const behaviour of Object.keys(reference[coder].overlap)) matrix[behaviour] = {};
      for (const { a, b, n11, overlapPairs } of pairs) {
        expect(n11).toBeNull();
        for (const [behaviour, other] of [
          [a, b],
          [b, a],
        ] as const)
          if (overlapPairs > 0 && matrix[behaviour] && !other.startsWith('behaviour.'))
            matrix[behaviour][other] = overlapPairs;
      }
      expect(matrix).toEqual(reference[coder].overlap);
    }
  }, 60_000);

  it('the measures of turns follow from their four cells, in JSON and CSV alike', async () => {
    const asJson = await verbatim('cooccurrence', 'study.vbt', '--json');
    const asCsv = await verbatim('cooccurrence', 'study.vbt', '--csv');
    type Figure = 'ochiai' | 'overlapPairs' | 'sharedCharacters' | 'dice' | 'inclusion' | 'yuleQ';
    type Pair = Record<'n11' | 'n10' | 'n01' | 'n00' | Figure, number> & {
      a: string;
      b: string;
      jaccard: number;
      logOdds: { value: number; low: number; high: number; corrected: boolean };
    };
    const blocks = json(asJson) as { coder: string; unit: string; scope: string; n: number; pairs: Pair[] }[];
    const rows: (string | number)[][] = [];
    for (const { coder, unit, scope, n, pairs } of blocks) {
      for (const { a, b, n11, n10, n01, n00, jaccard, ochiai, logOdds, ...shared } of pairs) {
        const cells = [n11, n10, n01, n00];
        expect(ochiai).toBeCloseTo(n11 / Math.sqrt((n11 + n10) * (n11 + n01)), 12);
        expect(shared.dice).toBeCloseTo((2 * n11) / (2 * n11 + n10 + n01), 12);
        expect(shared.inclusion).toBeCloseTo(n11 / (n11 + Math.min(n10, n01)), 12);
        expect(shared.yuleQ).toBeCloseTo((n11 * n00 - n10 * n01) / (n11 * n00 + n10 * n01), 12);
        expect(logOdds.corrected).toBe(cells.includes(0));
        const [both, first, second, neither] = cells.map((count) => count + (logOdds.corrected ? 0.5 : 0));
        const odds = Math.log((both! * neither!) / (first! * second!));
        const error = Math.sqrt(1 / both! + 1 / first! + 1 / second! + 1 / neither!);
        expect(logOdds.value).toBeCloseTo(odds, 9);
        expect([logOdds.low, logOdds.high]).toEqual(
          [odds - 1.959964 * error, odds + 1.959964 * error].map((end) => expect.closeTo(end, 5)),
        );
        const { value, low, high, corrected } = logOdds;
        rows.push([coder, unit, scope, n, a, b, ...cells, jaccard, ochiai, value, low, high, corrected ? 'yes' : 'no']);
        rows.at(-1)!.push(shared.overlapPairs, shared.sharedCharacters);
      }
    }
    expect(rows.length).toBeGreaterThan(1_000);
    expect([asCsv.code, asCsv.error]).toEqual([0, '']);
    expect(asCsv.out).toMatch(/^coder,unit,scope,n,a,b,n11,n10,n01,n00,jaccard,ochiai,log_odds,/);
    expect(rowsOf(asCsv.out).map((row) => row.split(',').slice(0, 18).join(','))).toEqual(
      rows.map((row) => row.join(',')),
    );
    expect(rowsOf(asCsv.out).every((row) => row.endsWith(',no'))).toBe(true);
  }, 60_000);

  it('overlaps have no table, so no measures that need one', async () => {
    const { out } = await verbatim('cooccurrence', 'study.vbt', '--unit', 'overlap', '--coder', 'A', '--csv');
    const [row] = rowsOf(out);
    expect(row).toMatch(/^A,overlap,text,,[^,]+,[^,]+,,,,,[^,]*,,,,,,\d+,\d+,{11}[\d.]*,,,,,,no$/);
  }, 60_000);
});

describe('what goes wrong', () => {
  it('is said on stderr with the file and what to do; exit code 1, nothing changed', async () => {
    writeFileSync(join(folder, 'foreign.vbt'), 'nothing of ours');
    writeFileSync(join(folder, 'empty.txt'), '');
    writeFileSync(join(folder, 'good.txt'), 'I: Why?\nR: Because.\n');
    const rows = 'document,coder,code,start,end,text\ns01-en-teacher.txt,A,privacy,0,4,not so\nx,A,privacy,0,4,\n';
    writeFileSync(join(folder, 'wrong.csv'), rows);
    writeFileSync(join(folder, 'taken.vbt'), 'my only copy');
    const [foreign, gone, partly, csv, taken, coder] = await Promise.all([
      verbatim('check', 'foreign.vbt'),
      verbatim('check', 'gone.vbt'),
      verbatim('new', 'other.vbt').then(() => verbatim('import', 'other.vbt', 'empty.txt', 'good.txt', '--json')),
      verbatim('codings', 'import', 'study.vbt', 'wrong.csv'),
      verbatim('new', 'taken.vbt'),
      verbatim('agreement', 'other-copy.vbt', '--coders', 'A,B'),
    ]);
    for (const [ran, file] of [
      [foreign, 'foreign.vbt'],
      [gone, 'gone.vbt'],
      [csv, 'wrong.csv'],
      [taken, 'taken.vbt'],
      [coder, 'other-copy.vbt'],
    ] as const) {
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.error).toContain(file);
      expect(ran.error).toMatch(/^verbatim: [^{]+\. [^{]+\.$/m);
    }
    expect(csv.error).toMatch(/Line 2: .*not so.*\n.*Line 3: .*x/);
    expect(partly.code).toBe(1);
    expect(partly.error).toContain('empty.txt');
    expect(JSON.parse(partly.out)).toMatchObject({
      imported: [{ file: 'good.txt', document: 'good.txt', turns: 2, speakers: { I: 1, R: 1 } }],
      failed: [{ file: 'empty.txt', code: 'file_empty' }],
    });
    expect(readFileSync(join(folder, 'taken.vbt'), 'utf8')).toBe('my only copy');
    expect(readdirSync(folder).filter((name) => name.startsWith('study.vbt'))).toEqual(['study.vbt']);
  }, 60_000);

  it.each([
    ['no such command', ['burn', 'study.vbt']],
    ['half a command', ['codings', 'burn']],
    ['a missing argument', ['import', 'study.vbt']],
    ['one argument too many', ['check', 'a.vbt', 'b.vbt']],
    ['an option nobody knows', ['check', 'study.vbt', '--fast']],
    ['a word an option does not take', ['agreement', 'study.vbt', '--unit', 'word']],
    ['a list that is too short', ['agreement', 'study.vbt', '--coders', 'A']],
    ['two forms at once', ['cooccurrence', 'study.vbt', '--json', '--csv']],
    ['an option without its word', ['cooccurrence', 'study.vbt', '--coder']],
  ])('%s is misuse: exit code 2, the usage on stderr', async (_, argv) => {
    const said = { out: '', error: '' };
    const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text))));
    const error = vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.error += String(text))));
    const code = await runCommandLine(argv);
    out.mockRestore();
    error.mockRestore();
    expect([code, said.out]).toEqual([2, '']);
    expect(said.error).toMatch(/^verbatim: .+\n(usage: )?verbatim/);
  });

  it('misuse ends the program with 2 as well', async () => {
    expect(await verbatim('check')).toMatchObject({ code: 2, out: '' });
  });
});

describe('backups', () => {
  it('the one made before the second codings came in is listed and restored, by number and by name', async () => {
    expect(json(await verbatim('backup', 'list', '--json'))).toMatchObject([
      { number: 1, name: 'study', reason: 'before-codings', documents: 6, codings: 286 },
    ]);
    const { out } = await verbatim('backup', 'list');
    expect(out).toMatch(/^study +1 .+ before-codings +6 +286$/m);
    for (const [which, file] of [
      ['1', 'by-number.vbt'],
      ['study', 'by-name.vbt'],
    ] as const) {
      expect(json(await verbatim('backup', 'restore', which, '--out', file, '--json'))).toEqual({
        project: file,
        name: 'study',
        documents: 6,
        codings: 286,
      });
      expect(await verbatim('check', file)).toMatchObject({ code: 0, error: '' });
    }
  }, 60_000);

  it('nothing is restored over a file, without a place, or from a backup that is not there', async () => {
    const before = readFileSync(join(folder, 'study.vbt'));
    const over = await verbatim('backup', 'restore', '1', '--out', 'study.vbt');
    expect(over.code).toBe(1);
    expect(over.error).toContain('study.vbt already exists');
    expect(readFileSync(join(folder, 'study.vbt'))).toEqual(before);
    expect(await verbatim('backup', 'restore', '1')).toMatchObject({ code: 2, out: '' });
    const none = await verbatim('backup', 'restore', '99', '--out', 'none.vbt');
    expect(none.code).toBe(1);
    expect(none.error).toContain('there is no backup 99');
    expect(existsSync(join(folder, 'none.vbt'))).toBe(false);
  }, 60_000);
});

describe('help', () => {
  it.each(commands.map(({ name, usage }) => [name, usage]))('%s --help says how it is used', async (name, usage) => {
    let said = '';
    const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said += String(text))));
    const code = await runCommandLine([...name.split(' '), '--help']);
    out.mockRestore();
    expect(code).toBe(0);
    expect(said.startsWith(`verbatim ${usage}\n`)).toBe(true);
    expect(usage.startsWith(name)).toBe(true);
  });

  it('without a command every command is listed', async () => {
    const { code, out } = await verbatim();
    expect(code).toBe(0);
    const lines = new Set(out.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, ': ')));
    for (const { name, summary } of commands) expect(lines).toContain(`${name}: ${summary}`);
    expect(out).toContain('serve');
  });
});

describe('the sample study', () => {
  const shipped = fileURLToPath(new URL('../../shared/sample-study/', import.meta.url));

  it('ships as the files the figures were checked with', () => {
    for (const name of [...interviews, 'codings_A.csv', 'codings_B.csv'])
      expect(readFileSync(join(shipped, name), 'utf8'), name).toBe(readStudyFile(name));
    expect(interviews).toHaveLength(6);
    expect(existsSync(join(shipped, 'survey.csv'))).toBe(true);
  });

  it('demo goes from it to reports without questions, and every one says that it is invented', async () => {
    const { code, out, error } = await verbatim('demo', '--out', 'reports');
    expect([code, error]).toEqual([0, '']);
    const files = readdirSync(join(folder, 'reports')).sort();
    expect(files).toEqual([
      'agreement.csv',
      'agreement.json',
      'codings (synthetic sample).csv',
      'cooccurrence.csv',
      'cooccurrence.json',
      'sample.vbt',
    ]);
    for (const name of files) expect(out).toContain(join('reports', name));
    const read = (name: string): string => readFileSync(join(folder, 'reports', name), 'utf8');
    for (const name of files.filter((each) => /^(agreement|cooccurrence)/.test(each)))
      expect(read(name), name).toMatch(/synthetic/i);
    expect(rowsOf(read('codings (synthetic sample).csv'))).toHaveLength(511);
    const { character } = JSON.parse(read('agreement.json')) as { character: { n: number; codes: object[] } };
    expect([character.n, character.codes.length]).toEqual([13_169, 49]);

    // Somebody has written into it since: a second demo takes nothing's place.
    writeFileSync(join(folder, 'reports', 'agreement.csv'), 'mine');
    const again = await verbatim('demo', '--out', 'reports/');
    expect([again.code, again.error]).toEqual([0, '']);
    expect(read('agreement.csv')).toBe('mine');
    expect(readdirSync(join(folder, 'reports 2')).sort()).toEqual(files);
  }, 120_000);
});
