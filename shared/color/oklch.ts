/** Linear-light sRGB, each channel 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number];
export type Oklab = readonly [lightness: number, a: number, b: number];
export type Oklch = { readonly lightness: number; readonly chroma: number; readonly hue: number };

function linearChannel(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encodedChannel(value: number): number {
  const clipped = Math.min(1, Math.max(0, value));
  return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
}

/** `#rrggbb` in linear light. */
export function linearFromHex(hex: string): LinearRgb {
  const channel = (at: number): number => linearChannel(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [channel(1), channel(3), channel(5)];
}

/** Linear light as `#rrggbb`; channels outside the gamut are clipped. */
function hexFromLinear(rgb: LinearRgb): string {
  const two = (value: number): string =>
    Math.round(encodedChannel(value) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${two(rgb[0])}${two(rgb[1])}${two(rgb[2])}`;
}

/** Björn Ottosson, "A perceptual color space for image processing" (2020): linear sRGB to OKLab. */
function oklabFromLinear([r, g, b]: LinearRgb): Oklab {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The inverse of {@link oklabFromLinear}; channels may lie outside 0 to 1 where sRGB has no such colour. */
function linearFromOklab([lightness, a, b]: Oklab): LinearRgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** `#rrggbb` in OKLCH, hue in degrees 0 to 360. */
export function oklchFromHex(hex: string): Oklch {
  const [lightness, a, b] = oklabFromLinear(linearFromHex(hex));
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return { lightness, chroma: Math.hypot(a, b), hue: (hue + 360) % 360 };
}

/** OKLCH as `#rrggbb`; chroma is lowered until sRGB has the colour. */
export function hexFromOklch({ lightness, chroma, hue }: Oklch): string {
  const radians = (hue * Math.PI) / 180;
  const at = (c: number): LinearRgb => linearFromOklab([lightness, c * Math.cos(radians), c * Math.sin(radians)]);
  const inGamut = (rgb: LinearRgb): boolean => rgb.every((channel) => channel >= -1e-4 && channel <= 1 + 1e-4);
  let fits = 0;
  let above = chroma;
  if (inGamut(at(chroma))) fits = chroma;
  for (let step = 0; step < 20 && fits !== chroma; step += 1) {
    const middle = (fits + above) / 2;
    if (inGamut(at(middle))) fits = middle;
    else above = middle;
  }
  return hexFromLinear(at(fits));
}

/** Distance in OKLab × 100: about 2 is just noticeable side by side, 7 is told apart at a glance. */
export function colorDistance(a: LinearRgb, b: LinearRgb): number {
  const one = oklabFromLinear(a);
  const two = oklabFromLinear(b);
  return 100 * Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);
}

/** WCAG 2 contrast of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [red, green, blue] = linearFromHex(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
