import type { Passage } from '../../../shared/contract/schema/entities.ts';

export type PassageGroup<P extends Pick<Passage, 'document' | 'documentName'>> = {
  readonly document: P['document'];
  readonly name: string;
  readonly passages: readonly P[];
};

/** Passages by document, documents in the order in which they first appear, passages in text order. */
export function passagesByDocument<P extends Pick<Passage, 'document' | 'documentName' | 'start' | 'end'>>(
  passages: readonly P[],
): PassageGroup<P>[] {
  const groups = new Map<P['document'], P[]>();
  for (const passage of passages) {
    const group = groups.get(passage.document);
    if (group) group.push(passage);
    else groups.set(passage.document, [passage]);
  }
  return [...groups].map(([document, found]) => ({
    document,
    name: found[0]!.documentName,
    passages: found.sort((a, b) => a.start - b.start || a.end - b.end),
  }));
}
