import { coefficientText } from '../../shared/report/figures.ts';
import type { agreementReport } from './agreement-report.ts';
import type { NamedInterval, NamedMeasures } from './named-measures.ts';
import { print, printTable } from './output.ts';

type Report = Awaited<ReturnType<typeof agreementReport>>;

export function figure(value: number | null): string {
  return value === null ? 'not defined' : coefficientText(value, 3);
}

function intervalText(interval: NamedInterval | undefined): string {
  return interval === undefined || interval.low === null ? '–' : `${figure(interval.low)} to ${figure(interval.high)}`;
}

function measureCells(measures: NamedMeasures): string[] {
  return [
    figure(measures.percent_agreement),
    figure(measures.cohen_kappa),
    figure(measures.krippendorff_alpha),
    figure(measures.gwet_ac1),
    figure(measures.f1),
  ];
}

const measureHeads = ['agree', 'kappa', 'alpha', 'AC1', 'F1'];

function printCodes({ codes, coders, overall, intervals }: Report): void {
  const head = ['code', ...coders, 'both', ...measureHeads, ...(intervals ? ['95 % of alpha'] : [])];
  const blanks = [...coders.map(() => ''), ''];
  const withInterval = (cells: string[], interval: NamedInterval | undefined): string[] =>
    intervals ? [...cells, intervalText(interval)] : cells;
  printTable(head, [
    ...codes.map((code) =>
      withInterval(
        [
          code.code,
          ...code.counts.map((count) => (count === null ? '–' : `${count}`)),
          `${code.both}`,
          ...measureCells(code),
        ],
        code.alpha_interval,
      ),
    ),
    withInterval(
      ['all codes, pooled (micro)', ...blanks, ...measureCells(overall.pooled)],
      intervals?.pooled.krippendorff_alpha,
    ),
    withInterval(
      ['mean over codes (macro)', ...blanks, ...measureCells(overall.macro)],
      intervals?.macro.krippendorff_alpha,
    ),
  ]);
}

function printParts(report: Report): void {
  printTable(
    [report.by === 'pair' ? 'coders' : 'document', 'n a code', ...measureHeads],
    [
      ...(report.parts ?? []).map((part) => [
        'document' in part ? part.document : part.coders.join(' and '),
        String(part.n),
        ...measureCells(part.pooled),
      ]),
      ['all', String(report.n), ...measureCells(report.overall.pooled)],
    ],
  );
  print('All codes pooled; the figures of every code are in --json.');
}

function printUnitizing({ unitizing }: Report): void {
  if (unitizing === undefined) return;
  const { documents, overall, chance } = unitizing;
  const rows = [...documents, ...(overall ? [{ ...overall, document: `all (${overall.documents})` }] : [])];
  printTable(
    ['measures of spans', '|u-alpha', 'u-alpha', 'cu-alpha', 'coverage', 'alpha_U 1995', 'gamma', 'gamma-cat'],
    rows.map((row) => [
      row.document,
      ...[row.bar_u_alpha, row.u_alpha, row.cu_alpha, row.coverage_cu, row.alpha_u_1995, row.gamma, row.gamma_cat].map(
        (value) => figure(value),
      ),
    ]),
  );
  if (chance) print(`Chance of gamma: ${chance.sampler}, seed ${chance.seed} (${chance.generator})`);
}

/** Agreement for people: what was compared, then the table. */
export function printAgreement(report: Report, isSynthetic: boolean): void {
  const rule = report.rule === undefined ? '' : `, rule ${report.rule}`;
  print(
    `Coders ${report.coders.join(', ')}; unit ${report.unit}${rule}, scope ${report.scope}, n = ${report.n} a code; ${report.documents.length} documents${report.children === 'parents' ? '; child codes counted into their parents' : ''}${isSynthetic ? '; synthetic sample' : ''}`,
  );
  if (report.documents.length === 0)
    print('No document is marked as done by two of these coders: there is nothing to compare. Mark documents as done.');
  if (report.codingsOutsideUnits > 0)
    print(`${report.codingsOutsideUnits} codings lie outside every unit and are not counted`);
  if (report.notDone.length > 0) print(`Left out, not done by two coders: ${report.notDone.join(', ')}`);
  if (report.by === undefined) printCodes(report);
  else printParts(report);
  printUnitizing(report);
  if (report.usedByNobody.length > 0) print(`Used by nobody: ${report.usedByNobody.join(', ')}`);
  if (report.intervals) {
    const { method, documents, units, resamples, seed, generator } = report.intervals as typeof report.intervals & {
      documents?: number;
      units?: number;
    };
    const drawn = seed === undefined ? '' : `, ${resamples} resamples, seed ${seed} (${generator})`;
    print(`Intervals: ${method} (${documents ?? units})${drawn}`);
  }
}
