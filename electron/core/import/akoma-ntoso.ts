import type { ParsedTranscript, ParsedTurn } from '../../../shared/domain/transcript.ts';
import { parseTurns } from '../../../shared/import/turns/parse-turns.ts';
import { guessedSpeakers } from '../../../shared/import/turns/speaker-roles.ts';
import { FormatError } from './unreadable.ts';
import { type XmlWalker, xmlEvents } from './xml-events.ts';

const leftOut = new Set(['meta', 'authorialNote', 'noteRef', 'del']);
const turnElements = new Set(['speech', 'question', 'answer']);
/** Everything else ends a line. */
const inline = new Set(
  (
    'a abbr b i u s span sub sup ins ref rref mref person role organization concept date time quantity term entity event object location ' +
    'process def docTitle docNumber docDate docType docStage docStatus docProponent docJurisdiction docketNumber judge lawyer party witness signature ' +
    'shortTitle session legislature inline placeholder fillIn omissis embeddedText quotedText mod rmod recordedTime remark outcome ' +
    'neutralCitation courtType opinion vote argument img marker decoration affectedDocument relatedDocument change eol'
  ).split(' '),
);

/** Reported as the pattern of a transcript whose format marks the speeches. */
const speechPattern = 'speech';

type OpenTurn = { readonly by: string | null; start: number | null; contentStart: number; speaker: string | null };

/**
 * Reads a debate in Akoma Ntoso. The text rule: every block (heading, number, paragraph, narrative, scene …) is a line, white space in it
 * collapsed, `eol` a line feed; metadata and notes are left out. A `speech`, `question` or `answer` is a turn; what its `from` says is the label at the
 * head of its first line, with `: ` behind it unless it brings a colon; without a `from` it is the name the metadata give for
 * `by`. A document without such elements is read like a plain text. Throws FormatError (`other_xml`, `doctype`) and DamageError.
 */
export function akomaNtosoTranscript(
  bytes: Uint8Array,
): { text: string } & Pick<ParsedTranscript, 'turns' | 'speakers' | 'pattern'> {
  const walker = new DebateWalker();
  const events = xmlEvents(walker);
  events.receive(bytes);
  events.finish();
  const { text, turns } = walker.result();
  return turns.length === 0
    ? { text, ...parseTurns(text) }
    : { text, turns, speakers: guessedSpeakers(text, turns), pattern: speechPattern };
}

class DebateWalker implements XmlWalker {
  private readonly lines: string[] = [];
  private readonly turns: ParsedTurn[] = [];
  private readonly people = new Map<string, string>();
  private line = '';
  /** Where the line being written begins in the text. */
  private at = 0;
  private turn: OpenTurn | null = null;
  private turnDepth = 0;
  private from: string | null = null;
  private skipped = 0;
  private depth = 0;
  private labelOnly = false;

  open(_space: string, name: string, attribute: (name: string) => string | undefined): void {
    this.depth++;
    if (this.depth === 1 && name !== 'akomaNtoso' && name !== 'akomantoso') throw new FormatError('other_xml');
    if (name === 'TLCPerson') this.people.set(attribute('eId') ?? attribute('id') ?? '', attribute('showAs') ?? '');
    if (this.skipped > 0 || leftOut.has(name)) {
      this.skipped++;
      return;
    }
    if (name === 'eol') this.line += '\n';
    if (this.from !== null || inline.has(name)) return;
    this.endLine();
    if (turnElements.has(name) && this.turn === null) {
      this.turn = { by: attribute('by') ?? null, start: null, contentStart: 0, speaker: null };
      this.turnDepth = this.depth;
    }
    if (name === 'from' && this.turn !== null && this.turn.start === null) this.from = '';
  }

  close(_space: string, name: string): void {
    this.depth--;
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (this.from !== null) {
      if (name === 'from') this.endFrom();
      return;
    }
    if (inline.has(name)) return;
    if (this.turn !== null && this.depth + 1 === this.turnDepth) this.endTurn();
    else this.endLine();
  }

  text(piece: string): void {
    if (this.skipped > 0) return;
    const collapsed = piece.replace(/[\t\n\r ]+/g, ' ');
    if (this.from !== null) {
      this.from += collapsed;
      return;
    }
    if (collapsed.trim() !== '' && this.turn !== null && this.turn.start === null && this.line.trim() === '')
      this.beginTurn('');
    const bare = this.line === '' || /\s$/u.test(this.line) ? collapsed.trimStart() : collapsed;
    if (bare.trim() !== '') this.labelOnly = false;
    this.line += bare;
  }

  result(): { text: string; turns: ParsedTurn[] } {
    this.endLine();
    return { text: this.lines.join('\n'), turns: this.turns };
  }

  private endFrom(): void {
    const said = this.from!.trim();
    this.from = null;
    if (said !== '') this.beginTurn(said);
  }

  private beginTurn(said: string): void {
    const turn = this.turn!;
    const name = said === '' ? (this.people.get(turn.by?.replace(/^#/u, '') ?? '') ?? '') : said;
    turn.speaker = name.replace(/\s*[:：]+$/u, '') || null;
    const label = name === '' || /[:：]$/u.test(name) ? name : `${name}:`;
    turn.start = this.at;
    this.line = label === '' ? '' : `${label} `;
    turn.contentStart = this.at + this.line.length;
    this.labelOnly = label !== '';
  }

  private endTurn(): void {
    const { start, contentStart, speaker } = this.turn!;
    this.labelOnly = false;
    this.endLine();
    this.turn = null;
    if (start === null) return;
    const end = Math.max(start, this.at - 1);
    this.turns.push({ start, contentStart: Math.min(contentStart, end), end, speaker, time: null });
  }

  private endLine(): void {
    if (this.labelOnly) return;
    const line = this.line.trimEnd();
    this.line = '';
    if (line === '') return;
    this.lines.push(line);
    this.at += line.length + 1;
  }
}
