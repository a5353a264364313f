import { codingRelations } from '../../../shared/analysis/coding-relations.ts';
import { scopeNames } from '../../../shared/analysis/unit-names.ts';
import { cooccurrenceUnits } from '../../../shared/contract/methods/cooccurrence.ts';
import { chosenTranscripts, filterHelp, filterOptions, studyNames } from '../analysis-options.ts';
import { type Command, Misuse, oneOf, parseCommandLine, wholeNumber } from '../command.ts';
import { cooccurrenceCsv, relationsCsv } from '../cooccurrence-csv.ts';
import { cooccurrenceReport, relationsReport } from '../cooccurrence-report.ts';
import { print, printJson, printTable } from '../output.ts';
import { codersNamed, withProject } from '../session.ts';

type Block = Awaited<ReturnType<typeof cooccurrenceReport>>[number];

export const cooccurrenceCommand: Command = {
  name: 'cooccurrence',
  summary: 'count which codes occur together',
  usage: `cooccurrence PROJECT [--unit ${cooccurrenceUnits.join('|')}] [--window N] [--rule any|half] [--relation ${codingRelations.join('|')} [--distance N]] [--coder NAME | --together | --gold] [--scope text|content|respondent] [--children apart|parents] [--documents A,B] [--where KEY=A,B]… [--without CODE | --mark CODE] [--test [--draws N] [--seed N]] [--json|--csv]`,
  help: [
    '--unit turn          2×2 counts over turns (default), sentences, questions with their answers (exchange), windows of N turns, transcripts (document), cases',
    '--unit overlap       pairs of codings that share at least one character',
    '--rule half          a unit counts from half of it coded on (default: from its first character)',
    '--relation …         instead of units: pairs of codings by how the first lies to the second; precedes and follows within N turns',
    '--scope …            what counts: respondents (default for units), all turns, or the whole text (default for overlap)',
    '--together           all coders’ codings as one’s; without it codings of different coders are never paired',
    '--gold              the agreed layer: what the coders agree on and what was decided of the rest',
    '--without CODE       passages overlapping this code are left out',
    '--mark CODE          every pair says how many of its units only passages overlapping this code bring',
    ...filterHelp,
    '--test               permutation p within transcripts and q (Benjamini–Hochberg) for every pair; with --relation precedes or',
    '                     follows: for respondents’ turns that have the later code in their next N turns',
    '--csv                every pair as one row, with every measure',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        ...filterOptions,
        unit: { type: 'string' },
        window: { type: 'string' },
        rule: { type: 'string' },
        relation: { type: 'string' },
        distance: { type: 'string' },
        coder: { type: 'string' },
        together: { type: 'boolean' },
        gold: { type: 'boolean' },
        scope: { type: 'string' },
        without: { type: 'string' },
        mark: { type: 'string' },
        test: { type: 'boolean' },
        draws: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const unit = oneOf('unit', values.unit, cooccurrenceUnits) ?? 'turn';
    const scope = oneOf('scope', values.scope, scopeNames);
    const rule = oneOf('rule', values.rule, ['any', 'half']);
    const relation = oneOf('relation', values.relation, codingRelations);
    const children = oneOf('children', values.children, ['apart', 'parents']);
    const window = wholeNumber('window', values.window, 2, 50);
    const distance = wholeNumber('distance', values.distance, 0, 100);
    const draws = wholeNumber('draws', values.draws, 99, 1_000_000);
    const seed = wholeNumber('seed', values.seed, 0, 0xff_ff_ff_ff);
    if (values.json && values.csv) throw new Misuse('--json and --csv exclude each other');
    if ([values.coder !== undefined, values.together, values.gold].filter(Boolean).length > 1)
      throw new Misuse('--coder, --together and --gold exclude each other');
    if (values.without !== undefined && values.mark !== undefined)
      throw new Misuse('--without and --mark exclude each other');
    const marker = values.without ?? values.mark;
    const isOfOrder = relation === 'precedes' || relation === 'follows';
    if (window !== undefined && unit !== 'window') throw new Misuse('--window N goes with --unit window');
    if (distance !== undefined && !isOfOrder)
      throw new Misuse('--distance N goes with --relation precedes or --relation follows');
    if (relation && [values.unit, values.scope, values.rule].some((choice) => choice !== undefined))
      throw new Misuse('--relation counts pairs of codings: --unit, --scope and --rule do not go with it');
    if (values.test && (relation ? !isOfOrder || distance === 0 : unit === 'overlap'))
      throw new Misuse('--test needs units, or --relation precedes or follows within a turn or more');
    if (!values.test && (draws ?? seed) !== undefined) throw new Misuse('--draws and --seed belong to --test');
    const resampling = { ...(draws === undefined ? {} : { draws }), ...(seed === undefined ? {} : { seed }) };
    return withProject(positionals[0]!, async ({ client }) => {
      const { synthetic } = await client.call('project.summary', {});
      const coders = values.coder === undefined ? undefined : await codersNamed(client, [values.coder]);
      const filter = {
        ...(await chosenTranscripts(client, values)),
        ...(marker === undefined
          ? {}
          : {
              marker: {
                code: (await studyNames(client)).code(marker),
                treatment: values.without === undefined ? ('marked' as const) : ('left_out' as const),
              },
            }),
        ...(children === undefined ? {} : { children }),
        ...(coders === undefined ? {} : { coders: coders.map(({ id }) => id) }),
        ...(values.together ? { together: true } : {}),
        ...(values.gold ? { gold: true } : {}),
      };
      if (relation) {
        const blocks = await relationsReport(
          client,
          { ...filter, relation, distance: distance ?? 1 },
          values.test ? resampling : null,
        );
        if (values.json) printJson(blocks);
        else if (values.csv) print(relationsCsv(blocks, synthetic));
        else for (const block of blocks) printRelations(block, synthetic);
        return 0;
      }
      const blocks = await cooccurrenceReport(
        client,
        {
          ...filter,
          unit,
          ...(scope === undefined ? {} : { scope }),
          ...(rule === undefined ? {} : { rule }),
          ...(window === undefined ? {} : { window }),
        },
        values.test ? resampling : null,
      );
      if (values.json) printJson(blocks);
      else if (values.csv) print(cooccurrenceCsv(blocks, synthetic));
      else for (const block of blocks) printBlock(block, synthetic);
      return 0;
    });
  },
};

