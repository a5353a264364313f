import { withColon } from '../../../shared/report/sentences.ts';
import { xmlAttribute, xmlText } from '../../../shared/export/xml-text.ts';
import type { Run } from '../../../shared/report/model.ts';

/** East Asian faces by language, as the word processors of each place ship them. */
const eastAsianFaces: readonly (readonly [start: string, tag: string, face: string])[] = [
  ['zh-Hant', 'zh-TW', 'Microsoft JhengHei'],
  ['zh-TW', 'zh-TW', 'Microsoft JhengHei'],
  ['zh-HK', 'zh-HK', 'Microsoft JhengHei'],
  ['zh', 'zh-CN', 'Microsoft YaHei'],
  ['ja', 'ja-JP', 'Yu Gothic'],
  ['ko', 'ko-KR', 'Malgun Gothic'],
];

function eastAsian(lang: string): { readonly tag: string; readonly face: string } | null {
  const found = eastAsianFaces.find(([start]) => lang.toLowerCase().startsWith(start.toLowerCase()));
  return found === undefined ? null : { tag: found[1], face: found[2] };
}

/** Language and face of a run: East Asian ones in the attributes Word reads them from. */
export function languageProperties(lang: string): { readonly fonts: string; readonly language: string } {
  const far = eastAsian(lang);
  return far === null
    ? { fonts: '', language: `<w:lang w:val="${xmlAttribute(lang)}"/>` }
    : {
        fonts: `<w:rFonts w:eastAsia="${far.face}"/>`,
        // Latin words among them are told to be English: as Chinese ones they would be broken anywhere.
        language: `<w:lang w:val="en-US" w:eastAsia="${far.tag}"/>`,
      };
}

/** The words of a run: line breaks and tabs are elements of their own. */
function wordsXml(text: string): string {
  return text
    .split(/(\r\n|[\n\r\t])/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece === '\t'
        ? '<w:tab/>'
        : /^[\r\n]+$/.test(piece)
          ? '<w:br/>'
          : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`,
    )
    .join('');
}

export function runXml({ text, lang, strong }: Run, raised = false): string {
  const { fonts, language } = lang === undefined ? { fonts: '', language: '' } : languageProperties(lang);
  const dress = `${fonts}${strong ? '<w:b/>' : ''}${raised ? '<w:vertAlign w:val="superscript"/>' : ''}${language}`;
  return `<w:r>${dress === '' ? '' : `<w:rPr>${dress}</w:rPr>`}${wordsXml(text)}</w:r>`;
}

export function runsXml(runs: readonly Run[]): string {
  return runs.map((run) => runXml(run)).join('');
}

export function paragraphXml(style: string, content: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${content}</w:p>`;
}

/** What a document was made from: each setting on a line of its own, its name first. */
export function settingsXml(language: string, settings: readonly (readonly [string, string])[]): string[] {
  return settings.map(([name, value]) =>
    paragraphXml('Setting', runsXml([{ text: withColon(language, name), strong: true }, { text: value }])),
  );
}
