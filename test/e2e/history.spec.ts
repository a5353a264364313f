import { expect, test } from '../support/e2e.ts';
import { dragOver } from '../support/hands.ts';

test('the history names each step; choosing one goes there, and one can come back', async ({ app }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  for (const [words, code] of [
    ['birthday list', 'trust'],
    ['a board by the lift', 'concern'],
  ] as const) {
    await dragOver(app, words);
    await app.keyboard.type(code);
    await app.keyboard.press('Enter');
    await expect(app.locator('mark', { hasText: words }).first()).toBeVisible();
  }

  await app.getByRole('button', { name: /Open the history/ }).click();
  const steps = app.getByRole('dialog', { name: 'History' }).getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(0)).toContainText('Code “Concern”');
  await expect(steps.nth(0)).toContainText('Now');
  await expect(steps.nth(1)).toContainText(/Code “Trust”.*A · /);
  await expect(steps.nth(2)).toContainText('Project made');
  await steps.nth(2).getByRole('button').click();
  await expect(app.getByText('2 steps undone')).toBeVisible();
  await expect(app.locator('mark', { hasText: 'birthday list' })).toHaveCount(0);

  await app.getByRole('button', { name: 'Go back to before' }).click();
  await expect(app.locator('mark', { hasText: 'birthday list' }).first()).toBeVisible();
  await expect(app.locator('mark', { hasText: 'a board by the lift' }).first()).toBeVisible();
});

test('many steps are undone after one question', async ({ app }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  for (let number = 1; number <= 12; number++) {
    await app.getByRole('button', { name: /^Coder: / }).click();
    await app.getByRole('menuitem', { name: /^New coder/ }).click();
    await app.getByLabel('Name of the coder').fill(`Coder ${number}`);
    await app.keyboard.press('Enter');
    await expect(app.getByRole('button', { name: new RegExp(`^Coder: Coder ${number}\\.`) })).toBeVisible();
  }
  await app.keyboard.press('Control+k');
  await app.keyboard.type('history');
  await app.keyboard.press('Enter');
  await app.getByRole('button', { name: /Project made/ }).click();
  await expect(app.getByRole('alertdialog', { name: 'Undo 12 steps?' })).toBeVisible();
  await app.getByRole('button', { name: 'Undo them' }).click();
  await expect(app.getByText('12 steps undone')).toBeVisible();
  await expect(app.getByRole('button', { name: /^Coder: A\./ })).toBeVisible();
});
