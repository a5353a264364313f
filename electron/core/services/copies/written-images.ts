import { knownHistoryQueries } from '../../store/repositories/copy-table.ts';
import type { MergeSide } from './merge-side.ts';

/**
 * The images of rows as those who wrote them last left them, by `table key`: also rows that are gone, and without what merges made of
 * them to settle names and references. Read from the whole history a file knows, at once.
 */
export function writtenImages({ store, sets, stamps }: MergeSide, wanted: ReadonlySet<string>): Map<string, string> {
  if (wanted.size === 0) return new Map();
  const byId = new Map(sets.map((set) => [set.id, set]));
  // The image a change left, in the step itself and wherever that was repeated or undone.
  const applied = Map.groupBy(sets, ({ id, target }) => target ?? id);
  const written = new Map<string, string>();
  const first = new Map<string, { at: string; image: string }>();
  for (const { change_set, table_name, key, before, after } of store.iterate(knownHistoryQueries.changes)) {
    const name = `${table_name} ${key}`;
    if (!wanted.has(name)) continue;
    for (const set of applied.get(change_set) ?? [])
      if (before !== null && !((first.get(name)?.at ?? '~') <= set.at)) first.set(name, { at: set.at, image: before });
    const writer = byId.get(stamps.writer(name)?.set ?? '');
    if (!writer || change_set !== (writer.target ?? writer.id)) continue;
    // Within one step the last change counts; undone, the first.
    if (writer.kind !== 'undo' && after !== null) written.set(name, after);
    else if (writer.kind === 'undo' && before !== null && !written.has(name)) written.set(name, before);
  }
  return new Map(
    [...wanted].flatMap((name) => {
      const [image, given] = [written.get(name), first.get(name)?.image];
      const isLast = image !== undefined && stamps.writer(name)!.stamp >= stamps.carriedLive(name);
      const known = isLast ? image : (given ?? image);
      return known === undefined ? [] : [[name, known] as const];
    }),
  );
}
