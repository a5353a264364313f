import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright';
import { spent } from './page-work.ts';

const letters = 60;

function sorted(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b);
}

/**
 * Writes words into the transcript while it is corrected, letter by letter, then waits until they are stored. Throws unless
 * the page shows them.
 */
export async function measureTyping(page: Page, session: CDPSession): Promise<Record<string, number>> {
  await page.locator('article').nth(3).focus();
  const start = await spent(session);
  await page.keyboard.press('e');
  await page.locator('[contenteditable="true"]:focus').waitFor();
  await sleep(1500);
  const opened = await spent(session);
  const scripts: number[] = [];
  const tasks: number[] = [];
  for (let letter = 0; letter < letters; letter++) {
    const before = await spent(session);
    await page.keyboard.press('x');
    await sleep(60);
    const after = await spent(session);
    scripts.push(after.script - before.script);
    tasks.push(after.task - before.task);
  }
  const typed = await spent(session);
  await sleep(3000);
  const stored = await spent(session);
  const shown = await page.locator('[contenteditable="true"]').textContent();
  if (!shown?.includes('x'.repeat(letters))) throw new Error('not every letter typed is on the page');
  await page.keyboard.press('Escape');
  await page.locator('article').first().waitFor();
  return {
    'begin correcting, script': opened.script - start.script,
    'type a letter, script, median': sorted(scripts)[letters / 2]!,
    'type a letter, all work, median': sorted(tasks)[letters / 2]!,
    'type a letter, all work, 95 %': sorted(tasks)[Math.ceil(letters * 0.95) - 1]!,
    'store what was typed, script': stored.script - typed.script,
  };
}
