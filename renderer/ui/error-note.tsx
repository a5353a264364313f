import type { VerbatimError } from '../../shared/contract/errors.ts';
import { errorMessage } from '../../shared/messages/error-message.ts';
import { useWords } from '../i18n/text.ts';
import styles from './error-note.module.css';
import { StateIcon } from './state-icon.tsx';

/** A failure where it happened: its icon, what happened, to which file, what to do. */
export function ErrorNote({ error }: { error: VerbatimError }) {
  const { say } = useWords();
  return (
    <p role="alert" className={styles.note}>
      <StateIcon state="bad" />
      <span>{say(errorMessage(error.toWire()))}</span>
    </p>
  );
}
