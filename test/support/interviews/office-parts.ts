import { openContainer } from '../../../electron/core/import/container.ts';
import { readXml, type XmlElement } from '../xml-tree.ts';

/** The parts of an office file by name, as text. */
export async function officeParts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const container = await openContainer(bytes);
  const parts = new Map<string, string>();
  for (const name of container.names) parts.set(name, (await container.whole(name)).toString('utf8'));
  return parts;
}

export type SheetCell = { readonly place: string; readonly value: string | number; readonly style: number };
export type ReadSheet = {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  readonly rows: readonly (readonly (string | number)[])[];
};

function cellOf(element: XmlElement): SheetCell {
  const text = element
    .all('t')
    .map((each) => each.text)
    .join('');
  const value = element.all('v')[0]?.text;
  return {
    place: element.attributes['r']!,
    value:
      value === undefined
        ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
        : Number(value),
    style: Number(element.attributes['s']),
  };
}

/** An Excel workbook as its sheets; follows the relationships from the package to each sheet, as a spreadsheet program does. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  const parts = await officeParts(bytes);
  const targets = new Map(
    readXml(parts.get('xl/_rels/workbook.xml.rels')!)
      .all('Relationship')
      .map(({ attributes }) => [attributes['Id']!, attributes['Target']!]),
  );
  return readXml(parts.get('xl/workbook.xml')!)
    .all('sheet')
    .map(({ attributes }) => {
      const rows = readXml(parts.get(`xl/${targets.get(attributes['r:id']!)}`)!).all('row');
      const cells = rows.map((row) => row.all('c').map(cellOf));
      return {
        name: attributes['name']!,
        cells: cells.flat(),
        rows: cells.map((row) => row.map(({ value }) => value)),
      };
    });
}
