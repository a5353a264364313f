import { countCodings, expectAdded, markedWords, selectedWords } from '../support/coding-page.ts';
import { expect, test } from '../support/e2e.ts';

test('a whole interview is coded by keyboard alone', async ({ app }) => {
  const keys = app.keyboard;
  await app.getByRole('button', { name: 'Open the sample study' }).focus();
  await keys.press('Enter');
  await expect(app.getByText('There was a board by the lift')).toBeVisible();

  // A coder of one's own, whose work is yet to be done.
  await keys.press('Control+k');
  await keys.type('new coder');
  await keys.press('Enter');
  await app.getByRole('dialog').getByRole('textbox').waitFor();
  await keys.type('Third');
  await keys.press('Enter');
  await expect(app.getByRole('button', { name: /^Coder: Third/ })).toBeVisible();
  await expect.poll(() => countCodings(app)).toBe(0);

  // From the list of transcripts into the words.
  await app.locator('[aria-current="true"]').focus();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(app.locator('[data-block]:focus')).toHaveCount(1);
  await expectAdded(app, 1, async () => {
    await keys.press('ArrowDown');
    await keys.press('s');
    await keys.type('trust');
    await keys.press('Enter');
  });

  // The code used last, turn by turn.
  for (let turn = 0; turn < 15; turn++) {
    await keys.press('ArrowDown');
    await expectAdded(app, 1, () => keys.press('.'));
  }

  // In vivo: the code is called what the passage says; with a memo.
  await keys.press('ArrowUp');
  await expectAdded(app, 1, () => keys.press('v'));
  const passage = app.getByRole('region', { name: 'Codings in this passage' });
  await keys.press('m');
  await keys.type('In their own words');
  await keys.press('Escape');
  await expect(passage.getByText('In their own words')).toBeVisible();

  // Its end moves by a word, its start by a character; undo takes both back.
  const whole = await selectedWords(app);
  const unmoved = await markedWords(app);
  await keys.press('Control+Shift+ArrowLeft');
  await expect.poll(() => selectedWords(app)).not.toBe(whole);
  const shorter = await selectedWords(app);
  expect(whole.startsWith(shorter)).toBe(true);
  await keys.press('Alt+ArrowRight');
  await expect.poll(() => selectedWords(app)).toBe(shorter.slice(1));
  await keys.press('Control+z');
  await keys.press('Control+z');
  await expect.poll(() => markedWords(app)).toEqual(unmoved);

  // Words are taken out of the coding of another turn.
  await keys.press('Escape');
  await keys.press('ArrowUp');
  await keys.press('s');
  const before = await markedWords(app);
  await keys.press('Control+Alt+ArrowRight');
  await keys.press('Control+Alt+ArrowRight');
  await keys.press('Delete');
  await expect.poll(() => markedWords(app)).not.toEqual(before);
  const after = await markedWords(app);
  const trimmed = Object.keys(before).find((id) => before[id] !== after[id]);
  expect(before[trimmed!]!.startsWith(after[trimmed!]!)).toBe(true);
  await keys.press('Control+z');
  await expect.poll(() => markedWords(app)).toEqual(before);
  await keys.press('Control+Shift+z');
  await expect.poll(() => markedWords(app)).toEqual(after);

  // Two codes on one passage, given again to others with one key.
  await keys.press('ArrowUp');
  await expectAdded(app, 1, async () => {
    await keys.press('s');
    await keys.type('privacy');
    await keys.press('Shift+Enter');
  });
  await expectAdded(app, 1, async () => {
    await keys.type('fear');
    await keys.press('Enter');
  });
  await keys.press('Escape');
  await keys.press('ArrowUp');
  await expectAdded(app, 2, () => keys.press("'"));

  // Behaviour and stance by their keys: two presses on the sentence at hand, and two on words selected in the bar.
  await keys.press('Escape');
  await keys.press('ArrowUp');
  await expectAdded(app, 1, () => keys.press('2'));
  await expectAdded(app, 1, () => keys.press('5'));
  await expect(passage.getByRole('button', { name: /^(Payment of fees|Endorsement)/ })).toHaveCount(2);
  await keys.press('Escape');
  await keys.press('ArrowUp');
  await keys.press('s');
  await expectAdded(app, 1, () => keys.press('Shift+Digit3'));
  await expectAdded(app, 1, () => keys.press('Shift+Digit7'));
  await keys.press('Escape');
  await expect(passage.getByRole('button', { name: /^(Internet use|Concern)/ })).toHaveCount(2);
  // The codes of those words on others, with one key.
  await keys.press('ArrowUp');
  await expectAdded(app, 2, () => keys.press("'"));

  // Overlapping codings are gone through with O.
  const chosen = app.locator('[data-item][aria-pressed="true"]');
  const first = await chosen.getAttribute('data-item');
  await keys.press('o');
  await expect(chosen).not.toHaveAttribute('data-item', first!);

  const full = await countCodings(app);
  expect(full).toBeGreaterThanOrEqual(20);
  const offer = app.getByRole('button', { name: 'Undo', exact: true });
  await keys.press('u');
  await expect.poll(() => countCodings(app)).toBe(full - 1);
  await expect(offer).toBeVisible();
  await keys.press('Control+z');
  await expect.poll(() => countCodings(app)).toBe(full);
  // What it offered to take back is no longer the last thing done.
  await expect(offer).toHaveCount(0);

  // A dialog that the palette opened gives the keyboard back to the turn.
  const turn = app.locator('[data-block]:focus');
  await expect(turn).toHaveCount(1);
  await keys.press('Control+k');
  await keys.type('Rename project');
  await keys.press('Enter');
  await expect(app.getByRole('dialog')).toBeVisible();
  await keys.press('Escape');
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await expect(turn).toHaveCount(1);

  // What it leads to has the keyboard: a heading with the screen behind it, the turn that was read, the field of the search.
  await keys.press('Control+k');
  await keys.type('Go to Memos');
  await keys.press('Enter');
  await expect(app.getByRole('heading', { name: 'Memos', level: 1 })).toBeFocused();
  await keys.press('Tab');
  await expect(app.getByRole('button', { name: 'New memo…' })).toBeFocused();
  for (let time = 0; time < 2; time++) {
    await keys.press('Control+Shift+f');
    await expect(app.getByRole('searchbox', { name: 'Words in the transcripts' })).toBeFocused();
    await keys.press('Tab');
  }
  await keys.press('Control+k');
  await keys.type('Go to Code');
  await keys.press('Enter');
  await expect(turn).toHaveCount(1);

  await keys.press('u');
  await expect.poll(() => countCodings(app)).toBe(full - 1);
  await keys.press('Control+z');
  await expect.poll(() => countCodings(app)).toBe(full);
  await keys.press('Control+Shift+z');
  await expect.poll(() => countCodings(app)).toBe(full - 1);

  const last = await markedWords(app);
  await app.reload();
  await expect.poll(() => markedWords(app)).toEqual(last);
});
