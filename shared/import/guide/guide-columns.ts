import type { GuideQuestion } from '../../analysis/guide/guide-question.ts';

const keyNames = /^(?:id|key|no\.?|nr\.?|number|编号|序号|番号)$/i;
const sectionNames = /^(?:section|part|部分|章节|セクション|部)$/i;
const codeNames = /^(?:codes?.*|代码|コード)$/i;
/** A language tag, also in brackets behind a word: `question (en)`. */
const languageName = /^(?:.*\()?([a-z]{2,3}(?:-[A-Za-z]{2,8}){0,2})\)?$/u;
const otherNames = /^(?:question|text|wording|问题|質問)$/i;

export type GuideColumns = {
  readonly key: number;
  readonly section: number;
  readonly codes: number;
  readonly languages: readonly { readonly place: number; readonly language: string }[];
};

/** What the columns of a table of questions are, by their header; null for a table that is no guide. */
export function guideColumns(header: readonly string[]): GuideColumns | null {
  const names = header.map((name) => name.trim());
  const key = names.findIndex((name) => keyNames.test(name));
  const codes = names.findIndex((name) => codeNames.test(name));
  const section = names.findIndex((name) => sectionNames.test(name));
  const languages = names.flatMap((name, place) => {
    if (place === key || place === codes || place === section) return [];
    const tag = languageName.exec(name)?.[1];
    if (tag !== undefined) return [{ place, language: tag }];
    return otherNames.test(name) ? [{ place, language: 'und' }] : [];
  });
  return key < 0 || languages.length === 0 ? null : { key, section, codes, languages };
}

/** The question in a row; null for one without a key or without words. */
export function guideQuestion(
  cells: readonly string[],
  { key, section, codes, languages }: GuideColumns,
  heading: string,
): GuideQuestion | null {
  const texts = Object.fromEntries(
    languages.flatMap(({ place, language }) => {
      const text = (cells[place] ?? '').trim();
      return text === '' ? [] : [[language, text]];
    }),
  );
  const name = (cells[key] ?? '').trim();
  if (name === '' || Object.keys(texts).length === 0) return null;
  return {
    key: name,
    section: section < 0 ? heading : (cells[section] ?? '').trim(),
    texts,
    codes: codes < 0 ? [] : codesIn(cells[codes] ?? ''),
  };
}

/** Codes named in a cell: those in backticks, else everything between commas or semicolons. */
function codesIn(cell: string): string[] {
  const ticked = [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
  if (ticked.length > 0) return ticked;
  return cell
    .split(/[,;，；、]/u)
    .map((code) => code.trim())
    .filter((code) => /^[\w.*-]+$/u.test(code) || code.includes('/'));
}
