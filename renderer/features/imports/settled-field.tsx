import { type HTMLAttributes, useEffect, useState } from 'react';
import { isComposing } from '../../ui/composing.ts';
import styles from './settled-field.module.css';

type SettledFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onSettle: (value: string) => void;
  readonly placeholder?: string;
  readonly lang?: string;
  readonly isCode?: boolean;
  /** Settle on its own after a pause, in milliseconds; else with Enter, or when the field is left. */
  readonly pause?: number;
  /** Id of a list of words that are offered. */
  readonly list?: string;
  readonly isInvalid?: boolean;
};

/** One line whose text counts when it is finished: half a name is nobody's. */
export function SettledField(props: SettledFieldProps) {
  const { label, value, onSettle, placeholder, lang, isCode = false, pause, list, isInvalid = false } = props;
  const [typed, setTyped] = useState(value);
  const [composes, setComposes] = useState(false);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (pause === undefined || composes || typed === value) return undefined;
    const timer = setTimeout(() => onSettle(typed), pause);
    return () => clearTimeout(timer);
  }, [typed, value, pause, composes, onSettle]);
  const settle = (): void => {
    if (typed !== value) onSettle(typed);
  };
  const attributes: HTMLAttributes<HTMLInputElement> = { translate: 'no', ...(lang === undefined ? {} : { lang }) };
  return (
    <input
      {...attributes}
      type="text"
      className={`${styles.field} ${isCode ? styles.code : ''}`}
      aria-label={label}
      aria-invalid={isInvalid}
      value={typed}
      placeholder={placeholder}
      list={list}
      spellCheck={false}
      autoComplete="off"
      autoCorrect="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onCompositionStart={() => setComposes(true)}
      onCompositionEnd={() => setComposes(false)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') settle();
        if (event.key === 'Escape') setTyped(value);
      }}
    />
  );
}
