import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { dragOver, dropFiles } from '../support/hands.ts';

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(page.getByText('There was a board by the lift')).toBeVisible();
}

const row = (page: Page, name: string) => page.getByRole('row', { name, exact: true });
const rules = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const filter = (page: Page) => page.getByRole('textbox', { name: 'Filter codes' });

async function choose(page: Page, code: string, entry: string): Promise<void> {
  await row(page, code).hover();
  await row(page, code)
    .getByRole('button', { name: `Actions for ${code}` })
    .click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

/** The names of the codes on show, in their order. */
const namesShown = (page: Page) =>
  page
    .getByRole('treegrid', { name: 'Codebook' })
    .getByRole('row')
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('aria-label') ?? ''));

test('a code’s rules are one action away, in three languages', async ({ app }) => {
  await openSample(app);
  await filter(app).fill('blacklist');
  await row(app, 'Blacklist').click();
  await expect(rules(app, 'Blacklist').getByRole('heading', { name: 'Use when' })).toBeVisible();
  await expect(rules(app, 'Blacklist').getByRole('heading', { name: 'Not when' })).toBeVisible();
  await expect(rules(app, 'Blacklist').getByRole('heading', { name: 'Example' })).toBeVisible();
  await expect(rules(app, 'Blacklist').getByText('Codings by coder')).toBeVisible();

  // The filter knows pinyin, its initials, and kana.
  for (const typed of ['heimingdan', 'hmd', 'ぶらっく', 'ブラック', '黑名单']) {
    await filter(app).fill(typed);
    await expect(row(app, 'Blacklist'), typed).toBeVisible();
  }
  await app.getByRole('button', { name: 'Search or run a command' }).click();
  await app.keyboard.type('中文');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('row', { name: '黑名单', exact: true })).toBeVisible();
});

