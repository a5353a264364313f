import type { Page } from '@playwright/test';

/**
 * Words of the interface that do not find room where they stand: cut by an edge or an ellipsis, or running out of their button.
 * Names and words of a study (in an element that says their language, or that nobody translates) may be cut.
 */
export function clippedWords(page: Page, within = 'body'): Promise<string[]> {
  return page.evaluate((scope) => {
    const found: string[] = [];
    const holdsWords = (element: Element): boolean =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    const isOfStudy = (element: Element): boolean =>
      element.closest('body [lang], body [translate="no"], [contenteditable], article, td') !== null ||
      element.querySelector('[lang], [translate="no"]') !== null;
    /** Where the words of an element itself stand, without those of elements in it. */
    const ownWords = (element: Element): DOMRect[] =>
      [...element.childNodes].flatMap((node) => {
        if (!(node instanceof Text) || node.data.trim() === '') return [];
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()];
      });
    for (const element of document.querySelectorAll<HTMLElement>(`${scope} *`)) {
      if (!holdsWords(element) || isOfStudy(element)) continue;
      const { overflowX, overflowY, visibility, display } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const { width, height } = box;
      // What only screen readers meet is a pixel wide.
      if (visibility === 'hidden' || width <= 1 || height <= 1) continue;
      const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const isControl = element.matches('button, [role="tab"], th, legend, [role="columnheader"]');
      const isWide = display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
      const isOut =
        isControl && ownWords(element).some(({ left, right }) => left < box.left - 1 || right > box.right + 1);
      const isHigh = display !== 'inline' && element.scrollHeight > element.clientHeight + 3;
      if (isOut || (isWide && cuts(overflowX)) || (isHigh && cuts(overflowY)))
        found.push(`${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 60)}`);
    }
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth - innerWidth} px wider than the window`);
    return found;
  }, within);
}
