import { codeMarks, type CodeMark } from '../domain/codebook.ts';
import { hexFromOklch, oklchFromHex } from './oklch.ts';
import { dealingOrder, palette } from './palette.ts';

export type CodeLook = { readonly color: string; readonly mark: CodeMark };

/** One step of lightness between a parent and its children, and between rounds of siblings. */
const lightnessStep = 0.07;
const lightest = 0.88;
const darkest = 0.42;

const slotColor = new Map(palette.map((slot) => [slot.slot, slot]));

/**
 * Colour and mark of a new top-level code: the next slot of the dealing order that none of the top-level codes has;
 * when all are taken, the slot that has been dealt least often.
 */
export function lookOfTopLevelCode(taken: readonly CodeLook[]): CodeLook {
  const uses = new Map<string, number>();
  for (const { color } of taken) uses.set(color, (uses.get(color) ?? 0) + 1);
  let best = slotColor.get(dealingOrder[0]!)!;
  let least = Number.POSITIVE_INFINITY;
  for (const name of dealingOrder) {
    const slot = slotColor.get(name)!;
    const count = uses.get(slot.light.stripe) ?? 0;
    if (count < least) {
      least = count;
      best = slot;
    }
  }
  return { color: best.light.stripe, mark: best.mark };
}

/**
 * Colour and mark of a new child: the parent's hue, its lightness one step on, and the mark after the last sibling's in
 * the order solid, dash, dot, double, wave. After five siblings marks repeat with another step of lightness.
 */
export function lookOfChildCode(parent: CodeLook, siblings: readonly CodeLook[]): CodeLook {
  const { lightness, chroma, hue } = oklchFromHex(parent.color);
  const round = Math.floor(siblings.length / codeMarks.length) + 1;
  // Steps go up from a dark parent and down from a light one, so that there is room for a few rounds.
  const direction = lightness > (lightest + darkest) / 2 ? -1 : 1;
  const stepped = Math.min(lightest, Math.max(darkest, lightness + direction * lightnessStep * round));
  return {
    color: hexFromOklch({ lightness: stepped, chroma, hue }),
    mark: codeMarks[siblings.length % codeMarks.length]!,
  };
}
