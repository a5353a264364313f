import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DocumentId } from '../../../../shared/domain/ids.ts';
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

/** Goes to a hit. The jump gives the keyboard to the passage; here it stays with the field. */
function stepAndStay(document: DocumentId, by: 1 | -1, field: RefObject<HTMLElement | null>): void {
  stepToHit(document, by);
  requestAnimationFrame(() => field.current?.focus({ preventScroll: true }));
}

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
  /** Steps asked for before it was known where they lead. */
  const owed = useRef<(1 | -1)[]>([]);
  useLayoutEffect(() => {
    if (!found) return;
    useFind.setState({ hits: found, at: null });
    for (const by of owed.current.splice(0)) stepAndStay(document, by, field);
  }, [found, document]);
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
    useFind.setState({ query: next.trim() });
  };
  const step = (by: 1 | -1): void => {
    if (found && text.trim() === query) {
      stepAndStay(document, by, field);
      return;
    }
    owed.current.push(by);
    settle(text);
  };
  const close = (): void => {
    closeFind();
    focusReader();
  };
  const count =
    query === '' || !data ? '' : t('coding.find.count', { at: at === null ? 0 : at + 1, total: hits.length });

  return (
    <search ref={bar} className={styles.bar}>
      <SearchField
        ref={field}
        label={t('coding.find.field')}
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          owed.current = [];
          clearTimeout(timer.current);
          if (!(event.nativeEvent as InputEvent).isComposing) timer.current = setTimeout(() => settle(next), pause);
        }}
        onCompositionEnd={(event) => settle(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Escape') close();
          else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span role="status" className={styles.count}>
        {count}
      </span>
      <Button look="plain" isDisabled={hits.length === 0} onPress={() => step(-1)}>
        {t('coding.find.previous')}
      </Button>
      <Button look="plain" isDisabled={hits.length === 0} onPress={() => step(1)}>
        {t('coding.find.next')}
      </Button>
      <Button look="icon" aria-label={t('coding.find.close')} onPress={close}>
        <CloseIcon />
      </Button>
    </search>
  );
}
