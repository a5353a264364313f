import { setTimeout as sleep } from 'node:timers/promises';
import { median, percentile95 } from './measure.ts';
import type { Figures } from './measured-page.ts';
import type { Measured } from './measured-page.ts';
import { traced } from './page-trace.ts';

const words = ['code 0', 'cde 71', 'de 5', 'co 42'];

/** Types words into a search that is listening and empties it again: what each letter costs until the list has changed. */
async function answersOf({ browser, page }: Measured, name: string): Promise<Figures> {
  await page.evaluate(() => {
    new MutationObserver(() => performance.mark('bench-listed')).observe(document.querySelector('[role=listbox]')!, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  const trace = await traced(browser, page, async () => {
    for (const word of words) {
      for (const letter of word) {
        await page.keyboard.type(letter);
        await sleep(150);
      }
      for (const _ of word) await page.keyboard.press('Backspace');
      await sleep(150);
    }
  });
  const starts = trace.times('bench-key');
  const costs = starts.map((start, place) => trace.between(start, starts[place + 1] ?? start + 150_000).script);
  return {
    [`${name}, script of a letter, median`]: median(costs),
    [`${name}, script of a letter, 95 %`]: percentile95(costs),
  };
}

/** The two places where codes are looked for: the palette and the bar at a selection. */
export async function measureAnswers(measured: Measured): Promise<Figures> {
  const { page } = measured;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await sleep(300);
  const palette = await answersOf(measured, 'palette');
  await page.keyboard.press('Escape');
  await page.locator('article').first().focus();
  await page.keyboard.press('s');
  await page.getByRole('combobox').waitFor();
  await sleep(300);
  return { ...palette, ...(await answersOf(measured, 'bar at the selection')) };
}
