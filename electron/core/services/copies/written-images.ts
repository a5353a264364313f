import { type ForeignSetRow, knownHistoryQueries } from '../../store/repositories/copy-table.ts';
import type { MergeSide } from './merge-side.ts';

/**
 * The images of rows as those who wrote them last left them, by `table key`: also rows that are gone, and without what merges made of
 * them to settle names and references. Read from the whole history a file knows, at once.
 */
export function writtenImages({ store, sets, stamps }: MergeSide, wanted: ReadonlySet<string>): Map<string, string> {
  if (wanted.size === 0) return new Map();
  // The image a change left, in the step itself and wherever that was repeated or undone.
  const applied = Map.groupBy(sets, ({ id, target }) => target ?? id);
  const found = new Map<string, { stamp: string; image: string }>();
  const first = new Map<string, { at: string; image: string }>();
  for (const { change_set, table_name, key, before, after } of store.iterate(knownHistoryQueries.changes)) {
    const name = `${table_name} ${key}`;
    if (!wanted.has(name)) continue;
    for (const set of applied.get(change_set) ?? []) {
      if (before !== null && !((first.get(name)?.at ?? '~') <= set.at)) first.set(name, { at: set.at, image: before });
      const left = set.kind === 'undo' ? before : after;
      if (left === null || set.command === 'copies.merge') continue;
      const stamp = `${isOwn(set, left) ? '1' : '0'}${set.at}`;
      const known = found.get(name);
      // Within one step the last change counts; undone, the first.
      if (!known || stamp > known.stamp || (stamp === known.stamp && set.kind !== 'undo'))
        found.set(name, { stamp, image: left });
    }
  }
  return new Map(
    [...wanted].flatMap((name) => {
      const [written, given] = [found.get(name), first.get(name)];
      const carried = stamps.carriedLive(name);
      const image = written && written.stamp >= carried ? written.image : (given?.image ?? written?.image);
      return image ? [[name, image] as const] : [];
    }),
  );
}

/** Whether an image is of the coder's own whose copy it was written in. */
function isOwn({ copy_for }: ForeignSetRow, image: string): boolean {
  return copy_for !== null && image.includes(`"coder":${JSON.stringify(copy_for)}`);
}
