import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { rooms } from '../../renderer/app/rooms.ts';
import { catalogues } from '../../shared/messages/catalogues.ts';
import { type BrowserHost, startBrowserHost } from '../support/browser-host.ts';
import { expect, test } from '../support/e2e.ts';
import { dragOver, dropFiles } from '../support/hands.ts';
import { openView } from '../support/open-view.ts';
import { richExchange } from '../support/rich-exchange.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

const views = rooms.flatMap(({ views: inRoom }) => inRoom).filter((view) => view !== 'code');

/** Asserts that axe finds nothing serious on what is shown. */
async function expectSound(page: Page, what: string): Promise<void> {
  // What has just appeared may still be fading in.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = serious.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  );
  expect.soft(told, what).toEqual([]);
}

/** Runs a command from the palette by its words. */
async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

async function prepared(host: BrowserHost): Promise<void> {
  mkdirSync(host.data, { recursive: true });
  expect(await runVerbatim(host.data, 'sample', 'sample.vbt')).toMatchObject({ code: 0 });
  const sample = join(host.data, 'sample.vbt');
  const ring = join(host.data, 'backups', 'sample');
  mkdirSync(ring, { recursive: true });
  copyFileSync(sample, join(ring, '2025-03-01T10-32-00.000Z-timer.vbt'));
  const faulty = join(host.projects, 'faulty.vbt');
  copyFileSync(sample, faulty);
  const db = new Database(faulty);
  db.exec("UPDATE selection SET quote_hash = 'wrong' WHERE id IN (SELECT id FROM selection LIMIT 2)");
  db.close();
}

const dialogs = [
  'command.project.open',
  'command.backup.restore',
  'command.history',
  'command.memo.new',
  'command.coder.new',
  'command.review',
  'command.speakers',
  'command.reimport',
  'command.project.rename',
  'command.project.export',
  'command.project.encrypt',
  'command.help',
] as const;

for (const language of ['en', 'zh-Hans'] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`nothing serious on any screen or dialog: ${language}, ${theme}`, async ({ page }) => {
      test.setTimeout(120_000);
      page.setDefaultTimeout(10_000);
      const host = await startBrowserHost();
      await prepared(host);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(host.link);
      const shown = language === 'en' ? 'English' : '简体中文';
      await page.getByRole('button', { name: shown }).click();
      await expectSound(page, 'welcome');

      const dialog = page.getByRole('dialog');
      for (const place of [0, 1]) {
        await page.locator('main ul button').nth(place).click();
        await expect(dialog).toBeVisible();
        await expectSound(page, place === 0 ? 'new project' : 'open');
        if (place === 0) await page.keyboard.press('Escape');
      }
      await dialog.getByRole('button', { name: /faulty/ }).click();
      await expect(page.getByText('There was a board by the lift')).toBeVisible();
      await page.getByRole('contentinfo').getByRole('button', { name: /2/ }).click();
      await expect(dialog).toBeVisible();
      await expectSound(page, 'faults');
      await page.keyboard.press('Escape');
      await expectSound(page, 'code');

      await dragOver(page, 'birthday list');
      await expect(page.getByRole('combobox')).toBeVisible();
      await expectSound(page, 'selection bar');
      await page.keyboard.type('trust');
      await page.keyboard.press('Alt+Enter');
      await page.keyboard.type('Who keeps it?');
      await expectSound(page, 'memo on a coding');
      await page.keyboard.press('Escape');

      for (const view of views) {
        await openView(page, view, language);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        if (view === 'search') await page.getByRole('searchbox').fill('the');
        if (view === 'memos') await page.locator('main ul button').first().click();
        // The passages of the chosen code come after the table.
        if (view === 'agreement') await expect(page.locator('fieldset button').last()).toHaveText(/\S/);
        await expectSound(page, view);
      }
      for (const name of dialogs) {
        await runCommand(page, catalogues[language][name]);
        await expect(dialog, name).toBeVisible();
        await expectSound(page, name);
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      }
      await page.keyboard.press('Control+k');
      await expectSound(page, 'palette');
      await page.keyboard.press('Escape');
      await dropFiles(page, join(host.data, '..', 'drop'), { 'new.txt': 'I: Why?\n\nR: Because.\n', 'empty.txt': '' });
      await expect(page.getByText('new.txt').first()).toBeVisible();
      await expectSound(page, 'import');
      await dropFiles(page, join(host.data, '..', 'drop'), { 'rich.qdpx': richExchange() });
      await expect(page.getByRole('table').first()).toBeVisible();
      await expectSound(page, 'exchange');
      await host.remove();
    });
