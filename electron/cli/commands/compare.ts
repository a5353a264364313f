import { chosenTranscripts, filterHelp, filterOptions, wholeNumber } from '../analysis-options.ts';
import { type Command, Misuse, oneOf, parseCommandLine } from '../command.ts';
import { comparisonCsv, comparisonReport } from '../comparison-report.ts';
import { print, printJson, printTable } from '../output.ts';
import { withProject } from '../session.ts';

export const compareCommand: Command = {
  name: 'compare',
  summary: 'compare behaviours, or groups of respondents, by what was said',
  usage:
    'compare PROJECT (--columns CODE,… | --by-attribute KEY) [--rows CODE,…] [--coder NAME|together|gold] [--rule overlap|range|turn|document] [--children apart|parents] [--documents A,B] [--where KEY=A,B]… [--marker CODE [--marked]] [--groups KEY|coder] [--test [--passages] [--draws N] [--seed N]] [--json|--csv]',
  help: [
    '--columns CODE,…     codes side by side, by slug or path: the behaviours of a study',
    '--by-attribute KEY   instead of codes: the values of an attribute of the cases',
    '--rows CODE,…        codes counted in each column (default: every code in use that is no column)',
    '--rule …             a passage counts if it overlaps one of the column’s code (default), has the same range, lies in the same turn or document',
    ...filterHelp,
    '--marker CODE        passages overlapping this code are left out; with --marked they stay and are counted apart',
    '--groups KEY|coder   the same table for each value of an attribute, or for each coder',
    '--test               Cochran’s Q, McNemar, Friedman, Conover (codes) or χ², V, Fisher–Freeman–Halton (groups), over respondents',
    '--passages           with --test: also the table of passages, as if they were independent of each other',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        ...filterOptions,
        columns: { type: 'string' },
        'by-attribute': { type: 'string' },
        rows: { type: 'string' },
        coder: { type: 'string' },
        rule: { type: 'string' },
        marker: { type: 'string' },
        marked: { type: 'boolean' },
        groups: { type: 'string' },
        test: { type: 'boolean' },
        passages: { type: 'boolean' },
        draws: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const rule = oneOf('rule', values.rule, ['overlap', 'range', 'turn', 'document']) ?? 'overlap';
    const children = oneOf('children', values.children, ['apart', 'parents']) ?? 'apart';
    if (values.json && values.csv) throw new Misuse('--json and --csv exclude each other');
    if ((values.columns === undefined) === (values['by-attribute'] === undefined))
      throw new Misuse('either --columns or --by-attribute is needed');
    if (values.marked && values.marker === undefined) throw new Misuse('--marked needs --marker');
    if (!values.test && (values.passages || values.draws !== undefined || values.seed !== undefined))
      throw new Misuse('--passages, --draws and --seed belong to --test');
    return withProject(positionals[0]!, async ({ client }) => {
      const report = await comparisonReport(client, {
        transcripts: await chosenTranscripts(client, values),
        columns: values.columns?.split(',') ?? null,
        byAttribute: values['by-attribute'] ?? null,
        rows: values.rows?.split(',') ?? null,
        coder: values.coder ?? null,
        rule,
        children,
        marker: values.marker === undefined ? null : { code: values.marker, marked: values.marked === true },
        groups: values.groups ?? null,
        test:
          values.test === true
            ? {
                passages: values.passages === true,
                draws: wholeNumber('draws', values.draws),
                seed: wholeNumber('seed', values.seed),
              }
            : null,
      });
      if (values.json) printJson(report);
      else if (values.csv) print(comparisonCsv(report));
      else {
        for (const table of report.tables) {
          print(
            `${table.group === null ? '' : `${table.group}: `}coder ${report.coder}, rule ${report.rule}, child codes ${report.children}, ${table.respondents} respondents, respondents (passages)${report.synthetic ? ', synthetic sample' : ''}`,
          );
          printTable(
            ['code', ...report.columns],
            table.rows.map(({ code, cells }) => [
              code,
              ...cells.map(({ respondents, passages }) => (passages === 0 ? '–' : `${respondents} (${passages})`)),
            ]),
          );
          print('');
        }
        if (report.tests) printJson(report.tests);
      }
      return 0;
    });
  },
};
