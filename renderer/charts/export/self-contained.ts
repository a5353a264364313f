import { plainColors } from './plain-colors.ts';

/** Properties a drawing takes from its parent unless it says otherwise, as SVG attributes of the same names. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'text-anchor',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'paint-order',
] as const;

/** Properties that are each element's own, with the value that need not be written. */
const own = { opacity: '1', 'dominant-baseline': 'auto' } as const;

const colors = new Set<string>(['fill', 'stroke']);
/** What only a page uses. */
const pageOnly = /^(class|style|tabindex|role|aria-.*|data-.*)$/;

/**
 * A copy of a chart that stands alone: the light theme, every style as an attribute, plain colours, no focus, nothing chosen, and what is
 * said of a part (`aria-label`) as its title. Parts marked `data-only="screen"` are left out, those marked
 * `data-only="export"` are put in.
 */
export function selfContained(chart: SVGSVGElement): { drawing: SVGSVGElement; width: number; height: number } {
  const stage = document.createElement('div');
  stage.dataset['theme'] = 'light';
  stage.lang = chart.closest('[lang]')?.getAttribute('lang') ?? '';
  Object.assign(stage.style, { position: 'fixed', insetInlineStart: '-10000px', insetBlockStart: '0' });
  const copy = chart.cloneNode(true) as SVGSVGElement;
  for (const part of copy.querySelectorAll('[data-only="screen"]')) part.remove();
  for (const part of copy.querySelectorAll<SVGElement>('[data-only="export"]')) part.style.display = 'inline';
  // What is chosen on the screen is not on paper.
  for (const part of copy.querySelectorAll<SVGElement>('[data-selected]')) delete part.dataset['selected'];
  stage.append(copy);
  document.body.append(stage);
  const size = chart.getBoundingClientRect();
  try {
    // Words put in for the export may reach beyond the frame.
    const drawn = copy.getBBox();
    styled(copy, stage, plainColors());
    for (const part of [copy, ...copy.querySelectorAll('*')]) strip(part);
    const width = Math.ceil(Math.max(size.width, drawn.x + drawn.width));
    return { drawing: copy, width, height: Math.ceil(Math.max(size.height, drawn.y + drawn.height)) };
  } finally {
    stage.remove();
  }
}

/** Writes computed styles as attributes; reads them all before it writes any, since each one written may change the next. */
function styled(copy: SVGSVGElement, stage: HTMLElement, plain: (color: string) => string): void {
  const written: (() => void)[] = [];
  for (const part of [copy, ...copy.querySelectorAll<SVGElement>('*')]) {
    const style = getComputedStyle(part);
    const above = part === copy ? getComputedStyle(stage) : getComputedStyle(part.parentElement!);
    for (const name of inherited) {
      const value = style.getPropertyValue(name);
      if (part !== copy && value === above.getPropertyValue(name) && !part.hasAttribute(name)) continue;
      const text = colors.has(name) ? plain(value) : value.replaceAll('"', "'");
      written.push(() => part.setAttribute(name, text));
    }
    for (const [name, usual] of Object.entries(own)) {
      const value = style.getPropertyValue(name);
      if (value !== usual) written.push(() => part.setAttribute(name, value));
    }
  }
  for (const write of written) write();
}

function strip(part: Element): void {
  const said = part.getAttribute('aria-label');
  for (const name of part.getAttributeNames()) if (pageOnly.test(name)) part.removeAttribute(name);
  if (said !== null && part.tagName !== 'svg') {
    const title = document.createElementNS(part.namespaceURI, 'title');
    title.textContent = said;
    part.prepend(title);
  }
}
