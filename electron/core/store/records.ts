import type { Ports } from '../ports.ts';
import type { BlindingRow } from './repositories/blinding-table.ts';
import { type GoneRows, stampAsGone } from './erasure.ts';
import type { Store } from './store.ts';

/** Adds to the record of who coded blind. */
export function recordBlinding(
  store: Store,
  ports: Pick<Ports, 'ids' | 'clock'>,
  { coder, act, reason }: Pick<BlindingRow, 'coder' | 'act' | 'reason'>,
): void {
  const [id, at] = [ports.ids.next(), ports.clock.now().toISOString()];
  store.beside((run) =>
    run(
      'INSERT INTO main.blinding (id, coder, act, reason, at, revision) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      coder,
      act,
      reason,
      at,
      store.revision,
    ),
  );
}

/** Keeps which copy was made for whom. */
export function recordCopy(store: Store, { copy, at }: { copy: string; at: string }, coder: string): void {
  store.beside((run) =>
    run(
      'INSERT INTO main.made_copy (copy, coder, base_revision, at) VALUES (?, ?, ?, ?)',
      copy,
      coder,
      store.revision,
      at,
    ),
  );
}

/** Keeps which respondents another copy took out for good: no merge brings them here. */
export function recordGoneForGood(store: Store, rows: GoneRows): void {
  store.beside((run) => stampAsGone(run, rows));
}
