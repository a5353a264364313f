import { wrappedLines } from './export/wrapped-lines.ts';

/** Where in a drawing the plane lies: both axes from 1 to 5. */
export type PlaneArea = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

type Place = { readonly x: number; readonly y: number };

export const planeTicks = [1, 2, 3, 4, 5] as const;

export function planeX({ left, right }: PlaneArea, value: number): number {
  return left + ((right - left) * (value - 1)) / 4;
}

export function planeY({ top, bottom }: PlaneArea, value: number): number {
  return bottom - ((bottom - top) * (value - 1)) / 4;
}

/** How wide a text of a size is drawn, near enough to keep texts apart before they are drawn: East Asian characters are square. */
export function roughWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(character) ? 1 : 0.56;
  return width * size;
}

/** A text in one line of at most so much room, with … for what is cut off. */
export function fittingText(text: string, size: number, room: number): string {
  if (roughWidth(text, size) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (roughWidth(`${kept}${character}…`, size) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The words at one end of an axis in lines that leave the other end its half. */
export function endLines(text: string, room: number, size: number, language: string): string[] {
  return wrappedLines(text, room, (line) => roughWidth(line, size), language);
}

const directions = 8;

/**
 * Marks moved apart so that none covers another: each in its order keeps its place, or takes the nearest free one around it.
 * The same for the same places; every place within `reach` steps of a circle is tried.
 */
export function spreadMarks(places: readonly Place[], size: number, reach = 8): Place[] {
  const taken: Place[] = [];
  for (const place of places) {
    const around = Array.from({ length: reach }, (_, ring) =>
      Array.from({ length: directions }, (_, turn) => {
        const angle = (2 * Math.PI * turn) / directions;
        const distance = (ring + 1) * size * 0.75;
        return { x: place.x + distance * Math.cos(angle), y: place.y - distance * Math.sin(angle) };
      }),
    ).flat();
    const isFree = (one: Place): boolean =>
      taken.every((other) => Math.hypot(one.x - other.x, one.y - other.y) >= size);
    taken.push([place, ...around].find(isFree) ?? place);
  }
  return taken;
}
