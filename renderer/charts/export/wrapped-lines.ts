/**
 * A text in lines no wider than `width`, broken between words (in Chinese and Japanese: between what their writers take
 * for words); a word that is wider alone stands alone. `widthOf` measures.
 */
export function wrappedLines(
  text: string,
  width: number,
  widthOf: (text: string) => number,
  language: string,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    // Punctuation stays with the word before it.
    const breaks = line !== '' && !/^[\p{P}\s]+$/u.test(segment) && widthOf(line + segment) > width;
    if (breaks) {
      lines.push(line.trimEnd());
      line = segment;
    } else {
      line += segment;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
