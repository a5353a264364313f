import { expect, test } from '../support/e2e.ts';
import { openView } from '../support/open-view.ts';

test('agreement shows intervals and says in a paragraph how everything was computed', async ({ app }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await openView(app, 'agreement');
  await expect(
    app.getByText('95 % intervals: percentile bootstrap over 6 transcripts, 2,000 resamples, seed 1.'),
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

test('codes and transcripts are chosen from lists, intervals are of the coefficient chosen, passages have measures of their own', async ({
  app,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await openView(app, 'agreement');
  await app.getByRole('button', { name: 'Transcripts: All' }).click();
  const transcripts = app.getByRole('dialog', { name: 'Transcripts' });
  await transcripts.getByRole('checkbox', { name: 's06-ja-exchange' }).uncheck();
  await transcripts.getByRole('button', { name: 'Compare 5' }).click();
  await expect(app.getByText(/over 5 transcripts, 2,000 resamples/)).toBeVisible();
  await app.getByRole('button', { name: 'Codes: All' }).click();
  const codes = app.getByRole('dialog', { name: 'Codes' });
  await codes.getByRole('checkbox', { name: 'All', exact: true }).uncheck();
  await codes.getByRole('list', { name: 'Codes' }).getByRole('checkbox').first().check();
  await codes.getByRole('button', { name: /^Compare \d+$/ }).click();
  await expect(app.getByRole('button', { name: /^Codes: \d+ of 60$/ })).toBeVisible();
  await app.getByRole('button', { name: /Intervals of/ }).click();
  await app.getByRole('option', { name: 'AC1' }).click();
  await expect(app.getByRole('columnheader', { name: '95 % of AC1' })).toBeVisible();
  await app.getByText('Measures of passages').click();
  const measures = app.getByRole('table', { name: 'Measures of passages' });
  await expect(measures.getByRole('row', { name: /^All 5 transcripts/ })).toBeVisible();
  await expect(app.getByText(/Chance for γ: passages shifted at random, seed 1/)).toBeVisible();

  // A figure of one transcript opens the differences in it, which the arrows go through; and all come back.
  await app.getByText('By transcript').click();
  await app.getByRole('button', { name: /^s05-ja-resident\.txt, Krippendorff/ }).click();
  await expect(app.getByText('Behind the figures of s05-ja-resident.txt')).toBeVisible();
  const differing = app.getByRole('article').getByRole('heading', { level: 3 });
  await expect(differing).toContainText('s05-ja-resident.txt');
  const current = app.getByRole('region', { name: 'Differences' }).locator('[aria-current="true"]');
  await expect(current.locator('xpath=..')).toHaveAttribute('aria-posinset', '1');
  await current.focus();
  await app.keyboard.press('ArrowDown');
  await expect(current).toBeFocused();
  await expect(current.locator('xpath=..')).toHaveAttribute('aria-posinset', '2');
  await app.getByRole('button', { name: 'All differences' }).click();
  await expect(app.getByText(/^Behind the figures/)).toHaveCount(0);

  // From a figure to its passages, from a passage to its decision, and back to where one was.
  await app
    .getByRole('row', { name: /^Being monitored / })
    .getByRole('button')
    .first()
    .click();
  await expect(app.getByRole('heading', { name: 'Being monitored' })).toBeVisible();
  const passage = app.getByRole('region', { name: 's05-ja-resident.txt' }).getByRole('article').last();
  const where = (await passage.getByRole('heading', { level: 4 }).textContent())!;
  await passage.getByRole('button', { name: 'Adjudicate' }).click();
  await expect(app.getByRole('heading', { name: 'Adjudication', level: 1 })).toBeVisible();
  await expect(app.locator('[aria-current="true"]')).toContainText('Being monitored');
  await expect(app.getByRole('article').getByRole('heading', { level: 3 })).toContainText(
    `s05-ja-resident.txt · ${where}`,
  );
  await openView(app, 'agreement');
  await expect(passage).toBeInViewport();
});
