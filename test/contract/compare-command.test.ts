import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runVerbatim } from '../support/verbatim-command.ts';
import { tempFolder } from '../support/temp-folder.ts';

const columns = 'behaviour.criminal-records,behaviour.payment-of-fees,behaviour.internet-use,behaviour.littering';

describe('compare on the command line', () => {
  it('answers the figures of the screen as JSON and as CSV, tests only where asked for', async () => {
    const folder = tempFolder();
    const verbatim = (...words: string[]) => runVerbatim(folder, ...words);
    await verbatim('sample', 's.vbt');
    const asked = ['compare', 's.vbt', '--columns', columns, '--rows', 'acceptance.endorsement,acceptance.withheld'];
    const { code, out } = await verbatim(...asked, '--groups', 'language', '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out) as {
      synthetic: boolean;
      tests: unknown;
      tables: { group: string | null; rows: { code: string; cells: { passages: number }[] }[] }[];
    };
    expect(report).toMatchObject({ synthetic: true, coder: 'A', rule: 'overlap', tests: null });
    expect(report.tables[0]!.rows.map(({ cells }) => cells.map(({ passages }) => passages))).toEqual([
      [6, 5, 1, 5],
      [0, 0, 6, 1],
    ]);
    expect(report.tables.map(({ group }) => group)).toEqual([null, 'en', 'zh-Hans', 'ja']);

    const csv = parse((await verbatim(...asked, '--csv')).out, { columns: true }) as Record<string, string>[];
    expect(csv.map(({ passages }) => Number(passages))).toEqual([6, 5, 1, 5, 0, 0, 6, 1]);
    expect(csv.every(({ synthetic, coder, rule }) => synthetic === 'yes' && coder === 'A' && rule === 'overlap')).toBe(
      true,
    );

    const tested = JSON.parse((await verbatim(...asked, '--test', '--draws', '999', '--json')).out) as {
      tests: { draws: number; repeated: { n: number }[] };
    };
    expect(tested.tests).toMatchObject({ draws: 999, repeated: [{ n: 6 }, { n: 6 }] });
    const inRows = parse(
      (await verbatim(...asked, '--rows', 'acceptance.withheld,acceptance.risks', '--test', '--csv')).out,
      {
        columns: true,
      },
    ) as Record<string, string>[];
    const [withheld, risks] = ['acceptance.withheld', 'acceptance.risks'].map((name) =>
      inRows.find((row) => row['code'] === name),
    );
    expect(withheld).toMatchObject({ testedRespondents: '6', undefined: '' });
    expect(Number(withheld!['cochranQ'])).toBeCloseTo(15.63, 2);
    expect(risks).toMatchObject({ cochranQ: '', undefined: 'cochranQ: all_tied; friedman: all_tied' });
  }, 60_000);

  it('lists what sets two behaviours apart as passages, for people, as JSON and as CSV', async () => {
    const folder = tempFolder();
    await runVerbatim(folder, 'sample', 's.vbt');
    const between = ['--difference', 'behaviour.criminal-records,behaviour.internet-use'];
    const asked = ['compare', 's.vbt', ...between, '--rows', 'acceptance.endorsement,acceptance.withheld'];
    // One after the other: a project is open in one place at a time.
    const people = await runVerbatim(folder, ...asked);
    const json = await runVerbatim(folder, ...asked, '--json');
    const csv = await runVerbatim(folder, ...asked, '--passages', '--csv');
    const misuse = await runVerbatim(folder, 'compare', 's.vbt', '--difference', 'behaviour.littering');
    const unknown = await runVerbatim(folder, ...asked, '--columns', 'behaviour.littering');
    const { rows } = JSON.parse(json.out) as {
      rows: { code: string; inFirst: number; inSecond: number; onlySecond: { document: string; quote: string }[] }[];
    };
    expect(rows.map(({ code, inFirst, inSecond }) => [code, inFirst, inSecond])).toEqual([
      ['acceptance.endorsement', 6, 1],
      ['acceptance.withheld', 0, 6],
    ]);
    expect(rows[1]!.onlySecond).toHaveLength(6);
    expect(people.out).toContain('acceptance.withheld  0 : 6');
    expect(people.out).toContain(rows[1]!.onlySecond[0]!.quote);
    const passages = parse(csv.out, { columns: true }) as Record<string, string>[];
    const withheld = passages.filter(({ code }) => code === 'acceptance.withheld');
    expect(withheld.map(({ quote }) => quote)).toEqual(rows[1]!.onlySecond.map(({ quote }) => quote));
    expect(withheld.every(({ only_in: only }) => only === 'behaviour.internet-use')).toBe(true);
    expect([misuse.code, unknown.code]).toEqual([2, 1]);
    expect(unknown.error).toContain('behaviour.criminal-records');
  }, 60_000);

  it('says what it needs and what is not there', async () => {
    const folder = tempFolder();
    await runVerbatim(folder, 'sample', 's.vbt');
    const [nothing, unknown] = await Promise.all([
      runVerbatim(folder, 'compare', 's.vbt'),
      runVerbatim(folder, 'compare', 's.vbt', '--columns', 'behaviour.flying'),
    ]);
    expect(nothing).toMatchObject({ code: 2, out: '' });
    expect(nothing.error).toContain('--columns');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.error).toContain('behaviour.flying');
  }, 60_000);
});
