import { Fragment, useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/text.ts';
import { useChangeSettings } from '../use-settings.ts';
import styles from './help-sheet.module.css';
import { commandsWithKeys, isRebindable, keysOf, keysOfPress, useKeyBindings } from './key-bindings.ts';
import { type Keys, keysShown } from './keys.ts';
import { type Command, useAllCommands } from './registry.ts';

/** The keys of a command; pressed, it waits for others. Keys that another command has are refused, with its name. */
export function KeyButton({ command }: { command: Command }) {
  const { t } = useWords();
  const commands = useAllCommands();
  const own = useKeyBindings((s) => s.own);
  const change = useChangeSettings();
  const [isWaiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const name = t(command.message, command.values);
  const keys = keysOf(command);

  const bind = (next: readonly Keys[] | null): void => {
    const { [command.id]: _, ...others } = own;
    change({
      keys: Object.fromEntries(
        Object.entries({ ...others, ...(next ? { [command.id]: next } : {}) }).map(([id, list]) => [id, [...list]]),
      ),
    });
    setWaiting(false);
    setRefusal(null);
  };
  // Before the dialog and the page: while keys are waited for, every press is one.
  useEffect(() => {
    if (!isWaiting) return;
    const take = (event: KeyboardEvent): void => {
      const pressed = keysOfPress(event);
      if (pressed === null) return;
      event.preventDefault();
      event.stopPropagation();
      const [taken] = commandsWithKeys(commands, command, pressed);
      if (pressed === 'Escape' || pressed === 'Tab') {
        setWaiting(false);
        setRefusal(null);
      } else if (pressed === 'Backspace' || pressed === 'Delete') bind([]);
      else if (taken)
        setRefusal(t('app.keys.taken', { keys: keysShown(pressed), name: t(taken.message, taken.values) }));
      else bind([pressed]);
    };
    const leave = (): void => setWaiting(false);
    const element = button.current;
    window.addEventListener('keydown', take, true);
    element?.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('keydown', take, true);
      element?.removeEventListener('blur', leave);
    };
  });

  if (!isRebindable(command)) return <Shown keys={keys} />;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.keys}
        aria-label={t('app.keys.change', { name, keys: keys.map(keysShown).join(', ') })}
        aria-pressed={isWaiting}
        onClick={() => setWaiting(!isWaiting)}
      >
        {isWaiting ? <span className={styles.waiting}>{t('app.keys.press')}</span> : <Shown keys={keys} />}
      </button>
      {Object.hasOwn(own, command.id) && !isWaiting ? (
        <button type="button" className={styles.reset} onClick={() => bind(null)}>
          {t('app.keys.reset')}
        </button>
      ) : null}
      <span role="status" className={styles.refusal}>
        {isWaiting ? refusal : null}
      </span>
    </>
  );
}

function Shown({ keys }: { keys: readonly Keys[] }) {
  const { t } = useWords();
  return keys.length === 0 ? (
    <span className={styles.none}>{t('app.keys.none')}</span>
  ) : (
    // Read as separate words; the row they stand in shows no blanks.
    keys.map((one, place) => (
      <Fragment key={one}>
        {place === 0 ? null : ' '}
        <kbd>{keysShown(one)}</kbd>
      </Fragment>
    ))
  );
}
