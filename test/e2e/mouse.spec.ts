import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { countCodings, expectAdded, markedWords, selectedWords } from '../support/coding-page.ts';
import { expect, test } from '../support/e2e.ts';
import { dragOver, dropFiles } from '../support/hands.ts';

/** Presses on one thing, carries it to a place, lets go. */
async function carry(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  await page.mouse.move(start!.x + Math.min(30, start!.width / 2), start!.y + start!.height / 2);
  await page.mouse.down();
  await page.mouse.move(end!.x + 40, end!.y + end!.height / 2, { steps: 5 });
  await page.mouse.up();
}

/** Words that get the code used last, one after the other. */
const again = [
  'My grandfather had a file',
  'I can open it on my phone',
  'good child, red flower',
  'I know the numbers',
  'he drove a new car',
  'I did not like the word',
  'She wanted the private school',
  'The debt was not hers',
  'Fees are about',
  'The internet is inside',
  'both sides save',
  'the measures are soft',
];

test('an interview is coded by mouse alone', async ({ app }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await app.getByRole('button', { name: /s02-en-engineer/ }).click();
  await expect(app.getByText('What about littering?')).toBeVisible();
  await expect.poll(() => countCodings(app)).toBeGreaterThan(0);
  const tree = app.getByRole('treegrid', { name: 'Codebook' });
  const row = (name: string): Locator => tree.getByRole('row', { name: new RegExp(`^${name}`) });

  // Words onto a code, a code onto words, a code picked from the bar.
  await dragOver(app, 'My mother sorts the garbage');
  await expectAdded(app, 1, () => carry(app, app.locator('[data-chosen-words]').first(), row('Being monitored')));
  await expect.poll(() => selectedWords(app)).toBe('My mother sorts the garbage');

  await dragOver(app, 'collects points for a bag of rice');
  await expectAdded(app, 1, () => carry(app, row('Being monitored'), app.locator('[data-chosen-words]').first()));
  await expect.poll(() => selectedWords(app)).toBe('collects points for a bag of rice');

  await dragOver(app, 'Nobody minds, or nobody says');
  await expectAdded(app, 1, () => app.getByRole('button', { name: /^1 Being monitored/ }).click());

  // In vivo, by the bar; many passages, one after the other.
  await dragOver(app, 'You train a habit with');
  await expectAdded(app, 1, () => app.getByRole('button', { name: /in vivo/ }).click());
  for (const words of ['The police had these always', 'I want the bank to know', 'There is no standard']) {
    await dragOver(app, words);
    await expectAdded(app, 1, () => app.getByRole('button', { name: /^1 You train a habit/ }).click());
  }

  // A memo on the coding that was made last, and the same code on a dozen more passages.
  const passage = app.getByRole('region', { name: 'Codings in this passage' });
  await passage.getByRole('button', { name: 'Write a memo' }).click();
  await app.keyboard.type('By rule, not by law');
  await app.locator('mark', { hasText: 'Nobody minds, or nobody says' }).first().click();
  await app.locator('mark', { hasText: 'There is no standard' }).first().click();
  await expect(app.getByText('By rule, not by law')).toBeVisible();
  for (const words of again) {
    await dragOver(app, words);
    await expectAdded(app, 1, () => app.getByRole('button', { name: /^1 You train a habit/ }).click());
  }

  // A stripe says what it is, is chosen by a click, and its end is dragged to the end of another line.
  await dragOver(app, 'looks at the same page');
  await expectAdded(app, 1, () => app.getByRole('button', { name: /^1 You train a habit/ }).click());
  const id = await app.locator('[data-item][aria-pressed="true"]').getAttribute('data-item');
  const stripe = app.locator(`[data-stripe][data-coding="${id}"]`);
  await stripe.hover();
  await expect(app.getByText(/You train a habit.*A · /s).last()).toBeVisible();
  const box = (await stripe.locator('i').boundingBox())!;
  const before = await selectedWords(app);
  await app.mouse.move(box.x + 2, box.y + box.height - 2);
  await app.mouse.down();
  await app.mouse.move(box.x + 2, box.y + box.height + 40, { steps: 6 });
  await app.mouse.up();
  await expect.poll(() => selectedWords(app)).not.toBe(before);
  expect((await selectedWords(app)).startsWith(before)).toBe(true);

  // Words in the middle are taken out of it: two codings are left.
  await expect(app.locator('[data-chosen-words]')).toHaveCount(0);
  const full = await markedWords(app);
  await dragOver(app, 'the same page');
  await app.getByRole('button', { name: /un-code these words/ }).click();
  await expect.poll(() => markedWords(app)).not.toEqual(full);

  // A coding is taken off by its cross in the list; the note's Undo brings it back.
  const count = await countCodings(app);
  await app.locator('mark', { hasText: 'Nobody minds, or nobody says' }).first().click();
  await app.getByRole('button', { name: 'Un-code “Being monitored”' }).click();
  await expect.poll(() => countCodings(app)).toBe(count - 1);
  await app.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => countCodings(app)).toBe(count);
  expect(count).toBeGreaterThanOrEqual(20);

  // Taken back and repeated in the history, step by step.
  await app.getByRole('button', { name: /Open the history/ }).click();
  const history = app.getByRole('dialog', { name: 'History' });
  const now = await markedWords(app);
  await history.getByRole('listitem').nth(2).getByRole('button').click();
  await expect.poll(() => markedWords(app)).toEqual(full);
  await app.getByRole('button', { name: 'Go back to before' }).click();
  await expect.poll(() => markedWords(app)).toEqual(now);

  // Codings whose lanes run out are folded into a count, which says them and goes through them.
  const folded = app.locator('[data-folded]').first();
  await folded.scrollIntoViewIfNeeded();
  const ids = (await folded.getAttribute('data-folded'))!.split(' ');
  expect(await folded.innerText()).toBe(`+${ids.length}`);
  await folded.click();
  await expect(app.locator('[data-item][aria-pressed="true"]')).toHaveAttribute('data-item', ids[0]!);

  // Backlight from its menu, and off again.
  await app.getByRole('button', { name: 'Backlight' }).click();
  await app.getByRole('menuitemcheckbox', { name: /Words without a coding/ }).click();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: 'Backlight: on' })).toBeVisible();
});

