import { agreementUnit } from '../../../shared/contract/methods/analysis.ts';
import { type Command, Misuse, oneOf, parseCommandLine } from '../command.ts';
import { print, printJson, printTable } from '../output.ts';
import { agreementReport } from '../results.ts';
import { codersNamed, withProject } from '../session.ts';

function figure(value: number | null): string {
  return value === null ? 'not defined' : value.toFixed(3).replace('-', '−');
}

type Interval = { readonly low: number | null; readonly high: number | null };

function intervalText(interval: Interval | undefined): string {
  return interval === undefined || interval.low === null ? '–' : `${figure(interval.low)} to ${figure(interval.high)}`;
}

function wholeNumber(option: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,10}$/.test(value) || Number(value) < least)
    throw new Misuse(`--${option} takes a whole number from ${least} on, not ${value}`);
  return Number(value);
}

/** How to draw, as far as it is said. */
function resamplingOf(resamples: string | undefined, seed: string | undefined) {
  const count = wholeNumber('resamples', resamples, 100);
  const begin = wholeNumber('seed', seed, 0);
  return { ...(count === undefined ? {} : { resamples: count }), ...(begin === undefined ? {} : { seed: begin }) };
}

export const agreementCommand: Command = {
  name: 'agreement',
  summary: 'agreement of coders on every code',
  usage:
    'agreement PROJECT [--unit character|turn] [--scope text|content|respondent] [--rule any|half] [--coders A,B] [--intervals] [--resamples N] [--seed N] [--json]',
  help: [
    '--unit turn       speaker turns (default); character: every Unicode code point',
    '--scope …         what counts: respondents (default for turns), all turns, or the whole text (default for characters)',
    '--rule …          a turn counts as coded when any part of it is (default), or at least half',
    '--coders A,B      whom to compare; default: all who coded',
    '--intervals       95 % intervals of alpha: percentile bootstrap over documents',
    '--resamples N     how many resamples (100 to 100000; default 2000); --seed N  where the random numbers begin (default 1)',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        unit: { type: 'string' },
        scope: { type: 'string' },
        rule: { type: 'string' },
        coders: { type: 'string' },
        intervals: { type: 'boolean' },
        resamples: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const unit = oneOf('unit', values.unit, agreementUnit.options) ?? 'turn';
    const scope = oneOf('scope', values.scope, ['text', 'content', 'respondent']);
    const rule = oneOf('rule', values.rule, ['any', 'half']);
    const names = values.coders?.split(',').map((name) => name.trim());
    if (names && (names.length < 2 || names.length > 6))
      throw new Misuse('--coders takes two to six names separated by commas');
    const resampling = values.intervals ? resamplingOf(values.resamples, values.seed) : undefined;
    return withProject(positionals[0]!, async ({ client }) => {
      const coders = names === undefined ? undefined : (await codersNamed(client, names)).map(({ id }) => id);
      const { synthetic } = await client.call('project.summary', {});
      const settings = {
        unit,
        ...(scope === undefined ? {} : { scope }),
        ...(rule === undefined ? {} : { rule }),
        ...(coders === undefined ? {} : { coders }),
      };
      const report = await agreementReport(client, settings, resampling);
      if (values.json) {
        printJson(report);
        return 0;
      }
      print(
        `Coders ${report.coders.join(', ')}; unit ${report.unit}, scope ${report.scope}, n = ${report.n} a code; ${report.documents.length} documents${synthetic ? '; synthetic sample' : ''}`,
      );
      if (report.codingsOutsideUnits > 0)
        print(`${report.codingsOutsideUnits} codings lie outside every unit and are not counted`);
      if (report.notDone.length > 0) print(`Left out, not done by two coders: ${report.notDone.join(', ')}`);
      const row = (
        name: string,
        counts: string[],
        each: (typeof report.codes)[number] | typeof report.overall.pooled,
        interval: Interval | undefined,
      ) => [
        name,
        ...counts,
        figure(each.percent_agreement),
        figure(each.cohen_kappa),
        figure(each.krippendorff_alpha),
        figure(each.gwet_ac1),
        ...(report.intervals === undefined ? [] : [intervalText(interval)]),
      ];
      const blanks = report.coders.map(() => '');
      printTable(
        [
          'code',
          ...report.coders,
          'both',
          'agree',
          'kappa',
          'alpha',
          'AC1',
          ...(report.intervals === undefined ? [] : ['95 % of alpha']),
        ],
        [
          ...report.codes.map((code) =>
            row(code.code, [...code.counts.map(String), `${code.both}`], code, code.alpha_interval),
          ),
          row('all codes, pooled', [...blanks, ''], report.overall.pooled, report.intervals?.pooled),
          row('mean over codes', [...blanks, ''], { ...report.overall.macro, n: report.n }, report.intervals?.macro),
        ],
      );
      if (report.intervals) {
        const { documents, resamples, seed, generator } = report.intervals;
        print(
          `Intervals: percentile bootstrap over ${documents} documents, ${resamples} resamples, seed ${seed} (${generator})`,
        );
      }
      return 0;
    });
  },
};
