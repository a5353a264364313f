/** Size of a variable's box on the sheet, in pixels. */
export const boxWidth = 156;
export const boxHeight = 52;

export type Point = { readonly x: number; readonly y: number };

/** Where the line from one middle to another leaves the box around the first, a little outside it. */
function boxEdge(from: Point, to: Point, gap: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (dx === 0 && dy === 0) return from;
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (boxWidth / 2 + gap) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (boxHeight / 2 + gap) / Math.abs(dy),
  );
  const kept = Math.min(scale, 0.5);
  return { x: from.x + dx * kept, y: from.y + dy * kept };
}

/** The ends of an arrow between two boxes. */
export function arrowEnds(source: Point, target: Point): { readonly from: Point; readonly to: Point } {
  return { from: boxEdge(source, target, 2), to: boxEdge(target, source, 6) };
}

/** A free place for one more box: beside those there are, up and down in turn, so that arrows pass between them. */
export function freePlace(taken: readonly Point[]): Point {
  for (let row = 0; ; row++)
    for (let column = 0; column < 4; column++) {
      const place = { x: 110 + column * 200, y: 60 + (column % 2) * 130 + row * 260 };
      if (taken.every(({ x, y }) => Math.abs(x - place.x) > boxWidth || Math.abs(y - place.y) > boxHeight + 16))
        return place;
    }
}
