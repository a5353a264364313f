import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isComposing } from '../../ui/composing.ts';
import { untypedField } from '../../app/commands/shortcuts.ts';
import styles from './cases-grid.module.css';

type EditorProps = {
  readonly label: string;
  readonly text: string;
  readonly isNumber: boolean;
  /** Values that can be chosen. */
  readonly choices: readonly string[];
  /** Keeps the keyboard when the cell is reached by key. */
  readonly takesFocus: boolean;
  readonly onCommit: (text: string, then: 'down' | 'right' | 'stay') => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** Keys that do not edit: answers true if it used the key. */
  readonly onKey: (event: KeyboardEvent) => boolean;
};

/**
 * The cell that has the keyboard. It is a field all the time with its text selected, so that whatever is typed replaces it,
 * through an input method too; until something is typed the keys move about the grid.
 */
export function GridEditor(props: EditorProps) {
  const { label, text, isNumber, choices, takesFocus, onCommit, onCopy, onPaste, onKey } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = `choices-${label.replaceAll(/\s+/g, '-')}`;
  const isEditing = draft !== null;

  useLayoutEffect(() => {
    if (takesFocus) input.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useEffect(() => {
    if (!isEditing && document.activeElement === input.current) input.current?.select();
  }, [isEditing, text]);

  const commit = (then: 'down' | 'right' | 'stay'): void => {
    const written = draft;
    setDraft(null);
    if (written !== null && written !== text) onCommit(written, then);
    else onCommit(text, then);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    const handled = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (isEditing) {
      if (event.key === 'Enter') commit('down');
      else if (event.key === 'Tab' && !event.shiftKey) commit('right');
      else if (event.key === 'Escape') setDraft(null);
      else return;
      handled();
      return;
    }
    if (event.key === 'Enter' || event.key === 'F2') {
      setDraft(text);
      requestAnimationFrame(() => input.current?.setSelectionRange(text.length, text.length));
      handled();
    } else if (onKey(event)) handled();
  };

  return (
    <>
      <input
        ref={input}
        aria-label={label}
        className={`${styles.editor} ${isNumber ? styles.number : ''} ${isEditing ? styles.editing : ''}`}
        {...(isEditing ? {} : untypedField)}
        value={draft ?? text}
        list={isEditing && choices.length > 0 ? listId : undefined}
        spellCheck={false}
        autoComplete="off"
        autoCorrect="off"
        onFocus={(event) => event.currentTarget.select()}
        onDoubleClick={() => setDraft(text)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          if (isEditing) commit('stay');
        }}
        onKeyDown={onKeyDown}
        onCopy={(event) => (isEditing ? undefined : onCopy(event))}
        onPaste={(event) => (isEditing ? undefined : onPaste(event))}
      />
      {isEditing && choices.length > 0 ? (
        <datalist id={listId}>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </datalist>
      ) : null}
    </>
  );
}
