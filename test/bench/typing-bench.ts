import { setTimeout as sleep } from 'node:timers/promises';
import { median, percentile95 } from './measure.ts';
import type { Figures } from './measured-page.ts';
import type { Measured } from './measured-page.ts';
import { traced } from './page-trace.ts';

const letters = 60;

/**
 * Writes words into the transcript while it is corrected, letter by letter, then waits until they are stored. Throws unless
 * the page shows them.
 */
export async function measureTyping({ browser, page }: Measured): Promise<Figures> {
  await page.locator('article').nth(3).focus();
  const opening = await traced(browser, page, async () => {
    await page.keyboard.press('e');
    await page.locator('[contenteditable="true"]:focus').waitFor();
    await sleep(1500);
  });
  const typing = await traced(browser, page, async () => {
    for (let letter = 0; letter < letters; letter++) {
      await page.keyboard.press('x');
      await sleep(60);
    }
    await page.evaluate(() => performance.mark('bench-typed'));
    await sleep(3000);
  });
  const shown = await page.locator('[contenteditable="true"]').textContent();
  if (!shown?.includes('x'.repeat(letters))) throw new Error('not every letter typed is on the page');
  await page.keyboard.press('Escape');
  await page.locator('article').first().waitFor();

  const starts = typing.times('bench-key');
  const [typed] = typing.times('bench-typed');
  const parts = starts.map((start, place) => typing.between(start, starts[place + 1] ?? typed!));
  const works = parts.map(({ work }) => work);
  return {
    'begin correcting, script': opening.between(0, Number.POSITIVE_INFINITY).script,
    'type a letter, script, median': median(parts.map(({ script }) => script)),
    'type a letter, all work, median': median(works),
    'type a letter, all work, 95 %': percentile95(works),
    'store what was typed, script': typing.between(typed!, Number.POSITIVE_INFINITY).script,
    'store what was typed, longest task': Math.max(0, ...typing.tasksOver(0, typed)),
  };
}
