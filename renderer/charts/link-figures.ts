import { type Box, type Disc, discBox } from './node-names.ts';
import { roughWidth } from './plane-geometry.ts';

type Place = { readonly x: number; readonly y: number };

const figureSize = 11;
/** Where along a link its figure may stand, the middle first. */
const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const;

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Where the figure of each link stands: on the link, where it covers no name, no node and no figure before it; where everything
 * is taken, where it covers least.
 */
export function linkFigures(
  nodes: readonly Disc[],
  names: readonly Box[],
  links: readonly { readonly from: number; readonly to: number; readonly text: string }[],
): Place[] {
  const taken: Box[] = [...names, ...nodes.map(discBox)];
  return links.map(({ from, to, text }) => {
    const [a, b] = [nodes[from]!, nodes[to]!];
    const half = roughWidth(text, figureSize) / 2 + 1;
    const tried = shares.map((share) => {
      const [x, y] = [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share];
      const box = { left: x - half, right: x + half, top: y - figureSize / 2, bottom: y + figureSize / 2 };
      return { x, y, box, covered: taken.filter((one) => overlaps(one, box)).length };
    });
    const best = tried.reduce((least, one) => (one.covered < least.covered ? one : least));
    taken.push(best.box);
    return { x: best.x, y: best.y };
  });
}
