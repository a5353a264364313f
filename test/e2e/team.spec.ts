import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Download, Page } from '@playwright/test';
import { rooms } from '../../renderer/app/rooms.ts';
import { startBrowserHost } from '../support/browser-host.ts';
import { expectAdded } from '../support/coding-page.ts';
import { expect, test } from '../support/e2e.ts';
import { dragOver, dropFiles } from '../support/hands.ts';
import { openView } from '../support/open-view.ts';
import { Traffic } from '../support/traffic.ts';

const interview =
  'Interviewer: Who may see it?\n\nRespondent: Nobody. My score is my own affair.\n\nInterviewer: And the board?\n\nRespondent: The board shames people. Some say it is fair. I never look.\n';

/** Words only Ada's memos hold. */
const canaries = { onCoding: 'kumquat-on-coding', onProject: 'durian-on-project' };

async function code(page: Page, words: string, name: string): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.type(name);
  await expectAdded(page, 1, () => page.keyboard.press('Enter'));
}

async function addCoder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a coder…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('rowheader', { name })).toBeVisible();
}

async function copyFor(page: Page, name: string): Promise<Buffer> {
  const download: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('button', { name: `Make a copy for ${name}` }).click();
  return readFileSync(await (await download).path());
}

/** Codes a copy on a machine of its own: opens it, codes, looks at every view, says the transcript is done. Answers its file. */
async function codedApart(browser: Browser, name: string, copy: Buffer, work: (page: Page) => Promise<void>) {
  const host = await startBrowserHost();
  const page = await browser.newPage();
  const traffic = new Traffic(page);
  await page.goto(host.link);
  await expect(page.getByRole('heading', { name: 'Verbatim' })).toBeVisible();
  await dropFiles(page, join(host.data, '..', 'drop'), { [`${name}.vbt`]: copy });
  await expect(page.getByText('My score is my own affair')).toBeVisible();
  await expect(page.getByRole('button', { name: `Coder: ${name}` })).toBeVisible();
  await expect(page.locator('mark')).toHaveCount(0);
  await work(page);
  for (const { views } of rooms) for (const view of views) await openView(page, view);
  await openView(page, 'code');
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByRole('button', { name: 'Mark as done' })).toHaveCount(0);
  await page.close();
  expect(await host.stop()).toBe(0);
  const file = readFileSync(join(host.projects, `${name}.vbt`));
  await host.remove();
  return { file, traffic };
}

test('two code blind in copies of their own, merge, compare, decide three differences by keyboard and report', async ({
  app,
  host,
  browser,
}) => {
  test.setTimeout(480_000);
  const own = new Traffic(app);
  await app.getByRole('button', { name: /^New project/ }).click();
  await app.getByRole('textbox', { name: 'Name', exact: true }).fill('Board study');
  await app.getByRole('textbox', { name: 'Your name as coder' }).fill('Ada');
  await app.getByRole('button', { name: /Codebook/ }).click();
  await app.getByRole('option', { name: /60 codes/ }).click();
  await app.getByRole('button', { name: 'Create project' }).click();
  await dropFiles(app, join(host.data, '..', 'drop'), { 'board.txt': interview });
  await app.getByRole('button', { name: /^Import 1 file/ }).click();
  await expect(app.getByRole('button', { name: 'Mark as done' })).toBeVisible();

  // Ada codes, with memos; all of it is heard in her own session.
  await dragOver(app, 'The board shames people');
  await app.keyboard.type('sham');
  await app.keyboard.press('Alt+Enter');
  await app.getByRole('textbox', { name: /^Memo on/ }).fill(canaries.onCoding);
  await app.keyboard.press('Escape');
  await openView(app, 'memos');
  await app.getByRole('button', { name: 'New memo…' }).click();
  await app.keyboard.press('Enter');
  await app.getByRole('textbox', { name: /^Memo on/ }).fill(canaries.onProject);
  await expect(app.getByRole('list', { name: 'Memos' }).getByRole('button')).toHaveCount(2);
  const words = Object.values(canaries);
  expect(await own.heard(words)).toEqual(words);

  // A copy for each of two coders, which holds nothing of hers.
  await openView(app, 'team');
  await addCoder(app, 'Bo');
  await addCoder(app, 'Cy');
  await expect(app.getByRole('button', { name: 'Coder: Ada' })).toBeVisible();
  const protocol = app.waitForEvent('download');
  await app.getByRole('button', { name: 'Write protocol…' }).click();
  await app.getByRole('menuitem', { name: 'HTML' }).click();
  expect(readFileSync(await (await protocol).path(), 'utf8')).toContain('Send the file back');
  const copies = { Bo: await copyFor(app, 'Bo'), Cy: await copyFor(app, 'Cy') };
  for (const copy of Object.values(copies)) expect(words.filter((word) => copy.includes(word))).toEqual([]);

  const bo = await codedApart(browser, 'Bo', copies.Bo, async (page) => {
    await code(page, 'My score is my own affair', 'concern');
    await code(page, 'The board shames people', 'sham');
    await code(page, 'Some say it is fair', 'trust');
  });
  const cy = await codedApart(browser, 'Cy', copies.Cy, async (page) => {
    await code(page, 'My score is my own affair', 'concern');
    await code(page, 'The board shames', 'sham');
    await code(page, 'I never look', 'trust');
  });
  for (const { file, traffic } of [bo, cy]) {
    expect(await traffic.heard(['My score is my own affair'])).toHaveLength(1);
    expect(await traffic.heard(words)).toEqual([]);
    expect(words.filter((word) => file.includes(word))).toEqual([]);
  }

  // Back with Ada: the preview says what is new, and merging is one step.
  const choosing = app.waitForEvent('filechooser');
  await app.getByRole('button', { name: 'Merge copies…' }).click();
  await (await choosing).setFiles(
    Object.entries({ bo, cy }).map(([name, { file }]) => ({ name: `${name}.vbt`, mimeType: '', buffer: file })),
  );
  const preview = app.getByRole('dialog', { name: 'Merge these copies?' });
  await expect(preview.getByRole('row', { name: /^Codings 3 0 0/ })).toHaveCount(2);
  await preview.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(app.getByText('2 copies merged')).toBeVisible();

  await openView(app, 'agreement');
  await app.getByRole('button', { name: 'All 3 Coders', exact: true }).click();
  await app.getByRole('option', { name: 'Bo and Cy' }).click();
  await expect(app.getByText('Coders Bo and Cy, 1 transcript')).toBeVisible();
  await app.getByRole('button', { name: 'Adjudicate', exact: true }).click();
  const progress = app.getByText(/^\d+ of \d+ decided$/);
  await expect(progress).toHaveText(/^0 of /);
  for (const [place, key] of ['1', '2', 'n'].entries()) {
    await app.keyboard.press(key);
    await expect(progress).toHaveText(new RegExp(`^${place + 1} of `));
  }
  await openView(app, 'agreement');
  const download = app.waitForEvent('download');
  await app.getByRole('button', { name: 'Report', exact: true }).click();
  await app.getByRole('menuitem', { name: 'HTML' }).click();
  const report = readFileSync(await (await download).path(), 'utf8');
  expect(report).toContain('Against the agreed layer');
  expect(report).toContain('3 of 3 differences decided');
});
