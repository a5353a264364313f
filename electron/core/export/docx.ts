import type { Report, ReportBlock } from '../../../shared/report/model.ts';
import { isWideTable } from '../../../shared/report/cells.ts';
import { fallbackPicture, figureXml } from './docx-figure.ts';
import { type PageRoom, pageRoom, sectionXml } from './docx-page.ts';
import { stylesXml } from './docx-styles.ts';
import { tableXml } from './docx-table.ts';
import { paragraphXml, runsXml, runXml, settingsXml } from './docx-text.ts';
import { officeRelations, packageParts, propertiesParts, relationships, xmlPart } from './office-package.ts';
import { zipArchive } from './zip.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${officeRelations}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"',
].join(' ');

type Figure = Extract<ReportBlock, { kind: 'figure' }>;

function blockXml(block: ReportBlock, placeOf: (figure: Figure) => number, room: PageRoom): string {
  switch (block.kind) {
    case 'heading':
      // The title stands above all: the first level of headings is the second of a web page.
      return paragraphXml(`Heading${block.level - 1}`, runsXml(block.runs));
    case 'paragraph':
      return paragraphXml('Normal', runsXml(block.runs));
    case 'quotation':
      return [
        paragraphXml('Quote', runsXml(block.runs)),
        paragraphXml('QuoteSource', runsXml(block.source)),
        ...block.below.map((runs) => paragraphXml('QuoteBelow', runsXml(runs))),
      ].join('');
    case 'table':
      return tableXml(block, room.width);
    case 'figure':
      return figureXml(block, placeOf(block), room);
    default:
      return block satisfies never;
  }
}

const isWideBlock = (block: ReportBlock | undefined): boolean => block?.kind === 'table' && isWideTable(block);

/** Title, settings and blocks, a wide table on turned pages; a report that begins with one is turned from its title on. */
function documentXml({ title, language, settings, blocks }: Report, figures: readonly Figure[]): string {
  const parts = [paragraphXml('Title', runXml({ text: title })), ...settingsXml(language, settings)];
  let isWide = isWideBlock(blocks[0]);
  for (const [place, block] of blocks.entries()) {
    const isTurned = isWideBlock(block.kind === 'heading' ? blocks[place + 1] : block);
    // The last paragraph of a section says what pages it stands on.
    if (isTurned !== isWide) parts.push(paragraphXml('Note', '', sectionXml(isWide)));
    isWide = isTurned;
    parts.push(blockXml(block, (figure) => figures.indexOf(figure) + 1, pageRoom(isWide)));
  }
  return `<w:document ${namespaces}><w:body>${parts.join('')}${sectionXml(isWide)}</w:body></w:document>`;
}

function footerXml(lines: readonly string[]): string {
  const number =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const written = lines.map((text) => paragraphXml('Footer', runXml({ text })));
  return `<w:ftr ${namespaces}>${written.join('')}${paragraphXml('Footer', number, '<w:jc w:val="right"/>')}</w:ftr>`;
}

/** A report as a Word document: styles to change at will, tables with repeated heads, pictures as SVG. The same report gives the same bytes. */
export function reportDocx(report: Report): Uint8Array {
  const figures = report.blocks.filter((block) => block.kind === 'figure');
  const pictures =
    figures.length === 0
      ? []
      : [
          { name: 'word/media/fallback.png', bytes: fallbackPicture },
          ...figures.map(({ svg }, place) => ({
            name: `word/media/figure${place + 1}.svg`,
            bytes: Buffer.from(svg, 'utf8'),
          })),
        ];
  const settings =
    '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat>' +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';
  const rels: (readonly [string, string, string])[] = [
    ['rIdStyles', `${officeRelations}/styles`, 'styles.xml'],
    ['rIdSettings', `${officeRelations}/settings`, 'settings.xml'],
    ['rIdFooter', `${officeRelations}/footer`, 'footer1.xml'],
  ];
  if (figures.length > 0) rels.push(['rIdFallback', `${officeRelations}/image`, 'media/fallback.png']);
  for (const place of figures.keys())
    rels.push([`rIdFigure${place + 1}`, `${officeRelations}/image`, `media/figure${place + 1}.svg`]);
  return zipArchive([
    ...packageParts({ name: 'word/document.xml', type: `${word}.document.main+xml` }, [
      ['word/styles.xml', `${word}.styles+xml`],
      ['word/settings.xml', `${word}.settings+xml`],
      ['word/footer1.xml', `${word}.footer+xml`],
    ]),
    ...propertiesParts(report),
    xmlPart('word/document.xml', documentXml(report, figures)),
    xmlPart('word/_rels/document.xml.rels', relationships(rels)),
    xmlPart('word/styles.xml', stylesXml(report.language)),
    xmlPart('word/settings.xml', settings),
    xmlPart('word/footer1.xml', footerXml(report.footer)),
    ...pictures,
  ]);
}
