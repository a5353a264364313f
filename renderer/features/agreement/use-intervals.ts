import { useEffect, useState } from 'react';
import type { ParsedInput } from '../../../shared/contract/methods.ts';
import type { AgreementIntervals, Resampling } from '../../../shared/contract/methods/agreement.ts';
import { call } from '../../api/connection.ts';

/**
 * The intervals of α for the settings shown, computed in the background each time these or the data change; null until
 * they are there. The job of settings no longer shown is cancelled.
 */
export function useIntervals(
  settings: ParsedInput<'agreement.compute'>,
  resampling: Resampling,
  revision: number,
): AgreementIntervals | null {
  const [intervals, setIntervals] = useState<AgreementIntervals | null>(null);
  // Text, because the settings are a new object at every change of anything.
  const key = JSON.stringify([{ ...settings, resampling }, revision]);
  useEffect(() => {
    const controller = new AbortController();
    const [wanted] = JSON.parse(key) as [ParsedInput<'agreement.intervals'>];
    setIntervals(null);
    call('agreement.intervals', wanted, { signal: controller.signal }).then(
      (answer) => {
        if (!controller.signal.aborted) setIntervals(answer);
      },
      // The table says what is wrong with the data; intervals are simply not there.
      () => undefined,
    );
    return () => controller.abort();
  }, [key]);
  return intervals;
}
