import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { rooms, type ViewName } from '../../renderer/app/rooms.ts';
import { catalogues } from '../../shared/messages/catalogues.ts';
import { messageText } from '../../shared/messages/message-text.ts';
import { type BrowserHost, startBrowserHost } from '../support/browser-host.ts';
import { clippedWords } from '../support/clipped-words.ts';
import { expect, test } from '../support/e2e.ts';
import { dragOver, dropFiles } from '../support/hands.ts';
import { openView } from '../support/open-view.ts';
import { richExchange } from '../support/rich-exchange.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

type Language = keyof typeof catalogues;

const study = (name: string): URL => new URL(`../../shared/sample-study/${name}`, import.meta.url);
const firstWords = 'There was a board by the lift';
const views = rooms.flatMap(({ views: inRoom }) => inRoom).filter((view) => view !== 'code');

/** What a language or a theme can spoil. All other rules look at what is the same in every pair, and are asked once. */
const ofWordsAndColours = ['color-contrast', 'label-content-name-mismatch', 'valid-lang', 'html-has-lang'];

type Scope = {
  /** Only what stands in here: a dialog hides the rest of the page, which has had its turn. */
  readonly within?: string;
  /** Not what stands in here. */
  readonly without?: string;
  readonly rules?: readonly string[] | null;
};

/** Rules asked where a check names none; null is every one. */
let asked: readonly string[] | null = null;

/** Asserts that axe finds nothing serious on what is shown, and that all words find room. */
async function expectSound(page: Page, what: string, { within, without, rules = asked }: Scope = {}): Promise<void> {
  // What has just appeared may still be fading in.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );
  expect.soft(await clippedWords(page, within), `room for the words of ${what}`).toEqual([]);
  if (rules?.length === 0) return;
  // The legacy mode asks no second page to gather what frames say: there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (within) axe.include(within);
  if (without) axe.exclude(without);
  if (rules) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = serious.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  );
  expect.soft(told, what).toEqual([]);
}

const inDialog: Scope = { within: '[data-modal]' };
/** What a view does not share with the others. */
const inView: Scope = { within: 'main' };
/** All but the words of the transcript, which were looked at before. */
const besidesTurns: Scope = { without: 'article' };

/** Asserts it of the dialog that is open or about to open, and closes it. */
async function expectSoundDialog(page: Page, what: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog, what).toBeVisible();
  await expectSound(page, what, inDialog);
  await page.keyboard.press('Escape');
  await expect(dialog, what).toHaveCount(0);
}

/** Runs a command from the palette by its words. */
async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** The sample study with a passage to review, a backup and two damaged anchors; and a copy in which a coder has worked. */
async function prepared(host: BrowserHost): Promise<{ readonly copy: string }> {
  const at = (name: string): string => join(host.data, name);
  mkdirSync(host.data, { recursive: true });
  const run = async (...parameters: string[]): Promise<void> =>
    expect(await runVerbatim(host.data, ...parameters)).toMatchObject({ code: 0 });
  await run('sample', 'sample.vbt');
  const corrected = readFileSync(study('s01-en-teacher.txt'), 'utf8').replace(' The yard is spotless.', '');
  writeFileSync(at('corrected.txt'), corrected);
  await run('document', 'reimport', 'sample.vbt', 's01-en-teacher.txt', 'corrected.txt');
  const ring = join(host.data, 'backups', 'sample');
  mkdirSync(ring, { recursive: true });
  copyFileSync(at('sample.vbt'), join(ring, '2025-03-01T10-32-00.000Z-timer.vbt'));
  await run('copy', 'sample.vbt', '--for', 'A', '-o', 'copy.vbt');
  writeFileSync(at('more.csv'), 'document,code,start,end\ns02-en-engineer.md,mechanism.lists.redlist,400,420\n');
  await run('codings', 'import', 'copy.vbt', 'more.csv', '--coder', 'A');
  const faulty = join(host.projects, 'faulty.vbt');
  copyFileSync(at('sample.vbt'), faulty);
  const db = new Database(faulty);
  db.exec("UPDATE selection SET quote_hash = 'wrong' WHERE id IN (SELECT id FROM selection LIMIT 2)");
  db.close();
  return { copy: at('copy.vbt') };
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
  'command.autocode',
  'command.settings',
  'command.project.rename',
  'command.project.export',
  'command.project.encrypt',
  'command.project.share',
  'command.privacy',
  'command.project.lock',
  'command.help',
] as const;

/** What is done in a view before it is looked at. */
const before: Partial<Record<ViewName, (page: Page) => Promise<void>>> = {
  search: (page) => page.getByRole('searchbox').fill('the'),
  memos: (page) => page.locator('main ul button').first().click(),
  // The passages of the chosen code come after the table.
  agreement: (page) => expect(page.locator('fieldset button').last()).toHaveText(/\S/),
};

/** What opens out of a view: a dialog, or a page in its place. */
const after: Partial<
  Record<ViewName, (page: Page, words: (typeof catalogues)[Language], copy: string) => Promise<void>>
