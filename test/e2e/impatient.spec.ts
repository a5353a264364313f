import type { Page } from '@playwright/test';
import { countCodings, markedWords, selectedWords } from '../support/coding-page.ts';
import { expect, test } from '../support/e2e.ts';
import { inputMethod } from '../support/input-method.ts';
import { type LateAnswers, lateAnswers } from '../support/late-answers.ts';
import { openView } from '../support/open-view.ts';

/** The sample study in a page whose host can be made to answer late. */
async function openSample(page: Page): Promise<LateAnswers> {
  const late = await lateAnswers(page);
  await page.reload();
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(page.getByText('There was a board by the lift')).toBeVisible();
  return late;
}

test('keys pressed before the one before is answered do what they would have done after it', async ({ app }) => {
  const late = await openSample(app);
  const keys = app.keyboard;
  const list = app.getByRole('region', { name: 'Transcripts' });
  // The other transcript is known already when it is gone to.
  await list.getByRole('button', { name: /s02-en-engineer/ }).click();
  await expect(app.getByText('What about littering?')).toBeVisible();
  await keys.press('Control+k');
  await keys.type('new coder');
  await keys.press('Enter');
  await app.getByRole('dialog').getByRole('textbox').fill('Third');
  await keys.press('Enter');
  await expect(app.getByRole('button', { name: /^Coder: Third/ })).toBeVisible();
  await list.getByRole('button', { name: /s01-en-teacher/ }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await expect(app.locator('[data-block]:focus')).toHaveCount(1);
  await expect.poll(() => countCodings(app)).toBe(0);
  const passage = app.getByRole('region', { name: 'Codings in this passage' });
  const coding = (name: string) => passage.getByRole('button', { name: new RegExp(`^${name}`) });

  // One passage after another: the key that repeats knows the code, and no answer takes the reader back.
  late.hold();
  await keys.press('ArrowDown');
  await keys.press('s');
  await keys.type('trust');
  await keys.press('Enter');
  for (let turn = 0; turn < 2; turn++) {
    await keys.press('ArrowDown');
    await keys.press('.');
  }
  late.release();
  await expect.poll(() => countCodings(app)).toBe(3);
  await expect(app.locator('[data-block]').nth(3)).toBeFocused();
  for (let turn = 0; turn < 3; turn++) {
    await expect(coding('Trust')).toBeVisible();
    await keys.press('ArrowUp');
  }
  await keys.press('ArrowDown');

  // What is taken off is what was given last, not what stood there before.
  late.hold();
  await keys.press('s');
  await keys.type('fear');
  await keys.press('Enter');
  await keys.press('u');
  late.release();
  await expect(app.getByText(/^Undo: Un-code/)).toBeVisible();
  await expect(coding('Trust')).toBeVisible();
  expect(await countCodings(app)).toBe(3);

  // Each press moves the end by one more.
  await coding('Trust').click();
  const whole = await selectedWords(app);
  await app.locator('[data-block][tabindex="0"]').focus();
  late.hold();
  for (let press = 0; press < 3; press++) await keys.press('Shift+ArrowLeft');
  late.release();
  await expect.poll(() => selectedWords(app)).toBe(whole.slice(0, -3));

  // In vivo twice is one code, and its coding is in the transcript where the key was pressed.
  await keys.press('Escape');
  for (let turn = 0; turn < 3; turn++) await keys.press('ArrowDown');
  late.hold();
  await keys.press('v');
  await keys.press('v');
  await list.getByRole('button', { name: /s02-en-engineer/ }).click();
  await expect(app.getByText('What about littering?')).toBeVisible();
  late.release();
  await expect(app.getByText(/^Undo: Code “/)).toBeVisible();
  expect(await markedWords(app)).toEqual({});
  await list.getByRole('button', { name: /s01-en-teacher/ }).click();
  await expect.poll(() => countCodings(app)).toBe(4);
  await keys.press('Control+z');
  await expect.poll(() => countCodings(app)).toBe(3);
  await keys.press('Control+z');
  const undone = app.getByText(/^Undo: Move the ends/);
  await expect(undone).toBeVisible();

  // Undo shows what it did, but not to who has read on meanwhile.
  await app.locator('[data-block]').nth(6).click();
  late.hold();
  await keys.press('Control+z');
  await keys.press('ArrowDown');
  const turn = app.locator('[data-block]').nth(7);
  await expect(turn).toBeFocused();
  late.release();
  await expect(app.getByText('Undone: Move the ends', { exact: false })).toBeVisible();
  await expect(turn).toBeFocused();
});

test('differences decided one right after the other are two; a memo taken up again at once goes on; a code goes as far as it is pushed; what was chosen last is shown', async ({
  app,
}) => {
  const late = await openSample(app);
  const keys = app.keyboard;
  await app.getByText('There was a board by the lift').click();
  await keys.press('Escape');
  const editor = app.getByRole('textbox', { name: /^Memo on/ });
  late.hold();
  for (const words of ['Said first.', ' Said next.']) {
    await keys.press('m');
    await expect(editor).toBeFocused();
    await keys.type(words);
    await keys.press('Escape');
    await expect(editor).toHaveCount(0);
  }
  late.release();
  await expect(
    app.getByRole('region', { name: 'Codings in this passage' }).getByText('Said first. Said next.'),
  ).toBeVisible();

  const tops = ['Privacy', 'Morality', 'Behaviour'];
  const rows = app.getByRole('treegrid', { name: 'Codebook' }).getByRole('row');
  const topsShown = async (): Promise<string[]> =>
    (await rows.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))).filter((name) =>
      tops.includes(name),
    );
  await app.getByRole('row', { name: 'Privacy', exact: true }).click();
  const before = await topsShown();
  expect(before).toEqual(tops);
  late.hold();
  await keys.press('Alt+ArrowDown');
  await keys.press('Alt+ArrowDown');
  late.release();
  await expect.poll(topsShown).toEqual(['Morality', 'Behaviour', 'Privacy']);

  // Another transcript is chosen while a jump waits for its own.
  await openView(app, 'agreement');
  await app
    .getByRole('row', { name: /^Being monitored / })
    .getByRole('button')
    .first()
    .click();
  const jump = app
    .getByRole('region', { name: 's05-ja-resident.txt' })
    .getByRole('button', { name: /Open in transcript/ });
  await expect(jump.first()).toBeVisible();
  late.hold();
  await jump.first().click();
  await app
    .getByRole('region', { name: 'Transcripts' })
    .getByRole('button', { name: /s02-en-engineer/ })
    .click();
  late.release();
  await expect(app.getByText('What about littering?')).toBeVisible();

  // A question goes as far down as it is pushed.
  await openView(app, 'guide');
  const questions = app.getByRole('region', { name: 'Questions' }).getByRole('button', { name: /^Question / });
  await expect(questions).not.toHaveCount(0);
  const [first, second, third, ...others] = await questions.allTextContents();
  await app.getByRole('button', { name: `Question ${first}`, exact: true }).click();
  const later = app.getByRole('dialog').getByRole('button', { name: 'Move down' });
  late.hold();
  await later.click();
  await later.click();
  late.release();
  await keys.press('Escape');
  await expect(questions).toHaveText([second!, third!, first!, ...others]);
  await expect(app.getByText(/^Undo: /)).toBeVisible();
  await expect(questions).toHaveText([second!, third!, first!, ...others]);

  await openView(app, 'adjudication');
  const progress = app.getByText(/^\d+ of \d+ decided$/);
  await expect(progress).toHaveText(/^0 of /);
  late.hold();
  await keys.press('1');
  await keys.press('s');
  late.release();
  await expect(progress).toHaveText(/^2 of /);
});

