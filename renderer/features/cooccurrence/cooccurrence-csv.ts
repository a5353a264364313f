import { atlasC } from '../../../shared/analysis/association/atlas-c.ts';
import { furtherMeasureNames, furtherMeasures } from '../../../shared/analysis/association/pair-measures.ts';
import type { CooccurrenceBlock, CooccurrencePair, PairTest } from '../../../shared/contract/methods/cooccurrence.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import type { NamedCode } from '../results/code-names.ts';
import { reasonsOf, reasonsText } from '../../../shared/statistics/reasons.ts';
import type { ResultTable } from '../results/result-csv.ts';

const head = [
  'a',
  'b',
  'n11',
  'n10',
  'n01',
  'n00',
  'jaccard',
  'overlapPairs',
  'sharedCharacters',
  'ochiai',
  'logOdds',
  'logOddsLow',
  'logOddsHigh',
  ...furtherMeasureNames,
  'atlasC',
  'expected',
  'p',
  'q',
  'marked',
  'undefined',
];

function valueOf(
  figure: { readonly value: number } | { readonly undefined: string } | null | undefined,
): number | null {
  return figure && 'value' in figure ? figure.value : null;
}

/** Every pair of one coder's codes, raw numbers, with the same names as the command line prints; last why some have no value. */
export function cooccurrenceFigures(
  block: CooccurrenceBlock,
  names: ReadonlyMap<CodeId, NamedCode>,
  testOf: (pair: CooccurrencePair) => PairTest | null = () => null,
): ResultTable {
  const name = (code: CodeId): string => names.get(code)?.fileName ?? code;
  const codings = new Map(block.codes.map((one) => [one.code, one.codings]));
  return {
    facts: [
      ['analysis', 'co-occurrence'],
      ['unit', block.unit],
      ['scope', block.scope],
      ['N', block.n === null ? 'not defined (pairs of codings are counted)' : String(block.n)],
      ['coder', block.coder === null ? 'all coders together' : block.coderName],
      ['documents', String(block.documents)],
    ],
    head,
    rows: block.pairs.map((pair) => {
      const further = furtherMeasures(pair);
      const counts = { first: codings.get(pair.a)!, second: codings.get(pair.b)!, overlapping: pair.overlapPairs };
      const odds = pair.logOdds && 'value' in pair.logOdds ? pair.logOdds : null;
      const test = testOf(pair);
      const tested = test && 'p' in test ? test : null;
      return [
        name(pair.a),
        name(pair.b),
        pair.n11,
        pair.n10,
        pair.n01,
        pair.n00,
        valueOf(pair.jaccard),
        pair.overlapPairs,
        pair.sharedCharacters,
        valueOf(pair.ochiai),
        odds?.value ?? null,
        odds?.interval.low ?? null,
        odds?.interval.high ?? null,
        ...furtherMeasureNames.map((measure) => valueOf(further?.[measure])),
        valueOf(atlasC(counts)),
        tested?.expected ?? null,
        tested?.p ?? null,
        tested?.q ?? null,
        pair.marked,
        reasonsText(
          reasonsOf({
            jaccard: pair.jaccard,
            ochiai: pair.ochiai,
            logOdds: pair.logOdds && 'undefined' in pair.logOdds ? pair.logOdds : null,
            ...further,
            p: test && 'undefined' in test ? test : null,
          }),
        ),
      ];
    }),
  };
}
