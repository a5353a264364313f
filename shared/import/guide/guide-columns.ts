import type { GuideQuestion } from '../../analysis/guide/guide-question.ts';

const keyNames = /^(?:id|key|no\.?|nr\.?|number|编号|序号|番号)$/i;
const sectionNames = /^(?:section|part|部分|章节|セクション|部)$/i;
const codeNames = /^(?:codes?.*|代码|コード)$/i;
/** A language tag, also in brackets behind a word: `question (en)`. */
const languageName = /^(?:.*\()?([a-z]{2,3}(?:-[A-Za-z]{2,8}){0,2})\)?$/u;
const otherNames = /^(?:question|text|wording|问题|質問)$/i;

/** Short words heads of columns are made of; the few languages with these tags are not asked in under them. */
const otherWords = new Set(['min', 'new', 'own', 'run', 'sel', 'ter']);
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether a tag is that of a language, as CLDR knows them: not every short word. */
function isLanguage(tag: string): boolean {
  if (otherWords.has(tag)) return false;
  try {
    return languageNames.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** What a guide file holds, and the columns nothing was taken from. */
export type Guide = { readonly questions: readonly GuideQuestion[]; readonly ignored: readonly string[] };

export type GuideColumns = {
  readonly key: number;
  readonly section: number;
  readonly codes: number;
  readonly languages: readonly { readonly place: number; readonly language: string }[];
  /** Names of columns that are none of these. */
  readonly ignored: readonly string[];
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
    if (tag !== undefined && isLanguage(tag)) return [{ place, language: tag }];
    return otherNames.test(name) ? [{ place, language: 'und' }] : [];
  });
  if (key < 0 || languages.length === 0) return null;
  const used = new Set([key, codes, section, ...languages.map(({ place }) => place)]);
  return { key, section, codes, languages, ignored: names.filter((name, place) => name !== '' && !used.has(place)) };
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
