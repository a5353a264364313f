import type { Output } from '../../../../shared/contract/methods.ts';
import type { AgreementMeasures, Estimates } from '../../../../shared/contract/methods/agreement.ts';
import type { MessageId } from '../../../../shared/messages/catalogues.ts';
import { countCell, measureCell, numberCell, runsCell, textCell } from '../../../../shared/report/cells.ts';
import { explainedLowKappa } from '../../../../shared/agreement/low-kappa.ts';
import { agreementMethodsText, lowKappaText } from '../../../../shared/report/agreement-methods.ts';
import { forestPlot } from '../../../../shared/report/forest-plot.ts';
import type { Cell, ReportBlock, ReportTable } from '../../../../shared/report/model.ts';
import { adjudicationFigures } from '../adjudication/figures.ts';
import { breakdown } from '../agreement-breakdown.ts';
import { comparisonOf } from '../agreement-comparison.ts';
import { agreementIntervals, computeAgreement } from '../agreement-service.ts';
import { unitizing } from '../agreement-unitizing.ts';
import { roundTable } from '../../store/repositories/round-table.ts';
import type { OpenProject } from '../open-project.ts';
import { codebookFingerprint, comparisonFingerprint } from './fingerprints.ts';
import type { ReportFrame, ReportWords } from './report-frame.ts';
import type { ReportBuilder } from './report-kinds.ts';
import { unitizingTable } from './unitizing-table.ts';

type Agreement = Output<'agreement.compute'>;
type Intervals = Output<'agreement.intervals'>;
type Measure = AgreementMeasures[keyof AgreementMeasures];

const decimals = 3;

function cell(t: ReportWords, measure: Measure): Cell {
  return measureCell(measure, decimals, (reason) => t(`results.undefined.${reason}` as MessageId));
}

function measureCells(t: ReportWords, measures: AgreementMeasures): Cell[] {
  const { percentAgreement, cohenKappa, krippendorffAlpha, gwetAc1, positiveAgreement } = measures;
  return [percentAgreement, cohenKappa, krippendorffAlpha, gwetAc1, positiveAgreement].map((each) => cell(t, each));
}

function measureHeads(t: ReportWords): string[] {
  return [
    t('agreement.column.percent.long'),
    t('agreement.column.kappa.long'),
    t('agreement.column.alpha.long'),
    t('agreement.column.ac1.long'),
    t('agreement.column.f1'),
  ];
}

function ends(estimate: Estimates['cohenKappa'] | undefined): Cell[] {
  return estimate && 'low' in estimate.interval
    ? [numberCell(estimate.interval.low, decimals), numberCell(estimate.interval.high, decimals)]
    : [textCell(''), textCell('')];
}

function intervalCells(estimates: Estimates | undefined): Cell[] {
  return [...ends(estimates?.krippendorffAlpha), ...ends(estimates?.cohenKappa)];
}

