import { describe, expect, it } from 'vitest';
import { readSurveyTable } from '../../electron/core/import/survey/survey-table.ts';
import { dayOfSerial, numberFormat, plainNumber, shownNumber } from '../../electron/core/import/survey/xlsx-numbers.ts';
import { builtZip } from '../support/built-docx.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const shared = `<sst xmlns="${main}"><si><t>id</t></si><si><r><t>&lt;</t></r><r><t>3000</t></r><rPh><t>read</t></rPh></si></sst>`;
const styles = `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="2"/></cellXfs></styleSheet>`;
const cells = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>income</t></is></c><c r="C1" t="str"><v>day</v></c><c r="D1" t="str"><v>n</v></c></row>
<row r="3"><c r="A3" t="str"><v>R1</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" s="1"><v>45423</v></c><c r="D3" s="3"><f>1/3</f><v>0.30000000000000004</v></c></row>`;

function workbook(sheet: string, others: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  return builtZip({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Empty" sheetId="1" r:id="a"/><sheet name="Data" sheetId="2" r:id="b"/><sheet name="Hidden" state="hidden" sheetId="3" r:id="c"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${relations}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    'xl/sharedStrings.xml': shared,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ...others,
  });
}
const read = async (sheet: string, wanted?: string) =>
  readSurveyTable('s.xlsx', await workbook(sheet), wanted === undefined ? {} : { sheet: wanted });
const refusal = (sheet: string, others?: Record<string, string>) =>
  workbook(sheet, others)
    .then((bytes) => readSurveyTable('s.xlsx', bytes))
    .catch((error: unknown) => error);

describe('a table in text', () => {
  it('begins below the line in which Excel says how cells are parted', async () => {
    const table = await readSurveyTable('s.csv', Buffer.from('sep=;\r\nid;city, district\r\nR1;Bo\r\n'));
    expect(table).toMatchObject({ header: ['id', 'city, district'], rows: [{ row: 2, cells: ['R1', 'Bo'] }] });
  });

  it.each([
    ['quoted', '"id";"How, when, and why?";"n"\n"R1";"so";"2"\n"R2";"a; b";"3"\n'],
    ['as often in the rows', 'id;"How, when, and why?";n\nR1;"so";2\nR2;"a; b";3\n'],
    ['bare', 'id;How, when, and why?;n\nR1;so;2\nR2;"a; b";3\n'],
    ['behind tabs', 'id\tHow, when, and why?\tn\nR1\tso\t2\nR2\t"a; b"\t3\n'],
    ['over two lines', '\ufeff"id";"How, when,\nand why?";"n"\n"R1";"so";"2"\n"R2";"a; b";"3"\n'],
  ])('is not parted by the commas of its questions, %s', async (_, text) => {
    const { header, rows } = await readSurveyTable('s.csv', Buffer.from(text));
    expect(header.map((name) => name.replace('\n', ' '))).toEqual(['id', 'How, when, and why?', 'n']);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['R1', 'so', '2'],
      ['R2', 'a; b', '3'],
    ]);
  });

  it('may end its lines in several ways, as files put together do', async () => {
    const { rows } = await readSurveyTable('s.csv', Buffer.from('id,a\r\nR1,"x\r\ny"\nR2,2\rR3,3\n'));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['R1', 'x\r\ny'],
      ['R2', '2'],
      ['R3', '3'],
    ]);
  });
});

