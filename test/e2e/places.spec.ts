import { join } from 'node:path';
import { expectAdded, markedWords } from '../support/coding-page.ts';
import { expect, test } from '../support/e2e.ts';
import { dragOver, dropFiles } from '../support/hands.ts';

/** A long talk whose turns say which they are. */
function talk(name: string): string {
  return Array.from(
    { length: 90 },
    (_, turn) => `${turn % 2 === 0 ? 'I' : 'R'}: ${name} turn ${turn + 1} says something that is long enough.`,
  ).join('\n');
}

test('the reader finds every transcript where it was left, the list shows the one chosen, and nothing moves the cursor', async ({
  app,
  host,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  const names = Array.from({ length: 12 }, (_, place) => `talk-${String(place + 1).padStart(2, '0')}.txt`);
  await dropFiles(app, join(host.data, '..', 'drop'), Object.fromEntries(names.map((name) => [name, talk(name)])));
  await app.getByRole('button', { name: /^Import 12 files/ }).click();
  // The files are listed there by the same names until they are in.
  await expect(app.getByRole('heading', { name: 'Import 12 files' })).toBeHidden();

  // The last of the list stands below its fold.
  const list = app.getByRole('region', { name: 'Transcripts' });
  const last = list.getByRole('button', { name: /talk-12\.txt/ });
  await last.click();
  await expect(app.getByText('talk-12.txt turn 1 says')).toBeVisible();
  await app.mouse.move(700, 450);
  await app.mouse.wheel(0, 1500);
  const left = app.getByText('talk-12.txt turn 50 says');
  await left.scrollIntoViewIfNeeded();
  await expect(left).toBeInViewport();
  await list.getByRole('button', { name: /s01-en-teacher/ }).click();
  await expect(app.getByText('There was a board by the lift')).toBeInViewport();
  await expect(list.locator('[aria-current="true"]')).toBeInViewport();
  await last.click();
  await expect(left).toBeInViewport();
  // By key to the transcript before it in the list, and back to the place.
  await app.keyboard.press('Alt+PageUp');
  await expect(app.getByText('talk-11.txt turn 1 says')).toBeInViewport();
  await app.keyboard.press('Alt+PageDown');
  await expect(left).toBeInViewport();
  await app.reload();
  await expect(left).toBeInViewport();
  await expect(list.locator('[aria-current="true"]')).toBeInViewport();

  // Coding by mouse leaves the reader in the turn that was coded.
  await expectAdded(app, 1, async () => {
    await dragOver(app, 'turn 50 says something');
    await app.keyboard.type('trust');
    await app.keyboard.press('Enter');
  });
  await expect(app.getByText('Turn 50 of 90')).toBeVisible();
  await app.waitForTimeout(500);
  await expect(app.getByText('Turn 50 of 90')).toBeVisible();
  await expect(left).toBeInViewport();
  await app.keyboard.press('ArrowDown');
  await expect(app.getByText('Turn 51 of 90')).toBeVisible();

  // A memo on words without a coding stands in the list of the passage.
  await app.keyboard.press('m');
  await app.keyboard.type('No code for this yet');
  await app.keyboard.press('Escape');
  const passage = app.getByRole('region', { name: 'Codings in this passage' });
  await expect(passage.getByText('No code for this yet')).toBeVisible();
  await app.keyboard.press('ArrowUp');
  await expect(passage.getByText('No code for this yet')).toBeHidden();
  await app.keyboard.press('ArrowDown');
  await expect(passage.getByText('No code for this yet')).toBeVisible();
  expect(Object.values(await markedWords(app))).toEqual(['turn 50 says something']);
});
