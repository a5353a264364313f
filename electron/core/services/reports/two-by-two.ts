import { explainedLowKappa } from '../../../../shared/agreement/coded-units/low-kappa.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import { lowKappaText } from '../../../../shared/report/agreement-methods.ts';
import { countCell, runsCell, textCell } from '../../../../shared/report/cells.ts';
import type { Cell, ReportBlock, ReportTable } from '../../../../shared/report/model.ts';
import type { ReportFrame } from './report-frame.ts';

type Agreement = Output<'agreement.compute'>;
type Table = NonNullable<Agreement['codes'][number]['table']>;

/** The 2×2 table of every code of two coders, one row each; nothing for more coders. */
export function twoByTwoTable({ t, names }: ReportFrame, { coders, codes, overall }: Agreement): ReportTable[] {
  const pooled = overall.pooled.table;
  if (pooled === null) return [];
  const [a, b] = coders.map(({ id }) => names.coder(id));
  const cells = ({ n11, n10, n01, n00 }: Table): Cell[] =>
    [n11, n10, n01, n00, n11 + n10 + n01 + n00].map((count) => countCell(count));
  const title = t('agreement.two.title');
  return [
    {
      kind: 'table',
      name: title,
      caption: t('reports.agreement.two.caption'),
      columns: [
        t('agreement.column.code'),
        t('agreement.column.both', { coders: 2 }),
        t('reports.agreement.two.only', { coder: a! }),
        t('reports.agreement.two.only', { coder: b! }),
        t('reports.agreement.two.neither'),
        t('reports.n'),
      ],
      rows: [
        ...codes.map((code) => [runsCell([names.code(code.code)]), ...cells(code.table!)]),
        [textCell(t('reports.agreement.pooled')), ...cells(pooled)],
      ],
      notes: [],
    },
  ];
}

/** For each code with a low κ beside a high percentage: its 2×2 table, and in words why that is so. */
export function lowKappas({ t, names }: ReportFrame, { coders, codes }: Agreement): ReportBlock[] {
  const [a, b] = coders.map(({ id }) => names.coder(id));
  const by = (coder: string, coded: 'yes' | 'no'): string => t('agreement.two.by', { coder, coded });
  const blocks = codes.flatMap((code): ReportBlock[] => {
    const puzzle = explainedLowKappa(code);
    if (puzzle === null) return [];
    const { n11, n10, n01, n00 } = code.table!;
    const name = names.code(code.code);
    const row = (label: string, ...counts: readonly number[]): Cell[] => [
      textCell(label),
      ...counts.map((count) => countCell(count)),
    ];
    return [
      {
        kind: 'table',
        name: `${t('agreement.two.title')}: ${name.text}`,
        caption: `${t('agreement.two.title')}: ${name.text}`,
        columns: [name.text, by(b!, 'yes'), by(b!, 'no'), t('reports.agreement.two.sum')],
        rows: [
          row(by(a!, 'yes'), n11, n10, n11 + n10),
          row(by(a!, 'no'), n01, n00, n01 + n00),
          row(t('reports.agreement.two.sum'), n11 + n01, n10 + n00, n11 + n10 + n01 + n00),
        ],
        notes: [],
      },
      { kind: 'paragraph', runs: [{ text: lowKappaText(t, puzzle) }] },
    ];
  });
  if (blocks.length === 0) return [];
  return [{ kind: 'heading', level: 3, runs: [{ text: t('agreement.two.why') }] }, ...blocks];
}
