const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  lime: '#00ff00',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  magenta: '#ff00ff',
  cyan: '#00ffff',
  gray: '#808080',
  grey: '#808080',
  brown: '#a52a2a',
  pink: '#ffc0cb',
  navy: '#000080',
  teal: '#008080',
  olive: '#808000',
  maroon: '#800000',
  silver: '#c0c0c0',
  aqua: '#00ffff',
  fuchsia: '#ff00ff',
  gold: '#ffd700',
  indigo: '#4b0082',
  violet: '#ee82ee',
  turquoise: '#40e0d0',
  salmon: '#fa8072',
  crimson: '#dc143c',
  tan: '#d2b48c',
  beige: '#f5f5dc',
};

function hex(value: number): string {
  return Math.min(255, Math.max(0, Math.round(value)))
    .toString(16)
    .padStart(2, '0');
}

const amount = String.raw`(\d{1,3}(?:\.\d+)?)(%?)`;
const between = String.raw`\s*[, ]\s*`;
const redGreenBlue = new RegExp(String.raw`^rgba?\(\s*${amount}${between}${amount}${between}${amount}\s*[,/)]`);
const hueBased = new RegExp(
  String.raw`^hsla?\(\s*(-?\d{1,4}(?:\.\d+)?)(?:deg)?${between}${amount}${between}${amount}\s*[,/)]`,
);

/** One of red, green, blue of a hue in degrees, saturation and lightness in parts of one (CSS Color 4, 7.1). */
function channel(place: number, hue: number, saturation: number, lightness: number): number {
  const at = (place + hue / 30) % 12;
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return 255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
}

/**
 * A colour as `#rrggbb`, or null where it is none: `#rgb`, `#rgba`, `#rrggbb`, `#aarrggbb`, `rgb(…)`, `hsl(…)` and the same with
 * transparency, a usual name, or a whole number (that of .NET is negative). Transparency is dropped.
 */
export function plainColor(written: string): string | null {
  const color = written.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(color)) return color;
  if (/^#[0-9a-f]{8}$/.test(color)) return `#${color.slice(3)}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?$/.exec(color);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  const parts = redGreenBlue.exec(color);
  if (parts)
    return `#${[1, 3, 5].map((at) => hex(parts[at + 1] === '%' ? (Number(parts[at]) * 255) / 100 : Number(parts[at]))).join('')}`;
  const hued = hueBased.exec(color);
  if (hued) {
    const [hue, saturation, lightness] = [Number(hued[1]), Number(hued[2]) / 100, Number(hued[4]) / 100];
    const turned = ((hue % 360) + 360) % 360;
    return `#${[0, 8, 4].map((place) => hex(channel(place, turned, Math.min(1, saturation), Math.min(1, lightness)))).join('')}`;
  }
  if (/^-?\d{1,10}$/.test(color) && Math.abs(Number(color)) < 2 ** 32)
    return `#${(Number(color) & 0xffffff).toString(16).padStart(6, '0')}`;
  return Object.hasOwn(named, color) ? named[color]! : null;
}
