import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../electron/core/export/docx-columns.ts';
import { fallbackPicture } from '../../electron/core/export/docx-figure.ts';
import { reportBytes } from '../../electron/core/export/report-file.ts';
import { countCell, figuresCell, isFigureColumn, numberCell, textCell } from '../../shared/report/cells.ts';
import { reportHtml } from '../../shared/export/report-html.ts';
import type { Report, ReportBlock, ReportTable } from '../../shared/report/model.ts';
import { builtReport } from '../support/built-report.ts';
import { officeParts } from '../support/interviews/office-parts.ts';
import { readXml, type XmlElement } from '../support/xml-tree.ts';

const page = { height: 16_838, ends: 2 * 1134 };
const perTwip = 635;

function table(columns: readonly string[], rows: ReportTable['rows']): ReportTable {
  return { kind: 'table', name: 't', caption: 'T', columns, rows, notes: [] };
}

const wide = table(
  ['Code', ...Array.from({ length: 12 }, (_, place) => `Figure ${place}`)],
  [[textCell('Trust'), ...Array.from({ length: 12 }, () => numberCell(0.5, 3))]],
);

async function documentOf(blocks: readonly ReportBlock[]): Promise<XmlElement> {
  const report: Report = { ...builtReport, blocks };
  return readXml((await officeParts(reportBytes(report, 'docx'))).get('word/document.xml')!);
}

describe('the columns of a table in Word', () => {
  it('give a name the room of its longest word, and figures no more than they need', () => {
    const coefficients = table(
      ['Code', 'A', 'B', 'Both', 'Prevalence', 'Percent agreement', 'κ', 'α', 'AC1', 'F1'],
      [
        [
          textCell('Discredited judgement debtor list'),
          ...[2, 1, 1].map(countCell),
          ...Array.from({ length: 6 }, () => numberCell(0.658, 3)),
        ],
      ],
    );
    const [name, a, ...others] = columnWidths(coefficients, 9866);
    expect(name).toBeGreaterThan(3 * a!);
    expect([name!, a!, ...others].reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9866);
    expect(Math.min(name!, a!, ...others)).toBeGreaterThan(200);
  });

  it('fill the page, also where one holds long sentences or a word longer than the page', () => {
    for (const text of ['a '.repeat(900), 'x'.repeat(900), '支持'.repeat(200), '']) {
      const widths = columnWidths(table(['Code', 'n'], [[textCell(text), countCell(3)]]), 9866);
      const sum = widths.reduce((total, width) => total + width, 0);
      expect(sum, text.slice(0, 4)).toBeGreaterThan(9866 - 3);
      expect(sum, text.slice(0, 4)).toBeLessThanOrEqual(9866);
      expect(Math.min(...widths), text.slice(0, 4)).toBeGreaterThan(0);
    }
  });
});

describe('the pages of a report in Word', () => {
  it('are turned for a wide table, from the title on where it comes first, and upright again after it', async () => {
    const paragraph: ReportBlock = { kind: 'paragraph', runs: [{ text: 'Words.' }] };
    const turned = async (...blocks: ReportBlock[]): Promise<boolean[]> =>
      (await documentOf(blocks)).all('w:pgSz').map(({ attributes }) => attributes['w:orient'] === 'landscape');
    expect(await turned(paragraph)).toEqual([false]);
    expect(await turned(wide, paragraph)).toEqual([true, false]);
    expect(await turned(paragraph, wide, paragraph, wide)).toEqual([false, true, false, true]);
    const heading: ReportBlock = { kind: 'heading', level: 2, runs: [{ text: 'Wide' }] };
    expect(await turned(paragraph, heading, wide)).toEqual([false, true]);
  });

  it('hold a picture with its caption, however many codes it shows', async () => {
    const tall = { kind: 'figure', caption: 'F', alternative: 'F', svg: '<svg/>', width: 600, height: 4000 } as const;
    const [extent] = (await documentOf([tall])).all('wp:extent');
    const height = Number(extent!.attributes['cy']) / perTwip;
    expect(height).toBeLessThan(page.height - page.ends - 400);
    expect(Number(extent!.attributes['cx']) / Number(extent!.attributes['cy'])).toBeCloseTo(600 / 4000, 3);
  });

  it('show nothing in place of a picture that a program cannot draw, not a coloured area', () => {
    const data = fallbackPicture.indexOf('IDAT');
    const pixel = inflateSync(fallbackPicture.subarray(data + 4, data + 4 + fallbackPicture.readUInt32BE(data - 4)));
    expect(pixel.at(-1)).toBe(0);
  });

  it('tell Latin words in a Chinese or Japanese report from East Asian ones, so that they are not broken', async () => {
    for (const [language, eastAsian] of [
      ['zh-Hans', 'zh-CN'],
      ['ja', 'ja-JP'],
    ] as const) {
      const parts = await officeParts(reportBytes({ ...builtReport, language }, 'docx'));
      const [lang] = readXml(parts.get('word/styles.xml')!).all('w:lang');
      expect(lang!.attributes).toMatchObject({ 'w:val': 'en-US', 'w:eastAsia': eastAsian });
    }
  });
});

