import { type ReactNode, useMemo } from 'react';
import type { AgreementIntervals, AgreementResult, Estimate } from '../../../shared/contract/methods/agreement.ts';
import { CoefficientAxis, CoefficientPoint } from '../../charts/coefficient-plot.tsx';
import { coefficientScale } from '../../charts/coefficient-scale.ts';
import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import { cellAt, useRovingCells } from '../../ui/use-roving-cells.ts';
import { HelpMark } from '../help/help-mark.tsx';
import { FigureButton } from '../results/figure-button.tsx';
import { coefficientText, noFigure, percentText } from '../results/figures.ts';
import { MeasureFigure } from '../results/measure-figure.tsx';
import result from '../results/result.module.css';
import { SortHead } from '../results/sort-head.tsx';
import type { Sorting } from '../results/sorting.ts';
import { undefinedText } from '../results/undefined-text.ts';
import {
  type AgreementColumn,
  type AgreementRow,
  measureHeads,
  type MeasureName,
  measuresFor,
} from './agreement-rows.ts';
import styles from './agreement-table.module.css';
import { type CountColumn, countColumns, type CountFigure } from './count-columns.ts';

type Measure = AgreementRow['measures'][MeasureName];

function measureText(name: MeasureName, value: number): string {
  return name === 'percentAgreement' ? percentText(value) : coefficientText(value);
}

const plotWidth = 156;
const plotMargin = 8;

type AgreementTableProps = {
  readonly agreement: AgreementResult;
  /** Null while they are computed. */
  readonly intervals: AgreementIntervals | null;
  /** In the order to show. */
  readonly rows: readonly AgreementRow[];
  /** The coefficient whose intervals are shown and drawn. */
  readonly shown: MeasureName;
  readonly sorting: Sorting<AgreementColumn>;
  readonly onSort: (sorting: Sorting<AgreementColumn>) => void;
  readonly selected: AgreementRow | null;
  readonly onOpen: (row: AgreementRow) => void;
};

/** Agreement by code, all codes first; every figure of a code opens its passages. */
export function AgreementTable(props: AgreementTableProps) {
  const { agreement, intervals, rows, shown, sorting, onSort, selected, onOpen } = props;
  const { t } = useWords();
  const { overall } = agreement;
  const measures = measuresFor(agreement.coders.length);
  const counted = useMemo(() => countColumns(t, agreement), [t, agreement]);
  const cells = useRovingCells<HTMLTableSectionElement>();
  const scale = useMemo(() => {
    const values = rows.flatMap(({ measures }) => valueOf(measures[shown]) ?? []);
    const lows = (intervals?.codes ?? []).flatMap(({ measures }) => limitsOf(measures[shown].interval)?.low ?? []);
    return coefficientScale([...values, ...lows], plotWidth, plotMargin);
  }, [rows, intervals, shown]);
  const intervalOf = useMemo(
    () => new Map((intervals?.codes ?? []).map(({ code, measures }) => [code, measures[shown].interval])),
    [intervals, shown],
  );
  const sort = { sorting, onSort, isNumber: true };

  return (
    <table className={`${result.table} ${styles.table}`} aria-label={t('agreement.table.label')}>
      <thead>
        <tr>
          <SortHead column="code" sorting={sorting} onSort={onSort} first="ascending">
            {t('agreement.column.code')}
          </SortHead>
          {counted.map(({ column, head, title }) => (
            <SortHead key={column} {...sort} column={column} title={title}>
              <span className={styles.coder}>{head}</span>
            </SortHead>
          ))}
          {measures.map((name) => (
            <SortHead key={name} {...sort} column={name} first="ascending" title={t(measureHeads[name][1])} help={name}>
              {t(measureHeads[name][0])}
            </SortHead>
          ))}
          <th
            scope="col"
            className={result.number}
            title={t('agreement.column.interval.long', { of: t(measureHeads[shown][1]) })}
          >
            {t('agreement.column.interval', { of: t(measureHeads[shown][0]) })}
            <HelpMark of="agreementInterval" />
          </th>
          <th scope="col" className={styles.plot}>
            <span className="unseen">
              {t('agreement.column.plot', { of: t(measureHeads[shown][0]), low: coefficientText(scale.low) })}
            </span>
            <CoefficientAxis scale={scale} />
          </th>
        </tr>
      </thead>
      <tbody className={styles.overall}>
        <tr>
          <th scope="row">
            <b>{t('agreement.row.pooled')}</b>
          </th>
          {counted.map(({ column, ofAll }) => (
            <OverallCount key={column} figure={ofAll(overall.pooled)} />
          ))}
          {measures.map((name) => (
            <OverallFigure key={name} name={name} measure={overall.pooled[name]} />
          ))}
          <IntervalCell interval={intervals?.pooled[shown].interval} />
          <td className={styles.plot}>
            <CoefficientPoint
              scale={scale}
              mark="diamond"
              value={valueOf(overall.pooled[shown])}
              interval={limitsOf(intervals?.pooled[shown].interval)}
            />
          </td>
        </tr>
        <tr>
          <th scope="row">
            <b>{t('agreement.row.macro')}</b>
          </th>
          {counted.map(({ column }) => (
            <td key={column} className={`${result.number} ${styles.none}`}>
              {noFigure}
            </td>
          ))}
          {measures.map((name) => (
            <OverallFigure
              key={name}
              name={name}
              measure={overall.macro[name]}
              defined={{ defined: overall.macro.defined[name], total: rows.length }}
            />
          ))}
          <IntervalCell interval={intervals?.macro[shown].interval} />
          <td className={styles.plot}>
            <CoefficientPoint
              scale={scale}
              mark="diamond"
              value={valueOf(overall.macro[shown])}
              interval={limitsOf(intervals?.macro[shown].interval)}
            />
          </td>
        </tr>
      </tbody>
      <tbody ref={cells}>
        {rows.map((row, place) => (
          <CodeRow
            key={row.code}
            place={place}
            row={row}
            counted={counted}
            measures={measures}
            isSelected={row === selected}
            onOpen={onOpen}
            interval={intervalOf.get(row.code)}
            plot={
              <CoefficientPoint
                scale={scale}
                mark={row.isThin ? 'hollow' : 'square'}
                value={valueOf(row.measures[shown])}
                interval={limitsOf(intervalOf.get(row.code))}
              />
            }
          />
        ))}
      </tbody>
    </table>
  );
}

