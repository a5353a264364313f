import { catalogues } from '../../shared/messages/catalogues.ts';
import { countCodings, expectAdded, markedWords, selectedWords } from '../support/coding-page.ts';
import { expect, test } from '../support/e2e.ts';
import { inputMethod } from '../support/input-method.ts';
import { openView } from '../support/open-view.ts';

test.use({ locale: 'zh-CN' });

const words = catalogues['zh-Hans'];

test('a whole interview is coded in the Chinese interface with an input method; nothing happens while it composes', async ({
  app,
}) => {
  const keys = app.keyboard;
  const ime = await inputMethod(app);
  const dialog = app.getByRole('dialog');
  const passage = app.getByRole('region', { name: words['coding.passage.title'] });
  await app.getByRole('button', { name: words['welcome.sample'] }).focus();
  await keys.press('Enter');
  await expect(app.getByText('There was a board by the lift')).toBeVisible();

  // The palette runs nothing while the command is being spelled; the dialog makes no coder of half a name.
  await keys.press('Control+k');
  const palette = app.getByRole('combobox');
  await palette.waitFor();
  await ime.write('xinjianbianmayuan', '新建编码员', async () => expect(palette).toBeVisible());
  await expect(palette).toHaveValue('新建编码员');
  await palette.fill(words['command.coder.new'].slice(0, 4));
  await keys.press('Enter');
  await dialog.getByRole('textbox').waitFor();
  await ime.write('disan', '第三人', async () => expect(dialog).toBeVisible());
  await keys.press('Enter');
  await expect(app.getByRole('contentinfo').getByRole('button', { name: /^编码员：第三人/ })).toBeVisible();
  await expect.poll(() => countCodings(app)).toBe(0);

  // The third transcript, in Chinese; a code picked by its composed name.
  await app.locator('[aria-current="true"]').focus();
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(app.getByText('那我们先说扔垃圾这件事。')).toBeVisible();
  await expect(app.locator('[data-block]:focus')).toHaveCount(1);
  await keys.press('ArrowDown');
  await keys.press('s');
  const picker = app.getByRole('combobox');
  await expect(picker).toBeFocused();
  await ime.write('xinren', '信任', async () => expect(await countCodings(app)).toBe(0));
  await expect(app.getByRole('option', { name: /^信任/ }).first()).toBeVisible();
  await expectAdded(app, 1, () => keys.press('Enter'));
  for (let turn = 0; turn < 12; turn++) {
    await keys.press('ArrowDown');
    await expectAdded(app, 1, () => keys.press('.'));
  }

  // A code made in Chinese from the bar, and given another name: half a name is never stored.
  await keys.press('ArrowUp');
  await keys.press('s');
  await expect(picker).toBeFocused();
  await ime.write('linliyali', '邻里压力', async () => expect(await countCodings(app)).toBe(13));
  await expectAdded(app, 1, () => keys.press('Control+Enter'));
  await expect(passage.getByRole('button', { name: /^邻里压力/ })).toBeVisible();
  await app.getByRole('button', { name: words['codebook.edit'], exact: true }).click();
  await dialog.getByRole('textbox', { name: words['coding.code.name'] }).fill('');
  await ime.write('linjuyanguang', '邻居的眼光', async () => expect(dialog).toBeVisible());
  await keys.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(passage.getByRole('button', { name: /^邻居的眼光/ })).toBeVisible();

  // In vivo, with a memo: Escape while composing stays in it.
  await app.locator('[data-block][tabindex="0"]').focus();
  await keys.press('ArrowUp');
  await expectAdded(app, 1, () => keys.press('v'));
  await keys.press('m');
  const memo = app.getByRole('textbox', { name: /备忘/ });
  await expect(memo).toBeFocused();
  await ime.write('yuanhua', '他自己的话', async () => expect(memo).toBeFocused());
  await keys.press('Escape');
  await expect(passage.getByText('他自己的话')).toBeVisible();

  // Ends moved and moved back.
  const whole = await selectedWords(app);
  const unmoved = await markedWords(app);
  await keys.press('Shift+ArrowLeft');
  await expect.poll(() => selectedWords(app)).toBe(whole.slice(0, -1));
  await keys.press('Alt+ArrowRight');
  await expect.poll(() => selectedWords(app)).toBe(whole.slice(1, -1));
  await keys.press('Control+z');
  await keys.press('Control+z');
  await expect.poll(() => markedWords(app)).toEqual(unmoved);

  // Behaviour and stance, the same again on the next turns.
  await keys.press('Escape');
  await keys.press('ArrowUp');
  await expectAdded(app, 1, () => keys.press('4'));
  await expectAdded(app, 1, () => keys.press('5'));
  for (let turn = 0; turn < 2; turn++) {
    await keys.press('Escape');
    await keys.press('ArrowUp');
    await expectAdded(app, 2, () => keys.press("'"));
  }
  const full = await countCodings(app);
  expect(full).toBeGreaterThanOrEqual(20);
  await expectAdded(app, -1, () => keys.press('u'));
  await expectAdded(app, 1, () => keys.press('Control+z'));
  await expectAdded(app, -1, () => keys.press('Control+Shift+z'));

  // Words are looked for only once they are composed: in the transcript and in all.
  await keys.press('Control+f');
  const find = app.getByRole('searchbox', { name: words['coding.find.field'] });
  await expect(find).toBeFocused();
  await ime.write('laji', '垃圾', async () => expect(find).toBeFocused());
  await expect(find).toHaveValue('垃圾');
  await keys.press('Escape');
  await openView(app, 'search', 'zh-Hans');
  const search = app.getByRole('searchbox');
  await search.focus();
  await ime.write('shexiangtou', '摄像头', async () => expect(app.getByRole('main').locator('mark')).toHaveCount(0));
  await expect(search).toHaveValue('摄像头');
  await expect(app.getByRole('main').locator('mark', { hasText: '摄像头' }).first()).toBeVisible();
});