describe('figures that are written as words', () => {
  const mixed = table(
    ['Code', 'A'],
    [
      [textCell('Trust'), figuresCell('3 (5)')],
      [textCell('All'), countCell(3)],
      [textCell('Mean'), textCell('')],
    ],
  );

  it('stand under a head set to the end, empty cells too, in HTML and Word', async () => {
    expect(isFigureColumn(mixed, 1)).toBe(true);
    expect(isFigureColumn(mixed, 0)).toBe(false);
    const html = reportHtml({ ...builtReport, blocks: [mixed] });
    expect(html).toContain('<th scope="col" class="figure">A</th>');
    expect(html.match(/<td class="figure">/g)).toHaveLength(3);
    expect(html).not.toMatch(/<td>/);
    const cells = (await documentOf([mixed])).all('w:tc').filter((cell) => cell.all('w:jc').length > 0);
    expect(cells).toHaveLength(4);
  });
});

describe('the sheets of a workbook', () => {
  const note =
    'On characters, what respondents say; borders are those of the coders, so that a passage counts once. '.repeat(2);
  const report: Report = {
    ...builtReport,
    blocks: [],
    data: [
      {
        ...table(
          ['Code', '95 % of Krippendorff’s alpha, low', 'note'],
          [
            [textCell('Trust'), numberCell(0.66, 3), textCell(note)],
            [textCell('信任'), { kind: 'undefined', reason: 'No variation.' }, textCell('')],
          ],
        ),
        name: "Coders' table",
      },
    ],
  };

  it('set a head over figures to the end, wrap long heads, and give long text the height of its lines', async () => {
    const parts = await officeParts(reportBytes(report, 'xlsx'));
    const sheet = readXml(parts.get('xl/worksheets/sheet2.xml')!);
    const formats = readXml(parts.get('xl/styles.xml')!).all('cellXfs')[0]!.all('xf');
    const isToEnd = (place: string): boolean => {
      const cell = sheet.all('c').find(({ attributes }) => attributes['r'] === place)!;
      return formats[Number(cell.attributes['s'])]!.all('alignment')[0]!.attributes['horizontal'] === 'right';
    };
    expect(['A1', 'B1', 'C1'].map(isToEnd)).toEqual([false, true, false]);
    expect(Number(sheet.all('col')[1]!.attributes['width'])).toBeLessThan(24);
    const heights = sheet.all('row').map(({ attributes }) => Number(attributes['ht'] ?? 15));
    expect(heights[0]).toBeGreaterThan(15);
    expect(heights[1]).toBeGreaterThanOrEqual(4 * 15);
    expect(heights[2]).toBe(15);
  });

  it('are printed as wide as the page, the head on every page', async () => {
    const parts = await officeParts(reportBytes(report, 'xlsx'));
    expect(readXml(parts.get('xl/worksheets/sheet2.xml')!).all('pageSetup')[0]!.attributes).toMatchObject({
      fitToWidth: '1',
      fitToHeight: '0',
    });
    const titles = readXml(parts.get('xl/workbook.xml')!).all('definedName');
    expect(titles[1]!.attributes).toMatchObject({ name: '_xlnm.Print_Titles', localSheetId: '1' });
    expect(titles[1]!.text).toBe("'Coders'' table'!$1:$1");
  });
});