function valueOf(measure: Measure): number | null {
  return 'value' in measure ? measure.value : null;
}

type Interval = Estimate['interval'] | undefined;

function limitsOf(interval: Interval): { readonly low: number; readonly high: number } | null {
  return interval !== undefined && 'low' in interval ? interval : null;
}

/** Both ends of an interval; a dash where there is none, with the reason; nothing while it is computed. */
function IntervalCell({ interval }: { readonly interval: Interval }) {
  const { t } = useWords();
  const limits = limitsOf(interval);
  const reason = interval !== undefined && 'undefined' in interval ? undefinedText(t, interval.undefined) : undefined;
  return (
    <td className={`${result.number} ${styles.interval}`} title={reason}>
      {limits
        ? t('agreement.interval', { low: coefficientText(limits.low), high: coefficientText(limits.high) })
        : reason === undefined
          ? ''
          : noFigure}
      {reason === undefined ? null : <span className="unseen">{reason}</span>}
    </td>
  );
}

function OverallCount({ figure: { text, title } }: { readonly figure: CountFigure }) {
  return (
    <td className={result.number} title={title}>
      {text}
      {title === undefined ? null : <span className="unseen">{title}</span>}
    </td>
  );
}

type OverallFigureProps = {
  readonly name: MeasureName;
  readonly measure: Measure;
  /** Of how many codes this is the mean. */
  readonly defined?: { readonly defined: number; readonly total: number };
};

function OverallFigure({ name, measure, defined }: OverallFigureProps) {
  const { t } = useWords();
  if (!('value' in measure))
    return (
      <td className={`${result.number} ${result.undefined}`} title={undefinedText(t, measure.undefined)}>
        {t('results.undefined')}
        <span className="unseen">{undefinedText(t, measure.undefined)}</span>
      </td>
    );
  const text = measureText(name, measure.value);
  const title = defined ? t('agreement.row.macro.defined', { ...defined, value: text }) : undefined;
  return (
    <td className={`${result.number} ${name === 'krippendorffAlpha' ? result.main : ''}`} title={title}>
      {text}
      {title ? <span className="unseen">{title}</span> : null}
    </td>
  );
}

type CodeRowProps = {
  readonly place: number;
  readonly row: AgreementRow;
  readonly counted: readonly CountColumn[];
  readonly measures: readonly MeasureName[];
  readonly isSelected: boolean;
  readonly onOpen: (row: AgreementRow) => void;
  readonly interval: Interval;
  readonly plot: ReactNode;
};

function CodeRow({ place, row, counted, measures, isSelected, onOpen, interval, plot }: CodeRowProps) {
  const { t } = useWords();
  const { named } = row;
  const open = (): void => onOpen(row);
  return (
    <tr data-selected={isSelected}>
      <th scope="row" className={styles.code}>
        <button type="button" className={styles.name} title={named.name} onClick={open} {...cellAt(place, 0)}>
          <CodeChip name={named.name} lang={named.lang} color={named.color} mark={named.mark} retired={named.retired} />
        </button>
      </th>
      {counted.map(({ column, head, ofCode }, at) => {
        const { text, spoken, title } = ofCode(row);
        return (
          <td key={column} className={result.number}>
            <FigureButton
              row={place}
              column={at + 1}
              text={text}
              title={title}
              label={t('agreement.cell', { code: named.name, column: head, value: spoken })}
              onOpen={open}
            />
          </td>
        );
      })}
      {measures.map((name, at) => (
        <MeasureFigure
          key={name}
          row={place}
          column={counted.length + at + 1}
          measure={row.measures[name]}
          isPercent={name === 'percentAgreement'}
          isMain={name === 'krippendorffAlpha'}
          of={named.name}
          head={t(measureHeads[name][1])}
          onOpen={open}
        />
      ))}
      <IntervalCell interval={interval} />
      <td className={styles.plot}>{plot}</td>
    </tr>
  );
}
