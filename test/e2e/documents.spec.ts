import { expect, test } from '../support/e2e.ts';
import { openView } from '../support/open-view.ts';

test('transcripts are sorted, filtered, marked, renamed, removed and opened in tabs, which are remembered', async ({
  app,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await openView(app, 'documents');
  const table = app.getByRole('table', { name: 'Transcripts' });
  const names = table.getByRole('rowheader');
  await expect(names).toHaveCount(6);

  await table.getByRole('button', { name: 'Words' }).click();
  await expect(table.getByRole('columnheader', { name: 'Words' })).toHaveAttribute('aria-sort', 'descending');
  await expect(names.first()).toHaveText('s05-ja-resident.txt');
  await app.getByRole('textbox', { name: 'Find by name or case' }).fill('r03');
  await expect(names).toHaveText(['s03-zh-retired.txt']);
  await expect(app.getByText('1 of 6 transcripts.')).toBeVisible();

  // By keyboard from the name to the mark and back.
  await names.getByRole('button').focus();
  await app.keyboard.press('ArrowRight');
  const mark = app.getByRole('checkbox', { name: 's03-zh-retired.txt: done' });
  await expect(mark).toBeFocused();
  await app.keyboard.press('Space');
  await expect(mark).not.toBeChecked();

  const choose = async (entry: string): Promise<void> => {
    await table.getByRole('button', { name: /^Actions for/ }).click();
    await app.getByRole('menuitem', { name: entry }).click();
  };
  await choose('Rename…');
  await app.getByRole('dialog').getByRole('textbox').fill('R03 退休');
  await app.keyboard.press('Enter');
  await expect(names).toHaveText(['R03 退休']);
  await choose('Remove…');
  await app
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Remove transcript and \d+ codings$/ })
    .click();
  await expect(app.getByText('No transcript matches.')).toBeVisible();
  await app.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(names).toHaveText(['R03 退休']);

  // Opened beside the one that is shown, each in its tab.
  await choose('Open in a new tab');
  const tabs = app.getByRole('navigation', { name: 'Open transcripts' });
  const shown = tabs.locator('[aria-current="page"]');
  await expect(shown).toHaveText('R03 退休');
  const list = app.getByRole('region', { name: 'Transcripts', exact: true });
  await list.getByRole('button', { name: /s05-ja/ }).click({ modifiers: ['Control'] });
  await expect(shown).toHaveText('s05-ja-resident.txt');
  const open = tabs.locator('[lang]');
  await expect(open).toHaveText(['s01-en-teacher.txt', 'R03 退休', 's05-ja-resident.txt']);
  await app.keyboard.press('Alt+Shift+PageDown');
  await expect(shown).toHaveText('s01-en-teacher.txt');
  await open.nth(1).click({ button: 'middle' });
  await expect(open).toHaveText(['s01-en-teacher.txt', 's05-ja-resident.txt']);
  await app.reload();
  await expect(open).toHaveText(['s01-en-teacher.txt', 's05-ja-resident.txt']);
  await expect(shown).toHaveText('s01-en-teacher.txt');
  await tabs.getByRole('button', { name: 'Close s01-en-teacher.txt' }).click();
  await expect(tabs).toBeHidden();
  await expect(app.getByRole('heading', { level: 1, name: 'R05' })).toBeVisible();
});
