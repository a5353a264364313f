const keyNames =
  /^(?:respondent[ _-]?(?:id)?|participant[ _-]?(?:id)?|case[ _-]?(?:id|name)?|id|key|编号|受访者(?:编号)?|個案|个案|回答者(?:番号|id)?|番号|ケース)$/i;
const documentNames =
  /^(?:documents?|transcripts?|interviews?|file(?:[ _-]?name)?|文档|文件(?:名)?|访谈|文書|ファイル(?:名)?|インタビュー)$/i;

/** Which header names the case: by its name, else the first column whose cells are all filled and differ, else the first. */
export function keyHeader(header: readonly string[], cellsOf: (place: number) => readonly string[]): string {
  const named = header.find((name) => keyNames.test(name));
  if (named !== undefined) return named;
  const telling = header.find((_, place) => {
    const cells = cellsOf(place);
    return cells.every((cell) => cell.trim() !== '') && new Set(cells).size === cells.length;
  });
  return telling ?? header[0]!;
}

/** Which header holds file names of interviews; null where none is named so. */
export function documentHeader(header: readonly string[], key: string): string | null {
  return header.find((name) => name !== key && documentNames.test(name)) ?? null;
}

const noAnswerTexts =
  /^(?:no answer|refused|declined|n\/?a|not applicable|don['’]?t know|unknown|missing|-+|—|\.|99|999|-9|-99|不回答|拒答|拒绝回答|不知道|不适用|未回答|無回答|回答拒否|わからない|該当なし)$/i;

/** Texts that may say that there is no answer: shown, so that the user can say what they mean; until then they are values. */
export function doubtfulTexts(cells: Iterable<string>): { text: string; cells: number }[] {
  const counts = new Map<string, number>();
  for (const cell of cells) if (noAnswerTexts.test(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, cells: count })).sort((a, b) => b.cells - a.cells);
}
