import { type ChangeEvent, useEffect, useRef } from 'react';
import { useKept } from '../results/kept-state.ts';

/** Time without a key press after which what is typed is searched for, in milliseconds. */
const pause = 180;

type SettledQuery = {
  /** What stands in the field. */
  readonly text: string;
  /** What is searched for: never a half-composed syllable. */
  readonly query: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onCompositionEnd: () => void;
  /** Searches at once (Enter). */
  readonly settle: () => void;
  readonly clear: () => void;
};

/** A query field's text and what becomes a search of it: after a short pause, and not while an input method composes. */
export function useSettledQuery(): SettledQuery {
  const [text, setText] = useKept('search.text', '');
  const [query, setQuery] = useKept('search.query', '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const settleLater = (next: string): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setQuery(next.trim()), next.trim() === '' ? 0 : pause);
  };
  return {
    text,
    query,
    onChange: (event) => {
      const next = event.currentTarget.value;
      setText(next);
      if ((event.nativeEvent as InputEvent).isComposing) clearTimeout(timer.current);
      else settleLater(next);
    },
    // Chromium tells of the end of a composition after the last change; others before it. Both lead here with the text.
    onCompositionEnd: () => settleLater(text),
    settle: () => {
      clearTimeout(timer.current);
      setQuery(text.trim());
    },
    clear: () => {
      clearTimeout(timer.current);
      setText('');
      setQuery('');
    },
  };
}
