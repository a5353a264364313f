import type { Output } from '../../../../shared/contract/methods.ts';
import type { AgreementMeasures, Estimates } from '../../../../shared/contract/methods/agreement.ts';
import type { MessageId } from '../../../../shared/messages/catalogues.ts';
import { measureValue } from '../../../../shared/statistics/measure.ts';
import { countCell, runsCell, textCell } from '../../../../shared/report/cells.ts';
import { agreementMethodsText } from '../../../../shared/report/agreement-methods.ts';
import { forestPlot } from '../../../../shared/report/forest-plot.ts';
import type { Cell, ReportBlock, ReportTable } from '../../../../shared/report/model.ts';
import { adjudicationFigures } from '../adjudication/figures.ts';
import { breakdown } from '../agreement/agreement-breakdown.ts';
import { comparisonOf } from '../agreement/agreement-comparison.ts';
import { agreementIntervals, computeAgreement } from '../agreement/agreement-service.ts';
import { unitizing } from '../agreement/agreement-unitizing.ts';
import { roundQueries, roundTable, type RoundRow } from '../../store/repositories/round-table.ts';
import { adjudicationTables } from './adjudication-tables.ts';
import { agreementCell, measureCells, measureHeads, shortHeads } from './agreement-cells.ts';
import { codebookFingerprint, comparisonFingerprint } from './fingerprints.ts';
import { intervalData, intervalTable } from './interval-tables.ts';
import type { ReportFrame } from './report-frame.ts';
import type { ReportWords } from '../../../../shared/report/report-words.ts';
import type { ReportBuilder } from './report-builder.ts';
import { lowKappas, twoByTwoTable } from './two-by-two.ts';
import { unitizingTable } from './unitizing-table.ts';

type Agreement = Output<'agreement.compute'>;
type Intervals = Output<'agreement.intervals'>;

type Row = Agreement['codes'][number] | Agreement['overall']['pooled'];

function countCells({ t, names }: ReportFrame, { coders }: Agreement, { counts, both, prevalence }: Row): Cell[] {
  const ofCoders = coders.map(({ id }, place): Cell => {
    const count = counts[place] ?? null;
    return count === null
      ? { kind: 'undefined', reason: t('agreement.notJudged', { coder: names.coder(id) }) }
      : countCell(count);
  });
  return [...ofCoders, countCell(both), agreementCell(t, prevalence)];
}

function spanCells(t: ReportWords, { spans: { exact, overlap, iou } }: Row): Cell[] {
  return [exact, overlap, iou].map((each) => agreementCell(t, each));
}

function spanHeads(t: ReportWords): string[] {
  return [t('reports.agreement.spanExact'), t('reports.agreement.spanOverlap'), t('reports.agreement.spanIou')];
}

/** Counts and coefficients of every code; with the F1 of passages for data formats, without for the page. */
function codeTable(frame: ReportFrame, agreement: Agreement, isData: boolean): ReportTable {
  const { t, names } = frame;
  const { coders, overall } = agreement;
  const spans = (row: Row): Cell[] => (isData ? spanCells(t, row) : []);
  const blank = (count: number): Cell[] => Array.from({ length: count }, () => textCell(''));
  return {
    kind: 'table',
    name: t('reports.agreement.codes'),
    caption: t('agreement.table.label'),
    columns: [
      t('agreement.column.code'),
      ...coders.map(({ id }) => names.coder(id)),
      t('agreement.column.both', { coders: coders.length }),
      t('reports.agreement.prevalence'),
      ...(isData ? measureHeads(t) : shortHeads(t)),
      ...(isData ? spanHeads(t) : []),
    ],
    rows: [
      ...agreement.codes.map((code) => [
        runsCell([names.code(code.code)]),
        ...countCells(frame, agreement, code),
        ...measureCells(t, code.measures),
        ...spans(code),
      ]),
      [
        textCell(t('reports.agreement.pooled')),
        ...countCells(frame, agreement, overall.pooled),
        ...measureCells(t, overall.pooled),
        ...spans(overall.pooled),
      ],
      [
        textCell(t('reports.agreement.macro')),
        ...blank(coders.length + 2),
        ...measureCells(t, overall.macro),
        ...(isData ? blank(3) : []),
      ],
    ],
    notes: [t('reports.agreement.codes.note')],
  };
}

