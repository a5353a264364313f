import type { Segment } from '../../../shared/import/segments/segment.ts';
import { segmentTime } from '../../../shared/import/segments/segment-time.ts';
import { type XmlWalker, xmlEvents } from './xml-events.ts';

type Level = { readonly name: string; readonly begin: number | null; readonly agent: string | null };
type Piece = { readonly agent: string | null; readonly start: number | null; text: string };

/**
 * The speech of Timed Text (TTML, DFXP): every `p` is a segment, cut where a `span` in it is said by another `ttm:agent`; white space is
 * collapsed, `br` is a blank. The name of an agent is its `ttm:name`, else its id. Times count from the beginning of what the `p` stands
 * in. Throws FormatError (`doctype`) and DamageError.
 */
export function ttmlSegments(bytes: Uint8Array): Segment[] {
  const walker = new TimedTextWalker();
  const events = xmlEvents(walker);
  events.receive(bytes);
  events.finish();
  return walker.result();
}

const spoken = new Set(['p', 'span', 'br']);

class TimedTextWalker implements XmlWalker {
  private readonly names = new Map<string, string>();
  private readonly pieces: Piece[] = [];
  private readonly levels: Level[] = [];
  private agent: string | null = null;
  private isNew = false;
  private frameRate = 30;
  private tickRate = 1;

  open(_space: string, name: string, attribute: (name: string) => string | undefined): void {
    const above = this.levels.at(-1);
    if (name === 'tt') {
      this.frameRate = rateOf(attribute('frameRate')) ?? this.frameRate;
      this.tickRate = rateOf(attribute('tickRate')) ?? this.tickRate;
    }
    if (name === 'agent') this.agent = attribute('id') ?? '';
    if (name === 'p') this.isNew = true;
    if (name === 'br') this.say(' ');
    const own = this.seconds(attribute('begin'));
    const begin = own === null ? (above?.begin ?? null) : own + (above?.begin ?? 0);
    this.levels.push({ name, begin, agent: attribute('agent')?.trim().split(/\s+/u)[0] ?? above?.agent ?? null });
  }

  close(_space: string, name: string): void {
    this.levels.pop();
    if (name === 'agent') this.agent = null;
  }

  text(text: string): void {
    const level = this.levels.at(-1);
    if (level?.name === 'name' && this.agent !== null)
      this.names.set(this.agent, `${this.names.get(this.agent) ?? ''}${text}`);
    else if (level !== undefined && spoken.has(level.name)) this.say(text);
  }

  result(): Segment[] {
    return this.pieces.map(({ agent, start, text }) => ({
      speaker: agent === null ? null : this.names.get(agent)?.trim() || agent,
      start,
      text: text.replace(/\s+/gu, ' '),
    }));
  }

  private say(text: string): void {
    const { begin, agent } = this.levels.at(-1)!;
    const last = this.pieces.at(-1);
    const isBlank = text.trim() === '';
    if (!this.isNew && last !== undefined && (last.agent === agent || isBlank)) {
      last.text += text;
      return;
    }
    // A paragraph begins with its first words: these may have the time.
    if (isBlank) return;
    this.pieces.push({ agent, start: begin, text });
    this.isNew = false;
  }

  private seconds(written: string | undefined): number | null {
    if (written === undefined) return null;
    const [, amount, metric] = /^(\d+(?:\.\d+)?)(h|m|f|t)$/.exec(written.trim()) ?? [];
    if (metric === undefined) return segmentTime(written);
    const lengths = { h: 3600, m: 60, f: 1 / this.frameRate, t: 1 / this.tickRate };
    return Number(amount) * lengths[metric as keyof typeof lengths];
  }
}

function rateOf(written: string | undefined): number | null {
  const rate = Number(written);
  return Number.isFinite(rate) && rate > 0 ? rate : null;
}
