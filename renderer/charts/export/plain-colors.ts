/** Values of `fill` and `stroke` that are no colour to convert. */
const words = new Set(['none', 'currentcolor', 'transparent', 'context-fill', 'context-stroke']);

/**
 * A function that writes any colour the page knows (`oklch`, `color-mix`, names) as `#rrggbb` or `#rrggbbaa`, which every
 * program reads: the browser paints it once and says what came out.
 */
export function plainColors(): (color: string) => string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const paint = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map<string, string>();
  return (color) => {
    if (!paint || words.has(color.toLowerCase()) || color.startsWith('url(')) return color;
    const before = known.get(color);
    if (before !== undefined) return before;
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = paint.getImageData(0, 0, 1, 1).data as unknown as [
      number,
      number,
      number,
      number,
    ];
    const shown = alpha === 255 ? [red, green, blue] : [red, green, blue, alpha];
    const plain = `#${shown.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    known.set(color, plain);
    return plain;
  };
}
