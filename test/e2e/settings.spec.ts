import { expect, test } from '../support/e2e.ts';
import { expectAdded } from '../support/coding-page.ts';

test('reading settings are seen at once; keys can be changed, not to those of another command, and both stay', async ({
  app,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  const words = app.getByText('There was a board by the lift');
  await expect(words).toBeVisible();
  const widthOf = () => words.evaluate((element) => element.closest('p')!.getBoundingClientRect().width);
  const before = await widthOf();
  await app.setViewportSize({ width: 1700, height: 900 });
  await app.keyboard.press('Control+,');
  const dialog = app.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('slider', { name: 'Width of the text' }).fill('40');
  await expect.poll(widthOf).toBeGreaterThan(before + 60);
  await dialog.getByRole('button', { name: /Codings in the words/ }).click();
  await app.getByRole('option', { name: 'stripes only' }).click();
  const tint = () =>
    app.evaluate(() => getComputedStyle(document.querySelector('[data-transcript] mark')!).backgroundImage);
  await expect.poll(tint).toBe('none');

  await dialog.getByRole('button', { name: 'Keys…' }).click();
  const sheet = app.getByRole('dialog', { name: 'Keyboard shortcuts' });
  // No two commands that are there at once share a key.
  await expect(sheet.getByRole('button', { name: 'Change the keys of “Repeat the last code”, now .' })).toBeVisible();
  const labels = await sheet
    .getByRole('button', { name: /^Change the keys of/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  const taken = labels.map((label) => label.split(', now ').at(-1)!).filter((keys) => keys !== '');
  expect(taken.length).toBeGreaterThan(20);
  expect(taken.filter((keys, place) => taken.indexOf(keys) !== place)).toEqual([]);
  await sheet.getByRole('button', { name: 'Change the keys of “Repeat the last code”, now .' }).click();
  await app.keyboard.press('m');
  await expect(sheet.getByText('M is “Memo”. Press others, or Esc.')).toBeVisible();
  await app.keyboard.press('k');
  await expect(sheet.getByRole('button', { name: 'Change the keys of “Repeat the last code”, now K' })).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await app.reload();
  await expect(words).toBeVisible();
  await expect.poll(tint).toBe('none');
  await words.click();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('s');
  await expect(app.getByRole('combobox')).toBeFocused();
  await app.keyboard.type('trust');
  await expectAdded(app, 1, () => app.keyboard.press('Enter'));
  await app.keyboard.press('ArrowDown');
  await expectAdded(app, 1, () => app.keyboard.press('k'));
});
