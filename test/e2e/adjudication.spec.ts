import { expect, test } from '../support/e2e.ts';
import { openView } from '../support/open-view.ts';

test('three differences are decided by keyboard, undone and taken up again, and the report is exported', async ({
  app,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await openView(app, 'agreement');
  // Differences come first; the passage of the chosen one stands side by side.
  await expect(app.getByRole('heading', { name: /^\d+ differences$/ })).toBeVisible();
  await expect(app.getByText('Open in transcript').first()).toBeVisible();
  await app.getByRole('button', { name: 'Adjudicate', exact: true }).click();

  const progress = app.getByText(/^\d+ of \d+ decided$/);
  await expect(progress).toHaveText(/^0 of /);
  const current = app.locator('[aria-current="true"]');
  const first = await current.last().textContent();
  await app.keyboard.press('1');
  await expect(progress).toHaveText(/^1 of /);
  // The next open one comes by itself.
  await expect(current.last()).not.toHaveText(first!);
  await app.keyboard.press('s');
  await expect(progress).toHaveText(/^2 of /);
  await app.getByPlaceholder('Reason (optional)').fill('Not what the definition means.');
  await app.getByRole('button', { name: 'Neither' }).focus();
  await app.keyboard.press('n');
  await expect(progress).toHaveText(/^3 of /);

  await app.keyboard.press('Control+z');
  await expect(progress).toHaveText(/^2 of /);
  await app.keyboard.press('Control+Shift+z');
  await expect(progress).toHaveText(/^3 of /);

  const figures = app.getByRole('table', { name: 'Agreement before and after' });
  await expect(figures.getByRole('row', { name: /^With what is decided/ })).toBeVisible();
  await expect(app.getByRole('table', { name: 'Against the agreed layer' }).getByRole('row')).toHaveCount(3);

  await openView(app, 'agreement');
  const download = app.waitForEvent('download');
  await app.getByRole('button', { name: 'Report', exact: true }).click();
  await app.getByRole('menuitem', { name: 'HTML' }).click();
  expect((await download).suggestedFilename()).toMatch(/agreement.*\.html$/);
});
