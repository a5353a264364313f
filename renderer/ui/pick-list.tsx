import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { isComposing } from './composing.ts';
import styles from './pick-list.module.css';

export type PickOption = {
  readonly id: string;
  readonly content: ReactNode;
  /** A note at the end of the row: keys, a path. */
  readonly end?: ReactNode;
};

type PickListProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly options: readonly PickOption[];
  /** Enter or a click on an option; the event tells the modifiers. Null: Enter with nothing highlighted. */
  readonly onPick: (id: string | null, event: KeyboardEvent | React.MouseEvent) => void;
  /** Told when another option is highlighted; `isChosen` if the arrows went there, not just because it is the first. */
  readonly onHighlight?: (id: string | null, isChosen: boolean) => void;
  /** Keys the list does not use itself; answer true if handled. */
  readonly onOtherKey?: (event: KeyboardEvent<HTMLInputElement>) => boolean;
  /** Stands at the end of the search line. */
  readonly note?: ReactNode;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  /** Copy with nothing selected in the field. */
  readonly onCopy?: (event: React.ClipboardEvent<HTMLInputElement>) => void;
};

/** A search line that is already listening, and what it finds below: one combobox, driven by arrows and Enter. */
export function PickList(props: PickListProps) {
  const { label, placeholder, query, onQuery, options, onPick, onHighlight, onOtherKey, note, inputRef, onCopy } =
    props;
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const ownInput = useRef<HTMLInputElement>(null);
  const input = inputRef ?? ownInput;
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const [byArrow, setByArrow] = useState<string | null>(null);
  const current = options.some(({ id }) => id === highlighted) ? highlighted : (options[0]?.id ?? null);
  const isChosen = current !== null && byArrow === current;

  useEffect(() => input.current?.focus({ preventScroll: true }), [input]);
  useEffect(() => onHighlight?.(current, isChosen), [current, isChosen, onHighlight]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const step = (by: number): void => {
    const at = options.findIndex(({ id }) => id === current);
    const next = options[(at + by + options.length) % options.length];
    if (!next) return;
    setHighlighted(next.id);
    setByArrow(next.id);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') onPick(current, event);
    else if (!onOtherKey?.(event)) return;
    event.preventDefault();
  };

  return (
    <>
      <div className={styles.line}>
        <input
          ref={input}
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current === null ? undefined : `${listId}-${current}`}
          className={styles.input}
          value={query}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          autoCorrect="off"
          onChange={(event) => {
            onQuery(event.target.value);
            setHighlighted(null);
            setByArrow(null);
          }}
          onKeyDown={onKeyDown}
          onCopy={onCopy}
        />
        {note ? <span className={styles.note}>{note}</span> : null}
      </div>
      <ul ref={list} id={listId} role="listbox" aria-label={label} className={styles.list}>
        {options.map(({ id, content, end }) => (
          // The field keeps the keyboard; rows are reached by aria-activedescendant.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={id}
            id={`${listId}-${id}`}
            role="option"
            aria-selected={id === current}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setHighlighted(id)}
            onClick={(event) => onPick(id, event)}
          >
            <span className={styles.content}>{content}</span>
            {end}
          </li>
        ))}
      </ul>
    </>
  );
}
