import type { CooccurrenceBlock } from '../../../shared/contract/methods/analysis.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { NamedCode } from '../results/code-names.ts';
import { PassageList } from '../results/passage-list.tsx';
import styles from './cooccurrence-screen.module.css';

/** A pair of codes, or one code alone. */
export type Chosen = { readonly first: NamedCode; readonly second?: NamedCode };

/** The passages behind the number that was chosen. */
export function ChosenPassages({ block, chosen }: { block: CooccurrenceBlock; chosen: Chosen }) {
  const { t } = useWords();
  const { coder, unit, scope } = block;
  const { first, second } = chosen;
  const pair = useQuery(
    'cooccurrence.passages',
    { unit, scope, coder, a: first.id, b: second?.id ?? first.id },
    { enabled: second !== undefined },
  );
  const alone = useQuery('codes.passages', { code: first.id, coder }, { enabled: second === undefined });
  const { data, error } = second ? pair : alone;
  const title = second ? t('cooccurrence.passages.pair', { a: first.name, b: second.name }) : first.name;

  return (
    <section className={styles.passages} aria-label={t('results.passages.region')}>
      <h2 className={styles.heading} aria-live="polite">
        {title}
        <span className={styles.headingCount}>
          {data
            ? t(second && unit === 'turn' ? 'cooccurrence.passages.turns' : 'results.passages.count', {
                count: data.length,
              })
            : null}
        </span>
      </h2>
      {error ? <ErrorNote error={error} /> : null}
      {data ? <PassageList passages={data} /> : null}
    </section>
  );
}
