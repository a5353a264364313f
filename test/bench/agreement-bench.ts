import { agreementBootstrap, completed } from '../../shared/agreement/resampling/agreement-resampling.ts';
import { agreementByCode } from '../../shared/agreement/coded-units/code-agreement.ts';
import {
  type AgreementDocument,
  type CoderCoding,
  documentTally,
} from '../../shared/agreement/coded-units/document-tally.ts';
import { documentElements } from '../../shared/agreement/resampling/drawn-elements.ts';
import { krippendorffAlpha } from '../../shared/agreement/coefficients/krippendorff-alpha.ts';
import { ratingMatrix } from '../../shared/agreement/coefficients/ratings.ts';
import { randomFrom } from '../../shared/statistics/random.ts';
import { medianProcessorTime, table } from './measure.ts';

const codes = 60;
const unit = { kind: 'character' } as const;

/** Interviews of `length` characters each, every coder having coded about the same passages. */
function documentsOf(count: number, length: number, codings: number, coders = 4): AgreementDocument[] {
  const random = randomFrom(7);
  return Array.from({ length: count }, () => {
    const made: CoderCoding[] = [];
    for (let at = 0; at < codings; at += 1) {
      const start = random.below(length - 400);
      const code = random.below(codes);
      for (let coder = 0; coder < coders; coder += 1) {
        if (random.below(4) > 0) made.push({ code, coder, start: start + random.below(20), end: start + 200 });
      }
    }
    return { units: [{ start: 0, end: length }], codings: made, done: Array.from({ length: coders }, (_, one) => one) };
  });
}

/** Per-code agreement on characters, the bootstrap over documents, and α on a million units; processor time. */
export async function benchAgreement(): Promise<string> {
  const evaluation = (documents: readonly AgreementDocument[], coders = 4): Promise<number> =>
    medianProcessorTime(5, () => agreementByCode({ documents, coders, codes, unit }));
  const plain = documentsOf(100, 60_000, 200);
  const once = await evaluation(plain);
  const longer = await evaluation(documentsOf(100, 120_000, 200));
  const more = await evaluation(documentsOf(100, 60_000, 400));
  const held = (documents: readonly AgreementDocument[]): number =>
    documents.reduce((sum, document) => sum + document.codings.length, 0);
  const pair = documentsOf(100, 60_000, 130, 2);
  const pairOnce = await evaluation(pair, 2);
  const many = documentsOf(200, 60_000, 670, 2);
  const manyOnce = await evaluation(many, 2);
  const coders = 4;
  const elements = documentElements(plain.map((document) => documentTally(document, { coders, unit })));
  const used = Array.from({ length: codes }, (_, code) => code);
  const drawn = await medianProcessorTime(3, () =>
    completed(agreementBootstrap({ elements, coders, codes, used }, 'documents', { resamples: 2000, seed: 1 })),
  );
  const random = randomFrom(3);
  const units = Array.from({ length: 1_000_000 }, () => {
    const rating = 1 + random.below(5);
    return Array.from({ length: 4 }, () => (random.below(4) > 0 ? rating : 1 + random.below(5)));
  });
  const alpha = await medianProcessorTime(3, () => krippendorffAlpha(ratingMatrix(units, [1, 2, 3, 4, 5])));
  const row = (name: string, value: number, note = ''): string[] => [name, value.toFixed(0), note];
  return table(
    ['milliseconds of processor', 'time', ''],
    [
      row('4 coders, 100 documents, 60 codes, characters', once),
      row('the same, texts twice as long', longer, `× ${(longer / once).toFixed(2)}`),
      row('the same, twice the codings', more, `× ${(more / once).toFixed(2)}`),
      row(`a pair, 60 codes, ${held(pair)} codings in 100 documents`, pairOnce),
      row(`a pair, 60 codes, ${held(many)} codings in 200 documents`, manyOnce),
      row('2,000 resamples of documents', drawn, `× ${(drawn / once).toFixed(1)} of one evaluation`),
      row('α of 1,000,000 units, 4 coders', alpha),
    ],
  );
}