describe('a workbook', () => {
  it('is read from its first filled sheet: texts, days, numbers in their shortest digits, rows where they stand', async () => {
    const table = await read(cells);
    expect(table).toMatchObject({
      sheets: ['Empty', 'Data'],
      sheet: 'Data',
      header: ['id', 'income', 'day', 'n'],
      rows: [{ row: 3, cells: ['R1', '<3000', '2024-05-11', '0.30000000000000004'] }],
    });
  });

  it('writes characters XML cannot hold by their numbers, among the shared texts too', async () => {
    const bytes = await workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>a_x005F_x0041_</v></c></row>',
      {
        'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>one_x000D_\ntwo</t></si></sst>`,
      },
    );
    expect((await readSurveyTable('s.xlsx', bytes)).header).toEqual(['one\r\ntwo', 'a_x0041_']);
  });

  it('shows truth and errors as the sheet does, and days written as such without an empty time', async () => {
    const table = await read(
      '<row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>b</v></c><c r="C1" t="str"><v>e</v></c><c r="D1" t="str"><v>d</v></c></row>' +
        '<row r="2"><c r="A2" t="str"><v>R1</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="d"><v>2024-05-11T00:00:00.000</v></c></row>',
    );
    expect(table.rows[0]?.cells).toEqual(['R1', 'TRUE', '#N/A', '2024-05-11']);
  });

  it('is asked for a sheet it does not have', async () => {
    await expect(read(cells, 'Other')).rejects.toMatchObject({
      code: 'survey_sheet',
      params: { sheets: ['Empty', 'Data'] },
    });
    await expect(read(cells, 'Empty')).rejects.toMatchObject({ code: 'file_empty' });
  });

  it.each([
    ['a cell beyond every sheet', '<row r="1"><c r="ZZZ9999999" t="str"><v>x</v></c></row>', 'bomb'],
    [
      'more empty cells than memory holds',
      Array.from({ length: 400 }, (_, row) => `<row><c r="XFD${row + 1}" t="str"><v>x</v></c></row>`).join(''),
      'bomb',
    ],
    ['a row beyond every sheet', '<row r="1"><c r="A900000" t="str"><v>x</v></c></row>', 'bomb'],
  ])('is refused for %s', async (_, sheet, reason) => {
    expect(await refusal(sheet)).toMatchObject({ code: 'file_format', params: { reason } });
  });

  it('is refused with a document type, cut off, or where it is no workbook', async () => {
    const doctype = `<!DOCTYPE x [<!ENTITY a "b">]><worksheet xmlns="${main}"><sheetData/></worksheet>`;
    expect(await refusal('', { 'xl/worksheets/sheet1.xml': doctype })).toMatchObject({ params: { reason: 'doctype' } });
    const whole = await workbook(cells);
    await expect(readSurveyTable('s.xlsx', whole.subarray(0, whole.length >> 1))).rejects.toMatchObject({
      code: 'file_damaged',
    });
    await expect(readSurveyTable('s.xlsx', await builtZip({ 'a.txt': 'x' }))).rejects.toMatchObject({
      params: { reason: 'not_table' },
    });
  });
});

describe('numbers of a workbook', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45423, false, '2024-05-11'],
    [45423.5, false, '2024-05-11T12:00:00'],
    [0, true, '1904-01-01'],
    [-1, false, null],
    [Number.NaN, false, null],
  ])('%s (1904: %s) is the day %s', (serial, is1904, day) => expect(dayOfSerial(serial, is1904)).toBe(day));

  it.each([
    [14, undefined, true],
    [2, undefined, false],
    [170, 'yyyy-mm-dd', true],
    [170, '0.00" days"', false],
    [170, '[Red]General', false],
    [170, 'h:mm:ss', false],
    [170, 'hh:mm', false],
    [170, '[h]:mm', false],
    [170, '[mm]:ss', false],
    [170, '[$-409]mmmm', true],
    [170, 'd.m.yy h:mm', true],
  ])('format %s %j shows a day: %s', (id, code, is) => expect(numberFormat(id, code).kind === 'day').toBe(is));

  it.each([
    ['2134', '00000', '02134'],
    ['10001', '00000', '10001'],
    ['21340001', '00000\\-0000', '02134-0001'],
    ['12345678', '000\\-00\\-0000', '012-34-5678'],
    ['7', '"No. "000', '7'],
    ['1.5', '00000', '1.5'],
    ['-7', '000', '-7'],
    ['1234567', '000', '1234567'],
    ['0.5', 'h:mm', '12:00:00'],
    ['0.520844907407407', 'hh:mm:ss.000', '12:30:01'],
    ['1.5', '[h]:mm', '36:00:00'],
    ['45423.5', 'h:mm', '2024-05-11T12:00:00'],
    ['0.0000115740740740741', 'mm:ss.0', '00:00:01'],
    ['3', 'General', '3'],
    ['3', '[Red]General;[Blue]-General', '3'],
  ])('%s as %j reads %s', (value, code, text) => expect(shownNumber(value, numberFormat(170, code), false)).toBe(text));

  it.each([
    ['3.0', '3'],
    ['1E-7', '0.0000001'],
    ['-1.5E-25', '-0.00000000000000000000000015'],
    ['1.2345678901234568E+21', '1234567890123456800000'],
    ['12345678901234567', '12345678901234567'],
    ['1E+400', '1E+400'],
    ['12345678901', '12345678901'],
    ['', ''],
  ])('%j is %j', (text, plain) => expect(plainNumber(text)).toBe(plain));
});
