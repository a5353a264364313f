import { useMemo } from 'react';
import type { CooccurrencePair, PairTest } from '../../../shared/contract/methods/cooccurrence.ts';
import type { Input } from '../../../shared/contract/methods.ts';
import { useWords } from '../../i18n/text.ts';
import { type BackgroundJob, useBackgroundJob } from '../results/use-background-job.ts';

type PairTests = {
  readonly job: BackgroundJob<'cooccurrence.test'>;
  /** What chance says of a pair; null where nothing is known (yet). */
  readonly of: (pair: Pick<CooccurrencePair, 'a' | 'b'>) => PairTest | null;
  /** How it was tested; empty while it is not. */
  readonly note: string;
};

/** Tests of all pairs of some codes against chance; null asks for none. */
export function usePairTests(input: Input<'cooccurrence.test'> | null, revision: number): PairTests {
  const { t } = useWords();
  const job = useBackgroundJob('cooccurrence.test', input, revision);
  const { answer } = job;
  const of = useMemo(() => {
    const byPair = new Map((answer?.pairs ?? []).map((one) => [`${one.a} ${one.b}`, one]));
    return ({ a, b }: Pick<CooccurrencePair, 'a' | 'b'>) => byPair.get(`${a} ${b}`) ?? byPair.get(`${b} ${a}`) ?? null;
  }, [answer]);
  const note = answer
    ? t('cooccurrence.test.note', {
        m: answer.m,
        draws: answer.draws,
        seed: answer.seed,
        chance: answer.chance,
        within: answer.within,
      })
    : '';
  return { job, of, note };
}
