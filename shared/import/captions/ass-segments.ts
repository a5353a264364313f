import { segmentTime } from '../segments/segment-time.ts';
import type { Segment } from '../segments/segment.ts';

/** Whether a text (LF line ends) is a script of Advanced SubStation Alpha. */
export function isAss(text: string): boolean {
  return /^\s*\[Script Info\]\s*\n/iu.test(text);
}

/**
 * The speech of Advanced SubStation Alpha: the `Dialogue` lines of `[Events]`, their columns named by its `Format` line. Overrides in
 * braces are taken off, `\N` and `\n` are a blank, `\h` is a no-break space; drawings and comments are no speech.
 */
export function assSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let columns: string[] = [];
  for (const line of text.slice(Math.max(0, text.search(/^\[Events\]/imu))).split('\n')) {
    const [, kind, rest] = /^(Format|Dialogue):\s?(.*)$/u.exec(line) ?? [];
    if (rest === undefined) continue;
    const cells = rest.split(',');
    if (kind === 'Format') {
      columns = cells.map((name) => name.trim().toLowerCase());
      continue;
    }
    const words = cells.slice(columns.length - 1).join(',');
    if (columns.length === 0 || /\{[^}]*\\p[1-9]/u.test(words)) continue;
    const cell = (...names: readonly string[]): string =>
      (cells[columns.findIndex((name) => names.includes(name))] ?? '').trim();
    segments.push({ speaker: cell('name', 'actor') || null, start: segmentTime(cell('start')), text: plain(words) });
  }
  return segments;
}

function plain(words: string): string {
  return words
    .replaceAll(/\{[^}]*\}/gu, '')
    .replaceAll(/\\N/giu, ' ')
    .replaceAll('\\h', '\u00a0');
}