test('a transcript written from right to left has its names on the right and its codings on the left', async ({
  app,
  host,
}) => {
  await app.getByRole('button', { name: 'New project' }).first().click();
  await app.getByRole('dialog').getByRole('textbox').first().fill('Study');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('navigation', { name: 'Views' })).toBeVisible();
  const words = 'كانت هناك لوحة بجانب المصعد';
  await dropFiles(app, join(host.data, '..', 'drop'), {
    'ar.txt': `الباحث: كيف تعرفت على القائمة؟\n\nليلى: ${words}، وعليها اسم Mr Luo ورقم 42.\n`,
  });
  await app.getByRole('button', { name: /^Import 1 file/ }).click();
  await app.locator('[data-transcript]').getByText(words).click();
  await app.keyboard.press('s');
  await app.keyboard.press('Control+Enter');
  await expect(app.locator('[data-item]')).toBeVisible();
  const side = (element: Locator) => element.evaluate((one) => one.getBoundingClientRect().left);
  const text = app.locator('[data-start]').filter({ hasText: words });
  const beside = async (element: Locator) => (await side(element)) - (await side(text));
  await expect.poll(() => beside(app.getByRole('button', { name: /ليلى/ }))).toBeGreaterThan(100);
  await expect.poll(() => beside(app.locator('[data-transcript] [data-coding]').first())).toBeLessThan(0);
  // Dragging from the first word, on the right, selects from the beginning.
  await app.keyboard.press('Escape');
  const box = (await text.boundingBox())!;
  await app.mouse.move(box.x + box.width - 2, box.y + 12);
  await app.mouse.down();
  await app.mouse.move(box.x + box.width - 80, box.y + 12, { steps: 4 });
  await app.mouse.up();
  const selected = await app.locator('[data-chosen-words]').first().textContent();
  expect(words.startsWith(selected ?? '-')).toBe(true);
});
