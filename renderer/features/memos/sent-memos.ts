import type { Memo, MemoTarget } from '../../../shared/contract/schema/entities.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { onCoreEvent } from '../../api/connection.ts';
import type { ComingCoding } from '../transcript/transcript-state.ts';

/** What a memo is on: something that stands, words, or a coding that is still being made. */
export type MemoPlace = MemoTarget | ({ readonly document: DocumentId } & Span) | { readonly coming: ComingCoding };
export type MemoWords = { readonly text: string } | { readonly body: NonNullable<Memo['body']> };

type Sent = {
  readonly words: MemoWords;
  /** What the page showed when these were sent. */
  readonly before: string;
  isStored: boolean;
};

/** What was written last in each place, until the page shows it: an editor that is opened again before goes on from there. */
const sent = new Map<string, Sent>();

onCoreEvent(({ name }) => {
  if (name === 'projectSwitched') sent.clear();
  if (name !== 'changed') return;
  // Its own change was announced before the answer to it: this is a later one, and the page has been told of all before it.
  for (const [place, { isStored }] of sent) if (isStored) sent.delete(place);
});

function keyOf(place: MemoPlace): string {
  if ('coming' in place) {
    const { document, start, end, code } = place.coming;
    return JSON.stringify([document, start, end, code]);
  }
  return 'document' in place ? `${place.document} ${place.start} ${place.end}` : `${place.kind} ${place.id ?? ''}`;
}

/** The words of a memo as text, to tell whether they are others. */
export function wordsKey(words: MemoWords): string {
  return JSON.stringify(words);
}

/** The words an editor begins with: those on the page, or the ones that were sent from here and are not on it yet. */
export function latestWords(place: MemoPlace, shown: MemoWords): MemoWords {
  const mine = sent.get(keyOf(place));
  return mine?.before === wordsKey(shown) ? mine.words : shown;
}

/** Remembers words on their way; also where they are refused, so that they are there when the editor is opened again. */
export function rememberSent(place: MemoPlace, words: MemoWords, before: string, saved: Promise<unknown>): void {
  const entry: Sent = { words, before, isStored: false };
  sent.set(keyOf(place), entry);
  if ('coming' in place)
    void place.coming.coding.then((id) => {
      if (id === null || sent.get(keyOf(place)) !== entry) return;
      sent.delete(keyOf(place));
      sent.set(keyOf({ kind: 'coding', id }), entry);
    });
  void saved.then(
    () => void (entry.isStored = true),
    () => null,
  );
}
