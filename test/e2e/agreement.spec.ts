import { expect, test } from '../support/e2e.ts';
import { openView } from '../support/open-view.ts';

test('agreement shows intervals and says in a paragraph how everything was computed', async ({ app }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await openView(app, 'agreement');
  await expect(
    app.getByText('95 % intervals of α: percentile bootstrap over 6 transcripts, 2,000 resamples, seed 1.'),
  ).toBeVisible();
  await expect(app.getByRole('row', { name: /^All codes, pooled/ })).toContainText(/0\.6\d to 0\.7\d/);

  await app.getByRole('button', { name: 'Methods paragraph' }).click();
  const dialog = app.getByRole('dialog', { name: 'Methods paragraph' });
  await expect(dialog).toContainText(
    'Agreement between the coders A and B was computed on 13,169 characters per code in 6 interviews',
  );
  await expect(dialog).toContainText('A character (Unicode code point) counted as coded');
  await expect(dialog).toContainText('Krippendorff’s α (nominal) 0.68 (95 % interval 0.6');
  await expect(dialog).toContainText('synthetic sample');
  await app.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
