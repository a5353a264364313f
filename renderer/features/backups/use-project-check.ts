import { useEffect, useState } from 'react';
import type { IntegrityFault } from '../../../shared/contract/methods/project.ts';
import { call } from '../../api/connection.ts';
import { reportError } from '../../api/error-report.ts';

/** How long the reader has the project to himself before it is checked, in milliseconds: the first page comes first. */
const pause = 2000;

/** Checks the project that has just been opened, in the background; answers its faults once they are known. */
export function useProjectCheck(): readonly IntegrityFault[] {
  const [faults, setFaults] = useState<readonly IntegrityFault[]>([]);
  useEffect(() => {
    const running = new AbortController();
    const timer = setTimeout(() => {
      call('project.check', {}, { signal: running.signal }).then(
        (result) => !running.signal.aborted && setFaults(result.faults),
        (error: unknown) => !running.signal.aborted && reportError(error),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      running.abort();
    };
  }, []);
  return faults;
}
