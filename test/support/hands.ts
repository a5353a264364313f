import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Selects words of the transcript as a hand does: press at their beginning, drag, let go at their end. */
export async function dragOver(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor();
  const place = await page.evaluate((wanted) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      const at = text.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + wanted.length);
      text.parentElement?.scrollIntoView({ block: 'center' });
      const boxes = [...range.getClientRects()];
      const first = boxes[0]!;
      const last = boxes.at(-1)!;
      return {
        from: [first.left + 0.5, first.top + first.height / 2],
        to: [last.right - 0.5, last.top + last.height / 2],
      } as const;
    }
    return null;
  }, words);
  if (!place) throw new Error(`the page does not show “${words}” in one piece`);
  const { from, to } = place;
  await page.mouse.move(from[0], from[1]);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 3 });
  await page.mouse.move(to[0], to[1], { steps: 3 });
  await page.mouse.up();
}

/** Writes files into a folder and drops them on the window, as from a file manager. */
export async function dropFiles(
  page: Page,
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  const arrived = await page.evaluateHandle(() => {
    const seen = { drop: false };
    window.addEventListener('drop', () => void (seen.drop = true), { once: true, capture: true });
    return seen;
  });
  // The browser loses a drag over a page that has not been painted yet: it is made again, as a hand would.
  for (let tries = 0; tries < 5 && !(await arrived.evaluate(({ drop }) => drop)); tries++) {
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  }
  await session.detach();
}
