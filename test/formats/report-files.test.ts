import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseHtml } from 'parse5';
import { describe, expect, it } from 'vitest';
import { reportBytes } from '../../electron/core/export/report-file.ts';
import { sheetNames } from '../../electron/core/export/sheet-names.ts';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';
import { type ReportFormat, reportFormats } from '../../shared/contract/methods/reports.ts';
import { runsCell, textCell } from '../../shared/report/cells.ts';
import type { Report } from '../../shared/report/model.ts';
import { builtReport } from '../support/built-report.ts';
import { officeParts, readWorkbook } from '../support/interviews/office-parts.ts';
import { readXml } from '../support/xml-tree.ts';

const text = (format: 'html' | 'csv'): string => Buffer.from(reportBytes(builtReport, format)).toString('utf8');

/** What a file says, to be compared: a zip by its parts, since two builds of zlib may pack them differently. */
async function contentOf(format: ReportFormat, bytes: Uint8Array): Promise<string> {
  if (format !== 'docx' && format !== 'xlsx') return Buffer.from(bytes).toString('utf8');
  const parts = await officeParts(bytes);
  return [...parts].map(([name, part]) => `${name}\n${part.replaceAll('><', '>\n<')}\n`).join('\n');
}

describe('a report as a file', () => {
  it.each(reportFormats)('says the same, byte for byte, every time: %s', async (format) => {
    const bytes = reportBytes(builtReport, format);
    await expect(await contentOf(format, bytes)).toMatchFileSnapshot(`../golden/report/report.${format}.txt`);
    expect(Buffer.from(reportBytes(structuredClone(builtReport), format)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('in HTML is one document that loads nothing, with languages, print rules and escaped words', () => {
    const html = text('html');
    const errors: string[] = [];
    parseHtml(html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(html).toContain('<span lang="ja">𠮟られた、実名で &lt;b&gt;&amp;amp;</span>');
    expect(html).toContain('<title>All there is &amp; more &lt;synthetic sample&gt;</title>');
    expect(html).toContain('@media print');
    expect(html).toContain('role="img" aria-label="One dark bar"');
    expect(html).toMatch(/<abbr title="No variation\.">–<sup>a<\/sup><\/abbr>/);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|src=|@import (?!<)|url\(/);
  });

  it('in HTML has no tag of what it tells, wherever it stands', () => {
    const tag = '<x-told a="">&"';
    const run = { text: tag, lang: tag };
    const told: Report = {
      ...builtReport,
      title: tag,
      language: tag,
      settings: [[tag, tag]],
      footer: [tag],
      origin: { ...builtReport.origin, software: tag },
      blocks: [
        { kind: 'heading', level: 2, runs: [run] },
        { kind: 'paragraph', runs: [{ ...run, strong: true }] },
        { kind: 'quotation', runs: [run], source: [run], below: [[run]] },
        {
          kind: 'table',
          name: tag,
          caption: tag,
          columns: [tag],
          rows: [[textCell(tag)], [runsCell([run])], [{ kind: 'undefined', reason: tag }]],
          notes: [tag],
        },
        { kind: 'figure', caption: tag, svg: '<svg/>', width: 1, height: 1, alternative: tag },
      ],
    };
    const html = Buffer.from(reportBytes(told, 'html')).toString('utf8');
    const errors: string[] = [];
    parseHtml(html, { onParseError: ({ code }) => errors.push(code) });
    expect(html).not.toContain('<x-told');
    expect(html).not.toContain(' a=""');
    expect(errors).toEqual([]);
  });

  it('in CSV says what it is in lines of comment only, however it is called', () => {
    const csv = Buffer.from(
      reportBytes({ ...builtReport, title: 'One\n=1+1', settings: [['Project', 'a\r\nb,c']], footer: ['x\ry'] }, 'csv'),
    ).toString('utf8');
    expect(csv.split('\r\n').slice(0, 3)).toEqual(['\ufeff# One =1+1', '# Project: a b,c', '# x y']);
  });

  it('in CSV opens in Excel as UTF-8, keeps raw numbers, and holds off formulas', () => {
    const csv = text('csv');
    expect(csv.startsWith('\ufeff# All there is')).toBe(true);
    const rows: string[][] = parseCsv(csv, { bom: true, comment: '#', comment_no_infix: true });
    expect(rows).toEqual([
      ['code', 'n', 'κ', 'note'],
      ["'=1+1", '12', '-0.0444', "'@import"],
      ['恐れ', '0', '', 'a,"b"'],
    ]);
    expect(csv).toContain('# No variation. 恐れ / κ\r\n');
  });

  it('in DOCX is read back by our own reader, quotations equal, and names no one', async () => {
    const bytes = reportBytes(builtReport, 'docx');
    const read = await readTranscript({ fileName: 'report.docx', bytes });
    for (const words of ['𠮟られた、実名で <b>&amp;', 'R05 · s05, turn 3 · 00:50', 'Memo: ask again', '−0.044', '恐れ'])
      expect(read.text).toContain(words);
    const parts = await officeParts(bytes);
    for (const [name, xml] of parts) if (name.endsWith('.xml') || name.endsWith('.rels')) readXml(xml);
    expect(parts.get('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy/);
    const document = readXml(parts.get('word/document.xml')!);
    expect(document.all('w:tblHeader')).toHaveLength(1);
    const styled = document.all('w:pStyle').map(({ attributes }) => attributes['w:val']!);
    const styles = readXml(parts.get('word/styles.xml')!).all('w:style');
    const known = new Set(styles.map(({ attributes }) => attributes['w:styleId']));
    expect(styled.filter((style) => !known.has(style))).toEqual([]);
    expect(document.all('wp:docPr')[0]!.attributes['descr']).toBe('One dark bar');
    const targets = readXml(parts.get('word/_rels/document.xml.rels')!).all('Relationship');
    for (const { attributes } of targets) expect(parts.has(`word/${attributes['Target']}`)).toBe(true);
  });

  it('in XLSX has a tidy sheet for each table, text that stays text, and says in the first what they are', async () => {
    const [about, table] = await readWorkbook(reportBytes(builtReport, 'xlsx'));
    expect(about!.rows.flat()).toContain('Study "one"');
    expect(about!.rows.flat()).toContain('No variation. 恐れ / κ');
    expect(table!.name).toBe('Agreement per code');
    expect(table!.rows).toEqual([
      ['code', 'n', 'κ', 'note'],
      ['=1+1', 12, -0.0444, '@import'],
      ['恐れ', 0, 'a,"b"'],
    ]);
    const styles = (await officeParts(reportBytes(builtReport, 'xlsx'))).get('xl/styles.xml')!;
    const formats = readXml(styles).all('cellXfs')[0]!.all('xf');
    const formula = table!.cells.find(({ place }) => place === 'A2')!;
    expect(formats[formula.style]!.attributes['quotePrefix']).toBe('1');
  });

  it('in XLSX takes text that Excel would decode or refuse', async () => {
    const odd = ['_x0041_', 'a\u0001b', 'x'.repeat(40_000)];
    const report = {
      ...builtReport,
      data: [
        {
          kind: 'table' as const,
          name: 't',
          caption: 't',
          columns: ['a'],
          rows: odd.map((each) => [textCell(each)]),
          notes: [],
        },
      ],
    };
    const [, sheet] = await readWorkbook(reportBytes(report, 'xlsx'));
    expect(sheet!.rows.slice(1, 3)).toEqual([['_x0041_'], ['ab']]);
    expect(String(sheet!.rows[3]![0])).toHaveLength(32_767);
  });

  it('gives sheets names Excel takes, each its own', () => {
    expect(sheetNames(['A/B: c?', 'a b  c', "'q'", '', 'x'.repeat(40), 'x'.repeat(40)])).toEqual([
      'A B c',
      'a b c 2',
      'q',
      'Sheet',
      'x'.repeat(31),
      `${'x'.repeat(29)} 2`,
    ]);
  });
});