function codeTable({ t, names }: ReportFrame, agreement: Agreement, intervals: Intervals): ReportTable {
  const { coders, overall } = agreement;
  const ofCode = new Map(intervals.codes.map(({ code, measures }) => [code, measures]));
  const counts = ({ counts: coded, both, prevalence }: Agreement['codes'][number] | typeof overall.pooled): Cell[] => [
    ...coded.map((count) => countCell(count)),
    countCell(both),
    cell(t, prevalence),
  ];
  return {
    kind: 'table',
    name: t('reports.agreement.codes'),
    caption: t('agreement.table.label'),
    columns: [
      t('agreement.column.code'),
      ...coders.map(({ id }) => names.coder(id)),
      t('agreement.column.both', { coders: coders.length }),
      t('reports.agreement.prevalence'),
      ...measureHeads(t),
      t('reports.agreement.spanExact'),
      t('reports.agreement.spanOverlap'),
      t('reports.agreement.spanIou'),
      t('reports.agreement.low', { of: 'α' }),
      t('reports.agreement.high', { of: 'α' }),
      t('reports.agreement.low', { of: 'κ' }),
      t('reports.agreement.high', { of: 'κ' }),
    ],
    rows: [
      ...agreement.codes.map((code) => [
        runsCell([names.code(code.code)]),
        ...counts(code),
        ...measureCells(t, code.measures),
        ...[code.spans.exact, code.spans.overlap, code.spans.iou].map((each) => cell(t, each)),
        ...intervalCells(ofCode.get(code.code)),
      ]),
      [
        textCell(t('reports.agreement.pooled')),
        ...counts(overall.pooled),
        ...measureCells(t, overall.pooled),
        ...[overall.pooled.spans.exact, overall.pooled.spans.overlap, overall.pooled.spans.iou].map((each) =>
          cell(t, each),
        ),
        ...intervalCells(intervals.pooled),
      ],
      [
        textCell(t('reports.agreement.macro')),
        ...coders.map(() => textCell('')),
        textCell(''),
        textCell(''),
        ...measureCells(t, overall.macro),
        textCell(''),
        textCell(''),
        textCell(''),
        ...intervalCells(intervals.macro),
      ],
    ],
    notes: [t('reports.agreement.codes.note')],
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

/** Before and after decisions, and every coder against the agreed layer; nothing where nothing is decided. */
function adjudicationTables({ t, names }: ReportFrame, figures: Output<'adjudication.figures'>): ReportTable[] {
  if (figures.decided === 0) return [];
  const title = t('reports.agreement.adjudication');
  return [
    {
      kind: 'table',
      name: title,
      caption: t('reports.agreement.adjudication.caption', { decided: figures.decided, total: figures.total }),
      columns: [title, ...measureHeads(t)],
      rows: [
        [textCell(t('reports.agreement.before')), ...measureCells(t, figures.before.pooled)],
        [textCell(t('reports.agreement.after')), ...measureCells(t, figures.after.pooled)],
      ],
      notes: [],
    },
    {
      kind: 'table',
      name: t('reports.agreement.gold'),
      caption: t('reports.agreement.gold.caption'),
      columns: [
        t('reports.agreement.gold'),
        t('reports.n'),
        t('reports.agreement.gold.both'),
        t('reports.agreement.gold.coder'),
        t('reports.agreement.gold.layer'),
        ...measureHeads(t),
      ],
      rows: figures.gold.map(({ coder, n, both, coderOnly, goldOnly, measures }) => [
        textCell(names.coder(coder)),
        ...[n, both, coderOnly, goldOnly].map((count) => countCell(count)),
        ...measureCells(t, measures),
      ]),
      notes: [],
    },
  ];
}

function plotOf({ t, names }: ReportFrame, agreement: Agreement, intervals: Intervals): ReportBlock {
  const limits = ({ interval }: Estimates['cohenKappa']) => ('low' in interval ? interval : null);
  const value = (measure: Measure): number | null => ('value' in measure ? measure.value : null);
  const ofCode = new Map(intervals.codes.map(({ code, measures }) => [code, measures.krippendorffAlpha]));
  const rows = agreement.codes
    .map(({ code, measures }) => {
      const estimate = ofCode.get(code);
      const alpha = value(measures.krippendorffAlpha);
      return { name: names.code(code).text, value: alpha, interval: estimate ? limits(estimate) : null };
    })
    .sort((a, b) => (a.value ?? 2) - (b.value ?? 2));
  const total = {
    name: t('reports.agreement.pooled'),
    value: value(agreement.overall.pooled.krippendorffAlpha),
    interval: limits(intervals.pooled.krippendorffAlpha),
    isTotal: true,
  };
  const figure = forestPlot([total, ...rows]);
  return {
    kind: 'figure',
    caption: t('reports.agreement.plot'),
    alternative: t('reports.agreement.plot.alternative', { codes: rows.length }),
    ...figure,
  };
}

function heading(text: string): ReportBlock {
  return { kind: 'heading', level: 3, runs: [{ text }] };
}

/** For each code with a low κ beside a high percentage, its 2×2 table in words and why that is so. */
function lowKappas({ t, names }: ReportFrame, { codes }: Agreement): ReportBlock[] {
  const paragraphs = codes.flatMap((code): ReportBlock[] => {
    const puzzle = explainedLowKappa(code);
    if (puzzle === null) return [];
    return [{ kind: 'paragraph', runs: [names.code(code.code), { text: `: ${lowKappaText(t, puzzle)}` }] }];
  });
  return paragraphs.length === 0 ? [] : [heading(t('agreement.two.why')), ...paragraphs];
}

function roundNamed(project: OpenProject, id: string): { readonly name: string } | null {
  return project.store.row(roundTable, id) ?? null;
}

/** Agreement of the coders: every table of the screen, the plot of intervals, and what it was computed from. */
export const agreementReport: ReportBuilder<'agreement'> = async (frame, request, call) => {
  const { kind: _, resampling, resamples, seed, ...settings } = request;
  const { t, names, project } = frame;
  const comparison = comparisonOf(project, settings);
  const agreement = computeAgreement(project, settings);
  const intervals = await agreementIntervals(project, { ...settings, resampling, resamples, seed }, call);
  const byDocument = breakdown(project, { ...settings, by: 'document' }).documents;
  const byPair = agreement.coders.length > 2 ? breakdown(project, { ...settings, by: 'pair' }).pairs : [];
  const coderName = new Map(agreement.coders.map(({ id, name }) => [name, names.coder(id)]));
  const tables = [
    codeTable(frame, agreement, intervals),
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
    ...adjudicationTables(frame, adjudicationFigures(project, settings)),
  ];
  const [first, ...rest] = tables;
  const round = settings.round === undefined ? null : roundNamed(project, settings.round);
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
      [t('reports.agreement.codebook'), codebookFingerprint(project)],
    ],
    blocks: [
      heading(t('agreement.methods.title')),
      { kind: 'paragraph', runs: [{ text: methods }] },
      first!,
      ...lowKappas(frame, agreement),
      plotOf(frame, agreement, intervals),
      ...rest,
    ],
    data: tables,
  });
};
