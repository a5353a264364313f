import type { CooccurrenceBlock } from '../../../shared/contract/methods/analysis.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import type { NamedCode } from '../results/code-names.ts';
import { csvText } from '../results/csv.ts';

type Source = { readonly project: string; readonly revision: number; readonly synthetic: boolean };

/**
 * Every pair of one coder's codes as CSV, raw numbers, with the same names as the command line prints;
 * the comment lines say unit, scope, N, coder, documents, revision, and for the sample that it is synthetic.
 */
export function cooccurrenceCsv(
  block: CooccurrenceBlock,
  names: ReadonlyMap<CodeId, NamedCode>,
  source: Source,
): string {
  const name = (code: CodeId): string => names.get(code)?.fileName ?? code;
  return csvText(
    [
      ['project', source.project],
      ...(source.synthetic ? [['data', 'synthetic sample'] as const] : []),
      ['analysis', 'co-occurrence'],
      ['unit', block.unit],
      ['scope', block.scope],
      ['N', block.n === null ? 'not defined (pairs of codings are counted)' : String(block.n)],
      ['coder', block.coderName],
      ['documents', String(block.documents)],
      ['revision', String(source.revision)],
    ],
    ['a', 'b', 'n11', 'n10', 'n01', 'n00', 'jaccard', 'overlapPairs', 'sharedCharacters'],
    block.pairs.map((pair) => [
      name(pair.a),
      name(pair.b),
      pair.n11,
      pair.n10,
      pair.n01,
      pair.n00,
      'value' in pair.jaccard ? pair.jaccard.value : null,
      pair.overlapPairs,
      pair.sharedCharacters,
    ]),
  );
}
