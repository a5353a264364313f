import type { DocumentId } from '../../../shared/domain/ids.ts';

/** The tabs when a transcript is opened: in the place of the one shown, or beside it; where it has a tab, that one. */
export function tabsWith(
  tabs: readonly DocumentId[],
  shown: DocumentId | null,
  opened: DocumentId,
  isBeside: boolean,
): readonly DocumentId[] {
  if (tabs.includes(opened)) return tabs;
  const at = shown === null ? -1 : tabs.indexOf(shown);
  if (at === -1) return [...tabs, opened];
  return tabs.toSpliced(isBeside ? at + 1 : at, isBeside ? 0 : 1, opened);
}

/** The tab that is shown when one closes: the one after it, or the last. */
export function neighbourOf(tabs: readonly DocumentId[], closed: DocumentId): DocumentId | undefined {
  const at = tabs.indexOf(closed);
  return tabs[at + 1] ?? tabs[at - 1];
}

/** The tab so many further on, round the end. */
export function tabBeside(tabs: readonly DocumentId[], shown: DocumentId, by: 1 | -1): DocumentId | undefined {
  const at = tabs.indexOf(shown);
  return at === -1 || tabs.length < 2 ? undefined : tabs[(at + by + tabs.length) % tabs.length];
}
