import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import type { NamedCode } from './code-names.ts';
import styles from './code-rules.module.css';

type RulesProps = {
  readonly code: NamedCode;
  /** Codings on the page made when the code was at an older version. */
  readonly older: number;
};

/** What a code means: read while choosing, beside the words. */
export function CodeRules({ code: named, older }: RulesProps) {
  const { t } = useWords();
  const { code, name, lang, path } = named;
  const shown = code.texts[lang];
  const written = code.texts[code.language];
  // A rule that has not been translated is shown in the language it was written in.
  const text = (key: 'definition' | 'whenToUse' | 'whenNotToUse'): { lang: string; text: string } =>
    shown?.[key] ? { lang, text: shown[key] } : { lang: code.language, text: written?.[key] ?? '' };
  const rules = [
    { title: t('coding.code.definition'), ...text('definition') },
    { title: t('coding.code.whenToUse'), ...text('whenToUse') },
    { title: t('coding.code.whenNotToUse'), ...text('whenNotToUse') },
  ].filter((rule) => rule.text !== '');
  return (
    <section className={styles.rules} aria-label={name}>
      <h2 className={styles.head}>
        <CodeChip name={name} lang={lang} color={code.color} mark={code.mark} retired={code.retired} />
      </h2>
      {path ? (
        <p className={styles.path} lang={lang}>
          {path}
        </p>
      ) : null}
      {code.codable ? null : <p className={styles.path}>{t('coding.code.heading')}</p>}
      {code.retired ? <p className={styles.path}>{t('coding.code.retired')}</p> : null}
      {rules.map((rule) => (
        <div key={rule.title} className={styles.rule}>
          <h3 className={styles.title}>{rule.title}</h3>
          <p lang={rule.lang}>{rule.text}</p>
        </div>
      ))}
      {code.examples.length > 0 ? (
        <div className={styles.rule}>
          <h3 className={styles.title}>{t('coding.code.example', { count: code.examples.length })}</h3>
          {code.examples.map((example) => (
            <p key={example.text} className={styles.quote} lang={code.language}>
              {example.text}
            </p>
          ))}
        </div>
      ) : null}
      <p className={styles.version}>
        {t('coding.code.version', { version: code.version })}
        {older > 0 ? ` · ${t('coding.code.olderVersions', { count: older })}` : ''}
      </p>
    </section>
  );
}
