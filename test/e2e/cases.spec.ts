import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { dropFiles } from '../support/hands.ts';
import { openView } from '../support/open-view.ts';

const study = (name: string): string =>
  readFileSync(new URL(`../../shared/sample-study/${name}`, import.meta.url), 'utf8');
const interviews = ['s01-en-teacher.txt', 's02-en-engineer.md', 's03-zh-retired.txt'];

async function choose(page: Page, button: string, name: string, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

test('cases are joined by the survey, edited and pasted like a spreadsheet, compared in figures; the guide is matched and its matrix opens passages', async ({
  app,
  host,
}) => {
  await app.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.origin });
  await app.getByRole('button', { name: 'New project' }).first().click();
  await app.getByRole('dialog').getByRole('textbox').first().fill('Study');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await dropFiles(
    app,
    join(host.data, '..', 'drop'),
    Object.fromEntries(interviews.map((name) => [name, study(name)])),
  );
  await app.getByRole('button', { name: /^Import 3 files/ }).click();
  await expect(app.getByRole('region', { name: 'Transcripts' }).getByText('s01-en-teacher.txt')).toBeVisible();

  // The survey: a wrong answer is shown with its place before anything is stored.
  await openView(app, 'survey');
  const lines = study('survey.csv').split('\n');
  const wrong = [lines[0]!, lines[1]!.replace('foreign,3,', 'foreign,6,'), ...lines.slice(2)].join('\n');
  await choose(app, 'Import a survey', 'survey.csv', wrong);
  await expect(app.getByText('Row 2, cr_accept: “6” is outside the range')).toBeVisible();
  await app.getByRole('button', { name: 'Cancel' }).click();
  await choose(app, 'Import a survey', 'survey.csv', study('survey.csv'));
  await expect(app.getByText('3 transcripts are joined', { exact: false })).toBeVisible();
  await app.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(app.getByText('20 items of 40 cases', { exact: false })).toBeVisible();

  // Figures by an attribute.
  await app.getByRole('button', { name: /\bBy$/ }).click();
  await app.getByRole('option', { name: 'age_group' }).click();
  const table = app.getByRole('region', { name: 'Items' });
  await expect(table.getByRole('row', { name: /^18-29 .*n: 15 cases .* 2\.80 / }).first()).toBeVisible();
  await expect(table.getByRole('row', { name: /^cr_accept .*n: 39 cases .*1 case 3\.26 0\.85 3\.00/ })).toBeVisible();

  // Distributions: the bars of the four acceptance items add up to their n.
  await app.getByRole('button', { name: /\bBy$/ }).click();
  await app.getByRole('option', { name: 'all together' }).click();
  for (const [item, n] of [
    ['cr_accept', 39],
    ['pf_accept', 40],
    ['iu_accept', 38],
    ['lg_accept', 40],
  ] as const) {
    await table.getByRole('button', { name: item, exact: true }).click();
    const chart = app.getByRole('img', { name: new RegExp(`^${item}, n = ${n}`) });
    const counts = (await chart.getAttribute('aria-label'))!.matchAll(/ [1-5]: (\d+)/g);
    expect(
      [...counts].reduce((sum, [, count]) => sum + Number(count), 0),
      'the bars of the four acceptance items add up to their n',
    ).toBe(n);
  }

  // Every count opens its cases.
  await table.getByRole('button', { name: 'cr_accept, Missing: 1 case' }).click();
  const behind = app.getByRole('region', { name: 'cr_accept, no answer: 1 case' });
  await expect(behind.getByRole('listitem')).toHaveCount(1);
  await app.getByRole('button', { name: /^cr_accept, answer 1: / }).click();
  await expect(
    app
      .getByRole('region', { name: /^cr_accept, 1: / })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();

  // The grid: edit a cell, paste a block, undo both.
  await openView(app, 'cases');
  const grid = app.getByRole('grid', { name: 'Cases' });
  const row = (name: string) => grid.getByRole('row', { name: new RegExp(`^${name} `) });
  await expect(row('R01')).toContainText('s01-en-teacher.txt');
  const occupation = (name: string) => row(name).getByRole('gridcell').nth(14);
  await occupation('R01').click();
  await app.keyboard.type('head teacher');
  await app.keyboard.press('Enter');
  await expect(occupation('R01')).toHaveText('head teacher');
  await expect(occupation('R02').getByRole('textbox')).toBeFocused();
  await app.evaluate(() => navigator.clipboard.writeText('pilot\tlocal\ncook\tnon-local\n'));
  await app.keyboard.press('Control+v');
  await expect(occupation('R03')).toHaveText('cook');
  await expect(occupation('R02').getByRole('textbox')).toHaveValue('pilot');
  await app.keyboard.press('Control+z');
  await expect(occupation('R03')).toHaveText('退休纺织工人');
  await app.keyboard.press('Control+z');
  await expect(occupation('R01')).toHaveText('language teacher');

  // What does not fit is refused with its place.
  await row('R01').getByRole('gridcell').nth(9).click();
  await app.keyboard.type('old');
  await app.keyboard.press('Enter');
  await expect(app.getByText('R01, age: “old” is not a whole number')).toBeVisible();
  await app.getByRole('button', { name: 'Close' }).click();

  // The guide: matched, corrected, and its matrix opens the answers.
  await openView(app, 'guide');
  await choose(app, 'Import…', 'guide.md', study('guide.md'));
  await expect(app.getByText('31 questions in 3 languages.')).toBeVisible();
  await app.getByRole('button', { name: 'Accept good matches everywhere' }).click();
  const words = app.getByRole('button', { name: /^Is there anything you would rather say/ });
  const turn = app.getByRole('listitem').filter({ has: words });
  await expect(turn.getByRole('button', { name: /Asks/ })).toContainText('D4');
  await app.getByRole('button', { name: /Beside it$/ }).click();
  await app.getByRole('option', { name: 'questions by code' }).click();
  const matrix = app.getByRole('table', { name: 'questions by code' });
  await matrix.getByRole('row', { name: /^D4/ }).getByRole('button').first().click();
  await app.getByRole('region', { name: 'Passages' }).getByRole('listitem').getByRole('button').first().click();
  await expect(app.getByRole('heading', { name: 'Interview guide' })).toBeVisible();
  await expect(app.getByRole('listitem').filter({ hasText: /^D4/ })).toHaveAttribute('aria-current', 'true');

  // A respondent withdraws: what goes is counted, the key has to be typed, and nothing brings anything back.
  await openView(app, 'cases');
  await row('R03').getByText('s03-zh-retired.txt').click();
  await row('R03').getByRole('button', { name: /s03/ }).click();
  await app.getByRole('button', { name: 'Remove for good…' }).click();
  const asked = app.getByRole('alertdialog', { name: 'Remove R03 for good?' });
  await expect(asked.getByText('1 transcript goes, with its original file:')).toContainText('s03-zh-retired.txt');
  await expect(asked.getByText(/This cannot be undone/)).toBeVisible();
  const key = asked.getByRole('textbox', { name: 'Type R03 to confirm' });
  const remove = asked.getByRole('button', { name: 'Remove for good' });
  await key.fill('R04');
  await expect(remove).toBeDisabled();
  await key.fill('R03');
  await remove.click();
  await expect(app.getByText(/^1 transcript and .* deleted$/)).toBeVisible();
  await expect(row('R03')).toHaveCount(0);
  await app.keyboard.press('Control+z');
  await expect(row('R03')).toHaveCount(0);
  await expect(row('R02')).toBeVisible();
});
