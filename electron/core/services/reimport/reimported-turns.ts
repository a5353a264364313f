import { type ChangeMap } from '../../../../shared/text/change.ts';
import type { ParsedTurn } from '../../../../shared/domain/transcript.ts';
import type { SpeakerRow, TurnRow } from '../../store/repositories/turn-table.ts';

/** A turn of the new text and the one of the old text it continues, if any. */
export type ContinuedTurn = { readonly parsed: ParsedTurn; readonly old: TurnRow | null };

/** Pairs the turns of a corrected file with those there were: in order, each with the first whose words begin within it. */
export function continuedTurns(
  old: readonly TurnRow[],
  parsed: readonly ParsedTurn[],
  map: ChangeMap,
): readonly ContinuedTurn[] {
  let next = 0;
  return parsed.map((turn) => {
    while (next < old.length && map.position(old[next]!.content_at, 'before') < turn.start) next++;
    const candidate = old[next];
    const begins = candidate && map.position(candidate.content_at, 'before');
    const isSame = begins !== undefined && (begins < turn.end || begins === turn.contentStart);
    if (!isSame) return { parsed: turn, old: null };
    next++;
    return { parsed: turn, old: candidate! };
  });
}

/** The label of a turn as it stands in a text. */
function labelOf(text: string, { start_at, content_at }: TurnRow): string {
  return text.slice(start_at, content_at);
}

/**
 * Who speaks in a turn of the corrected file: whoever spoke before where the label is what it was, so that renamed and
 * merged speakers stay as they are, else the speaker of the label's name. Null for nobody, `undefined` for one not there yet.
 */
export function speakerOfTurn(
  { parsed, old }: ContinuedTurn,
  texts: { readonly before: string; readonly after: string },
  speakers: readonly SpeakerRow[],
): string | null | undefined {
  const label = texts.after.slice(parsed.start, parsed.contentStart);
  if (old && labelOf(texts.before, old) === label) return old.speaker;
  if (parsed.speaker === null) return null;
  return speakers.find(({ name }) => name === parsed.speaker)?.id;
}
