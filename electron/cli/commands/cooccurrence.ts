import { type Command, Misuse, oneOf, parseCommandLine } from '../command.ts';
import { cooccurrenceCsv } from '../cooccurrence-csv.ts';
import { print, printJson, printTable } from '../output.ts';
import { cooccurrenceReport } from '../results.ts';
import { codersNamed, withProject } from '../session.ts';

export const cooccurrenceCommand: Command = {
  name: 'cooccurrence',
  summary: 'count which codes occur together',
  usage: 'cooccurrence PROJECT [--unit turn|overlap] [--coder NAME] [--scope text|content|respondent] [--json|--csv]',
  help: [
    '--unit turn       2×2 counts over turns (default); overlap: pairs of codings that share at least one character',
    '--scope …         what counts: respondents (default for turns), all turns, or the whole text (default for overlap)',
    '--csv             every pair as one row, with Ochiai and the log odds ratio and its interval',
    'One block for each coder: codings of different coders are never paired.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        unit: { type: 'string' },
        coder: { type: 'string' },
        scope: { type: 'string' },
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const unit = oneOf('unit', values.unit, ['turn', 'overlap']) ?? 'turn';
    const scope = oneOf('scope', values.scope, ['text', 'content', 'respondent']);
    if (values.json && values.csv) throw new Misuse('--json and --csv exclude each other');
    return withProject(positionals[0]!, async ({ client }) => {
      const coders = values.coder === undefined ? undefined : await codersNamed(client, [values.coder]);
      const { synthetic } = await client.call('project.summary', {});
      const blocks = await cooccurrenceReport(client, {
        unit,
        ...(scope === undefined ? {} : { scope }),
        ...(coders === undefined ? {} : { coders: coders.map(({ id }) => id) }),
      });
      if (values.json) {
        printJson(blocks);
        return 0;
      }
      if (values.csv) {
        print(cooccurrenceCsv(blocks, synthetic));
        return 0;
      }
      for (const block of blocks) {
        print(
          `Coder ${block.coder}, unit ${block.unit}, scope ${block.scope}${block.n === null ? '' : `, n = ${block.n}`}${synthetic ? ', synthetic sample' : ''}`,
        );
        const shown = block.pairs.filter((pair) => pair.overlapPairs > 0 || (pair.n11 ?? 0) > 0);
        shown.sort((a, b) => (b.n11 ?? b.overlapPairs) - (a.n11 ?? a.overlapPairs));
        printTable(
          ['pair', 'both', 'Jaccard', 'overlaps', 'characters'],
          shown.map((pair) => [
            `${pair.a} × ${pair.b}`,
            pair.n11 === null ? '–' : `${pair.n11}`,
            pair.jaccard === null ? '–' : pair.jaccard.toFixed(3),
            `${pair.overlapPairs}`,
            `${pair.sharedCharacters}`,
          ]),
        );
        print('');
      }
      return 0;
    });
  },
};
