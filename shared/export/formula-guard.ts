/** What a spreadsheet takes for a formula, a command or a way into one. */
const formulaStart = /^[=+\-@＝＋－＠\t\r]/u;

/** Whether a spreadsheet program might run this text instead of showing it. */
export function looksLikeFormula(text: string): boolean {
  return formulaStart.test(text);
}

/** The text as a spreadsheet program will show it: with an apostrophe before it where it would be run otherwise. */
export function guardedText(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}
