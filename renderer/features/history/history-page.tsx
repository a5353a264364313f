import { useState } from 'react';
import type { ListedStep } from '../../../shared/contract/methods/history.ts';
import type { Coder } from '../../../shared/contract/schema/entities.ts';
import { useQuery } from '../../api/hooks.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { stepLabel } from '../../../shared/messages/step-label.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './history-dialog.module.css';

/** Steps shown at a time. */
const pageLength = 100;

type PageProps = {
  readonly coders: readonly Pick<Coder, 'id' | 'name'>[];
  readonly isBusy: boolean;
  readonly onChoose: (step: ListedStep) => void;
  /** The page begins with the step before this revision; with the newest, if absent. */
  readonly before?: number;
};

/** One page of steps, and the earlier ones below it when they are asked for. */
export function HistoryPage({ coders, isBusy, onChoose, before }: PageProps) {
  const { t } = useWords();
  const [showsEarlier, showEarlier] = useState(false);
  const { data } = useQuery(
    'history.list',
    { limit: pageLength, ...(before === undefined ? {} : { before }) },
    { keepPrevious: true },
  );
  if (!data) return <p className={styles.note}>{t('app.loading')}</p>;
  const last = data.steps.at(-1);
  return (
    <>
      <ul aria-label={t('history.list')}>
        {data.steps.map((step) => (
          <li key={step.revision}>
            <Step step={step} coders={coders} isBusy={isBusy} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {data.more && last ? (
        showsEarlier ? (
          <HistoryPage coders={coders} isBusy={isBusy} onChoose={onChoose} before={last.revision} />
        ) : (
          <Button look="plain" onPress={() => showEarlier(true)}>
            {t('history.earlier')}
          </Button>
        )
      ) : null}
    </>
  );
}

type StepProps = Omit<PageProps, 'before'> & { readonly step: ListedStep };

function Step({ step, coders, isBusy, onChoose }: StepProps) {
  const { t, say, language } = useWords();
  const coder = coders.find(({ id }) => id === step.coder)?.name;
  const at = shortDateTime(step.at, language);
  const { away } = step;
  const state = step.sealed
    ? t('history.sealed')
    : away === 0
      ? t('history.now')
      : away === null
        ? t('history.replaced')
        : away > 0
          ? t('history.canRedo')
          : '';
  return (
    <button
      type="button"
      className={away === null || away > 0 ? `${styles.step} ${styles.undone}` : styles.step}
      aria-current={away === 0 ? 'step' : undefined}
      disabled={isBusy || away === null || away === 0}
      onClick={() => onChoose(step)}
    >
      <span className={styles.what}>{say(stepLabel(step))}</span>
      <span className={styles.state}>{state}</span>
      <span className={styles.meta}>{coder === undefined ? at : t('history.meta', { coder, at })}</span>
    </button>
  );
}
