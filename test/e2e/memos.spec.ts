import type { Page } from '@playwright/test';
import { expectAdded } from '../support/coding-page.ts';
import { expect, test } from '../support/e2e.ts';
import { dragOver } from '../support/hands.ts';
import { openView } from '../support/open-view.ts';

/** Memos the sample study comes with, all on codings. */
const inSample = 5;

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(page.getByText('There was a board by the lift')).toBeVisible();
}

/** Puts a text on the clipboard's way into the field that has the keyboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
  }, text);
}

test('a memo on a coding keeps its list and bold words, is found by search and opens its place', async ({ app }) => {
  await openSample(app);
  await dragOver(app, 'birthday list');
  await app.keyboard.type('trust');
  await app.keyboard.press('Alt+Enter');
  const editor = app.getByRole('textbox', { name: 'Memo on “Trust”' });
  await expect(editor).toBeFocused();
  await app.keyboard.type('Who keeps it? ');
  await app.keyboard.press('Control+b');
  await app.keyboard.type('Neighbours');
  await app.keyboard.press('Enter');
  await app.getByRole('button', { name: 'List', exact: true }).click();
  await app.keyboard.type('not the state');
  await app.keyboard.press('Escape');

  await openView(app, 'memos');
  const rows = app.getByRole('list', { name: 'Memos' }).getByRole('button');
  await expect(rows).toHaveCount(inSample + 1);
  await app.getByRole('button', { name: 'New memo…' }).click();
  await app.keyboard.press('Enter');
  await app.getByRole('textbox', { name: 'Memo on Social credit interviews' }).fill('On the whole study');
  await expect(rows).toHaveCount(inSample + 2);

  await app.getByRole('textbox', { name: 'Search memos' }).fill('NEIGHBOURS not the state');
  await expect(rows).toHaveCount(1);
  await rows.first().click();
  const kept = app.getByRole('textbox', { name: 'Memo on Trust' });
  await expect(kept.locator('strong', { hasText: 'Neighbours' })).toBeVisible();
  await expect(kept.getByRole('listitem')).toHaveText('not the state');
  await app.getByRole('button', { name: 'Open in transcript' }).click();
  await expect(app.locator('mark', { hasText: 'birthday list' }).first()).toBeInViewport();

  // What was typed last is not lost with the window.
  await app.locator('[data-block][tabindex="0"]').focus();
  await app.keyboard.press('m');
  await expect(editor).toBeFocused();
  await app.keyboard.press('Control+End');
  await app.keyboard.type(', says she');
  await app.reload();
  await openView(app, 'memos');
  await app.getByRole('textbox', { name: 'Search memos' }).fill('NEIGHBOURS not the state, says she');
  await expect(rows).toHaveCount(1);
});

test('memos are told apart by what they are about and by coder; another coder’s can only be read', async ({ app }) => {
  await openSample(app);
  for (const [about, words] of [
    ['s01', 'on a transcript'],
    ['concern', 'on a code'],
  ] as const) {
    await app.keyboard.press('Control+k');
    await app.keyboard.type('write a memo');
    await app.keyboard.press('Enter');
    await app.getByRole('combobox', { name: 'What is the memo about?' }).fill(about);
    await app.keyboard.press('Enter');
    await expect(app.getByRole('textbox', { name: /^Memo on/ })).toBeFocused();
    await app.keyboard.type(words);
  }
  const rows = app.getByRole('list', { name: 'Memos' }).getByRole('button');
  await expect(rows).toHaveCount(inSample + 2);
  await app
    .getByRole('button', { name: /^About/ })
    .or(app.getByRole('button', { name: /anything/ }))
    .first()
    .click();
  await app.getByRole('option', { name: 'Code', exact: true }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('on a code');

  await app.getByRole('button', { name: /^Coder: / }).click();
  await app.getByRole('menuitem', { name: 'Code as B' }).click();
  await rows.first().click();
  await expect(app.getByRole('textbox', { name: /^Memo on/ })).toHaveCount(0);
  await expect(app.getByRole('region', { name: /^Memo on/ })).toContainText('on a code');
});

test('a megabyte pasted into a memo is taken, stored and still there', async ({ app }) => {
  await openSample(app);
  await openView(app, 'memos');
  await app.getByRole('button', { name: 'New memo…' }).click();
  await app.keyboard.press('Enter');
  const editor = app.getByRole('textbox', { name: /^Memo on/ });
  await expect(editor).toBeFocused();
  const line = 'What a long day it was, and nobody asked. ';
  await paste(app, `${line.repeat(Math.ceil(2 ** 20 / line.length / 2000)).trim()}\n`.repeat(2000));
  await expect(editor).toContainText('nobody asked');
  await app.keyboard.type('The end.');
  await expect(app.getByRole('list', { name: 'Memos' }).getByRole('button')).toHaveCount(inSample + 1);
  await app.getByRole('button', { name: 'Code', exact: true }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await app.reload();
  await openView(app, 'memos');
  await app.getByRole('list', { name: 'Memos' }).getByRole('button').first().click();
  await expect(editor).toContainText('The end.');
});

test('a code that asks for a memo opens one when it is applied; Escape leaves it without, and the asking can be turned off', async ({
  app,
}) => {
  const editor = app.getByRole('textbox', { name: /^Memo on/ });
  const code = async (words: string): Promise<void> => {
    await dragOver(app, words);
    await app.keyboard.type('disguised');
    await app.keyboard.press('Enter');
  };
  await openSample(app);
  await expectAdded(app, 1, () => code('birthday list'));
  await expect(app.getByRole('textbox', { name: 'Memo on “Social desirability, disguised attitude”' })).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await expectAdded(app, -1, () => app.keyboard.press('Control+z'));

  // Kept open, given from the codebook and by the key that repeats: it asks all the same.
  await dragOver(app, 'birthday list');
  await app.keyboard.type('disguised');
  await app.keyboard.press('Shift+Enter');
  await expect(editor).toBeFocused();
  await app.keyboard.type('Said with a laugh');
  await app.keyboard.press('Escape');
  await expect(
    app.getByRole('region', { name: 'Codings in this passage' }).getByText('Said with a laugh'),
  ).toBeVisible();
  // A coding that has its memo is not asked about again.
  await expectAdded(app, 0, () => app.keyboard.press('.'));
  await expect(editor).toHaveCount(0);

  // Another code is made to ask, the first to ask no longer.
  for (const [name, asks] of [
    ['Trust', true],
    ['Social desirability', false],
  ] as const) {
    await app.getByRole('textbox', { name: 'Filter codes' }).fill(name);
    await app
      .getByRole('treegrid', { name: 'Codebook' })
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .click();
    await app.getByRole('button', { name: 'Edit', exact: true }).click();
    const tick = app.getByRole('dialog').getByRole('checkbox', { name: /Ask for a memo/ });
    await tick.setChecked(asks);
    await app.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(app.getByRole('dialog')).toHaveCount(0);
  }
  await dragOver(app, 'paper flowers');
  await app.keyboard.type('trust');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('textbox', { name: 'Memo on “Trust”' })).toBeFocused();
  await app.keyboard.press('Escape');
  await expectAdded(app, 1, () => code('kind of pride'));
  await expect(editor).toHaveCount(0);

  // Turned off for all.
  await app.keyboard.press('Control+,');
  const asking = app.getByRole('checkbox', { name: 'Open a memo when a code asks for one' });
  await asking.click();
  await expect(asking).not.toBeChecked();
  await app.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await dragOver(app, 'people with good points');
  await expectAdded(app, 1, async () => {
    await app.keyboard.type('trust');
    await app.keyboard.press('Enter');
  });
  await expect(editor).toHaveCount(0);
});
