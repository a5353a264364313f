import { startBrowserHost } from '../support/browser-host.ts';
import { expect, test } from '../support/e2e.ts';

test('the sample study offers a tour that blocks nothing, is left by keyboard and does not come again; measures explain themselves', async ({
  page,
}) => {
  const host = await startBrowserHost({ isFirstTime: true });
  try {
    await page.goto(host.link);
    await page.getByRole('button', { name: /^Open the sample/ }).click();
    const tour = page.getByRole('region', { name: 'Tour of the sample study' });
    await expect(tour).toContainText('1 of 5');
    await expect(page.getByText('There was a board by the lift')).toBeVisible();

    // The third step stands on its screen, and that screen is free to be used.
    await tour.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('grid', { name: 'Cases' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(tour).toContainText('3 of 5');
    const pairs = page.getByRole('table', { name: /pairs/i });
    // All figures and passages are there, so that nothing moves under the hand any more.
    await expect(pairs.getByRole('row', { name: /^Internet use Real-name registration .*0\.013/ })).toBeVisible();
    await expect(page.getByText('You need your passport number')).toBeVisible();
    await pairs.getByRole('button', { name: 'What is Jaccard?' }).click();
    const help = page.getByRole('dialog', { name: 'What is Jaccard?' });
    await expect(help).toContainText('docs/methods/cooccurrence.md, “Jaccard”');
    await page.keyboard.press('Escape');
    await expect(pairs.getByRole('button', { name: 'What is Jaccard?' })).toBeFocused();

    // Left by keyboard; the palette brings it back, a new beginning does not.
    await tour.getByRole('button', { name: 'Leave the tour' }).focus();
    await page.keyboard.press('Enter');
    await expect(tour).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tour');
    await page.keyboard.press('Enter');
    await expect(tour).toContainText('1 of 5');
    for (const step of [2, 3, 4, 5]) {
      await tour.getByRole('button', { name: 'Go on' }).click();
      await expect(tour).toContainText(`${step} of 5`);
    }
    await tour.getByRole('button', { name: 'End the tour' }).click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('close project');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Open the sample/ }).click();
    await expect(page.getByText('There was a board by the lift')).toBeVisible();
    await expect(tour).toHaveCount(0);
  } finally {
    await host.remove();
  }
});
