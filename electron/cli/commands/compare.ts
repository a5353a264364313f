import { chosenTranscripts, filterHelp, filterOptions } from '../analysis-options.ts';
import { type Command, Misuse, namesOf, oneOf, parseCommandLine, wholeNumber } from '../command.ts';
import { comparisonCsv, comparisonReport } from '../comparison-report.ts';
import { differenceCsv, differenceReport, printDifference } from '../difference-report.ts';
import { print, printJson, printTable } from '../output.ts';
import { withProject } from '../session.ts';

export const compareCommand: Command = {
  name: 'compare',
  summary: 'compare behaviours, or groups of respondents, by what was said',
  usage:
    'compare PROJECT (--columns CODE,… | --by-attribute KEY) [--rows CODE,…] [--coder NAME|together|gold] [--rule overlap|range|turn|document] [--children apart|parents] [--documents A,B] [--where KEY=A,B]… [--marker CODE [--marked]] [--groups KEY|coder] [--test [--passages] [--draws N] [--seed N] | --difference A,B [--passages]] [--json|--csv]',
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
    '--difference A,B     of two columns, code by code: the passages of respondents who have it in one of the two only',
    '                     with --passages: the passages that stand in one of the two only',
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
        difference: { type: 'string' },
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
    const between = values.difference === undefined ? null : twoOf(values.difference);
    const columns = namesOf('columns', values.columns) ?? (values['by-attribute'] === undefined ? between : null);
    if ((columns === null) === (values['by-attribute'] === undefined))
      throw new Misuse('either --columns or --by-attribute is needed');
    if (values.marked && values.marker === undefined) throw new Misuse('--marked needs --marker');
    if (!values.test && (values.draws !== undefined || values.seed !== undefined))
      throw new Misuse('--draws and --seed belong to --test');
    if (!values.test && between === null && values.passages)
      throw new Misuse('--passages belongs to --test or --difference');
    if (between !== null && (values.test || values.groups !== undefined))
      throw new Misuse('--difference does not go with --test or --groups');
    return withProject(positionals[0]!, async ({ client }) => {
      const chosen = {
        transcripts: await chosenTranscripts(client, values),
        columns,
        byAttribute: values['by-attribute'] ?? null,
        rows: namesOf('rows', values.rows) ?? null,
        coder: values.coder ?? null,
        rule,
        children,
        marker: values.marker === undefined ? null : { code: values.marker, marked: values.marked === true },
      };
      if (between !== null) {
        const difference = await differenceReport(
          client,
          chosen,
          between,
          values.passages ? 'passages' : 'respondents',
        );
        if (values.json) printJson(difference);
        else if (values.csv) print(differenceCsv(difference));
        else printDifference(difference);
        return 0;
      }
      const report = await comparisonReport(client, {
        ...chosen,
        groups: values.groups ?? null,
        test:
          values.test === true
            ? {
                passages: values.passages === true,
                draws: wholeNumber('draws', values.draws, 99, 1_000_000),
                seed: wholeNumber('seed', values.seed, 0, 0xff_ff_ff_ff),
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

function twoOf(text: string): readonly [string, string] {
  const [first, second, ...more] = namesOf('difference', text) ?? [];
  if (!first || !second || more.length > 0) throw new Misuse(`--difference takes two columns, A,B, not ${text}`);
  return [first, second];
}