> = {
  cases: async (page, words) => {
    await page.getByRole('columnheader', { name: 'occupation' }).getByRole('button').click();
    await expectSoundDialog(page, 'attribute');
    await page.getByRole('button', { name: words['cases.attribute.new'], exact: true }).click();
    await expectSoundDialog(page, 'new attribute');
  },
  survey: async (page, words) => {
    const survey = readFileSync(study('survey.csv'), 'utf8').replace('foreign,3,', 'foreign,6,');
    const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(survey) };
    await page.locator('main input[type=file]').setInputFiles(file);
    const cancel = page.getByRole('button', { name: words['app.cancel'], exact: true });
    await expect(cancel).toBeVisible();
    await expectSound(page, 'survey import', inView);
    await cancel.click();
  },
  team: async (page, _words, copy) => {
    await page.locator('main input[type=file]').setInputFiles(copy);
    await expectSoundDialog(page, 'merge');
  },
};

const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '简体中文', ja: '日本語' };

async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: languageNames[language] }).click();
}

for (const [language, theme] of [
  ['en', 'light'],
  ['zh-Hans', 'dark'],
  // Its words are the longest; what axe asks was asked in the other two.
  ['ja', 'light'],
] as const)
  test(`nothing serious, and room for every word, on any screen or dialog: ${language}, ${theme}`, async ({ page }) => {
    test.setTimeout(600_000);
    const host = await startBrowserHost();
    const { copy } = await prepared(host);
    asked = language === 'en' ? null : language === 'ja' ? [] : ofWordsAndColours;
    await page.setViewportSize({ width: 1280, height: 800 });
    const words = catalogues[language];
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto(host.link);
    await chooseLanguage(page, language);
    await expectSound(page, 'welcome');

    const dialog = page.getByRole('dialog');
    await page.locator('main ul button').nth(0).click();
    await expectSoundDialog(page, 'new project');
    await page.locator('main ul button').nth(1).click();
    await dialog.getByRole('button', { name: /faulty/ }).click();
    await expect(page.getByText(firstWords)).toBeVisible();
    const faults = messageText({ id: 'check.found', values: { count: 2 } }, language);
    await page.getByRole('contentinfo').getByRole('button', { name: faults }).click();
    await expectSoundDialog(page, 'faults');
    await expectSound(page, 'code');

    await dragOver(page, 'birthday list');
    await expect(page.getByRole('combobox')).toBeVisible();
    await expectSound(page, 'selection bar', besidesTurns);
    await page.keyboard.type('trust');
    await page.keyboard.press('Alt+Enter');
    const editor = page.locator('[contenteditable="true"]');
    await expect(editor).toBeFocused();
    await page.keyboard.type('Who keeps it?');
    await expectSound(page, 'memo on a coding', besidesTurns);
    await page.keyboard.press('Escape');
    await expect(editor).toHaveCount(0);
    await page.keyboard.press('e');
    await expect(editor).toBeFocused();
    await expectSound(page, 'correcting');
    await page.keyboard.press('Escape');
    for (const entry of ['coding.codebook.edit', 'codebook.merge', 'codebook.split'] as const) {
      await page.getByRole('treegrid').getByRole('row').nth(1).hover();
      await page.getByRole('treegrid').getByRole('row').nth(1).getByRole('button').last().click();
      await page.getByRole('menuitem', { name: words[entry], exact: true }).click();
      await expectSoundDialog(page, entry);
    }

    for (const view of views) {
      await openView(page, view, language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await before[view]?.(page);
      await expectSound(page, view, inView);
      await after[view]?.(page, words, copy);
    }
    await runCommand(page, words['command.pseudonyms']);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSound(page, 'pseudonyms', inView);
    await openView(page, 'code', language);
    for (const name of dialogs) {
      await runCommand(page, words[name]);
      await expectSoundDialog(page, name);
    }
    await page.keyboard.press('Control+k');
    await expectSound(page, 'palette', inDialog);
    await page.keyboard.press('Escape');
    await dropFiles(page, join(host.data, '..', 'drop'), { 'new.txt': 'I: Why?\n\nR: Because.\n', 'empty.txt': '' });
    await expect(page.getByText('new.txt').first()).toBeVisible();
    await expectSound(page, 'import', inView);
    await dropFiles(page, join(host.data, '..', 'drop'), { 'rich.qdpx': richExchange() });
    await expect(page.getByRole('table').first()).toBeVisible();
    await expectSound(page, 'exchange', inView);
    await host.remove();
  });

// A language changes no colour: the other two pairs look at contrast only, where most colours are.
test('contrast on the most colourful screens in the other pairs of language and theme', async ({ page, host }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto(host.link);
  await chooseLanguage(page, 'en');
  await page.getByRole('button', { name: catalogues.en['welcome.sample'] }).click();
  await expect(page.getByText(firstWords)).toBeVisible();
  for (const [language, theme] of [
    ['en', 'dark'],
    ['zh-Hans', 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await runCommand(page, catalogues.en[`command.language.${language}`]);
    for (const view of ['code', 'cooccurrence', 'adjudication'] as const) {
      await openView(page, view, language);
      await expectSound(page, `${view}, ${language}, ${theme}`, { rules: ['color-contrast'] });
    }
  }
});
