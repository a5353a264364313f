import { createHash } from 'node:crypto';
import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import { codeTextQueries, codeQueries } from '../../store/repositories/code-table.ts';
import type { Comparison } from '../agreement/comparison.ts';
import type { OpenProject } from '../project/open-project.ts';

/** Digits of a fingerprint that are printed: enough to tell two versions of a study apart. */
const printed = 16;

function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, printed);
}

/** Of what agreement is computed from: the texts, the coders' codings on them, and who is done with what. */
export function comparisonFingerprint({ rows, codes, coders, uncut }: Comparison): string {
  return fingerprint({
    codes,
    coders: coders.map(({ id }) => id),
    documents: rows.map(({ row }, place) => ({
      text: row.text,
      done: uncut[place]!.done.toSorted((a, b) => a - b),
      codings: uncut[place]!.codings.map(({ coder, code, start, end }) => [coder, code, start, end] as const).sort(
        (a, b) => a[2] - b[2] || a[3] - b[3] || a[1] - b[1] || a[0] - b[0],
      ),
    })),
  });
}

/** Of the codebook: codes, their places, versions and rules. */
export function codebookFingerprint({ store }: OpenProject): string {
  return fingerprint({
    codes: store
      .all(codeQueries.all)
      .map(({ id, parent, version, codable, retired }) => [id, parent, version, codable, retired])
      .sort(([a], [b]) => byCodeUnits(String(a), String(b))),
    texts: store
      .all(codeTextQueries.all)
      .map((text) => Object.values(text))
      .sort((a, b) => byCodeUnits(JSON.stringify(a), JSON.stringify(b))),
  });
}