/** The F1 of passages of every code, for the page. */
function spanTable({ t, names }: ReportFrame, { codes, overall }: Agreement): ReportTable {
  const title = t('reports.agreement.spans');
  return {
    kind: 'table',
    name: title,
    caption: title,
    columns: [t('agreement.column.code'), ...spanHeads(t)],
    rows: [
      ...codes.map((code) => [runsCell([names.code(code.code)]), ...spanCells(t, code)]),
      [textCell(t('reports.agreement.pooled')), ...spanCells(t, overall.pooled)],
    ],
    notes: [],
  };
}

/** The figures of each document or pair of coders, all codes pooled. */
function partTable(
  { t }: ReportFrame,
  title: MessageId,
  rows: readonly { readonly name: string; readonly n: number; readonly pooled: AgreementMeasures }[],
): ReportTable {
  return {
    kind: 'table',
    name: t(title),
    caption: t(title),
    columns: [t(title), t('reports.n'), ...measureHeads(t)],
    rows: rows.map(({ name, n, pooled }) => [textCell(name), countCell(n), ...measureCells(t, pooled)]),
    notes: [],
  };
}

/** Codes in one plot, so that it fits a page upright, and its names can still be read. */
const plottedCodes = 41;

function plotsOf({ t, names }: ReportFrame, agreement: Agreement, intervals: Intervals): ReportBlock[] {
  const limits = ({ interval }: Estimates['cohenKappa']) => ('low' in interval ? interval : null);
  const ofCode = new Map(intervals.codes.map(({ code, measures }) => [code, measures.krippendorffAlpha]));
  const rows = agreement.codes
    .map(({ code, measures }) => {
      const estimate = ofCode.get(code);
      const alpha = measureValue(measures.krippendorffAlpha);
      return { name: names.code(code).text, value: alpha, interval: estimate ? limits(estimate) : null };
    })
    .sort((a, b) => (a.value ?? 2) - (b.value ?? 2));
  const total = {
    name: t('reports.agreement.pooled'),
    value: measureValue(agreement.overall.pooled.krippendorffAlpha),
    interval: limits(intervals.pooled.krippendorffAlpha),
    isTotal: true,
  };
  const parts = Math.ceil(Math.max(1, rows.length) / plottedCodes);
  return Array.from({ length: parts }, (_, part): ReportBlock => {
    const plotted = rows.slice(part * plottedCodes, (part + 1) * plottedCodes);
    return {
      kind: 'figure',
      caption: t('reports.agreement.plot', { part: part + 1, parts }),
      alternative: t('reports.agreement.plot.alternative', { codes: plotted.length }),
      ...forestPlot(part === 0 ? [total, ...plotted] : plotted),
    };
  });
}

function heading(text: string): ReportBlock {
  return { kind: 'heading', level: 3, runs: [{ text }] };
}

/** The round a report is about; names of what is not there any more are those it was frozen with. */
function roundOf({ project, names }: ReportFrame, id: string): RoundRow | null {
  const { store } = project;
  const named = (rows: readonly { readonly id: string; readonly name: string }[]): void => names.remember(rows);
  named(store.all(roundQueries.documents, id).map(({ document, name }) => ({ id: document, name })));
  named(store.all(roundQueries.coders, id).map(({ coder, name }) => ({ id: coder, name })));
  names.rememberCodes(store.all(roundQueries.codes, id).map(({ code, name }) => ({ id: code, name })));
  return store.row(roundTable, id);
}

