import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { startBrowserHost } from '../support/browser-host.ts';
import { countCodings, expectAdded, markedWords } from '../support/coding-page.ts';
import { expect, test, watchPage } from '../support/e2e.ts';
import { openView } from '../support/open-view.ts';

const notConnected = 'This page is no longer connected to Verbatim';
const inUse = 'This project is in use in another window';

test('the printed link opens the app; its token is gone from the address and works no second time', async ({
  app,
  host,
  browser,
}) => {
  await expect(app.getByRole('button', { name: 'Open the sample study' })).toBeVisible();
  expect(app.url()).toBe(`${host.origin}/`);
  expect(await app.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([[], '']);
  const other = await browser.newPage();
  await other.goto(host.link);
  await expect(other.getByRole('heading', { name: notConnected })).toBeVisible();
  await other.close();
});

test('a reload keeps the session', async ({ app }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).waitFor();
  await app.reload();
  await expect(app.getByRole('button', { name: 'Open the sample study' })).toBeVisible();
});

test('a second window is refused until it takes over, and the first then steps back', async ({
  app,
  host,
  browser,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).waitFor();
  const second = await browser.newPage();
  await second.goto(await host.freshLink());
  await expect(second.getByRole('heading', { name: inUse })).toBeVisible();
  await second.getByRole('button', { name: 'Use it here instead' }).click();
  await expect(second.getByRole('button', { name: 'Open the sample study' })).toBeVisible();
  await expect(app.getByRole('heading', { name: inUse })).toBeVisible();
  await second.close();
});

test('a fresh link pasted into a page that has lost its session connects it', async ({ page, host }) => {
  await page.goto(host.origin);
  await expect(page.getByRole('heading', { name: notConnected })).toBeVisible();
  await page.goto(await host.freshLink());
  await expect(page.getByRole('button', { name: 'Open the sample study' })).toBeVisible();
});

test('the page cannot run what the policy forbids', async ({ page, host }) => {
  await page.goto(host.link);
  await page.getByRole('button', { name: 'Open the sample study' }).waitFor();
  const tried = await page.evaluate(async () => {
    // What the debugger runs itself may use eval; what it leaves for later is held to the policy.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const outcomes: Record<string, string> = {};
    const attempt = async (name: string, action: () => unknown): Promise<void> => {
      try {
        await action();
        outcomes[name] = 'allowed';
      } catch {
        outcomes[name] = 'refused';
      }
    };
    await attempt('innerHTML', () => {
      document.createElement('div').innerHTML = '<b>x</b>';
    });
    // oxlint-disable-next-line no-eval -- that it is refused is what is tested
    await attempt('eval', () => (0, eval)('1'));
    // oxlint-disable-next-line typescript/no-implied-eval -- likewise
    await attempt('Function', () => new Function('return 1'));
    await attempt('fetch elsewhere', () => fetch('http://127.0.0.1:9/'));
    return outcomes;
  });
  expect(tried).toEqual({ innerHTML: 'refused', eval: 'refused', Function: 'refused', 'fetch elsewhere': 'refused' });
});

test('until a screen has been loaded the one before stays, and the keyboard where it is', async ({ page, host }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/team-screen-.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(host.link);
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await openView(page, 'agreement');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/Agreement/);
  await openView(page, 'team');
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true');
  await expect(heading).toHaveText(/Agreement/);
  release();
  await expect(heading).toHaveText('Team');
  await expect(page.getByRole('button', { name: 'Team' })).toBeFocused();
});

test('it ends cleanly when told to: exit code 0 and one file per project', async ({ page, host }) => {
  const assertQuiet = watchPage(page, host.origin);
  await page.goto(host.link);
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(page.getByRole('button', { name: 'Open the sample study' })).toBeHidden();
  await expect.poll(() => readdirSync(host.projects).some((name) => name.endsWith('.vbt'))).toBe(true);
  assertQuiet();
  expect(await host.stop('SIGTERM')).toBe(0);
  expect(readdirSync(host.projects).filter((name) => !name.endsWith('.vbt'))).toEqual([]);
});

for (const signal of ['SIGINT', 'SIGHUP'] as const) {
  test(`${signal} ends it as cleanly`, async ({ host }) => {
    expect(await host.stop(signal)).toBe(0);
  });
}

test('it prints one line with its address, and says what stands in the way of starting', async () => {
  const host = await startBrowserHost();
  expect(host.output.filter((line) => line.includes('http'))).toEqual([`Verbatim is open at ${host.link}`]);
  const port = new URL(host.origin).port;
  await expect(startBrowserHost({ parameters: ['--port', port] })).rejects.toThrow(`port ${port} is taken`);
  await expect(startBrowserHost({ parameters: ['--port', 'x'] })).rejects.toThrow('serve ended with 2');
  await expect(startBrowserHost({ parameters: ['/nowhere/none.vbt'] })).rejects.toThrow('none.vbt');
  await host.remove();
});

test('npm start without a display says why in one line and serves the page', async ({ page }) => {
  const host = await startBrowserHost({
    command: ['build/launch/start.mjs'],
    environment: { DISPLAY: '', WAYLAND_DISPLAY: '' },
  });
  const before = host.output.slice(0, host.output.indexOf(`Verbatim is open at ${host.link}`));
  expect(before.filter((line) => !line.startsWith('Building the page'))).toEqual([
    'There is no display here, so Verbatim runs as a page for a browser of this computer.',
  ]);
  await page.goto(host.link);
  await expect(page.getByRole('button', { name: 'Open the sample study' })).toBeVisible();
  expect(await host.stop('SIGTERM')).toBe(0);
  await host.remove();
});

test('killed while one codes, it says so; started again, nothing that was acknowledged is lost and undo goes on', async ({
  page,
}) => {
  const host = await startBrowserHost();
  await page.goto(host.link);
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(page.getByText('There was a board by the lift')).toBeVisible();
  await page.keyboard.press('s');
  await expectAdded(page, 1, async () => {
    await page.keyboard.type('trust');
    await page.keyboard.press('Enter');
  });
  await page.keyboard.press('ArrowDown');
  await expectAdded(page, 1, () => page.keyboard.press('.'));
  await expect(page.getByText('All changes saved')).toBeVisible();
  const acknowledged = await markedWords(page);

  await host.stop('SIGKILL');
  await expect(page.getByRole('alert')).toContainText('Everything you saw as saved is saved');
  const again = await startBrowserHost({
    folder: dirname(host.data),
    parameters: ['--port', new URL(host.origin).port],
  });
  // The links of the one that was killed are void: the page says to open the new one.
  await expect(page.getByRole('heading', { name: notConnected })).toBeVisible();
  await page.goto(again.link);
  await page.getByRole('button', { name: /Social credit interviews/ }).waitFor();
  // The core that was started knows nothing of the project that was open, and is not asked about it.
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: /Social credit interviews/ }).click();
  await expect(page.getByText('There was a board by the lift')).toBeVisible();
  await expect.poll(() => markedWords(page)).toEqual(acknowledged);
  await page.keyboard.press('Control+z');
  await expect.poll(() => countCodings(page)).toBe(Object.keys(acknowledged).length - 1);
  await again.remove();
});
