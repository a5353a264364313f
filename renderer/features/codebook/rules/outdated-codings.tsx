import type { CodeCoding } from '../../../../shared/contract/methods/codebook.ts';
import type { CodeId, CoderId, CodingId } from '../../../../shared/domain/ids.ts';
import { useQuery } from '../../../api/hooks.ts';
import { runShownAtOnce } from '../../../api/run-command.ts';
import { showPassage } from '../../../app/navigation.ts';
import { useOpenProject } from '../../../app/use-open-project.ts';
import { useWords } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './outdated-codings.module.css';

/** Codings made under an older definition: each opens its passage; one's own are kept or taken away. */
export function OutdatedCodings({ code }: { code: CodeId }) {
  const { t } = useWords();
  const project = useOpenProject();
  const { data: codings } = useQuery('codes.codings', { code, outdated: true });
  if (!codings || !project) return null;
  const settle = (command: 'codes.confirmCodings' | 'codings.remove', settled: CodingId[]): void =>
    runShownAtOnce(
      command,
      { codings: settled },
      {
        method: 'codes.codings',
        input: { code, outdated: true },
        // Gone from the list at once: a second press means nothing any more.
        patch: (known) => known.filter(({ coding }) => !settled.includes(coding)),
      },
    );
  const own = codings.filter(({ coder }) => coder === project.coder).map(({ coding }) => coding);
  return (
    <div className={styles.outdated}>
      <ul aria-label={t('codebook.outdated.list')}>
        {codings.map((one) => (
          <OutdatedCoding
            key={one.coding}
            one={one}
            reader={project.coder}
            onKeep={(coding) => settle('codes.confirmCodings', [coding])}
            onDrop={(coding) => settle('codings.remove', [coding])}
          />
        ))}
      </ul>
      {own.length > 1 ? (
        <Button onPress={() => settle('codes.confirmCodings', own)}>
          {t('codebook.outdated.keepAll', { count: own.length })}
        </Button>
      ) : null}
    </div>
  );
}

type OutdatedProps = {
  readonly one: CodeCoding;
  readonly reader: CoderId;
  readonly onKeep: (coding: CodingId) => void;
  readonly onDrop: (coding: CodingId) => void;
};

function OutdatedCoding({ one, reader, onKeep, onDrop }: OutdatedProps) {
  const { t } = useWords();
  const { passage, coding, coder, codeVersion } = one;
  return (
    <li className={styles.one}>
      <button type="button" className={styles.open} onClick={() => showPassage(passage)}>
        <span className={styles.quote} lang={passage.language} dir="auto">
          {passage.quote}
        </span>
        <span className={styles.meta}>
          {passage.documentName} · {passage.coders.join(', ')} ·{' '}
          {t('codebook.outdated.version', { version: codeVersion })}
        </span>
      </button>
      {coder === reader ? (
        <span className={styles.buttons}>
          <Button
            look="flush"
            aria-label={t('codebook.outdated.keepOne', { quote: passage.quote })}
            onPress={() => onKeep(coding)}
          >
            {t('codebook.outdated.keep')}
          </Button>
          <Button
            look="plain"
            aria-label={t('codebook.outdated.dropOne', { quote: passage.quote })}
            onPress={() => onDrop(coding)}
          >
            {t('codebook.outdated.drop')}
          </Button>
        </span>
      ) : null}
    </li>
  );
}
