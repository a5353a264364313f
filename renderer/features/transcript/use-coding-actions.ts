import { useMemo } from 'react';
import type { CodingOutcome } from '../../../shared/contract/methods/codings.ts';
import type { Settings } from '../../../shared/contract/methods/settings.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { CodeId, CodingId, DocumentId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { snapToGraphemes } from '../../../shared/text/graphemes.ts';
import { reportError } from '../../api/error-report.ts';
import { knowingOutcome, queryClient, queryKey } from '../../api/query-client.ts';
import { runCommand } from '../../api/run-command.ts';
import { showUndoToast } from '../../app/undo-toast.ts';
import { useWords } from '../../i18n/text.ts';
import { going, ownCodingsOn, spanAtHand } from './at-hand.ts';
import { codedAfter } from './coded-patch.ts';
import { expectCoding, markPlace } from './readers-place.ts';
import { forgetRecent, recentCodes, rememberRecent } from './recent-codes.ts';
import {
  announce,
  chooseCoding,
  type ComingCoding,
  leaveSelection,
  useTranscript,
  writeMemo,
} from './transcript-state.ts';
import { patchCoded, type PlacedCoding, viewNow } from './use-document-view.ts';

/** Codes that are being made for words: the same words do not make another. */
const naming = new Map<string, Promise<CodeId>>();

/** Steps that move the ends of codings, one after the other. */
let resizing: Promise<void> = Promise.resolve();

type Apply = (codes: readonly CodeId[], span: Span, document?: DocumentId) => Promise<readonly CodingId[]>;

/** What is to happen with new codings: the reader goes on in the same words, or the first is selected, or its memo is written too. */
type Next = 'stay' | 'select' | 'write';

export type CodingActions = {
  /** Codes a span of a transcript (the one shown) with codes; resolves with the codings once they are stored. */
  readonly apply: Apply;
  /** The same, and selects what was made unless the reader has gone on, so that the next key (memo, un-code) means it. */
  readonly applyAndSelect: Apply;
  /** The same, and has its memo written at once. */
  readonly applyAndWrite: Apply;
  readonly repeatLast: () => void;
  /** Codes a span with a code named by its own words, made if there is none of that name. */
  readonly codeInVivo: (span: Span) => void;
  /** Gives the span at hand all the codes the passage coded last has got. */
  readonly repeatSet: () => void;
  readonly remove: (coding: CodingId) => void;
  /** Takes words out of one's own codings on them. */
  readonly erase: (span: Span) => void;
  /** Moves the ends of a coding, with whatever else stands on the same selection, from where they are when it is its turn. */
  readonly resize: (coding: CodingId, moved: (ends: Span) => Span) => Promise<void>;
  /** Cuts a coding in two at a position. */
  readonly split: (coding: CodingId, at: number) => void;
  /** Joins a coding with the next of the same code. */
  readonly joinNext: (coding: CodingId) => void;
};

/** Waits for a command on the codings of a transcript and puts what it did on the page, together with `then`; false where it was refused. */
async function carriedOut<Answer extends { readonly revision: number | null }>(
  document: DocumentId,
  command: Promise<Answer>,
  outcomeOf: (answer: Answer) => Pick<CodingOutcome, 'selections' | 'codings' | 'removed'>,
  then: (answer: Answer) => void,
): Promise<boolean> {
  try {
    await knowingOutcome(command, (answer) => {
      patchCoded(document, (coded) => codedAfter(coded, outcomeOf(answer)));
      then(answer);
    });
    return true;
  } catch {
    // Shown above the status bar; nothing has changed.
    return false;
  }
}

