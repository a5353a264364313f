import { xmlAttribute, xmlText } from '../../../shared/export/xml-text.ts';
import { textCell, undefinedNotes } from '../../../shared/report/cells.ts';
import { dataTables, type Report } from '../../../shared/report/model.ts';
import { officeRelations, packageParts, propertiesParts, relationships, xmlPart } from './office-package.ts';
import { sheetNames } from './sheet-names.ts';
import { cellFormat, type Sheet, sheetXml } from './xlsx-sheet.ts';
import { zipArchive, type ZipEntry } from './zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Number formats of our own begin here, by Excel's rule. */
const firstOwnFormat = 164;

/** Formats in the order of `cellFormat`: text, head, text that looks like a formula, head over figures, counts, then numbers by their decimals. */
function stylesXml(): string {
  const decimals = Array.from({ length: cellFormat.mostDecimals + 1 }, (_, places) => places);
  const formats = decimals.map(
    (places) =>
      `<numFmt numFmtId="${firstOwnFormat + places}" formatCode="0${places > 0 ? `.${'0'.repeat(places)}` : ''}"/>`,
  );
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const cells = [
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${wrapped}</xf>`,
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${wrapped}</xf>`,
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1">${wrapped}</xf>`,
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="top" wrapText="1"/></xf>`,
    ...[1, ...decimals.map((places) => firstOwnFormat + places)].map(
      (format) =>
        `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
    ),
  ];
  return [
    `<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats.join('')}</numFmts>`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}

/** What the sheets are: settings, notes of every table, the last lines. */
function aboutSheet(
  { title, settings, footer }: Report,
  tables: readonly (readonly [string, readonly string[]])[],
): Sheet {
  const lines: (readonly [string, string])[] = [
    ...settings,
    ...tables.flatMap(([name, notes]) => notes.map((note) => [name, note] as const)),
    ...footer.map((line) => ['', line] as const),
  ];
  return { head: [title, ''], rows: lines.map(([name, value]) => [textCell(name), textCell(value)]) };
}

type NamedSheet = { readonly name: string; readonly sheet: Sheet };

/** A report's tables as an Excel workbook, one sheet each, the first saying what they are. The same report gives the same bytes. */
export function reportXlsx(report: Report): Uint8Array {
  const tables = dataTables(report);
  const [about, ...names] = sheetNames([report.title, ...tables.map(({ name }) => name)]);
  const described = tables.map(
    (table, place) => [names[place]!, [table.caption, ...table.notes, ...undefinedNotes(table)]] as const,
  );
  const sheets: NamedSheet[] = [
    { name: about!, sheet: aboutSheet(report, described) },
    ...tables.map(({ columns, rows }, place) => ({ name: names[place]!, sheet: { head: columns, rows } })),
  ];
  return workbookXlsx(sheets, propertiesParts(report));
}

/** Sheets as an Excel workbook; `properties` are parts that say what it is. */
export function workbookXlsx(sheets: readonly NamedSheet[], properties: readonly ZipEntry[]): Uint8Array {
  const workbook = [
    `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>`,
    ...sheets.map(
      ({ name }, place) => `<sheet name="${xmlAttribute(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
    ),
    '</sheets><definedNames>',
    // The head is printed on every page.
    ...sheets.map(
      ({ name }, place) =>
        `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${xmlText(`'${name.replaceAll("'", "''")}'!$1:$1`)}</definedName>`,
    ),
    '</definedNames></workbook>',
  ].join('');
  return zipArchive([
    ...packageParts({ name: 'xl/workbook.xml', type: `${sheetType}.sheet.main+xml` }, [
      ...sheets.map((_, place) => [`xl/worksheets/sheet${place + 1}.xml`, `${sheetType}.worksheet+xml`] as const),
      ['xl/styles.xml', `${sheetType}.styles+xml`],
    ]),
    ...properties,
    xmlPart('xl/workbook.xml', workbook),
    xmlPart(
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map(
          (_, place) =>
            [`rId${place + 1}`, `${officeRelations}/worksheet`, `worksheets/sheet${place + 1}.xml`] as const,
        ),
        ['rIdStyles', `${officeRelations}/styles`, 'styles.xml'],
      ]),
    ),
    xmlPart('xl/styles.xml', stylesXml()),
    ...sheets.map(({ sheet }, place) => xmlPart(`xl/worksheets/sheet${place + 1}.xml`, sheetXml(sheet))),
  ]);
}
