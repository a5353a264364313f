import type { Container } from './container.ts';
import { takenMarks } from './collected-marks.ts';
import { type CommentBody, placedComments } from './docx-comments.ts';
import { emphasisStyles } from './docx-styles.ts';
import { type DocxWalk, type DocxWalker, docxWalker, type NoteReference } from './docx-walker.ts';
import type { CollectedText, ParsedComment, TranscriptFile } from './parsed-file.ts';
import { DamageError } from './unreadable.ts';
import { walkPart } from './xml-events.ts';

const packageRelations = '_rels/.rels';
const usualDocument = 'word/document.xml';

/** Whether a container holds a word-processing document in the form Word writes. */
export function isDocx(container: Container): boolean {
  return container.names.has('[Content_Types].xml') && [...container.names].some((name) => name.startsWith('word/'));
}

/**
 * The text of a .docx by the rule documented at `docxWalker`, and its comments with their places. The main part is the one the package's relations name, or
 * `word/document.xml`. With notes at the end, references stand as `[1]` and the notes follow the text, a line each, `[1] …`.
 * Throws FormatError and DamageError.
 */
export async function docxText(
  container: Container,
  { changes = 'accepted', notes = 'left-out' }: Pick<TranscriptFile, 'changes' | 'notes'>,
): Promise<CollectedText & { comments: ParsedComment[] }> {
  const main = await mainPart(container);
  const beside = (name: string): string => main.replace(/[^/]*$/u, name);
  const walk: DocxWalk = {
    changes,
    marksNotes: notes === 'at-end',
    emphasisStyles: await stylesOf(container, beside('styles.xml')),
  };
  const walker = docxWalker(walk);
  await walkPart(container, main, walker);
  const { text: marked, notes: references } = walker.result();
  const comments = await bodiesOf(container, beside('comments.xml'), 'comment', walk);
  const { text, emphasis, places } = takenMarks(marked);
  return {
    text: [text, ...(await noteLines(container, references, beside, walk))].join('\n'),
    emphasis,
    comments: placedComments(comments, places),
  };
}

/** A part of styles that is not there or broken costs nothing but the look of the words. */
async function stylesOf(container: Container, part: string): Promise<ReadonlySet<string>> {
  const styles = emphasisStyles();
  try {
    if (container.names.has(part)) await walkPart(container, part, styles);
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
  }
  return styles.result();
}

async function noteLines(
  container: Container,
  references: readonly NoteReference[],
  beside: (name: string) => string,
  walk: DocxWalk,
): Promise<string[]> {
  if (references.length === 0) return [];
  const bodies = {
    footnote: await bodiesOf(container, beside('footnotes.xml'), 'footnote', walk),
    endnote: await bodiesOf(container, beside('endnotes.xml'), 'endnote', walk),
  };
  return references.map(({ kind, id }, place) => `[${place + 1}] ${bodies[kind].get(id)?.text ?? ''}`.trimEnd());
}

/** The texts of all comments or notes of a part by their ids; none if the part is not there. */
async function bodiesOf(
  container: Container,
  part: string,
  element: string,
  walk: DocxWalk,
): Promise<Map<string, CommentBody>> {
  const bodies = new Map<string, CommentBody>();
  if (!container.names.has(part)) return bodies;
  let open: { id: string; author: string | null; walker: DocxWalker } | null = null;
  await walkPart(container, part, {
    open: (space, name, attribute, attributes) => {
      if (open !== null) open.walker.open(space, name, attribute, attributes);
      else if (name === element) {
        const walker = docxWalker({ ...walk, marksNotes: false });
        open = { id: attribute('id') ?? '', author: attribute('author')?.trim() || null, walker };
      }
    },
    close: (space, name) => {
      if (open === null) return;
      if (name !== element) {
        open.walker.close(space, name);
        return;
      }
      bodies.set(open.id, {
        author: open.author,
        text: takenMarks(open.walker.result().text).text.trim(),
      });
      open = null;
    },
    text: (piece) => open?.walker.text(piece),
  });
  return bodies;
}

async function mainPart(container: Container): Promise<string> {
  if (!container.names.has(packageRelations)) return usualDocument;
  let target: string | null = null;
  await walkPart(container, packageRelations, {
    open: (_space, name, attribute) => {
      if (name === 'Relationship' && attribute('Type')?.endsWith('/officeDocument') === true) {
        target ??= attribute('Target') ?? null;
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  const named = (target ?? usualDocument).replace(/^\.?\//, '');
  return container.names.has(named) ? named : usualDocument;
}
