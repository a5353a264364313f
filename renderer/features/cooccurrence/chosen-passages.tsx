import type { CooccurrenceBlock } from '../../../shared/contract/methods/cooccurrence.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { NamedCode } from '../results/code-names.ts';
import type { Marker } from '../results/marker.tsx';
import { PassageList } from '../results/passage-list.tsx';
import result from '../results/result.module.css';
import { computeInput, type Settings } from './settings.ts';
import styles from './cooccurrence-screen.module.css';

/** A pair of codes, or one code alone. */
export type Chosen = { readonly first: NamedCode; readonly second?: NamedCode };

type ChosenPassagesProps = {
  readonly block: CooccurrenceBlock;
  readonly chosen: Chosen;
  readonly settings: Settings;
  readonly marker: Marker | null;
  /** How many of the pair's only passages with the marker bring. */
  readonly marked: number;
};

/** The passages behind the number that was chosen. */
export function ChosenPassages({ block, chosen, settings, marker, marked }: ChosenPassagesProps) {
  const { t } = useWords();
  const { coder, unit } = block;
  const { first, second } = chosen;
  const { coders: _coders, together: _together, ...counted } = computeInput(settings, marker);
  const { unit: _unit, scope: _scope, rule: _rule, window: _window, ...filter } = counted;
  // Of one code alone units are opened too, but where codings are counted its codings are.
  const isOfUnits = second !== undefined || unit !== 'overlap';
  const units = useQuery(
    'cooccurrence.passages',
    { ...counted, coder, a: first.id, b: second?.id ?? first.id },
    { enabled: isOfUnits, ownErrors: true },
  );
  const codings = useQuery(
    'codes.passages',
    { ...filter, code: first.id, ...(coder === null ? {} : { coder }) },
    { enabled: !isOfUnits, ownErrors: true },
  );
  const { data, error } = isOfUnits ? units : codings;
  const title = second ? t('cooccurrence.passages.pair', { a: first.name, b: second.name }) : first.name;

  return (
    <section className={styles.passages} aria-label={t('results.passages.region')}>
      <h2 className={styles.heading} aria-live="polite">
        {title}
        <span className={styles.headingCount}>
          {data
            ? unit !== 'overlap' && unit !== 'document' && unit !== 'case'
              ? t('results.units.counted', { unit, n: data.length })
              : t('results.passages.count', { count: data.length })
            : null}
        </span>
      </h2>
      {marked > 0 ? <p className={result.note}>{t('cooccurrence.marked', { count: marked })}</p> : null}
      {error ? <ErrorNote error={error} /> : null}
      {data ? <PassageList passages={data} /> : null}
    </section>
  );
}
