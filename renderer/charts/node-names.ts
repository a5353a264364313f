import { roughWidth } from './plane-geometry.ts';

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
export type Disc = { readonly x: number; readonly y: number; readonly radius: number };
export type NamedDisc = Disc & { readonly name: string };

/** Where a name is written: its baseline, from which side, and the room it takes. */
export type NamePlace = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
};

const size = 12;
const gap = 4;
/** How often every name looks again, now that the others have theirs. */
const rounds = 3;

export function discBox({ x, y, radius }: Disc): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function shared(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

/** All places a name may take at its node, the best first: above, below, beside, and at the corners. */
function placesAt({ x, y, radius, name }: NamedDisc): NamePlace[] {
  const width = roughWidth(name, size);
  const [above, level, below] = [y - radius - gap, y + size * 0.35, y + radius + gap + size * 0.75];
  const [before, behind] = [x - radius - gap, x + radius + gap];
  const place = (at: number, baseline: number, anchor: NamePlace['anchor']): NamePlace => {
    const left = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2;
    const box = { left, right: left + width, top: baseline - size * 0.85, bottom: baseline + size * 0.25 };
    return { x: at, y: baseline, anchor, box };
  };
  return [
    place(x, above, 'middle'),
    place(x, below, 'middle'),
    place(behind, level, 'start'),
    place(before, level, 'end'),
    place(x - radius, above, 'start'),
    place(x + radius, above, 'end'),
    place(x - radius, below, 'start'),
    place(x + radius, below, 'end'),
  ];
}

/**
 * Where the names of nodes stand: inside the drawing and beside their nodes, where they cover no other name and no node;
 * where everything is taken, where they cover least. The names of the largest nodes choose first.
 */
export function nodeNames(
  nodes: readonly NamedDisc[],
  drawing: { readonly width: number; readonly height: number },
): readonly NamePlace[] {
  const discs = nodes.map(discBox);
  const candidates = nodes.map(placesAt);
  const chosen: (NamePlace | undefined)[] = nodes.map(() => undefined);
  const order = nodes.map((_, node) => node).toSorted((a, b) => nodes[b]!.radius - nodes[a]!.radius || a - b);
  const covered = ({ box }: NamePlace, node: number): number => {
    const inside = shared(box, { left: 0, right: drawing.width, top: 0, bottom: drawing.height });
    const outside = (box.right - box.left) * (box.bottom - box.top) - inside;
    // A name that is cut off cannot be read at all.
    let sum = 4 * outside;
    for (let other = 0; other < nodes.length; other += 1) {
      if (other === node) continue;
      sum += shared(box, discs[other]!);
      const name = chosen[other];
      if (name) sum += shared(box, name.box);
    }
    return sum;
  };
  for (let round = 0; round < rounds; round += 1)
    for (const node of order) {
      const costs = candidates[node]!.map((place) => covered(place, node));
      chosen[node] = candidates[node]![costs.indexOf(costs.reduce((least, cost) => Math.min(least, cost), Infinity))];
    }
  return chosen.map((place, node) => place ?? candidates[node]![0]!);
}
