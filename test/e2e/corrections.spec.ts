import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { markedWords } from '../support/coding-page.ts';
import { expect, test } from '../support/e2e.ts';
import { dragOver } from '../support/hands.ts';

const sample = new URL('../../shared/sample-study/s01-en-teacher.txt', import.meta.url);
const sentence = 'There was a board by the lift, with names and little paper flowers.';

async function wordsOfCodings(page: Page): Promise<string[]> {
  return Object.values(await markedWords(page)).toSorted();
}

/** Puts the caret into the words that are being corrected, behind some of them. */
async function putCaretBehind(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const texts = document.createTreeWalker(document.querySelector('[contenteditable]')!, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = (texts.currentNode as Text).data.indexOf(wanted);
      if (at >= 0) getSelection()!.collapse(texts.currentNode, at + wanted.length);
    }
  }, words);
}

test('a transcript is corrected by keyboard and input method, reviewed, imported again, and all of it undone', async ({
  app: page,
}) => {
  await page
    .getByRole('button', { name: /sample/ })
    .first()
    .click();
  await expect(page.getByText('There was a board by the lift')).toBeVisible();
  const before = await wordsOfCodings(page);
  expect(before).toContain(sentence);
  const editor = page.locator('[contenteditable="true"]');
  const banner = page.getByText('Correcting the text. Codings move with it. Esc leaves.');
  const undoLabel = page.getByRole('contentinfo').getByText('Undo: Correct “s01-en-teacher.txt”');

  // Words at the beginning, typed and composed; nothing is stored or left while the input method composes.
  await page.locator('article').first().focus();
  await page.keyboard.press('e');
  await expect(banner).toBeVisible();
  await expect(editor).toBeFocused();
  await page.keyboard.type('Note: ');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'yin', selectionStart: 3, selectionEnd: 3 });
  await session.send('Input.imeSetComposition', { text: 'yin si', selectionStart: 6, selectionEnd: 6 });
  await page.waitForTimeout(1500);
  await expect(undoLabel).toHaveCount(0);
  await session.send('Input.insertText', { text: '隐私' });
  await expect(editor).toContainText('Note: 隐私SYNTHETIC');
  await expect(undoLabel).toBeVisible();
  // Enter breaks the line and leaves the turn whole.
  const blocks = await page.locator('[data-turn]').count();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The line is broken within the turn')).toBeVisible();
  await expect(page.locator('[data-turn]')).toHaveCount(blocks);
  expect(await page.locator('[data-turn]').first().innerText()).toMatch(/^Note: 隐私\nSYNTHETIC/);
  // A key pressed at once after the caret has moved works where the caret is.
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expect(editor).toContainText('ote 隐私SYNTHETIC');
  await page.keyboard.press('Escape');
  await expect(page.getByText('ote 隐私SYNTHETIC')).toBeVisible();
  await expect.poll(() => wordsOfCodings(page)).toEqual(before);
  // As many steps as there were pauses.
  await expect(async () => {
    await page.keyboard.press('Control+z');
    await expect(page.getByText('隐私')).toHaveCount(0, { timeout: 2000 });
  }).toPass();

  // A coded sentence is taken out: its coding waits in the list, and is placed on other words.
  await page.locator('article').first().focus();
  await page.keyboard.press('e');
  await expect(editor).toBeFocused();
  await putCaretBehind(page, sentence);
  for (let letter = 0; letter < sentence.length; letter++) await page.keyboard.press('Backspace');
  await expect(editor).not.toContainText('paper flowers.');
  // At the edge of the turn nothing more goes.
  await page.keyboard.press('Backspace');
  await expect(page.getByText('Turns are not joined here')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('contentinfo').getByRole('button', { name: '1 passage to review' }).click();
  const review = page.getByRole('dialog', { name: 'To review' });
  await expect(review.getByText(sentence)).toHaveCount(1);
  await review.getByRole('button', { name: 'Place again' }).first().click();
  await dragOver(page, 'I thought it was a birthday list');
  await page.getByRole('button', { name: 'Place here' }).press('Enter');
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /to review/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('contentinfo').getByRole('button', { name: '1 passage to review' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(sentence)).toBeVisible();
  await expect.poll(() => wordsOfCodings(page)).toEqual(before);

  // A corrected file: looked at, taken over, undone.
  const corrected = readFileSync(sample, 'utf8').replaceAll('Luo', 'Neighbour One').replace(sentence, '');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import corrected file');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /Corrected file/ });
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'corrected.txt', mimeType: 'text/plain', buffer: Buffer.from(corrected) });
  await expect(dialog.getByText('1 lost')).toBeVisible();
  await expect(dialog.locator('ins').filter({ hasText: 'Neighbour One' }).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Take it over' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Neighbour One').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Neighbour One')).toHaveCount(0);
  await expect.poll(() => wordsOfCodings(page)).toEqual(before);

  // A turn is cut where the reader is, from its menu, by key.
  const turns = await page.locator('article').count();
  await page
    .getByText('I thought it was a birthday list')
    .first()
    .click({ position: { x: 150, y: 30 } });
  await page.keyboard.press('t');
  await page.getByRole('menuitem', { name: /Split before/ }).click();
  await expect(page.locator('article')).toHaveCount(turns + 1);
  await expect.poll(() => wordsOfCodings(page)).toEqual(before);
});
