import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { recordGoneForGood } from '../../store/records.ts';
import type { Context } from '../project/context.ts';
import { purgeRespondents } from '../protection/purge-respondents.ts';
import type { Traces } from '../protection/respondent.ts';
import type { OtherCopy } from './other-copy.ts';
import { withdrawnThere } from './withdrawn-there.ts';

/**
 * Takes respondents out here whom copies about to be merged have taken out for good: merging alone would leave them in the past and
 * in backups, and undoing it would bring them back. Nothing goes before `rehearse` has shown that these can be merged. Answers
 * whether any were here. Throws `merge_withdrawn` unless it is wanted.
 */
export async function takeOutHere(
  context: Context,
  others: readonly OtherCopy[],
  isWanted: boolean,
  rehearse: () => void,
): Promise<boolean> {
  const { store } = context.project();
  const found = others.map((other) => ({ file: other.file, ...withdrawnThere(store, other.store) }));
  const first = found.find(({ names }) => names.length > 0);
  const traces = united(found.map((each) => each.traces));
  if (!first) {
    // Nothing of theirs is here, but a copy that comes later may have it.
    if (Object.values(traces).some(({ size }) => size > 0)) {
      rehearse();
      recordGoneForGood(store, traces);
    }
    return false;
  }
  if (!isWanted) throw new VerbatimError('merge_withdrawn', { file: first.file, names: first.names.join(', ') });
  rehearse();
  await purgeRespondents(context, traces);
  return true;
}

function united(all: readonly Traces[]): Traces {
  const every = (of: (traces: Traces) => ReadonlySet<string>): Set<string> =>
    new Set(all.flatMap((traces) => [...of(traces)]));
  return {
    cases: every(({ cases }) => cases),
    documents: every(({ documents }) => documents),
    speakers: every(({ speakers }) => speakers),
  };
}
