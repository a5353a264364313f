import { join } from 'node:path';
import type { Ports } from '../../electron/core/ports.ts';
import type { Id } from '../../shared/domain/ids.ts';

/** Ports that answer the same in every run: a clock that steps one second a question, ids that count. */
export type FixedPorts = Ports & {
  /** Errors nobody foresaw, as they were logged. */
  readonly unforeseen: readonly unknown[];
};

/** Fixed ports whose data and projects lie in `folder`; `first` keeps the ids of several sessions on one project apart, `begins` (seconds) their clocks; all ids may be made to end alike. */
export function fixedPorts(
  folder: string,
  {
    host = 'desktop',
    first = 1,
    begins = 0,
    idsEnd = '',
  }: { host?: Ports['host']; first?: number; begins?: number; idsEnd?: string } = {},
): FixedPorts {
  let seconds = begins;
  let ids = first;
  const unforeseen: unknown[] = [];
  return {
    host,
    version: '0.0.0-test',
    clock: { now: () => new Date(Date.UTC(2025, 0, 1) + 1000 * seconds++) },
    ids: {
      next: <Kind extends string>() =>
        `01940000-0000-7000-8000-${String(ids++).padStart(12 - idsEnd.length, '0')}${idsEnd}` as Id<Kind>,
    },
    log: { error: (error) => `log-${unforeseen.push(error)}` },
    folders: { data: join(folder, 'data'), projects: join(folder, 'projects') },
    unforeseen,
  };
}
