import type { Translation } from '../../../shared/contract/methods/translations.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { useQuery } from '../../api/hooks.ts';
import { languageName } from '../../i18n/language-name.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import type { DocumentView } from '../transcript/use-document-view.ts';
import styles from './passage-translations.module.css';
import { translate, useTranslating } from './translating-state.ts';
import { TranslationForm } from './translation-form.tsx';

const none: readonly Translation[] = [];

type PartProps = { readonly view: DocumentView; readonly passage: Span | null };

/** What the passage at the reader's place says in other languages, beside it. */
export function PassageTranslations({ view, passage }: PartProps) {
  const { t, language } = useWords();
  const { data = none } = useQuery('translations.ofDocument', { document: view.document.id });
  const written = useTranslating((s) => s.passage);
  const here = passage ? data.filter(({ start, end }) => start < passage.end && end > passage.start) : [];
  if (here.length === 0 && !written) return null;
  const edited = written
    ? data.find(
        (one) =>
          one.coder === view.coder &&
          one.start === written.start &&
          one.end === written.end &&
          one.language === written.language,
      )
    : undefined;
  return (
    <section aria-label={t('translations.title')} className={styles.section}>
      <h3 className={styles.head}>{t('translations.title')}</h3>
      <ul>
        {here
          .filter((one) => one !== edited)
          .map((one) => (
            <li key={one.id} className={styles.item}>
              <p className={styles.text} lang={one.language} dir="auto" translate="no">
                {one.text}
              </p>
              <p className={styles.meta}>
                {one.isChecked ? <StateIcon state="ok" label={t('translations.checked')} /> : null}
                <span>{languageName(one.language, language)}</span>
                <span>{one.translator || view.coderName(one.coder)}</span>
                {one.coder === view.coder ? (
                  <Button
                    look="plain"
                    aria-label={t('translations.editIn', { language: languageName(one.language, language) })}
                    onPress={() => translate({ start: one.start, end: one.end, language: one.language })}
                  >
                    {t('translations.edit')}
                  </Button>
                ) : null}
              </p>
            </li>
          ))}
      </ul>
      {written ? (
        <TranslationForm
          key={`${written.start} ${written.end} ${written.language}`}
          view={view}
          passage={written}
          standing={edited}
          taken={data
            .filter((one) => one.coder === view.coder && one.start === written.start && one.end === written.end)
            .map((one) => one.language)}
        />
      ) : null}
    </section>
  );
}
