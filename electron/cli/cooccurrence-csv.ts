import { reasonsText } from '../../shared/statistics/reasons.ts';
import { resultRow } from '../../shared/export/csv.ts';
import type { cooccurrenceReport, relationsReport } from './cooccurrence-report.ts';

type Block = Awaited<ReturnType<typeof cooccurrenceReport>>[number];

const head = [
  'coder',
  'unit',
  'scope',
  'n',
  'a',
  'b',
  'n11',
  'n10',
  'n01',
  'n00',
  'jaccard',
  'ochiai',
  'log_odds',
  'log_odds_low',
  'log_odds_high',
  'log_odds_corrected',
  'overlap_pairs',
  'shared_characters',
  'of_first',
  'of_second',
  'lift',
  'ppmi',
  'npmi',
  'phi',
  'dice',
  'inclusion',
  'yule_q',
  'fisher_ignoring_clustering',
  'atlas_c',
  'permutation_p',
  'q',
  'm',
  'marked',
  'undefined',
  'synthetic',
];

/** Every pair of every coder, one row each, raw numbers; an empty cell where there is no value. */
export function cooccurrenceCsv(blocks: readonly Block[], synthetic: boolean): string {
  const rows = blocks.flatMap(({ coder, unit, scope, n, pairs, test }) =>
    pairs.map((pair) =>
      resultRow([
        coder,
        unit,
        scope,
        n,
        pair.a,
        pair.b,
        pair.n11,
        pair.n10,
        pair.n01,
        pair.n00,
        pair.jaccard,
        pair.ochiai,
        pair.logOdds?.value ?? null,
        pair.logOdds?.low ?? null,
        pair.logOdds?.high ?? null,
        pair.logOdds === null ? null : pair.logOdds.corrected ? 'yes' : 'no',
        pair.overlapPairs,
        pair.sharedCharacters,
        pair.ofFirst,
        pair.ofSecond,
        pair.lift,
        pair.ppmi,
        pair.npmi,
        pair.phi,
        pair.dice,
        pair.inclusion,
        pair.yuleQ,
        pair.fisher,
        pair.atlasC,
        pair.p ?? null,
        pair.q ?? null,
        test?.m ?? null,
        pair.marked,
        reasonsText(pair.undefined ?? {}),
        synthetic ? 'yes' : 'no',
      ]),
    ),
  );
  return resultRow(head) + rows.join('');
}

const relationHead =
  'coder,relation,first,second,count,marked,turns,expected,permutation_p,q,m,undefined,synthetic'.split(',');

/** Every related pair of codes, one row each; what has no value says why. */
export function relationsCsv(blocks: Awaited<ReturnType<typeof relationsReport>>, synthetic: boolean): string {
  const rows = blocks.flatMap(({ coder, relation, pairs, test }) =>
    pairs.map((pair) =>
      resultRow([
        coder,
        relation,
        pair.first,
        pair.second,
        pair.count,
        pair.marked ?? null,
        pair.turns ?? null,
        pair.expected ?? null,
        pair.p ?? null,
        pair.q ?? null,
        test?.m ?? null,
        reasonsText(pair.undefined ?? {}),
        synthetic ? 'yes' : 'no',
      ]),
    ),
  );
  return resultRow(relationHead) + rows.join('');
}
