import type { CodeChange, CodeStep } from '../../../../shared/contract/methods/codebook.ts';
import type { CodeMark } from '../../../../shared/domain/codebook.ts';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { useQuery } from '../../../api/hooks.ts';
import { shortDateTime } from '../../../i18n/format.ts';
import { useWords, type Words } from '../../../i18n/text.ts';
import { Swatch } from '../../../ui/code-chip.tsx';
import { ownLanguageName } from '../../imports/choices.ts';
import styles from './code-history-list.module.css';

type HistoryProps = { readonly code: CodeId; readonly name: string };

/** What was done to a code, newest first: what changed, when, by whom, and which steps made a new version. */
export function CodeHistoryList({ code, name }: HistoryProps) {
  const { t, language } = useWords();
  const { data: steps } = useQuery('codes.history', { code });
  const { data: coders } = useQuery('coders.list', {});
  if (!steps) return null;
  return (
    <ol className={styles.steps} aria-label={t('codebook.history.of', { name })}>
      {steps.map((step) => {
        const coder = coders?.find(({ id }) => id === step.coder)?.name;
        const version = step.version === null ? null : t('codebook.history.version', { version: step.version });
        return (
          <li key={step.revision ?? 'beginning'} className={styles.step}>
            <p>{stepTitle(t, step)}</p>
            <p className={styles.meta}>
              {[coder, shortDateTime(step.at, language), version].filter(Boolean).join(' · ')}
            </p>
            {step.revision !== null && step.command !== 'codes.create' && step.changes.length > 0 ? (
              <dl className={styles.changes}>
                {step.changes.map((change) => (
                  <Change key={`${change.field} ${change.language} ${change.before} ${change.after}`} change={change} />
                ))}
              </dl>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

function stepTitle(t: Words['t'], { revision, command, label, changes }: CodeStep): string {
  if (revision === null) return t('codebook.history.began');
  switch (command) {
    case 'codes.create':
      return t('codebook.history.created');
    case 'codes.merge':
      return t('codebook.history.merged', label);
    case 'codes.split':
      // The step gave the new code its name, and only took codings from the old one.
      return t(changes.length > 0 ? 'codebook.history.splitFrom' : 'codebook.history.splitTo', label);
    case 'codes.confirmCodings':
      return t('codebook.history.confirmed', label);
    default:
      return t('codebook.history.changed');
  }
}

function Change({ change }: { change: CodeChange }) {
  const { t } = useWords();
  const { field, language, before, after } = change;
  return (
    <>
      <dt>
        {t(`codebook.field.${field}`)}
        {language === null ? null : ` (${ownLanguageName(language)})`}
      </dt>
      <dd {...(language === null ? {} : { lang: language })}>
        {before === null ? null : (
          <del>
            <span className="unseen">{t('codebook.history.before')} </span>
            <Value field={field} value={before} />
          </del>
        )}{' '}
        {after === null ? null : (
          <ins>
            <span className="unseen">{t('codebook.history.after')} </span>
            <Value field={field} value={after} />
          </ins>
        )}
      </dd>
    </>
  );
}

function Value({ field, value }: { field: CodeChange['field']; value: string }) {
  const { t } = useWords();
  if (field === 'color')
    return (
      <>
        <Swatch color={value} mark="solid" /> {value}
      </>
    );
  if (field === 'mark') return t(`coding.code.mark.${value as CodeMark}`);
  if (field === 'parent') return value === '' ? t('coding.code.top') : value;
  if (field === 'pinned' || field === 'retired' || field === 'asksMemo')
    return t(value === '1' ? 'codebook.value.yes' : 'codebook.value.no');
  return value;
}
