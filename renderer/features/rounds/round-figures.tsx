import type { Round, RoundUnit } from '../../../shared/contract/methods/rounds.ts';
import { useQuery } from '../../api/hooks.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ReportMenu } from '../agreement/report-menu.tsx';
import { countOrDash, countText } from '../results/figures.ts';
import { MeasureCell } from '../results/measure-cell.tsx';
import result from '../results/result.module.css';
import { joinedSentences, namesInText } from '../results/sentences.ts';
import { useNamedCodes } from '../results/use-codes.ts';
import styles from './rounds-screen.module.css';

/** Every code of one round as it was frozen, with what the round was made of. */
export function RoundFigures({ round, unit }: { round: Round; unit: RoundUnit }) {
  const { t, language } = useWords();
  const settings = { unit, round: round.id };
  const { data, error } = useQuery('agreement.compute', settings, { keepPrevious: true, ownErrors: true });
  const today = useNamedCodes();
  const frozen = new Map(round.codes.map(({ id, name }) => [id, name]));
  return (
    <section className={styles.figures} aria-label={round.name}>
      <div className={result.titlebar}>
        <h2 className={result.subtitle}>{round.name}</h2>
        <p className={result.caption}>{t('rounds.frozen', { at: shortDateTime(round.createdAt, language) })}</p>
        <div className={result.end}>
          <ReportMenu settings={settings} resampling="documents" />
        </div>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      {data ? (
        <>
          <p className={styles.facts}>
            {joinedSentences(language, [
              t('rounds.facts', {
                documents: namesInText(
                  language,
                  round.documents.map(({ name }) => name),
                ),
                codings: round.codings,
                codebook: round.codebook,
              }),
              t('agreement.foot.notDone', {
                count: data.notDone.length,
                names: namesInText(
                  language,
                  data.notDone.map(({ name }) => name),
                ),
              }),
            ])}
          </p>
          <table className={`${result.table} ${styles.table}`} aria-label={t('rounds.codes', { round: round.name })}>
            <thead>
              <tr>
                <th scope="col">{t('agreement.column.code')}</th>
                {data.coders.map(({ id, name }) => (
                  <th key={id} scope="col" className={result.number}>
                    {name}
                  </th>
                ))}
                <th scope="col" className={result.number}>
                  {t('agreement.column.both', { coders: data.coders.length })}
                </th>
                <th scope="col" className={result.number}>
                  {t('agreement.column.percent')}
                </th>
                <th scope="col" className={result.number}>
                  {t('agreement.column.kappa')}
                </th>
                <th scope="col" className={result.number}>
                  {t('agreement.column.alpha')}
                </th>
                <th scope="col" className={result.number}>
                  {t('agreement.column.ac1')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.codes.map(({ code, counts, both, measures }) => (
                <tr key={code}>
                  <th scope="row">{today?.get(code)?.name ?? frozen.get(code) ?? ''}</th>
                  {data.coders.map(({ id, name }, place) => {
                    const count = counts[place] ?? null;
                    const reason = count === null ? t('agreement.notJudged', { coder: name }) : undefined;
                    return (
                      <td key={id} className={result.number} title={reason}>
                        {countOrDash(count)}
                        {reason === undefined ? null : <span className="unseen">{reason}</span>}
                      </td>
                    );
                  })}
                  <td className={result.number}>{countText(both)}</td>
                  <MeasureCell measure={measures.percentAgreement} isPercent />
                  <MeasureCell measure={measures.cohenKappa} />
                  <MeasureCell measure={measures.krippendorffAlpha} />
                  <MeasureCell measure={measures.gwetAc1} />
                </tr>
              ))}
            </tbody>
          </table>
          <p className={result.note}>{t('rounds.noPassages')}</p>
        </>
      ) : null}
    </section>
  );
}
