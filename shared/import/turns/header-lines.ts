import { bareTime, markedTime } from './clock-time.ts';
import { isHeaderKey } from './role-words.ts';
import type { TranscriptLine } from './transcript-lines.ts';

const keyLine =
  /^(?:[-*>•]\s*)?[*_]{0,3}([\p{L}\p{N}][\p{L}\p{M}\p{N} _/-]{0,30}?)[*_]{0,3}\s*[:：](?!\/\/)[*_]{0,3}\s*(.*)$/u;
const timedLabel = new RegExp(`${markedTime}|\\s${bareTime}$`, 'u');
const rule = /^(?:[-=_*─━―]\s?){3,}$/u;

/**
 * The number of lines at the beginning that hold front matter, a boxed explanation, or a header of `Key: value` lines, where
 * `Interviewer: Jane Doe` names a person instead of giving her the word. A block of lines counts as a header if it is short
 * throughout, holds a key no person bears (`Date:`), and names no speaker twice; so does a list right below a bare `Participants:`, unless times say that somebody speaks there.
 */
export function headerLineCount(text: string, lines: readonly TranscriptLine[]): number {
  let header = frontMatterLines(text, lines);
  let listFollows = false;
  for (let first = header; first < Math.min(lines.length, 80); ) {
    while (first < lines.length && isBlank(lines[first]!)) first++;
    let last = first;
    while (last < lines.length && !isBlank(lines[last]!)) last++;
    if (last === first) break;
    const keys = headerKeys(text, lines.slice(first, last));
    if (keys.isHeader || (listFollows && keys.allShort && !keys.anyTime)) header = last;
    else {
      // Header and talk without a blank line between them: the header ends with its last key.
      if (keys.lastKey >= 0 && keys.lastKey < 15) header = first + keys.lastKey + 1;
      if (keys.anyLabel) break;
    }
    listFollows = keys.endsWithBareKey;
    first = last;
  }
  return header;
}

function headerKeys(text: string, block: readonly TranscriptLine[]) {
  const seen = new Set<string>();
  let lastKey = -1;
  let anyLabel = false;
  let anyTime = false;
  let repeated = false;
  let allShort = block.length <= 25;
  let endsWithBareKey = false;
  for (const [number, line] of block.entries()) {
    const length = line.bodyEnd - line.bodyStart;
    if (length > 160) allShort = false;
    const match = length > 300 ? null : keyLine.exec(text.slice(line.bodyStart, line.bodyEnd));
    endsWithBareKey = false;
    const body = text.slice(line.bodyStart, Math.min(line.bodyEnd, line.bodyStart + 300));
    if (timedLabel.test(body)) {
      anyLabel = true;
      anyTime = true;
      continue;
    }
    if (match === null) continue;
    const key = match[1]!;
    if (isHeaderKey(key)) {
      if (allShort) lastKey = number;
      endsWithBareKey = match[2] === '';
      continue;
    }
    anyLabel = true;
    if (seen.has(key)) repeated = true;
    seen.add(key);
  }
  return { isHeader: allShort && !repeated && lastKey >= 0, allShort, lastKey, anyLabel, anyTime, endsWithBareKey };
}

/** YAML front matter, or everything up to the second of two rules near the top (an explanation of signs). */
function frontMatterLines(text: string, lines: readonly TranscriptLine[]): number {
  const isRule = (line: TranscriptLine): boolean =>
    line.bodyEnd - line.bodyStart < 200 && rule.test(text.slice(line.bodyStart, line.bodyEnd));
  const top = lines.slice(0, 60);
  const opening = top.findIndex(isRule);
  if (opening === -1 || opening > 12) return 0;
  const closing = top.findIndex((line, number) => number > opening && isRule(line));
  return closing === -1 ? 0 : closing + 1;
}

function isBlank(line: TranscriptLine): boolean {
  return line.bodyEnd === line.bodyStart;
}
