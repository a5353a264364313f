import type { Settings } from '../../../../shared/contract/methods/settings.ts';
import { useLayoutEffect, useState } from 'react';

/** Where the words begin, how wide they run and where the margin begins: the gutter and the gaps are fixed, a wide pane gives the rest to both sides. */
export function pageGeometry(
  width: number,
  { textSize, measure: em }: Pick<Settings, 'textSize' | 'measure'>,
): { inset: number; words: number; marginStart: number } {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const gutter = 4.75 * rem;
  const measure = em * (textSize / 16) * rem;
  const gap = 16;
  const spare = width - (8 + gutter + gap + measure + gap + 340);
  const inset = spare > 0 ? 8 + Math.min(142, spare / 2) : 8;
  const words = Math.min(measure, width - inset - gutter - gap - 88);
  return { inset, words, marginStart: inset + gutter + gap + words + gap };
}

/** The width of an element, kept as it changes; 0 until it is there. */
export function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current!);
    setWidth(Math.floor(element.current!.clientWidth));
    return () => observer.disconnect();
  }, [element]);
  return width;
}
