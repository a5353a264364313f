import { escapedHtml } from '../export/html-page.ts';
import { shortened } from '../text/shortened.ts';

const cell = 24;
const nameRoom = 190;
const margin = 8;
const longest = 28;

/** Grey of a count: light for few, dark for many; the count itself stands in the cell. */
function grey(count: number, most: number): { fill: string; text: string } {
  const level = Math.round(235 - (175 * count) / most);
  return { fill: `rgb(${level},${level},${level})`, text: level < 140 ? '#fff' : '#1b1b1b' };
}

/**
 * Counts of pairs as the lower triangle of a matrix, names on the diagonal, as a picture of its own; size in pixels. `pairs` name
 * places in `names`.
 */
export function countFigure(
  names: readonly string[],
  pairs: readonly { readonly a: number; readonly b: number; readonly count: number }[],
): { svg: string; width: number; height: number } {
  const most = Math.max(1, ...pairs.map(({ count }) => count));
  const width = names.length * cell + nameRoom + 2 * margin;
  const height = names.length * cell + 2 * margin;
  const cells = pairs
    .filter(({ count }) => count > 0)
    .map(({ a, b, count }) => {
      const [x, y] = [margin + Math.min(a, b) * cell, margin + Math.max(a, b) * cell];
      const { fill, text } = grey(count, most);
      return `<rect x="${x}" y="${y}" width="${cell - 2}" height="${cell - 2}" fill="${fill}"/><text x="${x + cell / 2 - 1}" y="${y + 15}" text-anchor="middle" font-size="10" fill="${text}">${count}</text>`;
    });
  const labels = names.map((name, place) => {
    return `<text x="${margin + place * cell + 2}" y="${margin + place * cell + 15}" font-size="11" fill="#1b1b1b">${escapedHtml(shortened(name, longest))}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif"><rect width="${width}" height="${height}" fill="#fff"/>${[...cells, ...labels].join('')}</svg>`;
  return { svg, width, height };
}
