import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useState } from 'react';
import type { CodeId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { useCommand, useQueryPart } from '../../api/hooks.ts';
import { keysShown } from '../../app/commands/keys.ts';
import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import { PickList } from '../../ui/pick-list.tsx';
import type { NamedCode } from '../codebook/code-names.ts';
import { codeSearch, mostHits } from '../codebook/pick/code-search.ts';
import { FoundCode } from '../codebook/pick/found-code.tsx';
import { setCandidate } from '../codebook/codebook-state.ts';
import { pinnedCodes } from '../codebook/pinned-codes.ts';
import type { DocumentPage } from './place/document-page.ts';
import styles from './selection-bar.module.css';
import { movedEnd } from './selection-moves.ts';
import { announce, leaveSelection, useTranscript } from './transcript-state.ts';
import { widenSelection } from './widen-selection.ts';
import { useRecentCodes } from './recent-codes.ts';
import type { CodingActions } from './use-coding-actions.ts';
import { useView, viewNow } from './use-document-view.ts';

const recentShown = 5;

type BarProps = {
  readonly page: DocumentPage;
  readonly selection: Span;
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  readonly actions: CodingActions;
  /** Where the keyboard goes when the bar closes. */
  readonly onLeave: () => void;
};

/**
 * Select and pick: the last five codes under 1 to 5, the pinned ones under Shift and their number, which keeps the bar open for
 * more, and a search that is already listening.
 */
export function SelectionBar({ page, selection, codes, actions, onLeave }: BarProps) {
  const { t, language } = useWords();
  const [query, setQuery] = useState('');
  /** The code the arrows have gone to: a new one is created under it. */
  const [parent, setParent] = useState<CodeId | null>(null);
  const { mutateAsync: createCode, isPending: isCreating } = useCommand('codes.create');

  const codable = useMemo(() => [...codes.values()].filter(({ code }) => code.codable && !code.retired), [codes]);
  const search = useMemo(() => codeSearch(codable), [codable]);
  const found = useMemo(() => search(query), [search, query]);
  const recent = useRecentCodes()
    .flatMap((id) => codes.get(id) ?? [])
    .filter(({ code }) => code.codable && !code.retired)
    .slice(0, recentShown);
  const pinned = (useQueryPart('codes.list', {}, pinnedCodes) ?? []).flatMap((id) => codes.get(id) ?? []);
  const name = query.trim();

  useEffect(() => () => setCandidate(null), []);
  const onHighlight = useCallback((id: string | null, isChosen: boolean) => {
    setCandidate(id as CodeId | null);
    setParent(isChosen ? (id as CodeId | null) : null);
  }, []);

  const leave = (): void => {
    leaveSelection();
    onLeave();
  };

  const apply = async (code: CodeId, how: 'close' | 'stay' | 'memo'): Promise<void> => {
    const give = { close: actions.applyAndSelect, stay: actions.apply, memo: actions.applyAndWrite }[how];
    const applied = give([code], selection, page.document.id);
    setQuery('');
    // A code that had to be made first may come when other words have been chosen.
    if (how === 'close' && useTranscript.getState().selection === selection) leave();
    const [coding] = await applied;
    if (coding === undefined) return;
    const here = (viewNow()?.codings ?? []).filter(
      (one) => one.start < selection.end && one.end > selection.start,
    ).length;
    announce(t('coding.announce.coded', { name: codes.get(code)?.name ?? '', count: here }));
  };

  const create = async (): Promise<void> => {
    if (name === '' || isCreating) return;
    try {
      const code = await createCode({ name, language, parent });
      await apply(code.id, 'close');
    } catch {
      // Shown above the status bar; the bar stays open with the name as it was typed.
    }
  };

  const isCoded = useView(({ view }) =>
    Boolean(view?.codings.some((one) => one.isOwn && one.start < selection.end && one.end > selection.start)),
  );
  const erase = (): void => {
    actions.erase(selection);
    onLeave();
  };
  const codeInVivo = (): void => {
    actions.codeInVivo(selection);
    leave();
  };

  const onPick = (id: string | null, event: KeyboardEvent | MouseEvent): void => {
    if ('key' in event && (event.ctrlKey || event.metaKey)) {
      if (name === '') codeInVivo();
      else void create();
      return;
    }
    if (id !== null) void apply(id as CodeId, event.altKey ? 'memo' : event.shiftKey ? 'stay' : 'close');
  };

  const onOtherKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (event.key === 'Escape') {
      leave();
      return true;
    }
    // With Ctrl or Command a digit is another command's key.
    const isChord = event.ctrlKey || event.metaKey;
    if (query !== '') return false;
    if (event.key === 'Delete') {
      erase();
      return true;
    }
    const digit = !isChord && /^[1-5]$/.test(event.key) ? recent[Number(event.key) - 1] : undefined;
    if (digit) {
      void apply(digit.code.id, event.altKey ? 'memo' : 'close');
      return true;
    }
    const pin =
      !isChord && event.shiftKey && !/^\d$/.test(event.key) ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    const held = pin === undefined ? undefined : pinned[Number(pin) - 1];
    if (held) {
      void apply(held.code.id, 'stay');
      return true;
    }
    if (event.key === ' ') {
      widenSelection(page);
      return true;
    }
    if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && (event.shiftKey || event.altKey)) {
      const by = event.key === 'ArrowRight' ? 1 : -1;
      const step = isChord ? 'word' : 'character';
      useTranscript.setState({ selection: movedEnd(page, selection, event.altKey ? 'start' : 'end', by, step) });
      return true;
    }
    return false;
  };

  return (
    // Only notices that the keyboard has left.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      data-selection-bar=""
      aria-label={t('coding.bar.label')}
      className={styles.bar}
      onBlur={(event) => {
        const to = event.relatedTarget;
        // A click elsewhere in the page leaves the selection; losing the window does not, nor does the codebook, whose codes can be given to it.
        const isElsewhere = to instanceof Element && !event.currentTarget.contains(to);
        if (isElsewhere && !to.closest('[data-codebook]')) leaveSelection();
      }}
    >
      <Chips
        label={t('coding.bar.recent')}
        codes={recent}
        keyOf={(place) => String(place + 1)}
        onPress={(code, event) => void apply(code, event.altKey ? 'memo' : event.shiftKey ? 'stay' : 'close')}
      />
      <Chips
        label={t('coding.bar.pinned')}
        codes={pinned}
        keyOf={(place) => `⇧${place + 1}`}
        onPress={(code, event) => void apply(code, event.altKey ? 'memo' : 'stay')}
      />
      <PickList
        label={t('coding.bar.label')}
        placeholder={t('coding.bar.placeholder')}
        query={query}
        onQuery={setQuery}
        options={found.slice(0, mostHits).map((named, place) => ({
          id: named.code.id,
          content: <FoundCode named={named} query={query} />,
          end: place === 0 ? <kbd>{keysShown('Enter')}</kbd> : null,
        }))}
        onPick={onPick}
        onHighlight={onHighlight}
        onOtherKey={onOtherKey}
        note={name === '' ? null : t('coding.bar.count', { shown: found.length, total: codable.length })}
        onCopy={(event) => {
          if (event.currentTarget.selectionStart !== event.currentTarget.selectionEnd) return;
          event.preventDefault();
          event.clipboardData.setData('text/plain', page.text.slice(selection.start, selection.end));
        }}
      />
      <div className={styles.hints}>
        {name !== '' && found.length === 0 ? null : (
          <>
            <Hint keys={keysShown('Enter')} text={t('coding.bar.apply')} />
            <Hint keys={keysShown('Shift+Enter')} text={t('coding.bar.stay')} />
            <Hint keys={keysShown('Alt+Enter')} text={t('coding.bar.withMemo')} />
          </>
        )}
        {name === '' ? (
          <>
            <Hint keys="␣" text={t('coding.bar.wider')} run={() => widenSelection(page)} />
            <Hint keys={keysShown('Mod+Enter')} text={t('coding.bar.inVivo')} run={codeInVivo} />
            {isCoded ? <Hint keys="Del" text={t('coding.bar.erase')} run={erase} /> : null}
          </>
        ) : (
          <Hint
            keys={keysShown('Mod+Enter')}
            text={
              parent === null
                ? t('coding.bar.new', { name })
                : t('coding.bar.newUnder', { name, parent: codes.get(parent)?.name ?? '' })
            }
          />
        )}
      </div>
    </div>
  );
}

type ChipsProps = {
  readonly label: string;
  readonly codes: readonly NamedCode[];
  readonly keyOf: (place: number) => string;
  readonly onPress: (code: CodeId, event: MouseEvent) => void;
};

/** Codes at hand, each with its key. */
function Chips({ label, codes, keyOf, onPress }: ChipsProps) {
  if (codes.length === 0) return null;
  return (
    <ul className={styles.recent} aria-label={label}>
      {codes.map(({ code, name, lang }, place) => (
        <li key={code.id}>
          <button
            type="button"
            tabIndex={-1}
            className={styles.chip}
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => onPress(code.id, event)}
          >
            <kbd>{keyOf(place)}</kbd>
            <CodeChip name={name} lang={lang} color={code.color} mark={code.mark} />
          </button>
        </li>
      ))}
    </ul>
  );
}

type HintProps = { readonly keys: string; readonly text: string; readonly run?: () => void };

/** A key and what it does; with `run`, also for the pointer. */
function Hint({ keys, text, run }: HintProps) {
  const words = (
    <>
      <kbd>{keys}</kbd> {text}
    </>
  );
  if (!run) return <span className={styles.hint}>{words}</span>;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.hint} ${styles.press}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {words}
    </button>
  );
}
