import { isVerbatimError, type VerbatimError } from '../../../shared/contract/errors.ts';
import { cellFaultMessage, surveyProblemMessage } from '../../../shared/messages/error-message.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import styles from './cases-screen.module.css';

/** Faults listed before the rest is counted. */
const shown = 8;

/** Why nothing was written: each value that does not fit, with its cell. */
export function EditFaults({ error, onClose }: { error: VerbatimError; onClose: () => void }) {
  const { t, say } = useWords();
  const faults = isVerbatimError(error, 'cell_values') ? error.params.faults : [];
  return (
    <div className={styles.faults}>
      <ErrorNote error={error} />
      <ul>
        {faults.slice(0, shown).map((fault) => (
          <li key={`${fault.case} ${fault.attribute}`}>
            {say(cellFaultMessage(fault, say(surveyProblemMessage(fault))))}
          </li>
        ))}
      </ul>
      {faults.length > shown ? <p>{t('cases.faults.more', { count: faults.length - shown })}</p> : null}
      <Button look="plain" onPress={onClose}>
        {t('app.close')}
      </Button>
    </div>
  );
}
