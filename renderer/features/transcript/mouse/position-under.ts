import { positionOfDomPoint } from '../place/dom-position.ts';

/**
 * The position in the text nearest to a point of the page: beside the words it is the beginning of that line, or its end if the
 * end of a passage is looked for. Null between turns and off the page.
 */
export function positionUnder(root: Element, x: number, y: number, end: 'start' | 'end'): number | null {
  const block = [...root.querySelectorAll('[data-start]')].find((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top <= y && y < bottom;
  });
  if (!block) return null;
  const { left, right } = block.getBoundingClientRect();
  const beside = end === 'start' ? left + 1 : right - 1;
  const point = document.caretPositionFromPoint(x > left && x < right ? x : beside, y);
  if (!point || !block.contains(point.offsetNode)) return null;
  return positionOfDomPoint(root, { node: point.offsetNode, offset: point.offset }, end);
}
