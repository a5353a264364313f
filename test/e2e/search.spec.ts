import { expect, test } from '../support/e2e.ts';
import { countCodings } from '../support/coding-page.ts';
import { openView } from '../support/open-view.ts';

test('words are found whole, in part and by pattern; what was looked at is coded in one step that undo takes back', async ({
  app,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  const uncoded = await countCodings(app);
  await openView(app, 'search');
  const field = app.getByRole('searchbox');
  const status = app.getByRole('main').getByRole('status');
  const setting = async (name: string, value: string): Promise<void> => {
    await app.getByRole('button', { name: new RegExp(`${name}$`) }).click();
    await app.getByRole('option', { name: value, exact: true }).click();
  };
  await field.fill('point');
  await expect(status).toHaveText('9 passages in 2 transcripts');
  await setting('Speakers', 'respondents');
  await expect(status).toHaveText('8 passages in 2 transcripts');
  await setting('Find', 'whole words');
  await expect(status).toHaveText('1 passage in 1 transcript');
  await setting('Find', 'a pattern');
  await field.fill('points? (off|for)(');
  await expect(app.getByText(/is not a valid regular expression/)).toBeVisible();
  await field.fill('实名|points? (off|for)');
  await expect(status).toHaveText(/passages in \d transcripts/);
  await setting('Speakers', 'all');
  await app.getByRole('checkbox', { name: 'Speaker labels and times too' }).check();
  await setting('Find', 'any text');
  await field.fill('00:01:23');
  await expect(status).toHaveText('1 passage in 1 transcript');
  await app.getByRole('checkbox', { name: 'Speaker labels and times too' }).uncheck();
  await expect(app.getByText('Nothing found for “00:01:23”')).toBeVisible();

  await field.fill('point');
  await expect(status).toHaveText('9 passages in 2 transcripts');
  await app.getByRole('button', { name: 'Choose all' }).click();
  await app
    .getByRole('checkbox', { name: /Choose “/ })
    .first()
    .uncheck();
  await app.getByRole('button', { name: 'Code…' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Find a code' }).fill('trust');
  await app.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^Code \d/ }).click();
  await expect(app.getByText('“Trust”: 8 codings added')).toBeVisible();
  await openView(app, 'code');
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await expect.poll(() => countCodings(app)).toBeGreaterThan(uncoded);
  await app.keyboard.press('Control+z');
  await expect.poll(() => countCodings(app)).toBe(uncoded);
});

test('a transcript is searched where it is read: marks, count, next and previous; the reader’s place stays when the bar is closed', async ({
  app,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await app.getByText('There was a board by the lift').click();
  await app.keyboard.press('Control+f');
  const field = app.getByRole('searchbox', { name: 'Find in this transcript' });
  await expect(field).toBeFocused();
  await field.pressSequentially('list');
  const bar = app.getByRole('search');
  await expect(bar.getByRole('status')).toHaveText(/^\d+ found$/);
  const marked = () =>
    app.evaluate(() => [
      CSS.highlights.get('verbatim-found')?.size ?? 0,
      [...(CSS.highlights.get('verbatim-found-now') ?? [])].map(String),
    ]);
  await expect.poll(async () => (await marked())[0]).toBeGreaterThan(0);
  await app.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d+ found$/);
  await expect.poll(async () => (await marked())[1]).toEqual(['list']);
  await expect(field).toBeFocused();
  await app.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText(/^(\d+) of \1 found$/);
  await app.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect.poll(() => app.evaluate(() => CSS.highlights.has('verbatim-found'))).toBe(false);
});