test('a memo begun before its coding is there is on it, in whatever script; Undo takes back what it names, or nothing', async ({
  app,
}) => {
  const late = await openSample(app);
  const ime = await inputMethod(app);
  const keys = app.keyboard;
  const passage = app.getByRole('region', { name: 'Codings in this passage' });
  const coding = (name: string) => passage.getByRole('button', { name: new RegExp(`^${name}`) });
  const editor = app.getByRole('textbox', { name: /^Memo on/ });
  await expect.poll(() => countCodings(app)).toBeGreaterThan(0);
  const before = await countCodings(app);
  await app.locator('[data-block]').nth(4).click();
  await keys.press('Escape');
  await expect(passage.locator('[data-item]')).toHaveCount(0);

  // With the key that codes and writes: the words wait for no answer, nor does an input method that is at work when it comes.
  late.hold();
  await keys.press('s');
  await keys.type('trust');
  await keys.press('Alt+Enter');
  await keys.type('up to us: ');
  await ime.spell('linju');
  late.release();
  await expect(coding('Trust')).toBeVisible();
  await ime.choose('邻居');
  await expect(editor).toHaveAccessibleName('Memo on “Trust”');
  await expect(editor).toBeFocused();
  await keys.press('Escape');
  await expect(passage.getByText('up to us: 邻居')).toBeVisible();
  await expect.poll(() => countCodings(app)).toBe(before + 1);

  // With its own key, after the one that repeats; left before the answer and taken up again, it goes on.
  late.hold();
  await keys.press('ArrowDown');
  await keys.press('.');
  await keys.press('m');
  await keys.type('Umbrella');
  await keys.press('Escape');
  await keys.press('m');
  await keys.type(', again');
  await keys.press('Escape');
  late.release();
  await expect(coding('Trust').locator('..').getByText('Umbrella, again')).toBeVisible();
  expect(await countCodings(app)).toBe(before + 2);

  // In vivo: code, coding and memo are all on their way.
  await keys.press('ArrowDown');
  late.hold();
  await keys.press('v');
  await keys.press('m');
  await keys.type('Their word.');
  await keys.press('Escape');
  late.release();
  await expect(passage.getByRole('button', { name: 'Their word.' })).toBeVisible();
  await expect(passage.getByRole('listitem').filter({ hasText: 'Their word.' }).locator('[data-item]')).toHaveCount(1);
  expect(await countCodings(app)).toBe(before + 3);

  // Another command is on its way when the note's Undo is pressed.
  await keys.press('u');
  const undo = app.getByRole('button', { name: 'Undo', exact: true });
  await expect(undo).toBeVisible();
  await keys.press('ArrowUp');
  late.hold();
  await keys.press('2');
  await undo.click();
  late.release();
  await expect(app.getByRole('alert')).toContainText('nothing was undone');
  await expect.poll(() => countCodings(app)).toBe(before + 3);

  // The place of what is looked for is gone to when it is known, not that of what was looked for before.
  const find = app.getByRole('searchbox', { name: 'Find in this transcript' });
  const found = app.getByRole('search').getByRole('status');
  await keys.press('Control+f');
  await find.fill('board by the lift');
  await expect(found).toHaveText('1 found');
  late.hold();
  await find.fill('points');
  await keys.press('Enter');
  await keys.press('Enter');
  await expect(found).toHaveText('');
  late.release();
  await expect(found).toHaveText(/^\d of 5 found$/);
  const at = Number((await found.textContent())?.[0]);
  late.hold();
  await find.fill('point');
  await keys.press('Enter');
  await keys.press('Enter');
  late.release();
  // The reader is at one of them: the first Enter goes there, the second to the next.
  await expect(found).toHaveText(new RegExp(`^${at + 1} of`));
  await find.fill('banana skin');
  await keys.press('Enter');
  await expect(found).toHaveText('1 of 1 found');
  await keys.press('Escape');
  await expect(app.locator('[data-block]:focus')).toContainText('banana skin');
});

