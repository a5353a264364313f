import type {
  ComparisonTests,
  FreePValue,
  GroupTest,
  RepeatedTest,
} from '../../../shared/contract/methods/comparison.ts';
import { useWords, type Words } from '../../i18n/text.ts';
import { HelpMark } from '../help/help-mark.tsx';
import { coefficientText, pText } from '../results/figures.ts';
import result from '../results/result.module.css';
import { undefinedText } from '../results/undefined-text.ts';
import styles from './comparison.module.css';

type RowTestsProps = {
  readonly name: string;
  readonly place: number;
  readonly columns: readonly string[];
  readonly tests: ComparisonTests | null;
  readonly isGrouped: boolean;
};

/** The tests of one row: effect and interval first, then p; what has no value says why. */
export function RowTests({ name, place, columns, tests, isGrouped }: RowTestsProps) {
  const { t } = useWords();
  if (!tests) return <p className={result.note}>{t('comparison.test.running')}</p>;
  const repeated = tests.repeated?.[place];
  const grouped = tests.independent?.[place];
  return (
    <>
      <h2 className={styles.heading}>{name}</h2>
      {repeated ? <Repeated test={repeated} columns={columns} /> : null}
      {grouped ? <Grouped test={grouped} /> : null}
      {tests.passages ? (
        <>
          <h2 className={styles.heading}>{t('comparison.test.passages')}</h2>
          <p className={result.note}>{t('comparison.test.passages.warning')}</p>
          <Grouped test={tests.passages} />
        </>
      ) : null}
      <p className={result.note}>
        {t('comparison.test.note', {
          rows: isGrouped ? (tests.independent?.length ?? 0) : (tests.repeated?.length ?? 0),
          draws: tests.draws,
          seed: tests.seed,
        })}
      </p>
    </>
  );
}

type Statistic = { readonly value: number } | { readonly undefined: string };
type IntervalValue = { readonly low: number; readonly high: number } | { readonly undefined: string };

function intervalText(t: Words['t'], interval: IntervalValue): string {
  return 'low' in interval
    ? t('comparison.test.interval', { low: coefficientText(interval.low), high: coefficientText(interval.high) })
    : undefinedText(t, interval.undefined);
}

function freeText(t: Words['t'], free: FreePValue): string {
  if ('undefined' in free) return undefinedText(t, free.undefined);
  return free.kind === 'exact'
    ? t('comparison.test.exact', { p: pText(free.p) })
    : t('comparison.test.drawn', { p: pText(free.p), error: coefficientText(free.standardError, 4) });
}

function largeText(t: Words['t'], asymptotic: Statistic): string {
  return 'value' in asymptotic
    ? t('comparison.test.asymptotic', { p: pText(asymptotic.value) })
    : t('comparison.test.suppressed');
}

