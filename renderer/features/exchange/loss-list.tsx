import type { ExchangeReport } from '../../../shared/contract/methods/exchange.ts';
import { useWords } from '../../i18n/text.ts';
import { elementWords } from './element-words.ts';
import styles from './exchange.module.css';
import { groupedLosses } from './grouped-losses.ts';

/** What is not, or not as it is, on the other side, and why. */
export function LossList({ losses }: { losses: ExchangeReport['losses'] }) {
  const { t } = useWords();
  return (
    <ul className={styles.losses}>
      {groupedLosses(losses).map(({ element, reason, count, names }) => (
        <li key={`${element} ${reason}`}>
          <b>{t('exchange.loss.what', { count, element: t('exchange.element', elementWords(element)) })}</b>
          {t('exchange.reason', { reason })}
          {names.length > 0 ? (
            <span className={styles.names}>
              {names.join(' · ')}
              {count > names.length ? ' …' : ''}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
