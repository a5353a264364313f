import { randomFrom } from '../../shared/statistics/random.ts';

/** A link between two nodes by place; `weight` 0..1 of the strongest. */
export type NetworkLink = { readonly from: number; readonly to: number; readonly weight: number };
export type NetworkPoint = { readonly x: number; readonly y: number };

const rounds = 300;

/**
 * Places of linked nodes by attraction along links and repulsion between all (Fruchterman & Reingold 1991, Software: Practice and
 * Experience 21:1129–1164), a weak pull to the middle keeping what is unlinked near. It starts from a seeded circle: the
 * same nodes and links always give the same picture. Coordinates fill 0..1 × 0..1; nodes without links stand in rows at
 * the bottom.
 */
export function networkLayout(nodes: number, links: readonly NetworkLink[], seed = 1): NetworkPoint[] {
  const linked = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const apart = Array.from({ length: nodes }, (_, node) => node).filter((node) => !linked.includes(node));
  const rows = Math.ceil(apart.length / inRow);
  const share = linked.length === 0 ? 0 : 1 - 0.09 * rows;
  const placeOf = new Map(linked.map((node, place) => [node, place]));
  const drawn = forced(
    linked.length,
    links.map((link) => ({ ...link, from: placeOf.get(link.from)!, to: placeOf.get(link.to)! })),
    seed,
  );
  const places: NetworkPoint[] = Array.from({ length: nodes }, () => ({ x: 0.5, y: 0.5 }));
  for (const [place, node] of linked.entries()) places[node] = { x: drawn[place]!.x, y: drawn[place]!.y * share };
  for (const [place, node] of apart.entries()) {
    const row = Math.floor(place / inRow);
    const count = Math.min(inRow, apart.length - row * inRow);
    places[node] = {
      x: ((place % inRow) + 0.5) / count,
      y: linked.length === 0 ? (row + 0.5) / rows : share + (0.09 * rows * (row + 1)) / rows,
    };
  }
  return places;
}

/** Unlinked nodes side by side. */
const inRow = 4;

function forced(nodes: number, links: readonly NetworkLink[], seed: number): NetworkPoint[] {
  const degree = new Float64Array(nodes);
  for (const { from, to } of links) {
    degree[from]! += 1;
    degree[to]! += 1;
  }
  const random = randomFrom(seed);
  const x = new Float64Array(nodes);
  const y = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const angle = (2 * Math.PI * node) / nodes;
    x[node] = Math.cos(angle) + 0.1 * (random.fraction() - 0.5);
    y[node] = Math.sin(angle) + 0.1 * (random.fraction() - 0.5);
  }
  const wanted = 2 / Math.sqrt(nodes);
  const moveX = new Float64Array(nodes);
  const moveY = new Float64Array(nodes);
  for (let round = 0; round < rounds; round += 1) {
    moveX.fill(0);
    moveY.fill(0);
    for (let a = 0; a < nodes; a += 1) {
      for (let b = a + 1; b < nodes; b += 1) {
        const [dx, dy] = [x[a]! - x[b]!, y[a]! - y[b]!];
        const distance = Math.max(0.01, Math.hypot(dx, dy));
        const push = (wanted * wanted) / (distance * distance);
        moveX[a]! += dx * push;
        moveY[a]! += dy * push;
        moveX[b]! -= dx * push;
        moveY[b]! -= dy * push;
      }
      moveX[a]! -= x[a]! * 0.1;
      moveY[a]! -= y[a]! * 0.1;
    }
    for (const { from, to, weight } of links) {
      const [dx, dy] = [x[from]! - x[to]!, y[from]! - y[to]!];
      // Who has many links is not pulled by all of them at once, or everything ends in one heap.
      const pull =
        ((Math.hypot(dx, dy) / wanted) * (0.3 + 0.7 * weight)) / Math.sqrt(Math.min(degree[from]!, degree[to]!));
      moveX[from]! -= dx * pull;
      moveY[from]! -= dy * pull;
      moveX[to]! += dx * pull;
      moveY[to]! += dy * pull;
    }
    const most = 0.2 * (1 - round / rounds);
    for (let node = 0; node < nodes; node += 1) {
      const length = Math.max(0.0001, Math.hypot(moveX[node]!, moveY[node]!));
      const step = Math.min(length, most) / length;
      x[node]! += moveX[node]! * step;
      y[node]! += moveY[node]! * step;
    }
  }
  return filled(x, y);
}

/** Stretched to fill the unit square; a single line or point stays in its middle. */
function filled(x: Float64Array, y: Float64Array): NetworkPoint[] {
  const scale = (values: Float64Array): ((value: number) => number) => {
    const low = values.reduce((least, value) => Math.min(least, value), Infinity);
    const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
    return (value) => (high - low < 1e-9 ? 0.5 : (value - low) / (high - low));
  };
  const [placeX, placeY] = [scale(x), scale(y)];
  return Array.from(x, (value, node) => ({ x: placeX(value), y: placeY(y[node]!) }));
}
