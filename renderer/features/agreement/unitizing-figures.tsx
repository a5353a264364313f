import { useState } from 'react';
import {
  type UnitizingFigures,
  unitizingMeasures,
  type UnitizingResult,
} from '../../../shared/contract/methods/agreement.ts';
import type { ParsedInput } from '../../../shared/contract/methods.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { countOrDash, countText, noFigure, percentText } from '../results/figures.ts';
import { JobProgress } from '../results/job-progress.tsx';
import { MeasureCell } from '../results/measure-cell.tsx';
import result from '../results/result.module.css';
import { joinedSentences } from '../results/sentences.ts';
import { useBackgroundJob } from '../results/use-background-job.ts';
import styles from './agreement-breakdown.module.css';
import { countsByName, mostColumns, rangeText } from './count-columns.ts';

type UnitizingProps = { readonly settings: ParsedInput<'agreement.compute'>; readonly revision: number };

/** The measures of unitizing, per transcript and overall; computed in the background when they are opened. */
export function Unitizing({ settings, revision }: UnitizingProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const job = useBackgroundJob('agreement.unitizing', isOpen ? settings : null, revision);
  // Asked for with these settings only: with others it would take its time unasked.
  const shown = JSON.stringify([settings, revision]);
  const [asked, setAsked] = useState<string | null>(null);
  const isAsked = isOpen && asked === shown;
  const every = useBackgroundJob('agreement.unitizing', isAsked ? { ...settings, everyGamma: true } : null, revision);
  const answer = every.answer ?? job.answer;
  const isLeftOut = answer?.documents.some(({ gamma }) => 'undefined' in gamma && gamma.undefined === 'many_spans');
  return (
    <details className={styles.parts} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('agreement.unitizing.title')}</summary>
      <JobProgress job={job} label={t('agreement.unitizing.running')} />
      {job.error ? <ErrorNote error={job.error} /> : null}
      {answer ? <UnitizingTable answer={answer} /> : null}
      {isLeftOut && !isAsked ? (
        <p>
          <Button onPress={() => setAsked(shown)}>{t('agreement.unitizing.everyGamma')}</Button>
        </p>
      ) : null}
      <JobProgress job={{ ...every, cancel: () => setAsked(null) }} label={t('agreement.unitizing.running')} />
      {every.error ? <ErrorNote error={every.error} /> : null}
    </details>
  );
}

function UnitizingTable({ answer }: { readonly answer: UnitizingResult }) {
  const { t, language } = useWords();
  const { documents, overall, coders, scope, chance } = answer;
  const isFolded = coders.length > mostColumns;
  const rows: readonly (UnitizingFigures & { readonly name: string; readonly isTotal: boolean })[] = [
    ...(overall
      ? [{ ...overall, name: t('agreement.unitizing.overall', { documents: overall.documents }), isTotal: true }]
      : []),
    ...documents.map((one) => ({ ...one, name: one.document.name, isTotal: false })),
  ];
  return (
    <>
      <table className={result.table} aria-label={t('agreement.unitizing.title')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('agreement.unitizing.title')}</span>
            </th>
            <th scope="col" className={result.number}>
              {t('agreement.unitizing.length')}
            </th>
            {(isFolded ? [t('agreement.column.each')] : coders.map(({ name }) => name)).map((head) => (
              <th key={head} scope="col" className={result.number}>
                {head}
              </th>
            ))}
            {unitizingMeasures.flatMap((name) => [
              <th key={name} scope="col" className={result.number} title={t(`agreement.unitizing.${name}.long`)}>
                {t(`agreement.unitizing.${name}`)}
              </th>,
              ...(name === 'coding'
                ? [
                    <th
                      key="coverage"
                      scope="col"
                      className={result.number}
                      title={t('agreement.unitizing.coverage.long')}
                    >
                      {t('agreement.unitizing.coverage')}
                    </th>,
                  ]
                : []),
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.isTotal ? <b>{row.name}</b> : row.name}</th>
              <td className={result.number}>{countText(row.length)}</td>
              {isFolded ? (
                <td
                  className={result.number}
                  title={countsByName(coders, row.passages)}
                  aria-label={countsByName(coders, row.passages)}
                >
                  {rangeText(row.passages)}
                </td>
              ) : (
                coders.map(({ id }, place) => (
                  <td key={id} className={result.number}>
                    {countOrDash(row.passages[place] ?? null)}
                  </td>
                ))
              )}
              {unitizingMeasures.flatMap((name) => [
                <MeasureCell key={name} measure={row[name]} />,
                ...(name === 'coding'
                  ? [
                      <td key="coverage" className={result.number}>
                        {row.coverage === null ? noFigure : percentText(row.coverage)}
                      </td>,
                    ]
                  : []),
              ])}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={result.note}>
        {joinedSentences(language, [
          overall === null ? t('agreement.unitizing.none') : '',
          t('agreement.unitizing.note', { scope }),
          chance ? t('agreement.unitizing.chance', { ...chance, seed: String(chance.seed) }) : '',
          rows.some(({ exact }) => exact === false) ? t('agreement.unitizing.inexact') : '',
        ])}
      </p>
    </>
  );
}