/** Agreement of the coders: every table of the screen, the plot of intervals, and what it was computed from. */
export const agreementReport: ReportBuilder<'agreement'> = async (frame, request, call) => {
  const { kind: _, resampling, resamples, seed, ...settings } = request;
  const { t, names, project } = frame;
  const round = settings.round === undefined ? null : roundOf(frame, settings.round);
  const comparison = comparisonOf(project, settings);
  const agreement = computeAgreement(project, settings);
  const intervals = await agreementIntervals(project, { ...settings, resampling, resamples, seed }, call);
  const byDocument = breakdown(project, { ...settings, by: 'document' }).documents;
  const byPair = agreement.coders.length > 2 ? breakdown(project, { ...settings, by: 'pair' }).pairs : [];
  const coderName = new Map(agreement.coders.map(({ id, name }) => [name, names.coder(id)]));
  const rest = [
    partTable(
      frame,
      'reports.agreement.byDocument',
      byDocument.map(({ document, n, pooled }) => ({ name: names.document(document.id), n, pooled })),
    ),
    ...(byPair.length > 0
      ? [
          partTable(
            frame,
            'reports.agreement.byPair',
            byPair.map(({ coders, n, pooled }) => ({
              name: names.listed(coders.map((name) => coderName.get(name) ?? name)),
              n,
              pooled,
            })),
          ),
        ]
      : []),
    unitizingTable(frame, await unitizing(project, { ...settings, seed }, call)),
    // What was decided later is no part of a round.
    ...(round ? [] : adjudicationTables(frame, adjudicationFigures(project, settings))),
  ];
  const counts = twoByTwoTable(frame, agreement);
  const methods = agreementMethodsText(frame, {
    agreement: { ...agreement, coders: agreement.coders.map(({ id }) => ({ id, name: names.coder(id) })) },
    intervals,
    synthetic: project.summary().synthetic,
    version: frame.version,
    round,
  });
  return frame.finish({
    title: t('reports.agreement.title'),
    settings: [
      ...(round ? [[t('reports.agreement.round'), round.name] as const] : []),
      [t('reports.coders'), names.listed(agreement.coders.map(({ id }) => names.coder(id)))],
      [t('results.unit.label'), t(`results.unit.${agreement.unit}`)],
      ...(agreement.unit === 'character'
        ? []
        : [[t('agreement.rule.label'), t(`agreement.rule.${agreement.rule}`)] as const]),
      [t('results.scope.label'), t(`results.scope.${agreement.scope}`)],
      [t('reports.agreement.children'), t('agreement.foot.children', { children: agreement.children })],
      [t('reports.agreement.documents'), names.listed(agreement.documents.map(({ id }) => names.document(id)))],
      [t('reports.n'), t('results.units.counted', { n: agreement.n, unit: agreement.unit })],
      [
        t('reports.agreement.intervals'),
        intervals.drawn === null
          ? t('agreement.foot.jackknife', { documents: intervals.elements })
          : t('agreement.foot.intervals', {
              resampling: intervals.resampling,
              elements: intervals.elements,
              resamples: intervals.drawn.resamples,
              seed: intervals.drawn.seed,
            }),
      ],
      [t('reports.agreement.fingerprint'), comparisonFingerprint(comparison)],
      [t('reports.agreement.codebook'), round?.codebook ?? codebookFingerprint(project)],
    ],
    blocks: [
      heading(t('agreement.methods.title')),
      { kind: 'paragraph', runs: [{ text: methods }] },
      codeTable(frame, agreement, false),
      ...plotsOf(frame, agreement, intervals),
      intervalTable(frame, intervals),
      ...counts,
      ...lowKappas(frame, agreement),
      spanTable(frame, agreement),
      ...rest,
    ],
    data: [codeTable(frame, agreement, true), intervalData(frame, intervals), ...counts, ...rest],
  });
};
