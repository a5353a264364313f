import { useState } from 'react';
import { useQuery } from '../../../api/hooks.ts';
import { useWords } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { CodeChip } from '../../../ui/code-chip.tsx';
import { CodeExamples } from './code-examples.tsx';
import { CodeHistoryList } from './code-history-list.tsx';
import type { NamedCode } from '../code-names.ts';
import styles from './code-rules.module.css';
import { openCodebookDialog } from '../codebook-state.ts';
import { OutdatedCodings } from './outdated-codings.tsx';
import { useExampleTaker } from './use-example-taker.ts';

/** What a code means: read while choosing, beside the words; below it who used it, its history, and what to look at again. */
export function CodeRules({ code: named }: { code: NamedCode }) {
  const { t } = useWords();
  const { code, name, lang, path } = named;
  const shown = code.texts[lang];
  const written = code.texts[code.language];
  const takeExample = useExampleTaker(code.id, name);
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
      <div className={styles.headLine}>
        <h2 className={styles.head}>
          <CodeChip name={name} lang={lang} color={code.color} mark={code.mark} retired={code.retired} />
        </h2>
        <Button look="plain" onPress={() => openCodebookDialog({ kind: 'edit', code: code.id })}>
          {t('codebook.edit')}
        </Button>
      </div>
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
      <CodeExamples examples={code.examples} lang={code.language} />
      {takeExample ? (
        <button
          type="button"
          className={styles.take}
          // The selection stands as long as the keyboard stays in its bar.
          onMouseDown={(event) => event.preventDefault()}
          onClick={takeExample}
        >
          {t('codebook.example.take')}
        </button>
      ) : null}
      <CodeUse key={code.id} code={named} />
    </section>
  );
}

/** How often each coder used the code, its version and history, and its codings made under an older one. */
function CodeUse({ code: { code, name } }: { code: NamedCode }) {
  const { t } = useWords();
  const [shown, setShown] = useState<'history' | 'outdated' | null>(null);
  const { data: counted } = useQuery('codes.list', {});
  const { data: coders } = useQuery('coders.list', {});
  const counts = counted?.find(({ id }) => id === code.id);
  const outdated = counts?.outdated ?? 0;
  const used = (coders ?? []).flatMap((coder) => {
    const count = counts?.codings[coder.id] ?? 0;
    return count > 0 ? [t('codebook.counts.one', { coder: coder.name, count })] : [];
  });
  const toggle = (part: 'history' | 'outdated') => () => setShown(shown === part ? null : part);
  return (
    <div className={styles.version}>
      {used.length > 0 ? (
        <p>
          {t('codebook.counts')}: {used.join(' · ')}
        </p>
      ) : null}
      <p>
        {t('coding.code.version', { version: code.version })} ·{' '}
        <button type="button" className={styles.more} aria-expanded={shown === 'history'} onClick={toggle('history')}>
          {t('codebook.history')}
        </button>
      </p>
      {outdated > 0 ? (
        <p>
          <button
            type="button"
            className={styles.more}
            aria-expanded={shown === 'outdated'}
            onClick={toggle('outdated')}
          >
            {t('codebook.outdated', { count: outdated })}
          </button>
        </p>
      ) : null}
      {shown === 'history' ? <CodeHistoryList code={code.id} name={name} /> : null}
      {shown === 'outdated' ? <OutdatedCodings code={code.id} /> : null}
    </div>
  );
}
