import { languageName } from '../../i18n/language-name.ts';
import type { MessageId } from '../../i18n/text.ts';
import type { ChoiceOption } from '../../ui/choice.tsx';

/** Going back to the guess, as a value of a choice. */
export const guess = 'guess';

/** Encodings that can be asked for, by WHATWG name, each as people write it; the likely ones first. */
export const encodingLabels: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'iso-2022-jp': 'ISO-2022-JP',
  'euc-kr': 'EUC-KR',
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1253': 'Windows-1253',
  'windows-1254': 'Windows-1254',
  'windows-1255': 'Windows-1255',
  'windows-1256': 'Windows-1256',
  'windows-1257': 'Windows-1257',
  'windows-874': 'Windows-874',
  'iso-8859-2': 'ISO-8859-2',
  'koi8-r': 'KOI8-R',
  'x-mac-cyrillic': 'Mac Cyrillic',
  ibm850: 'CP850',
  ibm437: 'CP437',
  ibm852: 'CP852',
  ibm866: 'CP866',
  macintosh: 'Mac Roman',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'utf-32le': 'UTF-32 LE',
  'utf-32be': 'UTF-32 BE',
};

/** What can be chosen for an encoding: the guess, in these words, or one of those that can be read. */
export function encodingOptions(guessWords: string): ChoiceOption<string>[] {
  const named = Object.entries(encodingLabels).map(([id, label]) => ({ id, label }));
  return [{ id: guess, label: guessWords }, ...named];
}

export function encodingLabel(name: string): string {
  return encodingLabels[name] ?? name;
}

/** The words for every label pattern the importer knows, and for a text without turns. */
export const patternMessages: Readonly<Record<string, MessageId>> = {
  'name-colon': 'imports.pattern.name-colon',
  heading: 'imports.pattern.heading',
  'time-line': 'imports.pattern.time-line',
  'name-time': 'imports.pattern.name-time',
  'name-tab': 'imports.pattern.name-tab',
  'name-dash': 'imports.pattern.name-dash',
  'name-gap': 'imports.pattern.name-gap',
  'bold-name': 'imports.pattern.bold-name',
  'ideographic-space': 'imports.pattern.ideographic-space',
  'name-quote': 'imports.pattern.name-quote',
  'bracket-name': 'imports.pattern.bracket-name',
  'letter-point': 'imports.pattern.letter-point',
  'name-line': 'imports.pattern.name-line',
  'time-only': 'imports.pattern.time-only',
  none: 'imports.pattern.none',
};

const structureMessages: Readonly<Record<string, MessageId>> = {
  segments: 'imports.pattern.segments',
  speech: 'imports.pattern.speech',
  own: 'imports.pattern.own',
};

/** The words for how a file's turns were found: a pattern one can ask for, or the file's own structure. */
export function foundPatternMessage(pattern: string): MessageId | null {
  return patternMessages[pattern] ?? structureMessages[pattern] ?? null;
}

const formatMessages: Readonly<Record<string, MessageId>> = {
  text: 'imports.format.text',
  markdown: 'imports.format.markdown',
  docx: 'imports.format.docx',
  odt: 'imports.format.odt',
  rtf: 'imports.format.rtf',
  html: 'imports.format.html',
  vtt: 'imports.format.vtt',
  srt: 'imports.format.srt',
  csv: 'imports.format.csv',
  json: 'imports.format.json',
  'akoma-ntoso': 'imports.format.akoma-ntoso',
  elan: 'imports.format.elan',
  ttml: 'imports.format.ttml',
  pdf: 'imports.format.pdf',
};

/** The words for a format; null for one that only a newer core knows. */
export function formatMessage(format: string): MessageId | null {
  return formatMessages[format] ?? null;
}

/** Languages offered for a transcript beside the one that was found. */
export const transcriptLanguages: readonly string[] = [
  'en',
  'zh-Hans',
  'zh-Hant',
  'ja',
  'ko',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'ru',
];

/** A language in its own words: 日本語, English. */
export function ownLanguageName(tag: string): string {
  return languageName(tag, tag);
}
