import { expect, test } from '../support/e2e.ts';

test('a passage carries its translation beside it: written by key, checked, found again after a reload, taken back by undo', async ({
  app,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  const words = app.getByText('There was a board by the lift');
  await words.click();
  await app.keyboard.press('l');
  const part = app.getByRole('region', { name: 'Translations' });
  const field = part.getByRole('textbox', { name: 'Translation', exact: true });
  await expect(field).toBeFocused();
  await field.fill('电梯旁有块板。');
  await part.getByRole('textbox', { name: 'Translator' }).fill('Mei');
  await part.getByRole('checkbox', { name: 'Checked against the original' }).check();
  await part.getByRole('button', { name: 'Save' }).click();
  await expect(field).toBeHidden();
  await expect(part.getByText('电梯旁有块板。')).toBeVisible();
  await expect(part.getByText('Mei')).toBeVisible();
  await expect(part.getByRole('img', { name: 'Checked' })).toBeVisible();
  expect(await part.getByText('电梯旁有块板。').getAttribute('lang')).toBe('zh-Hans');
  await app.reload();
  await words.click();
  await expect(part.getByText('电梯旁有块板。')).toBeVisible();
  await app.keyboard.press('Control+z');
  await expect(part).toBeHidden();
});
