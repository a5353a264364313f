import type { Page } from '@playwright/test';
import { expect } from './e2e.ts';

/** One's own codings as the transcript marks them: the words of each, by its id. The end of a long one is drawn last. */
export async function markedWords(page: Page): Promise<Readonly<Record<string, string>>> {
  await expect(page.locator('[data-transcript][aria-busy="true"]')).toHaveCount(0);
  return page.evaluate(() => {
    const words: Record<string, string> = {};
    for (const block of document.querySelectorAll('[data-transcript] [data-start]')) {
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const ids = texts.currentNode.parentElement?.closest('[data-codings]')?.getAttribute('data-codings') ?? '';
        for (const id of ids.split(' ').filter(Boolean)) words[id] = (words[id] ?? '') + texts.currentNode.textContent;
      }
    }
    return words;
  });
}

export async function countCodings(page: Page): Promise<number> {
  return Object.keys(await markedWords(page)).length;
}

/** Does something and waits until the page marks so many codings more (or fewer). */
export async function expectAdded(page: Page, by: number, work: () => Promise<unknown>): Promise<void> {
  const before = await countCodings(page);
  await work();
  await expect.poll(() => countCodings(page)).toBe(before + by);
}

/** The words of the coding that is selected. */
export async function selectedWords(page: Page): Promise<string> {
  const id = await page.locator('[data-item][aria-pressed="true"]').getAttribute('data-item');
  return (await markedWords(page))[id ?? ''] ?? '';
}
