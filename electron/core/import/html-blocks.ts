import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, type TreeAdapter } from 'parse5';
import { emphasised, takenMarks } from './collected-marks.ts';
import type { CollectedText } from './parsed-file.ts';
import { FormatError } from './unreadable.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type TreeMap = DefaultTreeAdapterTypes.DefaultTreeAdapterMap;

/** Deeper nesting than this is no document. */
const deepestHtml = 600;

const leftOut = new Set(
  'head script style template rt rp del svg math object audio video canvas iframe embed datalist'.split(' '),
);
const blocks = new Set(
  (
    'address article aside blockquote body center caption dd details dialog dir div dl dt fieldset figcaption figure footer form frameset ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noframes ol optgroup option p plaintext pre search ' +
    'section summary table tbody tfoot thead ul xmp'
  ).split(' '),
);
const preformatted = new Set(['pre', 'listing', 'plaintext', 'textarea', 'xmp']);
const stressing = new Set(['b', 'strong', 'i', 'em', 'u']);

/** One stretch of block content: the body or a table cell. `blank` is white space held back, with its line feed if it had one; `last` the last character written. */
type Flow = { readonly lines: string[]; line: string; blank: '' | ' ' | '\n'; last: string };
/** How text is set where the walk is. */
type Setting = { readonly keepsBlanks: boolean; readonly stressed: boolean };

/**
 * The text of an HTML document. The rule: a block element is a line, `br` ends one, a table row is a line with TAB between the cells,
 * further lines of a cell stand on lines of their own. White space collapses as in a browser (a line end between two East Asian
 * characters to nothing), except in `pre`; empty blocks give no line. Left out: head, scripts, styles, templates, deleted text, ruby readings,
 * drawings and embedded things, and what is hidden by attribute or inline style. Entities are resolved. Throws FormatError
 * (`too_deep`) for nesting no document has, or for markup that grows when it is repaired.
 */
export function htmlText(source: string): CollectedText {
  const flow = newFlow();
  const setting = { keepsBlanks: false, stressed: false };
  walk(parse(source, { treeAdapter: boundedAdapter(source.length), scriptingEnabled: false }), flow, setting, 0);
  endLine(flow);
  return takenMarks(flow.lines.join('\n'));
}

/** Repairing unclosed formatting can multiply elements and nest them; an honest document has fewer elements than characters. */
function boundedAdapter(characters: number): TreeAdapter<TreeMap> {
  const depths = new WeakMap<object, number>();
  let elements = 0;
  const entered = (parent: object, child: object): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > deepestHtml) throw new FormatError('too_deep');
    depths.set(child, depth);
  };
  return {
    ...defaultTreeAdapter,
    createElement(...made) {
      elements++;
      if (elements > characters + 100) throw new FormatError('too_deep');
      return defaultTreeAdapter.createElement(...made);
    },
    appendChild(parent, child) {
      entered(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, reference) {
      entered(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, reference);
    },
  };
}

function walk(node: Node, flow: Flow, setting: Setting, depth: number): void {
  if (depth > deepestHtml * 2) throw new FormatError('too_deep');
  if (node.nodeName === '#text') {
    put(flow, (node as DefaultTreeAdapterTypes.TextNode).value, setting);
    return;
  }
  if (!('childNodes' in node)) return;
  const name = node.nodeName;
  if ('attrs' in node && (leftOut.has(name) || isHidden(node))) return;
  if (name === 'br') breakLine(flow);
  else if (name === 'tr') putRow(node, flow, setting, depth);
  else {
    const isBlock = blocks.has(name);
    if (isBlock) endLine(flow);
    const within = {
      keepsBlanks: setting.keepsBlanks || preformatted.has(name),
      stressed: setting.stressed || stressing.has(name) || ('attrs' in node && isStressed(node)),
    };
    for (const child of node.childNodes) walk(child, flow, within, depth + 1);
    if (isBlock) endLine(flow);
  }
}

function putRow(row: Element, flow: Flow, setting: Setting, depth: number): void {
  endLine(flow);
  const cells: string[] = [];
  for (const cell of row.childNodes) {
    if (cell.nodeName !== 'td' && cell.nodeName !== 'th') continue;
    const inner = newFlow();
    if (!isHidden(cell)) {
      for (const child of cell.childNodes) walk(child, inner, setting, depth + 2);
    }
    endLine(inner);
    cells.push(inner.lines.join('\n'));
  }
  if (cells.length > 0) flow.lines.push(cells.join('\t'));
}

function isHidden({ attrs, namespaceURI }: Element): boolean {
  if (namespaceURI !== html.NS.HTML) return false;
  return attrs.some(
    ({ name, value }) =>
      (name === 'hidden' && value !== 'until-found') ||
      (name === 'style' && /(?:^|;)\s*display\s*:\s*none/i.test(value)),
  );
}

function isStressed({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) => name === 'style' && /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i.test(value),
  );
}

function newFlow(): Flow {
  return { lines: [], line: '', blank: '', last: '' };
}

function put(flow: Flow, text: string, { keepsBlanks, stressed }: Setting): void {
  const write = (piece: string): void => {
    flow.line += stressed ? emphasised(piece) : piece;
    flow.last = piece.slice(-1);
  };
  if (keepsBlanks) {
    for (const [place, piece] of text.split('\n').entries()) {
      if (place > 0) breakLine(flow);
      write(piece);
    }
    return;
  }
  for (const piece of text.split(/([\t\n\f\r ]+)/)) {
    if (piece === '') continue;
    if (/^[\t\n\f\r ]/.test(piece)) flow.blank = piece.includes('\n') || flow.blank === '\n' ? '\n' : ' ';
    else {
      const blank = flow.blank !== '' && flow.line !== '' ? blankBetween(flow, piece) : '';
      flow.blank = '';
      write(blank + piece);
    }
  }
}

const eastAsian = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;

function blankBetween({ last, blank }: Flow, next: string): string {
  return blank === '\n' && eastAsian.test(last) && eastAsian.test(next.charAt(0)) ? '' : ' ';
}

function breakLine(flow: Flow): void {
  flow.lines.push(flow.line);
  flow.line = '';
  flow.blank = '';
}

function endLine(flow: Flow): void {
  if (flow.line !== '') breakLine(flow);
  flow.blank = '';
}
