import type { CodeExample } from '../../../../shared/contract/schema/entities.ts';
import { showPassage } from '../../../app/navigation.ts';
import { useWords } from '../../../i18n/text.ts';
import styles from './code-rules.module.css';

/** A code's examples; one taken from a passage opens it. */
export function CodeExamples({ examples, lang }: { examples: readonly CodeExample[]; lang: string }) {
  const { t } = useWords();
  if (examples.length === 0) return null;
  return (
    <div className={styles.rule}>
      <h3 className={styles.title}>{t('coding.code.example', { count: examples.length })}</h3>
      {examples.map(({ id, text, origin, passage }) =>
        passage ? (
          <button
            key={id}
            type="button"
            className={styles.linked}
            aria-label={`${text} ${t('codebook.example.open', { document: origin })}`}
            onClick={() => showPassage(passage)}
          >
            <span className={styles.quote}>{text}</span>
            <span className={styles.place}>{t('codebook.example.linked', { document: origin })}</span>
          </button>
        ) : (
          <p key={id} className={styles.quote} lang={lang}>
            {text}
          </p>
        ),
      )}
    </div>
  );
}