/** What can be done to the codings of a transcript. Each is one command, one step of the history. */
export function useCodingActions(): CodingActions {
  const { t } = useWords();
  return useMemo(() => {
    const applied = async (
      next: Next,
      codes: readonly CodeId[],
      span: Span,
      document: DocumentId | undefined,
      expected?: Expected,
    ): Promise<readonly CodingId[]> => {
      const [first] = codes;
      if (document === undefined || first === undefined) return [];
      const isShown = viewNow()?.document.id === document;
      const asking = isShown ? askingForMemo(codes, span) : null;
      const isWritten = asking !== null || (isShown && next === 'write');
      const chosen = asking ?? first;
      const { coming, isHere, arrived } = expected ?? expectation(span, document, chosen);
      // At once, for the keys that repeat what was done last.
      rememberRecent(codes);
      rememberSet(span, codes);
      if (isShown && next !== 'stay') expectCoding(coming, isHere);
      if (isWritten) beginMemo(coming, chosen);
      let made: readonly CodingId[] = [];
      const isDone = await carriedOut(
        document,
        runCommand('codings.add', { document, start: span.start, end: span.end, codes: [...codes] }),
        ({ selection, codings }) => ({ selections: [selection], codings, removed: [] }),
        ({ codings }) => {
          made = codings.map(({ id }) => id);
          rememberRecent(codes);
          const coding = codings.find(({ code }) => code === chosen)?.id ?? null;
          if (coding !== null && isBegun(coming)) {
            chooseCoding(coding, span.start);
            writeMemo({ coding, came: true });
          } else if (coding !== null && isShown && next !== 'stay' && isHere()) chooseCoding(coding, span.start);
          arrived(coding);
        },
      );
      if (!isDone) {
        arrived(null);
        forgetRecent();
      }
      return made;
    };
    const apply =
      (next: Next): Apply =>
      (codes, span, document = viewNow()?.document.id) =>
        applied(next, codes, span, document);
    const applyAndSelect = apply('select');

    return {
      apply: apply('stay'),
      applyAndSelect,
      applyAndWrite: apply('write'),
      repeatLast: () => {
        const span = spanAtHand();
        const last = recentCodes()[0];
        if (span && last) void applyAndSelect([last], span);
      },
      codeInVivo: (span) => {
        const view = viewNow();
        const name = view ? inVivoName(view.text.slice(span.start, span.end)) : '';
        if (!view || name === '') return;
        const standing = knownCodes().find(
          (code) => code.codable && !code.retired && Object.values(code.texts).some((texts) => texts.name === name),
        );
        const code = standing
          ? Promise.resolve(standing.id)
          : (naming.get(name) ??
            runCommand('codes.create', { name, language: view.language, parent: null }).then(({ id }) => id));
        naming.set(name, code);
        const expected = expectation(span, view.document.id, standing?.id ?? { name });
        expectCoding(expected.coming, expected.isHere);
        void code
          .then((id) => applied('select', [id], span, view.document.id, expected))
          .catch(() => expected.arrived(null))
          .finally(() => naming.delete(name));
      },
      repeatSet: () => {
        const span = spanAtHand();
        const codes = useTranscript.getState().lastSet?.codes ?? recentCodes().slice(0, 1);
        if (span) void applyAndSelect(codes, span);
      },
      erase: (span) => {
        const document = viewNow()?.document.id;
        const here = ownCodingsOn(span);
        if (document === undefined || here.length === 0) return;
        const name = here.map(({ code }) => code.name).join(', ');
        void carriedOut(
          document,
          runCommand('codings.erase', { codings: here.map(({ id }) => id), start: span.start, end: span.end }),
          (outcome) => outcome,
          ({ revision }) => {
            if (useTranscript.getState().selection === span) leaveSelection();
            announce(t('coding.announce.removed', { name }));
            showUndoToast(t, t('coding.removed', { name }), revision);
          },
        );
      },
      resize: (id, moved) => {
        const isHere = markPlace();
        const work = async (): Promise<void> => {
          const view = viewNow();
          const coding = view?.codingById.get(id);
          if (!view || !coding?.isOwn) return;
          const { start, end } = moved({ start: coding.start, end: coding.end });
          if (coding.start === start && coding.end === end) return;
          await carriedOut(
            view.document.id,
            runCommand('codings.resize', { selection: coding.selection.id, start, end }),
            (outcome) => outcome,
            () => {
              if (isHere() || useTranscript.getState().selectedCoding === id) chooseCoding(id, start);
            },
          );
        };
        // The next step goes on from where this one ends, also where it is pressed before that is known.
        resizing = resizing.then(work).catch(reportError);
        return resizing;
      },
      split: (id, at) => {
        const view = viewNow();
        const coding = view?.codingById.get(id);
        if (!view || !coding?.isOwn) return;
        void carriedOut(
          view.document.id,
          runCommand('codings.split', { codings: [id], at }),
          (outcome) => outcome,
          ({ revision }) => {
            if (revision !== null) announce(t('coding.announce.split', { name: coding.code.name }));
          },
        );
      },
      joinNext: (id) => {
        const view = viewNow();
        const coding = view?.codingById.get(id);
        const next = view?.codings.find(
          (one) => one.isOwn && one.code.code.id === coding?.code.code.id && one.id !== id && one.start >= coding.start,
        );
        if (!view || !coding?.isOwn || !next) return;
        const isHere = markPlace();
        void carriedOut(
          view.document.id,
          runCommand('codings.join', { codings: [id, next.id] }),
          (outcome) => outcome,
          () => {
            if (isHere()) chooseCoding(id, coding.start);
            announce(t('coding.announce.joined', { name: coding.code.name }));
          },
        );
      },
      remove: (id) => {
        const view = viewNow();
        const name = view?.codingById.get(id)?.code.name;
        if (!view || name === undefined || going.has(id)) return;
        going.add(id);
        void carriedOut(
          view.document.id,
          runCommand('codings.remove', { codings: [id] }),
          (outcome) => outcome,
          ({ revision }) => {
            if (useTranscript.getState().selectedCoding === id) chooseCoding(null);
            announce(t('coding.announce.removed', { name }));
            showUndoToast(t, t('coding.removed', { name }), revision);
          },
        ).finally(() => going.delete(id));
      },
    };
  }, [t]);
}

