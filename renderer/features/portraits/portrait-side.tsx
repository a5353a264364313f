import type { ReactNode } from 'react';
import type { Input } from '../../../shared/contract/methods.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { PassageList } from '../results/passage-list.tsx';
import result from '../results/result.module.css';
import styles from './portraits.module.css';

/** The place beside a chart where what is chosen is told. */
export function Side({ heading, children }: { heading: string | null; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <section className={styles.side} aria-label={t('portraits.side')}>
      {heading === null ? (
        <p className={result.note}>{t('portraits.side.choose')}</p>
      ) : (
        <h2 className={styles.heading}>{heading}</h2>
      )}
      {children}
    </section>
  );
}

/** The passages behind a chosen figure; null: none is chosen. */
export function PassagesSide({
  heading,
  input,
}: {
  heading: string | null;
  input: Input<'portraits.passages'> | null;
}) {
  return <Side heading={heading}>{input === null ? null : <Found input={input} />}</Side>;
}

function Found({ input }: { input: Input<'portraits.passages'> }) {
  const { t } = useWords();
  const { data } = useQuery('portraits.passages', input);
  if (!data) return null;
  return (
    <>
      <PassageList passages={data.passages} />
      {data.passages.length < data.total ? (
        <p className={result.note}>{t('portraits.side.more', { shown: data.passages.length, total: data.total })}</p>
      ) : null}
    </>
  );
}
