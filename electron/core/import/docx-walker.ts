import { commentMark, emphasised } from './collected-marks.ts';
import { FormatError } from './unreadable.ts';
import type { XmlWalker } from './xml-events.ts';

const word = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const mathematics = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);

/** Parts of the tree without words of the text: properties, codes of fields, readings above a ruby base. */
const leftOut = [
  'sectPr',
  'tblPr',
  'tblGrid',
  'tcPr',
  'sdtPr',
  'sdtEndPr',
  'rubyPr',
  'rt',
  'instrText',
  'delInstrText',
];
const withoutDeletions: ReadonlySet<string> = new Set([...leftOut, 'del', 'moveFrom', 'delText']);
const withoutInsertions: ReadonlySet<string> = new Set([...leftOut, 'ins', 'moveTo']);
/** Run properties that set words off: bold, italics, underlined. */
export const emphasisProperties: ReadonlySet<string> = new Set(['b', 'i', 'u']);
const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
};

/** One stretch of block content: the body, a table cell, a text box. */
type Flow = {
  readonly lines: string[];
  line: string;
  joinNext: boolean;
  boxes: string[];
  inParagraph: boolean;
  marks: string;
};
type Row = { readonly cells: string[]; deleted: boolean };

export type DocxWalk = {
  /** Tracked changes as if all were accepted, or rejected. */
  readonly changes: 'accepted' | 'rejected';
  /** Puts `[1]`, `[2]` … where notes are referred to. */
  readonly marksNotes: boolean;
  /** Ids of character styles that set words off by their type. */
  readonly emphasisStyles: ReadonlySet<string>;
};

/** A note referred to in the text, in the order of the references. */
export type NoteReference = { readonly kind: 'footnote' | 'endnote'; readonly id: string };

/** Text as collected, still with the marks of comments and emphasis in it (see `collected-marks.ts`). */
export type DocxWalker = XmlWalker & {
  readonly result: () => { readonly text: string; readonly notes: readonly NoteReference[] };
};

/**
 * Collects the text of a WordprocessingML body. The rule: a paragraph is a line; `tab` is TAB, `br` and `cr` are LF, a soft hyphen
 * is U+00AD, a no-break hyphen U+2011, `sym` its character; a table row is a line with TAB between the cells, further paragraphs of
 * a cell stand on lines of their own; a text box follows the paragraph it is anchored in, once. Kept: insertions, content
 * controls, link and field results, ruby bases, equations' letters. Left out: tracked deletions and sources of moves (a deleted
 * paragraph mark joins two lines), comments, notes, headers and footers, field codes, ruby readings, hidden runs, list numbers.
 * With changes rejected it is the other way round: deletions and sources of moves stay, insertions and their targets go.
 * Throws FormatError (`embedded`) where another document is to be put in.
 */
