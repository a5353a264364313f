import { useMemo, useState } from 'react';
import type { Round, RoundUnit, TrendPoint } from '../../../shared/contract/methods/rounds.ts';
import { roundUnit } from '../../../shared/contract/methods/rounds.ts';
import { useQuery } from '../../api/hooks.ts';
import { type OpenProject, useOpenProject } from '../../app/use-open-project.ts';
import { TrendChart } from '../../charts/trend-chart.tsx';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { countText } from '../results/figures.ts';
import { useKept } from '../results/kept-state.ts';
import { MeasureCell } from '../results/measure-cell.tsx';
import result from '../results/result.module.css';
import { namesInText } from '../results/sentences.ts';
import { RoundDialog } from './round-dialog.tsx';
import { RoundFigures } from './round-figures.tsx';
import styles from './rounds-screen.module.css';

/** Reliability rounds: what was frozen before anybody talked about it, and how agreement went from one to the next. */
export function RoundsScreen() {
  const project = useOpenProject();
  return project ? <Rounds project={project} /> : null;
}

function Rounds({ project }: { project: OpenProject }) {
  const { t } = useWords();
  const [unit, setUnit] = useKept<RoundUnit>('rounds.unit', 'turn');
  const [chosen, setChosen] = useKept<string | null>('rounds.chosen', null);
  const [isMaking, setMaking] = useState(false);
  const { data: rounds } = useQuery('rounds.list', {});
  const { data: trend } = useQuery('rounds.trend', { unit }, { keepPrevious: true });
  const round = rounds?.find(({ id }) => id === chosen);
  const make = project.isBlind ? null : (
    <Button look="main" onPress={() => setMaking(true)}>
      {t('rounds.make')}
    </Button>
  );
  return (
    <div className={styles.screen}>
      <header className={result.titlebar}>
        <h1 className={result.title}>{t('rounds.title')}</h1>
        <p className={result.caption}>{t(project.isBlind ? 'rounds.blind' : 'rounds.text')}</p>
        {rounds?.length ? <div className={result.end}>{make}</div> : null}
      </header>
      {rounds?.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={t('rounds.empty.title')} text={t('rounds.empty.text')} action={make} />
        </div>
      ) : null}
      {rounds?.length && trend ? (
        <>
          <fieldset aria-label={t('results.settings')} className={result.settings}>
            <Choice
              label={t('results.unit.label')}
              value={unit}
              options={roundUnit.options.map((id) => ({ id, label: t(`results.unit.${id}`) }))}
              onChange={setUnit}
            />
          </fieldset>
          <Trend rounds={rounds} trend={trend} chosen={chosen} onChoose={setChosen} />
        </>
      ) : null}
      {round ? <RoundFigures key={round.id} round={round} unit={unit} /> : null}
      {isMaking ? (
        <RoundDialog
          rounds={rounds ?? []}
          onClose={(made) => {
            setMaking(false);
            if (made) setChosen(made);
          }}
        />
      ) : null}
    </div>
  );
}

type TrendProps = {
  readonly rounds: readonly Round[];
  readonly trend: readonly TrendPoint[];
  readonly chosen: string | null;
  readonly onChoose: (round: string | null) => void;
};

const coefficients = [
  { measure: 'percentAgreement', mark: 'cross', name: 'agreement.column.percent.long' },
  { measure: 'cohenKappa', mark: 'circle', name: 'agreement.column.kappa.long' },
  { measure: 'krippendorffAlpha', mark: 'square', name: 'agreement.column.alpha.long' },
] as const;

/** The rounds in a table with the pooled figures of each, and a picture of them. */
function Trend({ rounds, trend, chosen, onChoose }: TrendProps) {
  const { t, language } = useWords();
  const points = useMemo(() => new Map(trend.map((point) => [point.round, point])), [trend]);
  const value = (round: Round, measure: (typeof coefficients)[number]['measure']): number | null => {
    const figure = points.get(round.id)?.pooled[measure];
    return figure && 'value' in figure ? figure.value : null;
  };
  return (
    <>
      {/* One round is no trend: the table says all there is. */}
      {rounds.length > 1 ? (
        <TrendChart
          label={t('rounds.chart', { rounds: rounds.length })}
          points={rounds.map(({ name }) => name)}
          lines={coefficients.map(({ measure, mark, name }) => ({
            name: t(name),
            mark,
            values: rounds.map((round) => value(round, measure)),
          }))}
        />
      ) : null}
      <table className={`${result.table} ${styles.table}`} aria-label={t('rounds.table')}>
        <thead>
          <tr>
            <th scope="col">{t('rounds.column.round')}</th>
            <th scope="col">{t('reports.coders')}</th>
            <th scope="col">{t('rounds.column.documents')}</th>
            <th scope="col" className={result.number}>
              n
            </th>
            {coefficients.map(({ measure, name }) => (
              <th key={measure} scope="col" className={result.number}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => {
            const point = points.get(round.id);
            return (
              <tr key={round.id} data-selected={round.id === chosen}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.round}
                    aria-expanded={round.id === chosen}
                    onClick={() => onChoose(round.id === chosen ? null : round.id)}
                  >
                    {round.name}
                  </button>
                </th>
                <td className={styles.words}>
                  {namesInText(
                    language,
                    round.coders.map(({ name }) => name),
                  )}
                </td>
                <td>
                  {round.seed === null
                    ? t('rounds.documents.chosen', { count: round.documents.length })
                    : t('rounds.documents.drawn', {
                        count: round.documents.length,
                        from: round.drawnFrom,
                        seed: String(round.seed),
                      })}
                </td>
                <td className={result.number}>{point ? countText(point.n) : ''}</td>
                {point
                  ? coefficients.map(({ measure }) => (
                      <MeasureCell
                        key={measure}
                        measure={point.pooled[measure]}
                        isPercent={measure === 'percentAgreement'}
                      />
                    ))
                  : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={result.note}>{t('rounds.note')}</p>
    </>
  );
}
