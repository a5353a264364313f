import { useLayoutEffect, useMemo, useRef } from 'react';
import type { CodeId, CodingId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { sentenceAt, unitAt } from '../../../shared/transcript/coding-unit.ts';
import { blockAt } from '../../../shared/transcript/blocks.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { patchAnswer } from '../../api/query-client.ts';
import { useWords } from '../../i18n/text.ts';
import { showToast } from '../../ui/toast.tsx';
import { call } from '../../api/connection.ts';
import { reportError } from '../../app/error-report.ts';
import { announce, chooseCoding, useTranscript } from './transcript-state.ts';
import type { DocumentView, PlacedCoding } from './use-document-view.ts';

export type CodingActions = {
  /** Codes a span with codes; resolves with the codings once they are stored. */
  readonly apply: (codes: readonly CodeId[], span: Span) => Promise<readonly CodingId[]>;
  /** The same, and selects what was made, so that the next key (memo, un-code) means it. */
  readonly applyAndSelect: (codes: readonly CodeId[], span: Span) => Promise<void>;
  /** What a key without a selection means: the words selected, else the selected coding's, else the sentence at the reader's place. */
  readonly spanAtHand: () => Span | null;
  readonly repeatLast: () => void;
  readonly remove: (coding: CodingId) => void;
  /** The selected coding, else one's own shortest at the reader's place. */
  readonly codingAtHand: () => CodingId | null;
  readonly recent: readonly CodeId[];
};

/** What can be done to the codings of a transcript. Each is one command, one step of the history. */
export function useCodingActions(view: DocumentView | null): CodingActions {
  const { t } = useWords();
  const { data: recent } = useQuery('codings.recentCodes', { limit: 9 });
  const { mutateAsync: add } = useCommand('codings.add');
  const { mutateAsync: removeCodings } = useCommand('codings.remove');

  // What the actions read at the moment they run; the actions themselves stay the same functions.
  const latest = useRef({ view, recent });
  useLayoutEffect(() => {
    latest.current = { view, recent };
  }, [view, recent]);

  const stable = useMemo(() => {
    const codingAtHand = (): CodingId | null => {
      const { view } = latest.current;
      const { selectedCoding, place } = useTranscript.getState();
      if (selectedCoding !== null) return selectedCoding;
      const here = (view?.codings ?? []).filter((one) => one.isOwn && one.start <= place && place < one.end);
      // The shortest; of equal ones the latest, which is what one has just done.
      const order = (a: PlacedCoding, b: PlacedCoding): number =>
        a.end - a.start - (b.end - b.start) || b.coding.createdAt.localeCompare(a.coding.createdAt);
      return here.toSorted(order)[0]?.id ?? null;
    };

    const spanAtHand = (): Span | null => {
      const { view } = latest.current;
      const { selection, selectedCoding, place } = useTranscript.getState();
      if (selection) return selection;
      const coding = selectedCoding === null ? undefined : view?.codingById.get(selectedCoding);
      if (coding) return { start: coding.start, end: coding.end };
      return view ? unitAt(view, place, 'sentence') : null;
    };

    const apply = async (codes: readonly CodeId[], span: Span): Promise<readonly CodingId[]> => {
      const { view } = latest.current;
      if (!view || codes.length === 0) return [];
      const document = view.document.id;
      try {
        const added = await add({ document, start: span.start, end: span.end, codes: [...codes] });
        patchAnswer('codings.ofDocument', { document }, (coded) => ({
          ...coded,
          selections: [...coded.selections.filter(({ id }) => id !== added.selection.id), added.selection],
          codings: [...coded.codings.filter(({ id }) => !added.codings.some((one) => one.id === id)), ...added.codings],
        }));
        return added.codings.map(({ id }) => id);
      } catch {
        // The hook has already shown the failure.
        return [];
      }
    };

    const applyAndSelect = async (codes: readonly CodeId[], span: Span): Promise<void> => {
      const [made] = await apply(codes, span);
      if (made !== undefined) chooseCoding(made, span.start);
    };

    const remove = (id: CodingId): void => {
      const { view } = latest.current;
      const coding = view?.codingById.get(id);
      if (!view || !coding) return;
      const document = view.document.id;
      void removeCodings({ codings: [id] }).then(
        () => {
          patchAnswer('codings.ofDocument', { document }, (coded) => ({
            ...coded,
            codings: coded.codings.filter((one) => one.id !== id),
          }));
          chooseCoding(null);
          announce(t('coding.announce.removed', { name: coding.code.name }));
          showToast({
            text: t('coding.removed', { name: coding.code.name }),
            action: { label: t('app.undo'), run: () => void call('history.undo', {}).catch(reportError) },
          });
        },
        () => null,
      );
    };

    return {
      apply,
      applyAndSelect,
      spanAtHand,
      codingAtHand,
      remove,
      repeatLast: () => {
        const span = spanAtHand();
        const last = latest.current.recent?.[0];
        if (span && last) void applyAndSelect([last], span);
      },
    };
  }, [add, removeCodings, t]);
  return useMemo(() => ({ ...stable, recent: recent ?? [] }), [stable, recent]);
}

/** The sentences around a position: the one before or after it, across blocks; null at the ends of the transcript. */
export function neighbouringSentence(view: DocumentView, position: number, by: 1 | -1): Span | null {
  const place = blockAt(view.blocks, position);
  const here = view.blocks[place];
  if (!here) return null;
  const current = sentenceAt(view, here, position);
  if (by === 1 && current && current.end < here.end) {
    const next = sentenceAt(view, here, current.end + 1);
    if (next && next.start > current.start) return next;
  }
  if (by === -1 && current && current.start > here.start) {
    const before = sentenceAt(view, here, current.start - 1);
    if (before && before.start < current.start) return before;
  }
  for (let at = place + by; at >= 0 && at < view.blocks.length; at += by) {
    const block = view.blocks[at]!;
    const found = sentenceAt(view, block, by === 1 ? block.start : Math.max(block.start, block.end - 1));
    if (found) return found;
  }
  return null;
}
