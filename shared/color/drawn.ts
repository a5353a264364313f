import { hexFromOklch, oklchFromHex } from './oklch.ts';
import { slotOfColor, type ThemeName } from './palette.ts';

type Drawn = { readonly stripe: string; readonly tint: string };

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/**
 * The stripe and tint a stored colour is drawn with in a theme, as `#rrggbb`: a palette slot's own values, any other colour
 * by the rule of the stylesheet (lightness and chroma clamped in OKLCH, the hue kept).
 */
export function drawnColor(color: string, theme: ThemeName): Drawn {
  const slot = slotOfColor(color);
  if (slot) return slot[theme];
  const { lightness, chroma, hue } = oklchFromHex(color);
  if (theme === 'light')
    return {
      stripe: hexFromOklch({
        lightness: between(0.42, 0.75 * lightness - 0.06, 0.61),
        chroma: between(0.08, 1.15 * chroma, 0.15),
        hue,
      }),
      tint: hexFromOklch({ lightness: 0.94, chroma: between(0.025, 0.4 * chroma, 0.05), hue }),
    };
  return {
    stripe: hexFromOklch({
      lightness: between(0.64, 0.6 * lightness + 0.27, 0.84),
      chroma: between(0.07, chroma, 0.14),
      hue,
    }),
    tint: hexFromOklch({ lightness: 0.325, chroma: between(0.03, 0.4 * chroma, 0.055), hue }),
  };
}
