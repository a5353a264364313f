import Database from 'better-sqlite3';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserHost, startBrowserHost } from '../support/browser-host.ts';
import { expect, test } from '../support/e2e.ts';
import { dropFiles } from '../support/hands.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

let folder = '';
const sample = (): string => join(folder, 'sample.vbt');

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-backups-'));
  expect(await runVerbatim(folder, 'sample', 'sample.vbt')).toMatchObject({ code: 0 });
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a backup of the sample where the host keeps backups. */
function putBackup(host: BrowserHost): void {
  const ring = join(host.data, 'backups', 'sample');
  mkdirSync(ring, { recursive: true });
  copyFileSync(sample(), join(ring, '2025-03-01T10-32-00.000Z-timer.vbt'));
}

test('a project with faults says so after opening, and a backup is the remedy', async ({ app, host }) => {
  putBackup(host);
  const faulty = join(host.projects, 'faulty.vbt');
  copyFileSync(sample(), faulty);
  const db = new Database(faulty);
  db.exec("UPDATE selection SET quote_hash = 'wrong' WHERE id IN (SELECT id FROM selection LIMIT 2)");
  db.close();

  await app.getByRole('button', { name: /^Open…/ }).click();
  await app.getByRole('button', { name: /faulty/ }).click();
  await app.getByRole('button', { name: '2 faults in the project file' }).click();
  const faults = app.getByRole('dialog', { name: 'The project file has faults' });
  await expect(faults.getByText('The place of a coding')).toHaveCount(2);
  await faults.getByRole('button', { name: 'Restore a backup…' }).click();
  await app.getByRole('button', { name: /Social credit interviews.*While working.*511 codings/ }).click();
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await expect(app.getByRole('button', { name: /faults? in the project file/ })).toHaveCount(0);
  expect(readdirSync(host.projects)).toContain('Social credit interviews (restored).vbt');
});

test('a damaged project offers a backup; without any the list says when there will be one', async ({ app, host }) => {
  await expect(app.getByRole('heading', { name: 'Verbatim' })).toBeVisible();
  const cut = join(folder, 'cut.vbt');
  copyFileSync(sample(), cut);
  truncateSync(cut, 100_000);
  await dropFiles(app, join(host.data, '..', 'drop'), { 'cut.vbt': readFileSync(cut) });
  await expect(app.getByRole('alert')).toContainText('The project cut.vbt is damaged');
  await app.getByRole('dialog').getByRole('button', { name: 'Restore a backup…' }).click();
  await expect(app.getByText('There are no backups yet')).toBeVisible();
});

test('a project in the folder of a synchronising service says so once', async ({ page }) => {
  const host = await startBrowserHost({ environment: { VERBATIM_PROJECTS: join(folder, 'Nextcloud') } });
  await page.goto(host.link);
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(page.getByText('a folder that Nextcloud copies by itself')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('a folder that Nextcloud copies by itself')).toHaveCount(0);
  await host.remove();
});
