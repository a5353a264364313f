import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startBrowserHost } from '../support/browser-host.ts';
import { expectAdded, markedWords } from '../support/coding-page.ts';
import { expect, test, watchPage } from '../support/e2e.ts';
import { dragOver, dropFiles } from '../support/hands.ts';
import { openView } from '../support/open-view.ts';

const interview =
  'Interviewer: Who may see it?\n\nRespondent: Nobody. 😅 My score is my own affair, not my neighbour’s.\n';

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(page.getByText('There was a board by the lift')).toBeVisible();
}

function passage(page: Page) {
  return page.getByRole('region', { name: 'Codings in this passage' });
}

test('a newcomer opens the sample, drops a transcript, codes by mouse and by keyboard, undoes and redoes', async ({
  app,
  host,
}) => {
  await openSample(app);
  await expect(app.getByText('Synthetic sample', { exact: true })).toBeVisible();

  await dropFiles(app, join(host.data, '..', 'drop'), { 'new.txt': interview, 'empty.txt': '' });
  await expect(app.getByRole('heading', { name: 'Import' })).toBeVisible();
  await expect(app.getByRole('row', { name: /new\.txt.*Ready/ })).toBeVisible();
  await expect(app.getByRole('row', { name: /empty\.txt.*Cannot be imported/ })).toBeVisible();
  await app.getByRole('button', { name: /^Import 1 file/ }).click();
  await expect(app.locator('[data-transcript]').getByText('My score is my own affair')).toBeVisible();

  // By mouse: select words after a character beyond the basic plane, type, take the first code.
  await dragOver(app, 'my own affair');
  await expect(app.getByText('13 characters selected')).toBeVisible();
  await app.keyboard.type('conc');
  await app.keyboard.press('Enter');
  await expect(passage(app).getByText('Concern', { exact: true })).toBeVisible();
  await expect(app.locator('mark', { hasText: 'my own affair' })).toHaveText('my own affair');

  // By keyboard: the sentence at the cursor, a code by its Chinese name, with the recent one as chip 1.
  await app.keyboard.press('s');
  await app.keyboard.type('信任');
  await app.keyboard.press('Enter');
  await expect(passage(app).getByText('Trust', { exact: true })).toBeVisible();

  await app.keyboard.press('Control+z');
  await expect(passage(app).getByText('Trust', { exact: true })).toBeHidden();
  await app.keyboard.press('Control+z');
  await expect(app.locator('mark', { hasText: 'my own affair' })).toHaveCount(0);
  await app.keyboard.press('Control+Shift+z');
  await app.keyboard.press('Control+Shift+z');
  await expect(app.locator('mark', { hasText: 'my own affair' }).first()).toBeVisible();

  await app.reload();
  await expect(app.getByText('Undo: Code “Trust”')).toBeVisible();
  await expect(app.locator('mark', { hasText: 'my own affair' }).first()).toBeVisible();
});

test('a project is there again after the program has ended, with its history', async ({ browser }) => {
  const first = await startBrowserHost();
  const folder = join(first.data, '..');
  const page = await browser.newPage();
  await page.goto(first.link);
  await openSample(page);
  await dragOver(page, 'birthday list');
  await page.keyboard.type('trust');
  await page.keyboard.press('Enter');
  await expect(page.locator('mark', { hasText: 'birthday list' })).toBeVisible();
  expect(await first.stop()).toBe(0);

  const second = await startBrowserHost({ folder });
  // Away from the page of the first host, which goes on looking for it.
  await page.goto('about:blank');
  const assertQuiet = watchPage(page, second.origin);
  await page.goto(second.link);
  await page.getByRole('button', { name: /Social credit interviews/ }).click();
  await expect(page.locator('mark', { hasText: 'birthday list' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('mark', { hasText: 'birthday list' })).toHaveCount(0);
  assertQuiet();
  await page.close();
  await second.remove();
});

test('every number opens its passages, and a passage its place in the transcript', async ({ app }) => {
  await openSample(app);
  await openView(app, 'cooccurrence');
  await expect(app.getByText('Unit: turn of a respondent, N = 54')).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Internet use with Real-name registration' })).toBeVisible();
  await app.getByRole('button', { name: /You need your passport number/ }).click();
  await expect(app.getByText('You need your passport number to open anything').first()).toBeInViewport();

  await openView(app, 'agreement');
  await expect(app.getByRole('heading', { name: 'Agreement', exact: true })).toBeVisible();
  await app
    .getByRole('row', { name: /^Concern / })
    .getByRole('button')
    .first()
    .click();
  await expect(app.getByText("And if there's a mistake?").first()).toBeVisible();
  await app
    .getByRole('button', { name: /Open in transcript/ })
    .first()
    .click();
  await expect(app.getByRole('region', { name: 'Transcripts' })).toBeVisible();
});

test('the interface speaks Chinese and Japanese, and typing with an input method fires no shortcut', async ({
  app,
}) => {
  await openSample(app);
  await app.getByRole('button', { name: 'Search or run a command' }).click();
  await app.keyboard.type('中文');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('button', { name: '分析' })).toBeVisible();
  await dragOver(app, 'birthday list');
  const session = await app.context().newCDPSession(app);
  // While composing, Enter takes the candidate: it must not apply a code.
  await session.send('Input.imeSetComposition', { text: 'xinren', selectionStart: 6, selectionEnd: 6 });
  await session.send('Input.insertText', { text: '信任' });
  await expect(app.getByRole('option', { name: /信任/ }).first()).toBeVisible();
  await expect(app.locator('mark', { hasText: 'birthday list' })).toHaveCount(0);
  await app.keyboard.press('Enter');
  await expect(app.locator('mark', { hasText: 'birthday list' })).toHaveText('birthday list');

  // By keyboard alone, from the next turn: the code is found by its Chinese name, composed; Enter while composing codes nothing.
  await app.keyboard.press('Escape');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('s');
  const before = await markedWords(app);
  await session.send('Input.imeSetComposition', { text: 'heimingdan', selectionStart: 10, selectionEnd: 10 });
  await app.keyboard.press('u');
  expect(await markedWords(app)).toEqual(before);
  await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await app.getByRole('combobox').fill('');
  await session.send('Input.insertText', { text: '黑名单' });
  await expect(app.getByRole('option', { name: /黑名单/ }).first()).toBeVisible();
  await expectAdded(app, 1, () => app.keyboard.press('Enter'));
  await app.keyboard.press('Control+z');
  await expect.poll(() => markedWords(app)).toEqual(before);

  // 実名 is asked for only when it is composed.
  await openView(app, 'search', 'zh-Hans');
  await session.send('Input.imeSetComposition', { text: 'jitsumei', selectionStart: 8, selectionEnd: 8 });
  await session.send('Input.insertText', { text: '実名' });
  await expect(app.getByRole('searchbox')).toHaveValue('実名');
  await expect(app.getByRole('main').getByRole('status')).toHaveText(/[1-9]/);
  await expect(app.getByRole('main').locator('mark', { hasText: '実名' }).first()).toBeVisible();
});

test('coding keys work at once in a transcript chosen by a click', async ({ app }) => {
  await openSample(app);
  await app.getByRole('button', { name: /s02-en-engineer\.md/ }).click();
  await expect(app.getByText('I am an engineer, so I say it is a feedback loop.')).toBeVisible();
  await app.keyboard.press(']');
  await app.keyboard.press('s');
  await app.keyboard.type('trust');
  await expect(app.getByRole('option', { name: /Trust/ }).first()).toBeVisible();
});