function Repeated({ test, columns }: { test: RepeatedTest; columns: readonly string[] }) {
  const { t } = useWords();
  const { cochran, friedman, mcNemar, conover } = test;
  const differing = mcNemar.filter(({ onlyFirst, onlySecond }) => onlyFirst + onlySecond > 0);
  return (
    <>
      <p className={result.note}>{t('comparison.test.n', { n: test.n, dropped: test.dropped })}</p>
      <dl className={styles.facts}>
        <dt>
          {t('comparison.test.cochran')}
          <HelpMark of="cochranQ" />
        </dt>
        <dd>
          {'undefined' in cochran ? (
            undefinedText(t, cochran.undefined)
          ) : (
            <>
              {t('comparison.test.eta', { value: coefficientText(cochran.effect) })} {intervalText(t, cochran.interval)}
              <br />
              {t('comparison.test.q', {
                q: coefficientText(cochran.statistic),
                df: cochran.degreesOfFreedom,
                telling: cochran.effectiveN,
              })}
              <br />
              {freeText(t, cochran.free)}
              <br />
              {largeText(t, cochran.asymptotic)}
            </>
          )}
        </dd>
        <dt>
          {t('comparison.test.friedman')}
          <HelpMark of="friedman" />
        </dt>
        <dd>
          {'undefined' in friedman ? (
            undefinedText(t, friedman.undefined)
          ) : (
            <>
              {t('comparison.test.w', { value: coefficientText(friedman.effect) })}
              <HelpMark of="kendallW" /> {intervalText(t, friedman.interval)}
              <br />
              {t('comparison.test.chi', { value: coefficientText(friedman.statistic), df: friedman.degreesOfFreedom })}
              <br />
              {freeText(t, friedman.free)}
              <br />
              {largeText(t, friedman.asymptotic)}
            </>
          )}
        </dd>
      </dl>
      {mcNemar.length === 0 ? null : (
        <table className={`${result.table} ${styles.pairs}`} aria-label={t('comparison.test.mcnemar')}>
          <thead>
            <tr>
              <th scope="col">
                {t('comparison.test.mcnemar')}
                <HelpMark of="mcNemar" />
              </th>
              <th scope="col" className={result.number}>
                {t('comparison.test.discordant')}
              </th>
              <th scope="col" className={result.number}>
                {t('comparison.test.difference')}
              </th>
              <th scope="col" className={result.number}>
                {t('comparison.test.holm')}
                <HelpMark of="holm" />
              </th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ i, j, onlyFirst, onlySecond, difference, holmP }) => (
              <tr key={`${i} ${j}`}>
                <th scope="row">{t('comparison.test.pair', { first: columns[i]!, second: columns[j]! })}</th>
                <td className={result.number}>
                  {onlyFirst} : {onlySecond}
                </td>
                <td className={result.number}>
                  {'value' in difference
                    ? `${coefficientText(difference.value)} (${coefficientText(difference.interval.low)}; ${coefficientText(difference.interval.high)})`
                    : t('results.undefined')}
                </td>
                <td className={result.number}>{pText(holmP)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {differing.length < mcNemar.length ? (
        <p className={result.note}>{t('comparison.test.alike', { count: mcNemar.length - differing.length })}</p>
      ) : null}
      {conover === null ? (
        <p className={result.note}>{t('comparison.test.noConover')}</p>
      ) : 'undefined' in conover ? (
        <p className={result.note}>{undefinedText(t, conover.undefined)}</p>
      ) : (
        <p className={result.note}>
          {t('comparison.test.conover', {
            pairs: conover.pairs
              .map(
                ({ i, j, holmP }) =>
                  `${t('comparison.test.pair', { first: columns[i]!, second: columns[j]! })} ${pText(holmP)}`,
              )
              .join('; '),
          })}
          <HelpMark of="conover" />
        </p>
      )}
    </>
  );
}

function Grouped({ test: { n, emptyRows, emptyColumns, test } }: { test: GroupTest }) {
  const { t } = useWords();
  return (
    <>
      <p className={result.note}>{t('comparison.test.table', { n, empty: emptyRows.length + emptyColumns.length })}</p>
      {'undefined' in test ? (
        <p>{undefinedText(t, test.undefined)}</p>
      ) : (
        <dl className={styles.facts}>
          <dt>
            {t('comparison.test.v')}
            <HelpMark of="cramerV" />
          </dt>
          <dd>
            {'value' in test.v ? coefficientText(test.v.value) : undefinedText(t, test.v.undefined)}{' '}
            {intervalText(t, test.interval)}
          </dd>
          <dt>
            {t('comparison.test.chiSquare')}
            <HelpMark of="chiSquare" />
          </dt>
          <dd>
            {t('comparison.test.chi', { value: coefficientText(test.chiSquare), df: test.degreesOfFreedom })}{' '}
            {largeText(t, test.asymptotic)}
            {test.cochran.holds ? null : (
              <>
                <br />
                {t('comparison.test.cochranRule')}
              </>
            )}
          </dd>
          <dt>
            {t('comparison.test.permutation')}
            <HelpMark of="permutationChi" />
          </dt>
          <dd>{freeText(t, test.permutation)}</dd>
          <dt>
            {t('comparison.test.fisher')}
            <HelpMark of="fisherFreemanHalton" />
          </dt>
          <dd>{freeText(t, test.fisher)}</dd>
        </dl>
      )}
    </>
  );
}
