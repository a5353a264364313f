import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readExchange } from '../../electron/core/import/refi/read-exchange.ts';
import type { ExchangeReport } from '../../shared/contract/methods/exchange.ts';
import {
  archiveFiles,
  codingsCsv,
  emptyProject,
  exchangeSamples,
  exported,
  hasSamples,
  importFile,
  refiSamples,
  refiSchema,
} from '../support/exchange.ts';
import { xsdFaults } from '../support/xsd.ts';

type Row = Record<'document' | 'coder' | 'code' | 'text' | 'start' | 'end', string>;

function rowsOf(csv: string): Row[] {
  return parse(csv, { columns: true, bom: true });
}

/** What a corpus says was coded: document, coder, code and the words. */
function truth(corpus: string): string[] {
  const folder = join(exchangeSamples, corpus);
  const rows: Record<'doc' | 'coder' | 'code' | 'start' | 'end', string>[] = parse(
    readFileSync(join(folder, 'codings.csv'), 'utf8'),
    { columns: true },
  );
  return rows
    .map(({ doc, coder, code, start, end }) => {
      const name = doc.endsWith('.txt') ? doc : `${doc}.txt`;
      const text = Array.from(readFileSync(join(folder, 'docs', name), 'utf8'));
      return [basename(name, '.txt'), coder, code, text.slice(Number(start), Number(end)).join('')].join(' | ');
    })
    .sort();
}

function said(csv: string): string[] {
  return rowsOf(csv)
    .map(({ document, coder, code, text }) =>
      [basename(document, '.txt'), coder, code.split(' / ').at(-1), text].join(' | '),
    )
    .sort();
}

/** Of every kind of element: in the file = imported + present + lost. */
function expectBooksToBalance({ counts }: ExchangeReport): void {
  for (const { element, inFile, imported, present, lost } of counts)
    expect(imported + present + lost, element).toBe(inFile);
}

const count = (report: ExchangeReport, element: string) => report.counts.find((each) => each.element === element);

