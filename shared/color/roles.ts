import { slotOfColor } from './palette.ts';

/** Custom properties by which a stylesheet draws a code. */
export type ColorRoles = Readonly<Record<`--${string}`, string>>;

/**
 * How a stored colour is drawn: a palette slot by the slot's own values in either theme, any other colour by deriving
 * stripe and tint from `--code` in OKLCH (the class `code-color` of the stylesheet holds the rule).
 */
export function colorRoles(color: string): ColorRoles {
  const slot = slotOfColor(color);
  if (slot) return { '--stripe': `var(--p${slot.slot})`, '--tint': `var(--p${slot.slot}-tint)` };
  return { '--code': color };
}
