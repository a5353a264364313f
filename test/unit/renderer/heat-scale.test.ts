import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { heatStep, legendCounts } from '../../../renderer/charts/heat-scale.ts';

type Rgb = readonly [number, number, number];

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

function rgbOf(hex: string): Rgb {
  return [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Rgb;
}

/** Ottosson 2020: linear sRGB to OKLab and back. */
function labOf([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function rgbOfLab([L, a, b]: Rgb): Rgb {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function mixed(a: Rgb, b: Rgb, share: number): Rgb {
  const [from, to] = [labOf(b), labOf(a)];
  return rgbOfLab(from.map((value, place) => value + (to[place]! - value) * share) as unknown as Rgb);
}

const tokens = readFileSync(new URL('../../../renderer/app/tokens.css', import.meta.url), 'utf8');

function token(theme: 'light' | 'dark', name: string): Rgb {
  const dark = tokens.indexOf('[data-theme="dark"]');
  const part = theme === 'light' ? tokens.slice(0, dark) : tokens.slice(dark);
  return rgbOf(new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(part)![1]!);
}

describe('heatStep', () => {
  test('zero is an empty cell', () => {
    expect(heatStep(0, 6)).toBeNull();
    expect(heatStep(0, 0)).toBeNull();
  });

  test('is light up to seven tenths of the maximum and dark above, darker with every count', () => {
    const steps = [1, 2, 3, 4, 5, 6].map((count) => heatStep(count, 6)!);
    expect(steps.map((step) => step.mix)).toEqual([17, 26, 35, 44, 81, 94]);
    expect(steps.map((step) => step.onDark)).toEqual([false, false, false, false, true, true]);
    expect(heatStep(7, 10)).toEqual({ mix: 46, onDark: false });
  });

  test.each(['light', 'dark'] as const)('every step can be read in the %s theme', (theme) => {
    const [page, heat, ink] = [token(theme, 'page'), token(theme, 'heat'), token(theme, 'ink')];
    for (let count = 1; count <= 200; count++) {
      const { mix, onDark } = heatStep(count, 200)!;
      expect(contrast(onDark ? page : ink, mixed(heat, page, mix / 100))).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('legendCounts', () => {
  test('names every count while they are few', () => {
    expect(legendCounts(6)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(legendCounts(0)).toEqual([]);
  });

  test('spreads even steps from 1 to the maximum when they are many', () => {
    expect(legendCounts(100)).toEqual([1, 18, 34, 51, 67, 84, 100]);
  });
});
