import type { CooccurrenceBlock, CooccurrencePair } from '../../../../shared/contract/methods/cooccurrence.ts';
import { codesInTreeOrder } from '../../../../shared/domain/codebook.ts';
import { countCell, measureCell, numberCell, runsCell, textCell } from '../../../../shared/report/cells.ts';
import { countFigure } from '../../../../shared/report/count-figure.ts';
import type { Cell, ReportBlock, ReportTable } from '../../../../shared/report/model.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { computeCooccurrence } from '../cooccurrence/cooccurrence-service.ts';
import { withoutName } from '../../../../shared/report/sentences.ts';
import { markerSetting } from './marker-setting.ts';
import type { ReportFrame } from './report-frame.ts';
import { undefinedReason } from '../../../../shared/report/report-words.ts';
import type { ReportBuilder } from './report-builder.ts';

const decimals = 3;

const togetherOf = ({ n11, overlapPairs }: CooccurrencePair): number => n11 ?? overlapPairs;

function pairTable(
  { t, names }: ReportFrame,
  block: CooccurrenceBlock,
  coder: string,
  pairs: readonly CooccurrencePair[],
  notes: readonly string[],
): ReportTable {
  const { unit } = block;
  const hasUnits = unit !== 'overlap';
  const hasMarks = block.pairs.some(({ marked }) => marked !== null);
  const measure = (value: CooccurrencePair['jaccard']): Cell =>
    measureCell(value, decimals, (reason) => undefinedReason(t, reason));
  const unitCells = ({ n11, n10, n01, n00, ochiai, logOdds }: CooccurrencePair): Cell[] => [
    ...[n11, n10, n01, n00].map((count) => countCell(count ?? 0)),
    measure(ochiai ?? { undefined: 'no_units' }),
    measure(logOdds ?? { undefined: 'no_units' }),
    ...(logOdds && 'value' in logOdds
      ? [numberCell(logOdds.interval.low, decimals), numberCell(logOdds.interval.high, decimals)]
      : [textCell(''), textCell('')]),
  ];
  return {
    kind: 'table',
    name: coder,
    caption: t('reports.cooccurrence.caption', { coder }),
    columns: [
      t('reports.cooccurrence.first'),
      t('reports.cooccurrence.second'),
      ...(hasUnits
        ? [
            t('cooccurrence.column.both'),
            t('reports.cooccurrence.onlyFirst'),
            t('reports.cooccurrence.onlySecond'),
            t('reports.cooccurrence.neither'),
            t('cooccurrence.column.ochiai'),
            t('cooccurrence.column.logOdds'),
            t('reports.agreement.low', { of: t('cooccurrence.column.logOdds') }),
            t('reports.agreement.high', { of: t('cooccurrence.column.logOdds') }),
          ]
        : []),
      t('cooccurrence.column.jaccard'),
      t('cooccurrence.column.pairs'),
      t('cooccurrence.column.characters'),
      ...(hasMarks ? [t('reports.marked')] : []),
    ],
    rows: pairs.map((pair) => [
      runsCell([names.code(pair.a)]),
      runsCell([names.code(pair.b)]),
      ...(hasUnits ? unitCells(pair) : []),
      measure(pair.jaccard),
      countCell(pair.overlapPairs),
      countCell(pair.sharedCharacters),
      ...(hasMarks ? [countCell(pair.marked ?? 0)] : []),
    ]),
    notes,
  };
}

function figureOf(
  { t, names }: ReportFrame,
  block: CooccurrenceBlock,
  coder: string,
  order: readonly string[],
): ReportBlock {
  const codes = block.codes.map(({ code }) => code).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const places = new Map<string, number>(codes.map((code, place) => [code, place]));
  return {
    kind: 'figure',
    caption: t('reports.cooccurrence.figure', { coder }),
    alternative: t('reports.cooccurrence.alternative', { codes: codes.length }),
    ...countFigure(
      codes.map((code) => names.code(code).text),
      block.pairs.map((pair) => ({ a: places.get(pair.a)!, b: places.get(pair.b)!, count: togetherOf(pair) })),
    ),
  };
}

/** What is counted, in the words of the screen. */
function unitText({ t }: ReportFrame, { unit, scope, window, n }: CooccurrenceBlock): string {
  if (unit === 'overlap') return t('cooccurrence.caption.overlap', { scope });
  if (unit === 'turn') return t('cooccurrence.caption.turn', { scope, n: n ?? 0 });
  return t('cooccurrence.caption.unit', { unit, scope, n: n ?? 0, size: window ?? 0 });
}

/** Which codes go together: the figures of the screen, coder by coder. */
export const cooccurrenceReport: ReportBuilder<'cooccurrence'> = (frame, request) => {
  const { kind: _, ...settings } = request;
  const { t, names, project } = frame;
  const { blocks } = computeCooccurrence(project, settings);
  const order = codesInTreeOrder(project.store.all(codeQueries.all)).map(({ code }) => code.id);
  const parts = blocks.map((block) => {
    const coder =
      block.coder === null
        ? t(settings.gold === true ? 'results.coder.gold' : 'results.coder.together')
        : names.coder(block.coder);
    const met = block.pairs.filter((pair) => togetherOf(pair) > 0).sort((a, b) => togetherOf(b) - togetherOf(a));
    const apart = t('cooccurrence.apart', { count: block.pairs.length - met.length });
    return {
      coder,
      table: pairTable(frame, block, coder, met, apart === '' ? [] : [apart]),
      all: pairTable(frame, block, coder, block.pairs, []),
      figure: figureOf(frame, block, coder, order),
    };
  });
  const [first] = blocks;
  return frame.finish({
    title: t('reports.kind.cooccurrence'),
    settings: [
      ...(first ? [[t('results.unit.label'), withoutName(unitText(frame, first))] as const] : []),
      ...(settings.rule === 'half' ? [[t('reports.rule'), t('cooccurrence.caption.half')] as const] : []),
      ...(settings.children === 'parents'
        ? [[t('reports.agreement.children'), t('results.caption.parents')] as const]
        : []),
      ...markerSetting(frame, settings.marker),
      [t('reports.coders'), names.listed(parts.map(({ coder }) => coder))],
      [t('reports.agreement.documents'), String(first?.documents ?? 0)],
    ],
    blocks:
      parts.length === 0
        ? [{ kind: 'paragraph', runs: [{ text: t('cooccurrence.noPairs') }] }]
        : parts.flatMap(({ table, figure }) => [table, figure]),
    data: parts.map(({ all }) => all),
  });
};
