import { useState } from 'react';
import type { Translation } from '../../../shared/contract/methods/translations.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { useCommand } from '../../api/hooks.ts';
import { languageName } from '../../i18n/language-name.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Tick } from '../../ui/tick.tsx';
import { focusReader } from '../transcript/place/dom-position.ts';
import type { DocumentView } from '../transcript/use-document-view.ts';
import styles from './passage-translations.module.css';
import { translate } from './translating-state.ts';

/** Languages offered, those of the interface first; any other is written as its tag in the study's files. */
const offered = ['en', 'zh-Hans', 'ja', 'zh-Hant', 'ko', 'fr', 'de', 'es', 'pt', 'ru', 'ar', 'he', 'vi', 'id', 'hi'];

type FormProps = {
  readonly view: DocumentView;
  readonly passage: Span;
  readonly standing: Translation | undefined;
  /** Languages one has translated it into already. */
  readonly taken: readonly string[];
};

/** The pane scrolls to the form when it opens. */
function showWhole(form: HTMLElement | null): void {
  form?.scrollIntoView({ block: 'nearest' });
}

/** Writes a passage's words in another language, with who translated them and whether they were checked. */
export function TranslationForm({ view, passage, standing, taken }: FormProps) {
  const { t, language: shown } = useWords();
  const languages = offered.filter(
    (one) => one !== view.language && (one === standing?.language || !taken.includes(one)),
  );
  const [language, setLanguage] = useState(standing?.language ?? (languages.includes(shown) ? shown : languages[0]!));
  const [text, setText] = useState(standing?.text ?? '');
  const [translator, setTranslator] = useState(standing?.translator ?? view.ownName);
  const [isChecked, setChecked] = useState(standing?.isChecked ?? false);
  const save = useCommand('translations.save', { ownErrors: true });
  const leave = (): void => {
    translate(null);
    focusReader();
  };
  const confirm = (): void =>
    save.mutate(
      { document: view.document.id, start: passage.start, end: passage.end, language, text, translator, isChecked },
      { onSuccess: leave },
    );
  return (
    <div className={styles.form} ref={showWhole}>
      <p className={styles.original} lang={view.language} dir="auto" translate="no">
        {view.text.slice(passage.start, passage.end)}
      </p>
      <Choice
        label={t('translations.language')}
        value={language}
        options={[...new Set([language, ...languages])].map((id) => ({ id, label: languageName(id, shown) }))}
        onChange={setLanguage}
      />
      <Field label={t('translations.text')} value={text} onChange={setText} lines={3} lang={language} autoFocus />
      <Field label={t('translations.translator')} value={translator} onChange={setTranslator} />
      <Tick label={t('translations.isChecked')} isTicked={isChecked} onChange={setChecked} />
      {save.error ? <ErrorNote error={save.error} /> : null}
      <div className={styles.buttons}>
        <Button onPress={leave}>{t('app.cancel')}</Button>
        <Button look="main" isDisabled={save.isPending || (text.trim() === '' && !standing)} onPress={confirm}>
          {text.trim() === '' && standing ? t('translations.remove') : t('translations.save')}
        </Button>
      </div>
    </div>
  );
}
