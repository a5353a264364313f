import { escapedHtml } from '../export/html-page.ts';
import { shortened } from '../text/shortened.ts';

/** One line of a forest plot: a name, its value and the interval around it; null where there is none. */
export type ForestRow = {
  readonly name: string;
  readonly value: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Over all codes: drawn as a diamond. */
  readonly isTotal?: boolean;
};

const names = 260;
const plot = 320;
const margin = 12;
const rowHeight = 20;
const head = 24;
const longest = 42;

/** Customary lines to read by (Krippendorff 2019, ch. 12), with the ends of the axis. */
const lines = [
  [0, '0'],
  [0.667, '.667'],
  [0.8, '.80'],
  [1, '1'],
] as const;

/** Coefficients with their intervals as a picture of its own, from the lowest there is to 1; size in pixels. */
export function forestPlot(rows: readonly ForestRow[]): { svg: string; width: number; height: number } {
  const lowest = Math.min(0, ...rows.flatMap(({ value, interval }) => [value ?? 0, interval?.low ?? 0]));
  const low = Math.max(-1, Math.floor(lowest * 4) / 4);
  const width = names + plot + 2 * margin;
  const height = head + rows.length * rowHeight + margin;
  const x = (value: number): string =>
    (names + margin + (plot * (Math.min(1, Math.max(low, value)) - low)) / (1 - low)).toFixed(1);
  const guides = lines.map(
    ([at, text]) =>
      `<line x1="${x(at)}" x2="${x(at)}" y1="${head - 4}" y2="${height - margin}" stroke="#9a9a9a" stroke-width="1"${
        at === 0 || at === 1 ? '' : ' stroke-dasharray="2 3"'
      }/><text x="${x(at)}" y="${head - 9}" text-anchor="middle" font-size="11" fill="#555">${text}</text>`,
  );
  const marks = rows.map(({ name, value, interval, isTotal }, place) => {
    const y = head + place * rowHeight + rowHeight / 2;
    const label = `<text x="0" y="${y + 4}" font-size="12" fill="#1b1b1b"${isTotal ? ' font-weight="600"' : ''}>${escapedHtml(shortened(name, longest))}</text>`;
    if (value === null) return label;
    const line = interval
      ? `<line x1="${x(interval.low)}" x2="${x(interval.high)}" y1="${y}" y2="${y}" stroke="#1b1b1b" stroke-width="1.5"/>`
      : '';
    const at = Number(x(value));
    const mark = isTotal
      ? `<path d="M${at - 6} ${y}L${at} ${y - 5}L${at + 6} ${y}L${at} ${y + 5}z" fill="#1b1b1b"/>`
      : `<rect x="${at - 3.5}" y="${y - 3.5}" width="7" height="7" fill="#1b1b1b"/>`;
    return label + line + mark;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif"><rect width="${width}" height="${height}" fill="#fff"/>${[...guides, ...marks].join('')}</svg>`;
  return { svg, width, height };
}
