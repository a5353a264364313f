import { useMemo } from 'react';
import type { CodingOutcome } from '../../../shared/contract/methods/codings.ts';
import type { CodeId, CodingId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { sentenceAt, unitAt } from '../../../shared/transcript/coding-unit.ts';
import { blockAt } from '../../../shared/transcript/blocks.ts';
import { call } from '../../api/connection.ts';
import { useQuery } from '../../api/hooks.ts';
import { knowingOutcome, patchAnswer, queryClient, queryKey } from '../../api/query-client.ts';
import { runCommand } from '../../api/run-command.ts';
import { reportError } from '../../app/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { showToast } from '../../ui/toast.tsx';
import { codedAfter, recentAfter } from './coded-patch.ts';
import type { DocumentPage } from './document-page.ts';
import { announce, chooseCoding, useTranscript } from './transcript-state.ts';
import { type PlacedCoding, patchCoded, viewNow } from './use-document-view.ts';

/** How many of the codes used last are kept at hand. */
const recentLimit = 9;

export type CodingActions = {
  /** Codes a span with codes; resolves with the codings once they are stored. */
  readonly apply: (codes: readonly CodeId[], span: Span) => Promise<readonly CodingId[]>;
  /** The same, and selects what was made, so that the next key (memo, un-code) means it. */
  readonly applyAndSelect: (codes: readonly CodeId[], span: Span) => Promise<readonly CodingId[]>;
  readonly repeatLast: () => void;
  readonly remove: (coding: CodingId) => void;
};

/** What a key without a selection means: the words selected, else the selected coding's, else the sentence at the reader's place. */
export function spanAtHand(): Span | null {
  const view = viewNow();
  const { selection, selectedCoding, place } = useTranscript.getState();
  if (selection) return selection;
  const coding = selectedCoding === null ? undefined : view?.codingById.get(selectedCoding);
  if (coding) return { start: coding.start, end: coding.end };
  return view ? unitAt(view, place, 'sentence') : null;
}

/** The selected coding, else one's own shortest at the reader's place; of equal ones the latest, which is what one has just done. */
export function codingAtHand(): CodingId | null {
  const { selectedCoding, place } = useTranscript.getState();
  if (selectedCoding !== null) return selectedCoding;
  const here = (viewNow()?.codings ?? []).filter((one) => one.isOwn && one.start <= place && place < one.end);
  const order = (a: PlacedCoding, b: PlacedCoding): number =>
    a.end - a.start - (b.end - b.start) || b.coding.createdAt.localeCompare(a.coding.createdAt);
  return here.toSorted(order)[0]?.id ?? null;
}

/** Waits for a command on the codings of the transcript shown and puts what it did on the page, together with `then`. */
async function carriedOut<Answer extends { readonly revision: number | null }>(
  command: Promise<Answer>,
  outcomeOf: (answer: Answer) => Pick<CodingOutcome, 'selections' | 'codings' | 'removed'>,
  then: (answer: Answer) => void,
): Promise<void> {
  const document = viewNow()?.document.id;
  if (document === undefined) return;
  try {
    await knowingOutcome(command, (answer) => {
      patchCoded(document, (coded) => codedAfter(coded, outcomeOf(answer)));
      then(answer);
    });
  } catch {
    // Shown above the status bar; nothing has changed.
  }
}

function undo(): void {
  void call('history.undo', {}).catch(reportError);
}

/** What can be done to the codings of a transcript. Each is one command, one step of the history. */
export function useCodingActions(): CodingActions {
  const { t } = useWords();
  return useMemo(() => {
    const applied = async (codes: readonly CodeId[], span: Span, isSelected: boolean): Promise<readonly CodingId[]> => {
      const document = viewNow()?.document.id;
      if (document === undefined || codes.length === 0) return [];
      let made: readonly CodingId[] = [];
      await carriedOut(
        runCommand('codings.add', { document, start: span.start, end: span.end, codes: [...codes] }),
        ({ selection, codings }) => ({ selections: [selection], codings, removed: [] }),
        ({ codings }) => {
          made = codings.map(({ id }) => id);
          patchAnswer('codings.recentCodes', { limit: recentLimit }, (recent) =>
            recentAfter(recent, codes, recentLimit),
          );
          if (isSelected && made[0] !== undefined) chooseCoding(made[0], span.start);
        },
      );
      return made;
    };

    const applyAndSelect: CodingActions['applyAndSelect'] = (codes, span) => applied(codes, span, true);

    return {
      apply: (codes, span) => applied(codes, span, false),
      applyAndSelect,
      repeatLast: () => {
        const span = spanAtHand();
        const last = recentCodes()[0];
        if (span && last) void applyAndSelect([last], span);
      },
      remove: (id) => {
        const name = viewNow()?.codingById.get(id)?.code.name;
        if (name === undefined) return;
        void carriedOut(
          runCommand('codings.remove', { codings: [id] }),
          (outcome) => outcome,
          () => {
            chooseCoding(null);
            announce(t('coding.announce.removed', { name }));
            showToast({ text: t('coding.removed', { name }), action: { label: t('app.undo'), run: undo } });
          },
        );
      },
    };
  }, [t]);
}

/** The codes used last, newest first, as far as they are known. */
function recentCodes(): readonly CodeId[] {
  return queryClient.getQueryData<CodeId[]>(queryKey('codings.recentCodes', { limit: recentLimit })) ?? [];
}

/** The same for a component that shows them; something on the page must ask for them, or the key that repeats knows none. */
export function useRecentCodes(): readonly CodeId[] {
  return useQuery('codings.recentCodes', { limit: recentLimit }).data ?? [];
}

/** The sentences around a position: the one before or after it, across blocks; null at the ends of the transcript. */
export function neighbouringSentence(page: DocumentPage, position: number, by: 1 | -1): Span | null {
  const place = blockAt(page.blocks, position);
  const here = page.blocks[place];
  if (!here) return null;
  const current = sentenceAt(page, here, position);
  if (by === 1 && current && current.end < here.end) {
    const next = sentenceAt(page, here, current.end + 1);
    if (next && next.start > current.start) return next;
  }
  if (by === -1 && current && current.start > here.start) {
    const before = sentenceAt(page, here, current.start - 1);
    if (before && before.start < current.start) return before;
  }
  for (let at = place + by; at >= 0 && at < page.blocks.length; at += by) {
    const block = page.blocks[at]!;
    const found = sentenceAt(page, block, by === 1 ? block.start : Math.max(block.start, block.end - 1));
    if (found) return found;
  }
  return null;
}
