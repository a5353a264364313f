import { startTransition, useEffect, useState } from 'react';
import { blockAt, type Block } from '../../../../shared/transcript/blocks.ts';
import { useNavigation } from '../../../app/navigation.ts';
import type { DocumentPage } from './document-page.ts';
import { useTranscript } from '../transcript-state.ts';

/** Sections drawn after the one the reader opens at: more than a screen of them. */
const ahead = 2;
/** Sections added at a time while the page is idle. */
const step = 3;

/** Place of the section that holds a position. */
function sectionAt(page: DocumentPage, position: number): number {
  return blockAt(
    page.sections.map((blocks) => ({ start: blocks[0]!.start, end: blocks.at(-1)!.end })),
    position,
  );
}

/**
 * The sections to draw: at first those down to where the reader opens the transcript, then, a few at a time, all of them,
 * so that the first words are there at once and search, copying and jumps soon find the whole text. What is added stands below.
 */
export function useSectionsSoFar(page: DocumentPage, isReady: boolean): readonly (readonly Block[])[] {
  const target = useNavigation((s) => s.target);
  const place = useTranscript((s) => s.place);
  const wanted = target?.document === page.document.id ? Math.max(place, target.start) : place;
  const [drawn, setDrawn] = useState(0);
  const needed = isReady ? Math.min(page.sections.length, sectionAt(page, wanted) + 1 + ahead) : 0;
  const count = Math.max(drawn, needed);
  useEffect(() => {
    if (!isReady || count >= page.sections.length) return;
    const idle = requestIdleCallback(() => startTransition(() => setDrawn(count + step)), { timeout: 100 });
    return () => cancelIdleCallback(idle);
  }, [isReady, count, page]);
  return page.sections.slice(0, count);
}