test('editing a code in every language is one step; the picker warns of a code that looks the same', async ({
  app,
}) => {
  await openSample(app);
  await filter(app).fill('concern');
  await row(app, 'Concern').click();
  await rules(app, 'Concern').getByRole('button', { name: 'Edit' }).click();
  const dialog = app.getByRole('dialog', { name: 'Edit “Concern”' });
  await dialog.getByRole('textbox', { name: 'Definition' }).fill('Worry said aloud.');
  await dialog.getByRole('button', { name: /Language/ }).click();
  await app.getByRole('option', { name: '日本語' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('心配');
  await dialog.getByRole('button', { name: 'Add an example' }).click();
  await dialog.getByRole('textbox', { name: 'Example 2' }).fill('That worries me.');
  // Eleven siblings share five marks: one that has this one's mark and nearly its colour is named.
  await expect(dialog.getByRole('status')).toContainText('Looks the same as Cultural habituation.');
  await dialog.getByRole('button', { name: /Mark/ }).click();
  await app.getByRole('option', { name: 'Solid' }).click();
  await expect(dialog.getByRole('status')).toContainText('Endorsement');
  await dialog.getByRole('button', { name: 'Colour 16' }).click();
  await expect(dialog.getByRole('status')).toHaveText('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  const shown = rules(app, 'Concern');
  await expect(shown.getByText('Worry said aloud.')).toBeVisible();
  await expect(shown.getByText('That worries me.')).toBeVisible();
  await expect(shown.getByText(/^Version 2/)).toBeVisible();
  await shown.getByRole('button', { name: 'History' }).click();
  const history = shown.getByRole('list', { name: 'History of Concern' });
  await expect(history.getByText(/version 2/)).toBeVisible();
  await expect(history.getByText('心配')).toBeVisible();
  await expect(history.getByText('Came with the codebook or an import')).toBeVisible();

  // The codings made before are offered for review, and open their passages.
  await shown.getByRole('button', { name: /made under an older definition/ }).click();
  const outdated = shown.getByRole('list', { name: 'Codings made under an older definition' });
  await expect(outdated.getByRole('listitem').first()).toBeVisible();
  const before = await outdated.getByRole('listitem').count();
  await outdated
    .getByRole('button', { name: /^Still fits/ })
    .first()
    .click();
  await expect(outdated.getByRole('listitem')).toHaveCount(before - 1);

  await app.keyboard.press('Control+z');
  await app.keyboard.press('Control+z');
  await expect(shown.getByText(/^Version 1/)).toBeVisible();
});

test('deleting says what goes, merging says what moves, splitting lets one choose; each is one undo', async ({
  app,
}) => {
  await openSample(app);
  await filter(app).fill('trust');
  await choose(app, 'Trust', 'Delete…');
  const question = app.getByRole('alertdialog');
  await expect(question.getByText(/codings go with it/)).toBeVisible();
  await question.getByRole('button', { name: /^Delete code and \d+ codings$/ }).click();
  await expect(row(app, 'Trust')).toBeHidden();
  await app.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row(app, 'Trust')).toBeVisible();

  await choose(app, 'Trust', 'Merge into…');
  await app.keyboard.type('concern');
  await app.keyboard.press('Enter');
  const merging = app.getByRole('dialog', { name: /^Merge “Trust”/ });
  await expect(merging.getByText(/become “Concern”/)).toBeVisible();
  await merging.getByRole('button', { name: /^Merge \d+ codings$/ }).click();
  await expect(merging).toBeHidden();
  await expect(rules(app, 'Concern')).toBeVisible();
  // What it was called still finds the code it went into.
  await expect(row(app, 'Concern')).toBeVisible();
  await expect(row(app, 'Trust')).toBeHidden();
  await app.keyboard.press('Control+z');
  await expect(row(app, 'Trust')).toBeVisible();

  await choose(app, 'Trust', 'Split…');
  const splitting = app.getByRole('dialog', { name: /^Split “Trust”/ });
  await splitting.getByRole('textbox', { name: 'Name of the new code' }).fill('Trust in officials');
  await splitting.getByRole('checkbox').nth(1).check();
  await splitting.getByRole('checkbox').nth(2).check();
  await splitting.getByRole('button', { name: 'Split off 2 codings' }).click();
  await expect(rules(app, 'Trust in officials')).toBeVisible();
  await expect
    .poll(async () => {
      const shown = await namesShown(app);
      return shown[shown.indexOf('Trust') + 1];
    })
    .toBe('Trust in officials');
});

test('a retired code is struck through and not offered for coding', async ({ app }) => {
  await openSample(app);
  await filter(app).fill('Concern');
  await choose(app, 'Concern', 'Retire');
  await expect(row(app, 'Concern').getByText('Concern', { exact: true })).toHaveCSS(
    'text-decoration-line',
    'line-through',
  );
  await dragOver(app, 'birthday list');
  await app.keyboard.type('concern');
  await expect(app.getByRole('option', { name: /^Concern for political freedom/ })).toBeVisible();
  await expect(app.getByRole('option', { name: /^Concern Public/ })).toHaveCount(0);
});

test('codes move by keyboard, keep the keyboard, and by mouse between codes; onto one it asks', async ({ app }) => {
  await openSample(app);
  const tops = ['Privacy', 'Morality', 'Behaviour'];
  const topsShown = async () => (await namesShown(app)).filter((name) => tops.includes(name));
  await row(app, 'Morality').click();
  await app.keyboard.press('Alt+ArrowUp');
  await expect.poll(topsShown).toEqual(['Morality', 'Privacy', 'Behaviour']);
  await expect(row(app, 'Morality')).toBeFocused();
  await app.keyboard.press('Alt+ArrowDown');
  await expect.poll(topsShown).toEqual(tops);
  await app.keyboard.press('Alt+ArrowRight');
  await expect(row(app, 'Morality')).toHaveAttribute('aria-level', '2');
  await expect(row(app, 'Morality')).toBeFocused();
  await app.keyboard.press('Alt+ArrowLeft');
  await expect(row(app, 'Morality')).toHaveAttribute('aria-level', '1');
  await expect.poll(topsShown).toEqual(tops);

  await drag(app, 'Behaviour', 'Morality', 0.1);
  await expect.poll(topsShown).toEqual(['Privacy', 'Behaviour', 'Morality']);
  await app.keyboard.press('Control+z');
  await expect.poll(topsShown).toEqual(tops);

  await filter(app).fill('trust');
  await expect(row(app, 'Being monitored')).toHaveCount(0);
  await drag(app, 'Trust', 'Keeping and breaking trust', 0.5);
  const asked = app.getByRole('dialog', { name: 'Move “Trust” or merge it?' });
  await asked.getByRole('button', { name: 'Move it under “Keeping and breaking trust”' }).click();
  await expect(row(app, 'Trust')).toHaveAttribute('aria-level', '3');
  await app.keyboard.press('Control+z');
  await expect(row(app, 'Trust')).toHaveAttribute('aria-level', '2');
});

async function drag(page: Page, from: string, onto: string, at: number): Promise<void> {
  // Rows that are still coming would move these.
  await row(page, onto).hover();
  await row(page, from).hover();
  const [start, end] = [await row(page, from).boundingBox(), await row(page, onto).boundingBox()];
  if (!start || !end) throw new Error('a row is not on the page');
  await page.mouse.move(start.x + 80, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + 90, end.y + end.height * at, { steps: 8 });
  await page.mouse.move(end.x + 92, end.y + end.height * at, { steps: 3 });
  await page.mouse.up();
}

test('words of a transcript become a linked example', async ({ app }) => {
  await openSample(app);
  await filter(app).fill('concern');
  await row(app, 'Concern').click();
  await dragOver(app, 'birthday list');
  await app.keyboard.press('Escape');
  await dragOver(app, 'birthday list');
  await app.keyboard.type('conc');
  await rules(app, 'Concern').getByRole('button', { name: 'Take these words as an example' }).click();
  await expect(rules(app, 'Concern').getByRole('button', { name: /^birthday list/ })).toBeVisible();
});

test('rows are 26 px high; a closed parent counts what is below it, an open one its own', async ({ app }) => {
  await openSample(app);
  const privacy = row(app, 'Privacy');
  expect((await privacy.boundingBox())?.height).toBe(26);
  const open = Number(await privacy.locator('[class*="count"]').textContent());
  await privacy.click();
  await app.keyboard.press('ArrowLeft');
  await expect
    .poll(async () => Number(await privacy.locator('[class*="count"]').textContent()))
    .toBeGreaterThan(Number.isNaN(open) ? 0 : open);
});

test('a codebook from a table is held against the open one, chosen code by code, imported and undone', async ({
  app,
  host,
}) => {
  await openSample(app);
  await app.keyboard.press('ControlOrMeta+k');
  await app.keyboard.type('Import a codebook');
  await app.getByRole('option', { name: /Import a codebook/ }).click();
  const dialog = app.getByRole('dialog', { name: 'Import a codebook' });
  const table =
    'name,parent,definition,colour\nPrivacy,,Newly put.,\nBlacklist,Household,,\nHousehold,,Who lives together.,\n,,no name,\n';
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(dialog.getByText('1 new code · 0 the same · 1 changed · 1 under another parent')).toBeVisible();
  await expect(dialog.getByText('Newly put.')).toBeVisible();
  await expect(dialog.getByText('Line 5: no code is named.')).toBeVisible();
  await dialog.getByRole('button', { name: /Privacy: what to do/ }).click();
  await app.getByRole('option', { name: 'Keep as it stands' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(app.getByText('1 code imported, 0 changed')).toBeVisible();
  await filter(app).fill('household');
  await expect(row(app, 'Household')).toBeVisible();
  await app.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row(app, 'Household')).toHaveCount(0);

  // Dropped on the window, a codebook opens the same preview; a table that is none is a transcript to be.
  const folder = join(host.data, '..', 'drop');
  await dropFiles(app, folder, { 'codes.csv': 'path,description\nHousehold,Who lives together.\n' });
  await expect(dialog.getByText('1 new code')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dropFiles(app, folder, { 'talk.csv': 'speaker,text\nI,Why?\nR,They watch us.\n' });
  await expect(app.getByRole('heading', { level: 1, name: /Import/ })).toBeVisible();
  await expect(dialog).toHaveCount(0);
});
