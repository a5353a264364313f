import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useQuery } from '../../../api/hooks.ts';
import { useWords } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { CloseIcon } from '../../../ui/icons.tsx';
import { isComposing } from '../../../ui/composing.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import type { DocumentPage } from '../place/document-page.ts';
import { focusReader } from '../place/dom-position.ts';
import styles from './find-bar.module.css';
import { stepToHit } from './find-commands.ts';
import { closeFind, useFind } from './find-state.ts';
import { useFindMarks } from './use-find-marks.ts';

type BarProps = { readonly page: DocumentPage; readonly scroller: RefObject<HTMLElement | null> };

/** Time without a key press after which what is typed is looked for, in milliseconds. */
const pause = 120;
const none: readonly never[] = [];

/** Looks for words in the transcript that is open: count, next and previous, every hit marked on the page. */
export function FindBar({ page, scroller }: BarProps) {
  const { t } = useWords();
  const { query, hits, at, asked } = useFind();
  const [text, setText] = useState(query);
  const bar = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const document = page.document.id;
  const { data } = useQuery('search.inDocument', { document, query: query || ' ' }, { enabled: query !== '' });
  const found = query === '' ? none : (data?.hits ?? null);
  /** A step asked for before it is known where what is looked for stands. */
  const wanted = useRef<1 | -1 | null>(null);
  const step = useCallback(
    (by: 1 | -1): void => {
      stepToHit(document, by);
      // The jump gives the keyboard to the passage; here it stays with the field.
      requestAnimationFrame(() => field.current?.focus({ preventScroll: true }));
    },
    [document],
  );
  useLayoutEffect(() => {
    if (!found) return;
    useFind.setState({ hits: found, at: null });
    if (wanted.current !== null) step(wanted.current);
    wanted.current = null;
  }, [found, step]);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The bar takes its room from the page; the lines stay where they are.
  useLayoutEffect(() => {
    const page = scroller.current;
    const height = bar.current?.offsetHeight ?? 0;
    page?.scrollBy(0, height);
    return () => page?.scrollBy(0, -height);
  }, [scroller]);
  useFindMarks(page, scroller);

  const settle = (next: string): void => {
    clearTimeout(timer.current);
    wanted.current = null;
    useFind.setState({ query: next.trim() });
  };
  const stepWhenKnown = (by: 1 | -1): void => {
    if (found) step(by);
    else wanted.current = by;
  };
  const close = (): void => {
    closeFind();
    focusReader();
  };
  const count =
    query === '' ? '' : t('coding.find.count', { at: at === null ? 0 : at + 1, total: data ? hits.length : 0 });

  return (
    <search ref={bar} className={styles.bar}>
      <SearchField
        ref={field}
        label={t('coding.find.field')}
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          clearTimeout(timer.current);
          if (!(event.nativeEvent as InputEvent).isComposing) timer.current = setTimeout(() => settle(next), pause);
        }}
        onCompositionEnd={(event) => settle(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Escape') close();
          else if (event.key !== 'Enter') return;
          else if (text.trim() === query) stepWhenKnown(event.shiftKey ? -1 : 1);
          else settle(text);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span role="status" className={styles.count}>
        {count}
      </span>
      <Button look="plain" isDisabled={hits.length === 0} onPress={() => stepWhenKnown(-1)}>
        {t('coding.find.previous')}
      </Button>
      <Button look="plain" isDisabled={hits.length === 0} onPress={() => stepWhenKnown(1)}>
        {t('coding.find.next')}
      </Button>
      <Button look="icon" aria-label={t('coding.find.close')} onPress={close}>
        <CloseIcon />
      </Button>
    </search>
  );
}