describe.skipIf(!hasSamples)(
  'files other programs wrote (skipped where the samples are not beside the checkout)',
  () => {
    it.each([
      ['qualcoder-small.qdpx', 'corpus-small'],
      ['qualcoder-astral.qdpx', 'corpus-astral'],
      ['qualcoder-small.qda', 'corpus-small'],
    ])('%s: every coding on the right words, coder and code; again it changes nothing', async (file, corpus) => {
      const test = await emptyProject();
      const report = await importFile(test, join(exchangeSamples, file));
      expectBooksToBalance(report);
      expect(report.attention).toEqual([]);
      // The astral archive has one coding made by hand as well: QualCoder counted it in UTF-16, its name has the words.
      const byHand = 'doc0001 | coder1 | Code 01 tired | want has, year nogoka. Up at how who mos';
      const hasMore = file === 'qualcoder-astral.qdpx';
      expect(said(await codingsCsv(test))).toEqual([...truth(corpus), ...(hasMore ? [byHand] : [])].sort());
      expect(report.losses.filter(({ reason }) => reason === 'counted_otherwise')).toHaveLength(Number(hasMore));
      const { revision } = await test.client.call('project.summary', {});
      const again = await importFile(test, join(exchangeSamples, file));
      expect(count(again, 'Coding')).toMatchObject({ imported: 0, lost: 0 });
      expect((await test.client.call('project.summary', {})).revision).toBe(revision);
    });

    it("QualCoder's archive and its own folder of one project merge without doubling anything", async () => {
      const test = await emptyProject();
      await importFile(test, join(exchangeSamples, 'qualcoder-small.qdpx'));
      const before = await codingsCsv(test);
      const report = await importFile(test, join(exchangeSamples, 'qualcoder-small.qda'));
      expect(count(report, 'Coding')).toMatchObject({ imported: 0, present: 500 });
      expect(await codingsCsv(test)).toBe(before);
    });

    it('Taguette: 500 highlights on the right words, by their author; tags become a tree', async () => {
      const test = await emptyProject();
      const report = await importFile(test, join(exchangeSamples, 'taguette-one500.sqlite3'));
      expectBooksToBalance(report);
      const rows = rowsOf(await codingsCsv(test));
      expect(rows).toHaveLength(500);
      expect(new Set(rows.map(({ coder }) => coder))).toEqual(new Set(['admin']));
      expect(rows.every(({ code }) => /^Category \d\d \/ Code \d\d /.test(code))).toBe(true);
      const wanted = truth('corpus-small').map((line) => line.split(' | ').at(-1)!);
      expect(wanted.length).toBeGreaterThan(0);
      const edges = rows.filter(({ text }) => /^\s|\s$/.test(text));
      expect(edges).toEqual([]);
    });

    it.each(['generated__qualcoder_synthetic.qdpx', 'generated__qualcoder_synthetic_maxqda_crlf.qdpx'])(
      '%s: 6 of 6 codings right, both annotations kept, the case finds its interview',
      async (file) => {
        const test = await emptyProject();
        const report = await importFile(test, join(refiSamples, file));
        expectBooksToBalance(report);
        expect(report.convention).toMatchObject({ unit: 'code-points', lineEnds: 'crlf-is-one', tested: 6 });
        expect(
          rowsOf(await codingsCsv(test)).map(({ coder, code, text }) => [coder, code.split(' / ').at(-1), text]),
        ).toEqual([
          ['Bob', 'Loose code', 'Hello 😀'],
          ['Ann', 'Greeting', 'Hello 😀 there'],
          ['Bob', 'Greeting', 'Hello 😀 there'],
          ['Ann', 'Child of greeting', 'naïve café'],
          ['Bob', 'Deep', 'second emoji line <b>&amp; "quotes"'],
          ['Ann', 'Loose code', 'End.'],
        ]);
        const memos = await test.client.call('memos.list', {});
        expect(memos.find(({ text }) => text === 'annotation one')?.target.kind).toBe('selection');
        expect(memos.find(({ text }) => text === 'annotation two')?.target.kind).toBe('project');
        const [interview] = await test.client.call('documents.list', {});
        const { cases } = await test.client.call('cases.list', {});
        expect(cases.map(({ name }) => name)).toContain('P1');
        expect(interview!.name).toBe('Interview 1');
        expect(report.losses.filter(({ element }) => element === 'SourceRef')).toEqual([]);
      },
    );

    it('ATLAS.ti: 8 selections, twins once, 3 transcripts folded, missing media listed', async () => {
      const test = await emptyProject();
      const report = await importFile(test, join(refiSamples, 'skyloom__TestProject.qdpx'));
      expectBooksToBalance(report);
      expect(count(report, 'PlainTextSelection')?.inFile).toBe(8);
      expect(
        report.losses.filter(({ element, reason }) => element === 'PDFSelection' && reason === 'folded'),
      ).toHaveLength(2);
      expect(
        report.losses.filter(({ element, reason }) => element === 'Transcript' && reason === 'folded'),
      ).toHaveLength(3);
      expect(
        [count(report, 'Set'), count(report, 'Graph'), count(report, 'Link'), count(report, 'Note')].map(
          (of) => of?.inFile,
        ),
      ).toEqual([16, 1, 1, 2]);
      expect(report.attention.map(({ reason }) => reason)).toEqual(Array.from({ length: 8 }, () => 'text_missing'));
    });

    it('Transana: an invalid file of an older namespace is counted whole', async () => {
      const bytes = readFileSync(join(refiSamples, 'spec_annex_A3_transana.qde'));
      const { project } = await readExchange({ name: 'a.qde', bytes }, async () => {});
      const codings = project.sources.flatMap(({ selections, codings: whole }) => [
        ...whole,
        ...[...selections].flatMap((selection) => selection.codings),
      ]);
      expect([project.users, project.codes, codings, project.memos, project.sets].map(({ length }) => length)).toEqual([
        63, 19, 66, 40, 6,
      ]);
      expect(
        project.sets.flatMap(({ sources, codes, notes }) => [...sources, ...codes, ...notes]).length,
      ).toBeGreaterThan(0);
    });

    it.each([
      ['spec_annex_A1_codebook.qdc', 6],
      ['requal_test__atlasti23.4_codebook.qdc', 1],
      ['generated__qualcoder_codebook.qdc', 6],
    ])('%s: %i codes, and written again it is valid and keeps its GUIDs', async (file, codes) => {
      const test = await emptyProject();
      const path = join(refiSamples, file);
      const report = await importFile(test, path);
      expect(count(report, 'Code')).toMatchObject({ inFile: codes, imported: codes });
      const written = (await exported(test, 'qdc')).toString('utf8');
      expect(xsdFaults(refiSchema('Codebook.xsd')!, written)).toEqual([]);
      const guids = (xml: string) => new Set([...xml.matchAll(/<Code\b[^>]*?guid="([^"]+)"/g)].map(([, guid]) => guid));
      expect(guids(written)).toEqual(guids(readFileSync(path, 'utf8')));
    });

    it('written again, a foreign project is valid, keeps its GUIDs, and has no marks in its texts', async () => {
      const test = await emptyProject();
      await importFile(test, join(refiSamples, 'generated__qualcoder_synthetic.qdpx'));
      const files = await archiveFiles(await exported(test, 'qdpx'));
      const xml = files.get('project.qde')!.toString('utf8');
      expect(xsdFaults(refiSchema('Project.xsd')!, xml)).toEqual([]);
      const source = (await archiveFiles(readFileSync(join(refiSamples, 'generated__qualcoder_synthetic.qdpx'))))
        .get('project.qde')!
        .toString('utf8');
      for (const [, element, guid] of source.matchAll(
        /<(User|Code|Variable|Case|TextSource|Coding) [^>]*?guid="([^"]+)"/g,
      ))
        expect(xml, element).toContain(guid!);
      for (const [name, bytes] of files) expect(bytes.subarray(0, 3).toString('hex'), name).not.toBe('efbbbf');
      for (const [, path] of xml.matchAll(/Path="internal:\/\/([^"]+)"/g))
        expect([...files.keys()]).toContain(`sources/${path}`);
      expect(files.size - 1).toBe(
        new Set([...xml.matchAll(/Path="internal:\/\/([^"]+)"/g)].map(([, path]) => path)).size,
      );
    });
  },
);
