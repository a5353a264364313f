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
};

function hex(value: number): string {
  return Math.min(255, Math.max(0, Math.round(value)))
    .toString(16)
    .padStart(2, '0');
}

/**
 * A colour as `#rrggbb`, or null where it is none: `#rgb`, `#rrggbb`, `#aarrggbb`, `rgb(…)`, `rgba(…)`, a usual name or a
 * whole number. Transparency is dropped.
 */
export function plainColor(written: string): string | null {
  const color = written.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(color)) return color;
  if (/^#[0-9a-f]{8}$/.test(color)) return `#${color.slice(3)}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(color);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  const parts = /^rgba?\(\s*(\d{1,3}(?:\.\d+)?)\s*[, ]\s*(\d{1,3}(?:\.\d+)?)\s*[, ]\s*(\d{1,3}(?:\.\d+)?)/.exec(color);
  if (parts) return `#${hex(Number(parts[1]))}${hex(Number(parts[2]))}${hex(Number(parts[3]))}`;
  if (/^\d{1,8}$/.test(color) && Number(color) <= 0xffffff) return `#${Number(color).toString(16).padStart(6, '0')}`;
  return named[color] ?? null;
}
