import { selfContained } from './self-contained.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** What stands around an exported chart: its title, what was counted and of whom, what it shows for those who do not see it. */
export type ChartWords = {
  readonly title: string;
  /** Unit, rule, scope, N, coders, filter, revision …: sentences, one paragraph each. */
  readonly caption: readonly string[];
  readonly description: string;
  readonly language: string;
};

const svgNamespace = 'http://www.w3.org/2000/svg';
const margin = 24;
const leastWidth = 420;
const titleSize = 15;
const captionSize = 11;
const captionLine = 16;

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** The chart as an SVG file: title above, caption below, nothing outside the file needed to show it. */
export function chartSvg(chart: SVGSVGElement, words: ChartWords): string {
  const { drawing, width: chartWidth, height: chartHeight } = selfContained(chart);
  const width = Math.max(chartWidth, leastWidth) + 2 * margin;
  const font = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  const widthOf = (size: number) => {
    const paint = document.createElement('canvas').getContext('2d');
    if (paint) paint.font = `600 ${size}px ${font}`;
    return (text: string): number => paint?.measureText(text).width ?? text.length * size * 0.6;
  };
  const lines = (text: string, size: number) => wrappedLines(text, width - 2 * margin, widthOf(size), words.language);
  const title = lines(words.title, titleSize);
  const caption = words.caption.filter((sentence) => sentence !== '').flatMap((text) => lines(text, captionSize));

  const titleEnd = margin + title.length * 20;
  const chartEnd = titleEnd + 12 + chartHeight;
  const height = chartEnd + 20 + caption.length * captionLine + margin;

  const file = element('svg', {
    xmlns: svgNamespace,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    lang: words.language,
    'font-family': font,
  });
  file.append(element('title', {}, words.title), element('desc', {}, [words.description, ...words.caption].join(' ')));
  // Where an East Asian face serves Latin text its apostrophes and quotation marks are wide.
  if (words.language === 'en') file.append(element('style', {}, 'text{font-variant-east-asian:proportional-width}'));
  file.append(element('rect', { width, height, fill: '#ffffff' }));
  title.forEach((line, place) =>
    file.append(
      element(
        'text',
        { x: margin, y: margin + 14 + place * 20, 'font-size': titleSize, 'font-weight': 600, fill: '#1c1d1f' },
        line,
      ),
    ),
  );
  drawing.setAttribute('x', String(margin));
  drawing.setAttribute('y', String(titleEnd + 12));
  drawing.setAttribute('width', String(chartWidth));
  drawing.setAttribute('height', String(chartHeight));
  drawing.setAttribute('overflow', 'visible');
  file.append(drawing);
  caption.forEach((line, place) =>
    file.append(
      element(
        'text',
        { x: margin, y: chartEnd + 20 + 11 + place * captionLine, 'font-size': captionSize, fill: '#4b4f54' },
        line,
      ),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

/** The same as a picture, twice as fine as the screen. */
export async function chartPng(svg: string, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
