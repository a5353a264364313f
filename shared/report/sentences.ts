/** Sentences one after another: a space between them, none in Chinese and Japanese, whose full stop brings its own. */
export function joinedSentences(language: string, sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(language === 'en' ? ' ' : '');
}

/** Names as the language lists them: "A and B", "A和B". */
export function namesInText(language: string, names: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** What is said by the way, behind a word: " (6 passages)", "（6 处）". */
export function inBrackets(language: string, words: string): string {
  return language === 'en' ? ` (${words})` : `（${words}）`;
}

/** A name before what it names: "Coders: ", "编码员：". */
export function withColon(language: string, name: string): string {
  return language === 'en' ? `${name}: ` : `${name}：`;
}

/** "Unit: turn, N = 54." without its name, for where that stands before it: "Turn, N = 54." */
export function withoutName(sentence: string): string {
  const said = sentence.replace(/^[^:：]+[:：]\s*/u, '');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
