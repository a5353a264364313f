import { useRef } from 'react';
import { useWords } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { CloseIcon } from '../../../ui/icons.tsx';
import type { DraftExample } from './code-draft.ts';
import styles from './examples-field.module.css';

type ExamplesProps = {
  readonly examples: readonly DraftExample[];
  /** Language the code is written in. */
  readonly lang: string;
  readonly onChange: (examples: readonly DraftExample[]) => void;
};

/** A code's examples: one's own are written here, those taken from a passage keep their words. */
export function ExamplesField({ examples, lang, onChange }: ExamplesProps) {
  const { t } = useWords();
  const made = useRef(0);
  return (
    <div role="group" aria-label={t('codebook.examples')} className={styles.group}>
      <span className={styles.title} aria-hidden>
        {t('codebook.examples')}
      </span>
      <ul className={styles.list}>
        {examples.map((example, place) => (
          <li key={example.key} className={styles.example}>
            <div className={styles.words}>
              {example.passage ? (
                <>
                  <p className={styles.quote}>{example.text}</p>
                  <p className={styles.origin}>{t('codebook.example.linked', { document: example.origin })}</p>
                </>
              ) : (
                <Field
                  label={t('codebook.example', { number: place + 1 })}
                  hideLabel
                  value={example.text}
                  onChange={(text) => onChange(examples.with(place, { ...example, text }))}
                  lang={lang}
                  lines={2}
                  autoFocus={example.id === undefined}
                />
              )}
            </div>
            <Button
              look="icon"
              aria-label={t('codebook.example.remove', { number: place + 1 })}
              onPress={() => onChange(examples.toSpliced(place, 1))}
            >
              <CloseIcon />
            </Button>
          </li>
        ))}
      </ul>
      <Button
        onPress={() => {
          made.current += 1;
          onChange([...examples, { key: `new ${made.current}`, text: '', origin: '', passage: null }]);
        }}
      >
        {t('codebook.example.add')}
      </Button>
    </div>
  );
}
