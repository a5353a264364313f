import { languageProperties } from './docx-text.ts';

type Style = {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly run?: string;
};

const gap = (before: number, after: number, line = 276): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const grey = '<w:color w:val="4B4F54"/>';
const reading = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/>';

const styles: readonly Style[] = [
  { id: 'Title', name: 'Title', paragraph: `<w:keepNext/>${gap(0, 120)}`, run: `<w:b/>${size(36)}` },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: `<w:keepNext/><w:keepLines/>${gap(360, 120)}<w:outlineLvl w:val="0"/>`,
    run: `<w:b/>${size(28)}`,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    paragraph: `<w:keepNext/><w:keepLines/>${gap(280, 80)}<w:outlineLvl w:val="1"/>`,
    run: `<w:b/>${size(24)}`,
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    paragraph: `<w:keepNext/><w:keepLines/>${gap(200, 60)}<w:outlineLvl w:val="2"/>`,
    run: `<w:b/>${grey}${size(21)}`,
  },
  { id: 'Setting', name: 'Setting', paragraph: gap(0, 20, 252), run: `${grey}${size(18)}` },
  {
    id: 'Quote',
    name: 'Quote',
    paragraph: `<w:keepNext/><w:keepLines/>${gap(160, 20)}<w:ind w:left="284"/>`,
    run: `${reading}${size(21)}`,
  },
  {
    id: 'QuoteSource',
    name: 'Quote source',
    paragraph: `<w:keepLines/>${gap(0, 80)}<w:ind w:left="284"/>`,
    run: `${grey}${size(18)}`,
  },
  { id: 'QuoteBelow', name: 'Below a quote', paragraph: `${gap(0, 60)}<w:ind w:left="568"/>`, run: size(18) },
  { id: 'Figure', name: 'Figure', paragraph: gap(200, 40) },
  { id: 'Caption', name: 'caption', paragraph: `<w:keepNext/>${gap(200, 60)}`, run: `<w:b/>${size(18)}` },
  { id: 'TableText', name: 'Table text', paragraph: gap(30, 30, 240), run: size(18) },
  { id: 'Note', name: 'Note', paragraph: gap(40, 40, 240), run: `${grey}${size(16)}` },
  { id: 'Footer', name: 'footer', paragraph: gap(0, 0, 240), run: `${grey}${size(16)}` },
];

function styleXml({ id, name, paragraph = '', run = '' }: Style): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
}

const line = (side: string, weight: number): string =>
  `<w:${side} w:val="single" w:sz="${weight}" w:space="0" w:color="C9C9C5"/>`;

/** The styles of every report: a reader may change them all in the word processor. */
export function stylesXml(language: string): string {
  const { fonts, language: tags } = languageProperties(language);
  const faces = fonts === '' ? ' w:eastAsia="Microsoft YaHei"' : fonts.slice('<w:rFonts'.length, -'/>'.length);
  return [
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"${faces}/>${size(20)}${tags}</w:rPr></w:rPrDefault>`,
    `<w:pPrDefault><w:pPr>${gap(0, 120)}</w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>',
    '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/>',
    `<w:tblPr><w:tblBorders>${line('top', 6)}${line('bottom', 6)}${line('insideH', 4)}</w:tblBorders></w:tblPr></w:style>`,
    ...styles.map(styleXml),
    '</w:styles>',
  ].join('');
}
