import { emphasised, takenMarks } from './collected-marks.ts';
import { odtEmphasis } from './odt-emphasis.ts';
import type { CollectedText } from './parsed-file.ts';
import type { XmlWalker } from './xml-events.ts';

const text = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0';
const office = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
const table = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0';
const draw = 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0';

const leftOut = new Set([
  `${text} tracked-changes`,
  `${text} note`,
  `${text} ruby-text`,
  `${text} hidden-text`,
  `${text} sequence-decls`,
  `${text} variable-decls`,
  `${text} user-field-decls`,
  `${text} table-of-content-source`,
  `${text} alphabetical-index-source`,
  `${office} annotation`,
  `${office} forms`,
  `${office} scripts`,
  `${office} styles`,
  `${office} automatic-styles`,
  `${office} master-styles`,
  `${office} meta`,
]);

/** No paragraph has more blanks in a row; a number beyond it is a slip or a bomb. */
const mostBlanks = 10_000;

/** One stretch of block content: the body, a table cell, a text box. */
type Flow = { readonly lines: string[]; line: string; boxes: string[]; depth: number; afterBlank: boolean };

/**
 * Collects the text of an OpenDocument body. The rule: a paragraph or heading is a line; `s` is as many blanks as it says, `tab` is TAB,
 * `line-break` LF; other white space collapses to one blank and is dropped at the beginning of a paragraph; a table row is a line with TAB between the
 * cells, further paragraphs of a cell stand on lines of their own; a text box follows the paragraph it is anchored in. Left out:
 * tracked deletions, notes, annotations, ruby readings, hidden text, list numbers, titles of pictures, headers and footers.
 */
export function odtWalker(): XmlWalker & { readonly result: () => CollectedText } {
  const flows: Flow[] = [newFlow()];
  const rows: string[][] = [];
  const emphasis = odtEmphasis();
  let skipped = 0;
  const flow = (): Flow => flows.at(-1)!;
  const write = (piece: string): void => {
    flow().line += emphasis.isOn() ? emphasised(piece) : piece;
  };

  /** Written white space counts as a character: a blank after it stays. */
  const put = (written: string): void => {
    write(written);
    flow().afterBlank = false;
  };

  const open = (space: string, name: string, attribute: (name: string) => string | undefined): void => {
    if (space === text) {
      if (name === 'p' || name === 'h') flow().depth++;
      else if (name === 's') put(' '.repeat(Math.min(mostBlanks, Math.max(1, Number(attribute('c')) || 1))));
      else if (name === 'tab') put('\t');
      else if (name === 'line-break') put('\n');
    } else if (space === table && name === 'table-row') rows.push([]);
    else if (isCell(space, name) || (space === draw && name === 'text-box')) flows.push(newFlow());
  };
  const close = (space: string, name: string): void => {
    if (space === text && (name === 'p' || name === 'h')) endParagraph(flow());
    else if (space === table && name === 'table-row') flow().lines.push((rows.pop() ?? []).join('\t'));
    else if (isCell(space, name)) {
      const cell = flows.pop()!.lines.join('\n');
      (rows.at(-1) ?? flow().lines).push(cell);
    } else if (space === draw && name === 'text-box') {
      const box = flows.pop()!.lines.join('\n');
      if (flow().depth > 0) flow().boxes.push(box);
      else flow().lines.push(box);
    }
  };

  return {
    open(space, name, attribute) {
      emphasis.open(space, name, attribute);
      if (skipped > 0 || leftOut.has(`${space} ${name}`)) skipped++;
      else open(space, name, attribute);
    },
    close(space, name) {
      emphasis.close(space, name);
      if (skipped > 0) skipped--;
      else close(space, name);
    },
    text(piece) {
      const into = flow();
      if (skipped > 0 || into.depth === 0) return;
      const collapsed = piece.replace(/[\t\n\r ]+/g, ' ');
      write(into.afterBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
      if (collapsed !== '') into.afterBlank = collapsed.endsWith(' ');
    },
    result: () => takenMarks(flows[0]!.lines.join('\n')),
  };
}

function isCell(space: string, name: string): boolean {
  return space === table && (name === 'table-cell' || name === 'covered-table-cell');
}

function newFlow(): Flow {
  return { lines: [], line: '', boxes: [], depth: 0, afterBlank: true };
}

function endParagraph(flow: Flow): void {
  flow.depth = Math.max(0, flow.depth - 1);
  if (flow.depth > 0) return;
  flow.lines.push(flow.line, ...flow.boxes);
  flow.line = '';
  flow.boxes = [];
  flow.afterBlank = true;
}