export function docxWalker(options: DocxWalk): DocxWalker {
  const rejects = options.changes === 'rejected';
  const skips = rejects ? withoutInsertions : withoutDeletions;
  const undone = rejects ? 'ins' : 'del';
  const notes: NoteReference[] = [];
  const flows: Flow[] = [newFlow()];
  const rows: Row[] = [];
  const alternatives: boolean[] = [];
  const path: string[] = [];
  let skipped = 0;
  let inText = false;
  let keepsBlanks = false;
  let held = '';
  let hidden = false;
  let stressed = false;

  const flow = (): Flow => flows.at(-1)!;
  const put = (piece: string): void => {
    if (!hidden) flow().line += stressed ? emphasised(piece) : piece;
  };
  const inProperties = (): boolean => path.includes('rPr') || path.includes('pPr') || path.includes('trPr');

  /** Only what matters inside properties: hidden and emphasised runs, deleted paragraph marks, deleted rows. */
  const readProperty = (name: string, attribute: (name: string) => string | undefined): void => {
    const parent = path.at(-1);
    const grandparent = path.at(-2);
    const on = !['0', 'false', 'off', 'none'].includes(attribute('val') ?? '');
    if (parent === 'rPr' && grandparent === 'r') {
      if (name === 'vanish') hidden = on;
      if (emphasisProperties.has(name)) stressed ||= on;
      if (name === 'rStyle') stressed ||= options.emphasisStyles.has(attribute('val') ?? '');
    }
    if (name === undone && parent === 'rPr' && grandparent === 'pPr') flow().joinNext = true;
    if (name === undone && parent === 'trPr' && rows.length > 0) rows.at(-1)!.deleted = true;
  };

  /** Marks stand in no hidden run and, outside paragraphs, at the nearest one. */
  const putMark = (mark: string, ends: boolean): void => {
    const into = flow();
    if (into.inParagraph) into.line += mark;
    else if (ends && into.lines.length > 0) into.lines[into.lines.length - 1] += mark;
    else into.marks += mark;
  };

  const putNote = (kind: NoteReference['kind'], id: string): void => {
    if (!options.marksNotes || hidden) return;
    notes.push({ kind, id });
    put(`[${notes.length}]`);
  };

  const openWord = (name: string, attribute: (name: string) => string | undefined): void => {
    if (name === 'p') beginParagraph(flow());
    else if (name === 'r') {
      hidden = false;
      stressed = false;
    } else if (name === 'tr') rows.push({ cells: [], deleted: false });
    else if (name === 'tc' || name === 'txbxContent') flows.push(newFlow());
    else if (name === 't' || name === 'delText') {
      inText = true;
      held = '';
      keepsBlanks = attribute('space') === 'preserve';
    } else if (name === 'commentRangeStart') putMark(commentMark('start', attribute('id')), false);
    else if (name === 'commentRangeEnd') putMark(commentMark('end', attribute('id')), true);
    else if (name === 'commentReference') putMark(commentMark('place', attribute('id')), true);
    else if (name === 'footnoteReference') putNote('footnote', attribute('id') ?? '');
    else if (name === 'endnoteReference') putNote('endnote', attribute('id') ?? '');
    // Another document, which Word alone puts in its place: to leave it out would be a silent loss.
    else if (name === 'altChunk') throw new FormatError('embedded');
    else if (name === 'sym') put(symbolCharacter(attribute('char')));
    else put(characters[name] ?? '');
  };

  const closeWord = (name: string): void => {
    if (name === 'p') endParagraph(flow());
    else if (name === 'r') {
      hidden = false;
      stressed = false;
    } else if (name === 't' || name === 'delText') {
      inText = false;
      put(keepsBlanks ? held : held.trim());
    } else if (name === 'tc') rows.at(-1)?.cells.push(flowText(flows.pop()!));
    else if (name === 'tr') {
      const row = rows.pop();
      if (row !== undefined && !row.deleted) flow().lines.push(row.cells.join('\t'));
    } else if (name === 'txbxContent') {
      const box = flowText(flows.pop()!);
      flow().boxes.push(box);
      if (!flow().inParagraph) endParagraph(flow());
    }
  };

  return {
    open(space, name, attribute) {
      if (skipped > 0) {
        skipped++;
        return;
      }
      const isWord = word.has(space);
      if (isWord && inProperties()) readProperty(name, attribute);
      else if (isWord && skips.has(name)) skipped = 1;
      else if (isWord) openWord(name, attribute);
      else if (space === compatibility) skipped = skipsAlternative(name, alternatives) ? 1 : 0;
      else if (mathematics.has(space) && name === 't') {
        inText = true;
        keepsBlanks = true;
        held = '';
      }
      if (skipped === 0) path.push(name);
    },
    close(space, name) {
      if (skipped > 0) {
        skipped--;
        return;
      }
      path.pop();
      if (word.has(space) && !inProperties()) closeWord(name);
      else if (space === compatibility && name === 'AlternateContent') alternatives.pop();
      else if (mathematics.has(space) && name === 't') {
        inText = false;
        put(held);
      }
    },
    text(piece) {
      // A line end inside running text is layout of the XML; Word shows a blank.
      if (inText && skipped === 0) held += piece.replace(/[\t\n\r]/g, ' ');
    },
    result: () => ({ text: flowText(flows[0]!), notes }),
  };
}

function newFlow(): Flow {
  return { lines: [], line: '', joinNext: false, boxes: [], inParagraph: false, marks: '' };
}

function beginParagraph(flow: Flow): void {
  flow.inParagraph = true;
  // Runs outside of any paragraph are words all the same.
  if (!flow.joinNext && flow.line !== '') flow.lines.push(flow.line);
  if (!flow.joinNext) flow.line = '';
  flow.line += flow.marks;
  flow.marks = '';
  flow.joinNext = false;
}

function endParagraph(flow: Flow): void {
  flow.inParagraph = false;
  if (flow.joinNext) return;
  flow.lines.push(flow.line, ...flow.boxes);
  flow.line = '';
  flow.boxes = [];
}

function flowText(flow: Flow): string {
  if (flow.joinNext) {
    flow.joinNext = false;
    endParagraph(flow);
  } else if (flow.line !== '') endParagraph(flow);
  return flow.lines.join('\n');
}

/** Of the alternatives for one content only the first choice is read, else the fallback. */
function skipsAlternative(name: string, taken: boolean[]): boolean {
  if (name === 'AlternateContent') taken.push(false);
  if (name !== 'Choice' && name !== 'Fallback') return false;
  if (taken.at(-1) === true) return true;
  if (taken.length > 0) taken[taken.length - 1] = true;
  return false;
}

function symbolCharacter(hexadecimal: string | undefined): string {
  const code = Number.parseInt(hexadecimal ?? '', 16);
  return Number.isInteger(code) && code >= 0x20 && code <= 0xfffd && (code < 0xd800 || code > 0xdfff)
    ? String.fromCharCode(code)
    : '';
}
