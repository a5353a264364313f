import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startBrowserHost } from '../support/browser-host.ts';
import { expect, test, watchPage } from '../support/e2e.ts';
import { dragOver, dropFiles } from '../support/hands.ts';
import { richExchange } from '../support/rich-exchange.ts';

async function newProject(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New project' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.getByRole('textbox').last().fill('Ada');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
}

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** Opens the export dialog and takes the file. */
async function exported(page: Page): Promise<Buffer> {
  await runCommand(page, 'Export the project');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('What the file cannot hold')).toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save file' }).click();
  return readFileSync(await (await download).path());
}

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) });

test('a project of another program is looked at, taken over, coded on, written, and read again by an empty project', async ({
  app,
  host,
}) => {
  await newProject(app, 'Study');
  await dropFiles(app, join(host.data, '..', 'drop'), { 'rich.qdpx': richExchange() });
  await expect(app.getByRole('heading', { name: 'Take over rich.qdpx' })).toBeVisible();
  await expect(row(app, 'Codings')).toContainText('3');
  await expect(app.getByText('not shown here, but kept and written again').first()).toBeVisible();
  await app.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(app.getByText(/rich\.qdpx imported/)).toBeVisible();
  await dragOver(app, 'post office');
  await app.keyboard.type('Closeness');
  await app.keyboard.press('Enter');
  await expect(app.locator('mark', { hasText: 'post office' })).toBeVisible();
  const written = await exported(app);

  const other = await startBrowserHost();
  const page = await app.context().newPage();
  const assertQuiet = watchPage(page, other.origin);
  await page.goto(other.link);
  await newProject(page, 'Copy');
  await dropFiles(page, join(other.data, '..', 'drop'), { 'study.qdpx': written });
  await expect(row(page, 'Codings')).toContainText('4');
  await expect(page.getByText(/needs? attention/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.locator('mark', { hasText: 'post office' })).toBeVisible();
  const again = await exported(page);
  expect(again.length).toBeGreaterThan(0);

  // Read once more, it is all there already.
  await dropFiles(page, join(other.data, '..', 'drop'), { 'again.qdpx': again });
  await expect(row(page, 'Codings')).toContainText('4');
  await expect(row(page, 'Codings').getByRole('cell').nth(1)).toHaveText('0');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.locator('mark')).toHaveCount(0);
  assertQuiet();
  await page.close();
  await other.remove();
});