/** Longest name taken from the words of a passage, in UTF-16 units. */
const longestName = 80;

/** The words of a passage as the name of a code: on one line, cut between words where they are many. */
function inVivoName(words: string): string {
  const name = words.replaceAll(/\s+/g, ' ').trim();
  if (name.length <= longestName) return name;
  const cut = name.slice(0, snapToGraphemes(name, { start: 0, end: longestName }).end);
  return `${cut.slice(0, cut.includes(' ') ? cut.lastIndexOf(' ') : cut.length)}…`;
}

/** The first of codes that asks for a memo where none is written yet; null where the user does not let codes ask. */
function askingForMemo(codes: readonly CodeId[], span: Span): CodeId | null {
  if (queryClient.getQueryData<Settings>(queryKey('settings.get', {}))?.askForMemos === false) return null;
  const asking = new Set(knownCodes().flatMap(({ id, asksMemo }) => (asksMemo ? [id] : [])));
  return codes.find((code) => asking.has(code) && !standingCoding(span, code)?.memo) ?? null;
}

/** One's own coding of exactly these words with a code. */
function standingCoding({ start, end }: Span, code: CodeId): PlacedCoding | undefined {
  return ownCodingsOn({ start, end }).find(
    (one) => one.code.code.id === code && one.start === start && one.end === end,
  );
}

/** A coding that is to come, where the reader is as it is asked for, and how to say that it has come. */
type Expected = {
  readonly coming: ComingCoding;
  readonly isHere: () => boolean;
  readonly arrived: (coding: CodingId | null) => void;
};

function expectation(span: Span, document: DocumentId, code: ComingCoding['code']): Expected {
  const { promise, resolve } = Promise.withResolvers<CodingId | null>();
  const { start, end } = span;
  return { coming: { start, end, document, code, coding: promise }, isHere: markPlace(span), arrived: resolve };
}

/** Has the memo of a coding written: of the one that stands on the words already, else of the one that comes. */
function beginMemo(coming: ComingCoding, code: CodeId): void {
  const standing = standingCoding(coming, code);
  if (standing && !going.has(standing.id)) {
    chooseCoding(standing.id, standing.start);
    writeMemo({ coding: standing.id });
    return;
  }
  leaveSelection();
  writeMemo({ coming });
}

/** Whether the memo of a coding that was still to come is being written. */
function isBegun(coming: ComingCoding): boolean {
  const { memo } = useTranscript.getState();
  return memo !== null && 'coming' in memo && memo.coming === coming;
}

function knownCodes(): Output<'codes.list'> {
  return queryClient.getQueryData<Output<'codes.list'>>(queryKey('codes.list', {})) ?? [];
}

/** Codes given one after the other to the same words are one set. */
function rememberSet(span: Span, codes: readonly CodeId[]): void {
  const { lastSet } = useTranscript.getState();
  const isSame = lastSet?.start === span.start && lastSet.end === span.end;
  const all = new Set([...(isSame ? lastSet.codes : []), ...codes]);
  useTranscript.setState({ lastSet: { start: span.start, end: span.end, codes: [...all] } });
}