test('what comes late moves nothing and leaves the keyboard where the palette has led', async ({ app }) => {
  const late = await openSample(app);
  const keys = app.keyboard;
  late.hold();
  await keys.press('Control+k');
  await keys.type('Go to Co-occurrence');
  await keys.press('Enter');
  const title = app.getByRole('heading', { name: 'Co-occurrence', level: 1 });
  await expect(title).toBeFocused();
  late.release();
  late.hold('cooccurrence.test');
  const table = app.getByRole('table', { name: 'Pairs of codes' });
  await expect(table).toBeVisible();
  await expect(title).toBeFocused();

  const heads = () =>
    table.getByRole('columnheader').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  const probability = table.getByRole('button', { name: /, q: 0\.\d/ });
  await expect(probability).toHaveCount(0);
  const before = await heads();
  late.release();
  await expect(probability.first()).toBeVisible();
  expect(await heads()).toEqual(before);
});

test('a report that is still being written shows no other in its place', async ({ app }) => {
  const late = await openSample(app);
  await openView(app, 'reports');
  const preview = app.getByRole('region', { name: 'Preview' });
  await app.getByRole('radio', { name: 'Audit trail' }).check();
  await expect(preview.getByRole('heading', { name: /^Audit trail/ })).toBeVisible();
  late.hold();
  await app.getByRole('radio', { name: 'Agreement' }).check();
  await expect(preview.getByText('Writing the report…')).toBeVisible();
  await expect(preview.getByRole('article')).toHaveCount(0);
  late.release();
  await expect(preview.getByRole('heading', { name: /^Agreement/, level: 2 })).toBeVisible();
  await expect(preview.getByText('Writing the report…')).toHaveCount(0);
});
