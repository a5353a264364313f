import type { SpeakerRole } from '../../../../shared/domain/transcript.ts';
import { speakerQueries, turnQueries, type TurnRow } from '../../store/repositories/turn-table.ts';
import type { Store } from '../../store/store.ts';

/** Where a turn stands. */
export type PlacedTurn = Pick<TurnRow, 'start_at' | 'content_at' | 'end_at'>;

/** A turn with what is told of it beside its words: when, and the name and role of who speaks. */
export type SaidTurn = PlacedTurn & {
  readonly time: number | null;
  readonly speaker: string | null;
  readonly role: SpeakerRole | null;
};

/** The turns of a document in text order. */
export function saidTurns(store: Store, document: string): SaidTurn[] {
  const speakers = new Map(store.all(speakerQueries.ofDocument, document).map((speaker) => [speaker.id, speaker]));
  return store.all(turnQueries.ofDocument, document).map(({ start_at, content_at, end_at, time, speaker: id }) => {
    const speaker = id === null ? undefined : speakers.get(id);
    const role = (speaker?.role ?? null) as SpeakerRole | null;
    return { start_at, content_at, end_at, time, speaker: speaker?.name ?? null, role };
  });
}
