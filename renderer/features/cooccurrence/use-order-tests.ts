import { useMemo } from 'react';
import type { CodingRelation } from '../../../shared/analysis/coding-relations.ts';
import type { OrderTest } from '../../../shared/contract/methods/cooccurrence.ts';
import type { Input } from '../../../shared/contract/methods.ts';
import { asId, type CodeId } from '../../../shared/domain/ids.ts';
import { type BackgroundJob, useBackgroundJob } from '../results/use-background-job.ts';

type Asked = {
  readonly filter: Omit<Input<'cooccurrence.relations'>, 'relation' | 'distance' | 'coders' | 'together'>;
  readonly coder: Input<'cooccurrence.testOrder'>['coder'];
  readonly codes: readonly CodeId[];
  readonly relation: CodingRelation;
  readonly distance: number;
};

export type OrderTests = {
  readonly job: BackgroundJob<'cooccurrence.testOrder'>;
  /** What chance says of the first in the relation to the second; null where nothing is known (yet). */
  readonly of: (first: CodeId, second: CodeId) => OrderTest | null;
};

/**
 * Tests of order against chance for codings that precede or follow within some turns; null for other relations, and within
 * one turn. That the first follows the second is that the second precedes the first.
 */
export function useOrderTests(
  { filter, coder, codes, relation, distance }: Asked,
  revision: number,
): OrderTests | null {
  const isOfOrder = (relation === 'precedes' || relation === 'follows') && distance > 0;
  const job = useBackgroundJob(
    'cooccurrence.testOrder',
    isOfOrder && codes.length > 1 ? { ...filter, coder, distance, codes: codes.map((id) => asId<'code'>(id)) } : null,
    revision,
  );
  const byPair = useMemo(
    () => new Map((job.answer?.pairs ?? []).map((one) => [`${one.first} ${one.second}`, one])),
    [job.answer],
  );
  if (!isOfOrder) return null;
  return {
    job,
    of: (first, second) => byPair.get(relation === 'precedes' ? `${first} ${second}` : `${second} ${first}`) ?? null,
  };
}
