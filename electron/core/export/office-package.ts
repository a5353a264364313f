import { xmlText } from '../../../shared/export/xml-text.ts';
import type { Report } from '../../../shared/report/model.ts';
import type { ZipEntry } from './zip.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a file says of itself; of a report all of it is in the report. */
export type Properties = Pick<Report, 'title' | 'language'> & {
  readonly origin: Pick<Report['origin'], 'software' | 'revisedAt'>;
};

/** The two parts in which a file says what it is: title, the data's date, the program. No author, no company, no path. */
export function propertiesParts({ title, origin, language }: Properties): ZipEntry[] {
  const core =
    `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${xmlText(title)}</dc:title><dc:language>${xmlText(language)}</dc:language>` +
    ['created', 'modified']
      .map((name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${xmlText(origin.revisedAt)}</dcterms:${name}>`)
      .join('') +
    '</cp:coreProperties>';
  const app = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${xmlText(origin.software)}</Application></Properties>`;
  return [xmlPart('docProps/core.xml', core), xmlPart('docProps/app.xml', app)];
}

export function xmlPart(name: string, xml: string): ZipEntry {
  return { name, bytes: Buffer.from(declaration + xml, 'utf8') };
}

/** The parts every office file begins with; `main` is the document or workbook. */
export function packageParts(
  main: { readonly name: string; readonly type: string },
  parts: readonly (readonly [name: string, type: string])[],
): ZipEntry[] {
  const overrides = [[main.name, main.type] as const, ...parts]
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('');
  const types =
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>' +
    `${overrides}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
    '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>';
  return [
    xmlPart('[Content_Types].xml', types),
    xmlPart(
      '_rels/.rels',
      relationships([
        ['rId1', `${officeRelations}/officeDocument`, main.name],
        ['rId2', `${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        ['rId3', `${officeRelations}/extended-properties`, 'docProps/app.xml'],
      ]),
    ),
  ];
}

export function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}
