const keyNames =
  /^(?:respondent[ _-]?(?:id)?|participant[ _-]?(?:id)?|case[ _-]?(?:id|name)?|id|key|编号|受访者(?:编号)?|個案|个案|回答者(?:番号|id)?|番号|ケース)$/i;
const documentNames =
  /^(?:documents?|transcripts?|interviews?|file(?:[ _-]?name)?|文档|文件(?:名)?|访谈|文書|ファイル(?:名)?|インタビュー)$/i;

const identifierNames =
  /(?:^|[\s_.-])(?:zip|plz|id|ids|phone|telephone|tel|mobile|fax)(?:$|[\s_.-])|zip[\s_-]?code|post(?:al)?[\s_-]?code|postleitzahl|phone[\s_-]?(?:no|number)|邮编|邮政编码|郵遞區號|电话|電話|手机|手機|身份证|学号|郵便番号/i;

/** Whether a header says that its numbers name something and count nothing: a postcode, a telephone, an identifier. */
export function namesIdentifiers(header: string): boolean {
  return identifierNames.test(header);
}

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
  /^(?:\s+|no answer|not answered|prefer not to (?:say|answer)|refused|declined|n\/?a|n\.a\.?|not applicable|don['’]?t know|unknown|missing|null|nan|#(?:n\/a|null!|div\/0!|value!|ref!|name\?|num!)|-+|[—–−－]|\.|\?|99|999|-9|-99|-999|不回答|拒答|拒绝回答|拒絕回答|不知道|不适用|不適用|不详|缺失|未回答|无回答|無回答|回答拒否|わからない|不明|該当なし)$/i;

/** Texts that may say that there is no answer: shown, so that the user can say what they mean; until then they are values. */
export function doubtfulTexts(cells: Iterable<string>): { text: string; cells: number }[] {
  const counts = new Map<string, number>();
  for (const cell of cells) if (noAnswerTexts.test(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, cells: count })).sort((a, b) => b.cells - a.cells);
}
