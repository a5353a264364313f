import type { QueuedDifference } from '../../../shared/contract/methods/adjudication.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { codersCompared } from './compared-coders.ts';
import { verdictText } from './difference-words.ts';
import styles from './decision-bar.module.css';

export type Choice =
  | { readonly verdict: 'coder'; readonly chosen: string }
  | { readonly verdict: 'both' | 'neither' }
  | { readonly verdict: 'own' };

type DecisionBarProps = {
  readonly difference: QueuedDifference;
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onDecide: (choice: Choice) => void;
  readonly onWithdraw: () => void;
};

/** One button and one key for each way to decide; what was decided, by whom and when, stands beside. */
export function DecisionBar({ difference, coders, reason, onReason, onDecide, onWithdraw }: DecisionBarProps) {
  const { t, language } = useWords();
  const { decision } = difference;
  const compared = codersCompared(difference, coders);
  const choice = (key: string, text: string, made: Choice, isMade: boolean) => (
    <Button
      key={key}
      look={isMade ? 'main' : 'edged'}
      {...(isMade ? { 'aria-label': t('adjudication.made', { what: `${text} ${key}` }) } : {})}
      onPress={() => onDecide(made)}
    >
      {text} <kbd className={styles.key}>{key}</kbd>
    </Button>
  );
  return (
    <div className={styles.bar}>
      <div role="group" aria-label={t('adjudication.decide')} className={styles.buttons}>
        {compared.map(({ id, name, place }) =>
          choice(
            String(place + 1),
            name,
            { verdict: 'coder', chosen: id },
            decision?.verdict === 'coder' && decision.chosen === id,
          ),
        )}
        {choice(
          'S',
          t('adjudication.both', { coders: compared.length }),
          { verdict: 'both' },
          decision?.verdict === 'both',
        )}
        {choice('N', t('adjudication.neither'), { verdict: 'neither' }, decision?.verdict === 'neither')}
        {choice('O', t('adjudication.own'), { verdict: 'own' }, decision?.verdict === 'own')}
      </div>
      <Field
        label={t('adjudication.reason')}
        hideLabel
        placeholder={t('adjudication.reason')}
        value={reason}
        onChange={onReason}
      />
      {decision ? (
        <p className={styles.made} role="status">
          {t('adjudication.by', {
            what: verdictText(t, decision, coders),
            who: decision.decidedByName,
            at: shortDateTime(decision.decidedAt, language),
          })}
          {decision.reason === '' ? '' : ` ${t('adjudication.because', { reason: decision.reason })}`}{' '}
          <Button look="plain" onPress={onWithdraw}>
            {t('adjudication.withdraw')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