function printBlock(block: Block, synthetic: boolean): void {
  print(
    `Coder ${block.coder}, unit ${block.unit}, scope ${block.scope}${block.n === null ? '' : `, n = ${block.n}`}${block.test ? `, m = ${block.test.m} tests` : ''}${synthetic ? ', synthetic sample' : ''}`,
  );
  const shown = block.pairs.filter((pair) => pair.overlapPairs > 0 || (pair.n11 ?? 0) > 0);
  shown.sort((a, b) => (b.n11 ?? b.overlapPairs) - (a.n11 ?? a.overlapPairs));
  printTable(
    ['pair', 'both', 'Jaccard', 'overlaps', 'characters', ...(block.test ? ['p', 'q'] : [])],
    shown.map((pair) => [
      `${pair.a} × ${pair.b}`,
      pair.n11 === null ? '–' : `${pair.n11}`,
      pair.jaccard === null ? '–' : pair.jaccard.toFixed(3),
      `${pair.overlapPairs}`,
      `${pair.sharedCharacters}`,
      ...(block.test ? [probability(pair.p), probability(pair.q)] : []),
    ]),
  );
  print('');
}

/** With enough draws p is smaller than its last decimal: 0 would say what no test can. */
function probability(p: number | null | undefined): string {
  if (p === null || p === undefined) return '–';
  return p < 0.0001 ? '<0.0001' : p.toFixed(4);
}

function printRelations(
  { coder, relation, pairs, test }: Awaited<ReturnType<typeof relationsReport>>[number],
  synthetic: boolean,
): void {
  print(`Coder ${coder}, ${relation}${synthetic ? ', synthetic sample' : ''}`);
  printTable(
    ['first', 'second', 'pairs', ...(test ? ['turns', 'by chance', 'p', 'q'] : [])],
    pairs
      .toSorted((a, b) => b.count - a.count)
      .map(({ first, second, count, turns, expected, p, q }) => [
        first,
        second,
        `${count}`,
        ...(test ? [`${turns ?? '–'}`, expected?.toFixed(2) ?? '–', probability(p), probability(q)] : []),
      ]),
  );
  print('');
}
