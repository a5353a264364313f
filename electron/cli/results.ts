import type { Client } from '../../shared/contract/client.ts';
import type { Input } from '../../shared/contract/methods.ts';
import { codeKeys } from './code-names.ts';

/** Co-occurrence in the words of the command line, one block per coder. */
export async function cooccurrenceReport(client: Client, input: Input<'cooccurrence.compute'>) {
  const { blocks } = await client.call('cooccurrence.compute', input);
  const key = await codeKeys(client);
  return blocks.map((block) => ({
    coder: block.coderName,
    unit: block.unit,
    scope: block.scope,
    n: block.n,
    codes: block.codes.map(({ code, count }) => ({ code: key(code), count })),
    pairs: block.pairs.map(({ a, b, jaccard, ochiai, logOdds, ...pair }) => ({
      a: key(a),
      b: key(b),
      ...pair,
      jaccard: 'value' in jaccard ? jaccard.value : null,
      ochiai: ochiai !== null && 'value' in ochiai ? ochiai.value : null,
      logOdds:
        logOdds !== null && 'value' in logOdds
          ? { value: logOdds.value, ...logOdds.interval, corrected: logOdds.corrected }
          : null,
    })),
  }));
}
