import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/e2e.ts';
import { dropFiles } from '../support/hands.ts';
import { openView } from '../support/open-view.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

let folder = '';
const project = (): string => join(folder, 'elsewhere.vbt');

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-open-'));
  expect(await runVerbatim(folder, 'sample', 'elsewhere.vbt')).toMatchObject({ code: 0 });
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a project lying in the projects folder is listed beside the recent ones and opens', async ({ app, host }) => {
  copyFileSync(project(), join(host.projects, 'field work.vbt'));
  await app.getByRole('button', { name: /^Open…/ }).click();
  await expect(app.getByRole('heading', { name: 'In the projects folder' })).toBeVisible();
  await app.getByRole('button', { name: /field work/ }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  expect(readdirSync(host.projects).filter((name) => name.endsWith('.vbt'))).toEqual(['field work.vbt']);
});

test('any project file can be chosen: it is copied to the projects folder and opened', async ({ app, host }) => {
  await app.getByRole('button', { name: /^Open…/ }).click();
  const choosing = app.waitForEvent('filechooser');
  await app.getByRole('button', { name: 'Choose a file…' }).click();
  await (await choosing).setFiles(project());
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await expect(app.getByText('elsewhere.vbt is in the projects folder now')).toBeVisible();
  expect(readdirSync(host.projects)).toContain('elsewhere.vbt');
});

test('a locked project asks for its passphrase and is there again with its history', async ({ app, host }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await app.keyboard.press('Control+k');
  await app.keyboard.type('Lock with a passphrase');
  await app.keyboard.press('Enter');
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await dialog.getByLabel('Passphrase once more').fill('correct horse');
  await dialog.getByRole('button', { name: 'Lock and close' }).click();
  const recent = app.getByRole('button', { name: /Social credit interviews/ });
  await expect(recent).toBeVisible();
  expect(readdirSync(host.projects)).toEqual([expect.stringMatching(/\.vbtx$/)]);
  await recent.click();
  await dialog.getByLabel('Passphrase').fill('wrong horse');
  await app.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Passphrase').fill('correct horse');
  await app.keyboard.press('Enter');
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
});

test('a project dropped on the window opens, also over another project and its dialogs', async ({ app, host }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await app.keyboard.press('Control+k');
  await dropFiles(app, join(host.data, '..', 'drop'), { 'dropped.VBT': readFileSync(project()) });
  await expect(app.getByText('dropped.vbt is in the projects folder now')).toBeVisible();
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
});

test('what is no project, or a damaged one, is refused by name and leaves nothing behind', async ({ app, host }) => {
  await expect(app.getByRole('heading', { name: 'Verbatim' })).toBeVisible();
  await dropFiles(app, join(host.data, '..', 'drop'), { 'notes.vbt': 'notes and nothing else' });
  await expect(app.getByRole('alert')).toContainText('notes.vbt is not a Verbatim project');
  await app.getByRole('button', { name: 'Close' }).click();

  const cut = join(folder, 'cut.vbt');
  copyFileSync(project(), cut);
  truncateSync(cut, 100_000);
  await dropFiles(app, join(host.data, '..', 'drop'), { 'cut.vbt': readFileSync(cut) });
  await expect(app.getByRole('alert')).toContainText('The project cut.vbt is damaged');
  expect(readdirSync(host.projects)).toEqual([]);
});

test('a screen that cannot be drawn says so, and the others still work', async ({ app }) => {
  await app.route(/portraits-screen-[^/]*\.js$/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'export const PortraitsScreen = () => { throw new Error("not drawable"); };',
    }),
  );
  await app.reload();
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await openView(app, 'portraits');
  await expect(app.getByRole('alert').filter({ hasText: 'not drawable' })).toBeVisible();
  await openView(app, 'documents');
  await expect(app.getByRole('heading', { level: 1, name: 'Transcripts' })).toBeVisible();
});

test('files that come down while their project is being made are in it, with no second question for a name', async ({
  app,
  host,
}) => {
  // What the page asks once the project is there is answered late, as on a busy machine.
  let isBusy: boolean | null = null;
  const late: (() => void)[] = [];
  await app.routeWebSocket(/\/socket$/, (page) => {
    const server = page.connectToServer();
    server.onMessage((message) => {
      if (isBusy) late.push(() => page.send(message));
      else page.send(message);
      if (String(message).includes('"Board study"')) isBusy ??= true;
    });
  });
  await app.reload();
  await app.getByRole('button', { name: /^New project/ }).click();
  await app.getByRole('textbox', { name: 'Name', exact: true }).fill('Board study');
  await app.getByRole('button', { name: 'Create project' }).click();
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await dropFiles(app, join(host.data, '..', 'drop'), { 'board.txt': 'I: Why?\nR: There was a board.\n' });
  await expect(app.getByRole('dialog')).toBeVisible();
  isBusy = false;
  for (const send of late.splice(0)) send();
  await app.getByRole('button', { name: /^Import 1 file/ }).click();
  await expect(app.getByRole('button', { name: 'Mark as done' })).toBeVisible();
});
