import type { CodeLook } from './deal.ts';
import { drawnColor } from './drawn.ts';
import { colorDistance, linearFromHex } from './oklch.ts';
import { seenBy, type Vision, visions } from './vision.ts';

/** Distance in OKLab × 100 below which two stripes are not told apart at a glance. */
const toldApart = 7;

export type LookAlike<Code> = {
  readonly code: Code;
  /** The kinds of vision to which the two look the same in one theme or both. */
  readonly visions: readonly Vision[];
};

function looksSame(a: CodeLook, b: CodeLook, vision: Vision): boolean {
  return (['light', 'dark'] as const).some((theme) => {
    const [one, two] = [a, b].map(({ color }) => seenBy(vision, linearFromHex(drawnColor(color, theme).stripe)));
    return colorDistance(one!, two!) < toldApart;
  });
}

/**
 * The codes that a look cannot be told apart from by colour and mark, to some eye in some theme; those that look the same to
 * normal vision first. Codes with another mark are always told apart by it.
 */
export function lookAlikes<Code extends CodeLook>(look: CodeLook, codes: readonly Code[]): readonly LookAlike<Code>[] {
  return codes
    .filter(({ mark }) => mark === look.mark)
    .map((code) => ({ code, visions: visions.filter((vision) => looksSame(look, code, vision)) }))
    .filter((found) => found.visions.length > 0)
    .sort((a, b) => Number(b.visions.includes('normal')) - Number(a.visions.includes('normal')));
}
