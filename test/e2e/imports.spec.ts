import { join } from 'node:path';
import { builtDocx, paragraph, run } from '../support/built-docx.ts';
import { expect, test } from '../support/e2e.ts';
import { dropFiles } from '../support/hands.ts';
import { openView } from '../support/open-view.ts';

const comment =
  '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Jane Doe"><w:p><w:r><w:t>really?</w:t></w:r></w:p></w:comment></w:comments>';
const marked = `<w:commentRangeStart w:id="0"/>${run('It is fine.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;

test('names become pseudonyms where they are chosen to, and undo brings them back', async ({ app }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await app.keyboard.press('Control+k');
  await app.keyboard.type('Replace names by');
  await app.keyboard.press('Enter');
  await app.getByRole('textbox', { name: 'Names and pseudonyms, one a line' }).fill('Luo → Mei\n云汀 → 某城');
  const student = app.getByRole('region', { name: 's04-zh-student.md' });
  await expect(student.getByText('某城').first()).toBeVisible();
  const saved = app.waitForEvent('download');
  await app.getByRole('button', { name: 'Save the key…' }).click();
  expect((await saved).suggestedFilename()).toMatch(/pseudonyms-key\.csv$/);
  await app.getByRole('checkbox', { name: 'Replace in s04-zh-student.md' }).uncheck();
  await app.getByRole('checkbox', { name: 'Cases and attributes' }).uncheck();
  await app.getByRole('button', { name: /^Replace 2 places/ }).click();
  await expect(app.getByRole('checkbox', { name: 'Replace Luo by Mei' })).toHaveCount(0);
  await app.getByRole('button', { name: 'What would leave…' }).click();
  await expect(app.getByRole('dialog').getByText(/original files are kept/)).toBeVisible();
  await app.getByRole('button', { name: 'Close' }).click();
  await openView(app, 'code');
  await expect(app.getByText('my neighbour, Mrs Mei')).toBeVisible();
  await app.keyboard.press('Control+z');
  // Undo shows the last place it came to, once it is done.
  await expect(app.getByText('就是个“明白账”', { exact: false })).toBeVisible();
  await app.getByRole('button', { name: /^R01 s01-en-teacher/ }).click();
  await expect(app.getByText('my neighbour, Mrs Luo')).toBeVisible();
});

test('five files of different kinds: speakers of one put right, columns of another, comments as memos; in, undone, in again; joined to cases by the survey', async ({
  app,
  host,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await dropFiles(app, join(host.data, '..', 'drop'), {
    'talk.txt': '江戸川乱歩：はい。\n野村：どうぞ。\n江戸川：それで。\n野村：ええ。\n江戸川：では。\n',
    'words.docx': await builtDocx(paragraph(run('I: How?')) + paragraph(run('R: '), marked), {
      'word/comments.xml': comment,
    }),
    'call.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello.</v>\n\n00:03.000 --> 00:04.000\n<v Bo>Yes.</v>\n',
    'table.csv': 'wer;wann;was\nAnn;1;How is it?\nBo;2;So it is.\nAnn;3;Why is that?\n',
    'odd.txt': 'Ann= one\nBo= two\nAnn= three\n',
    'broken.pdf': '%PDF-1.7 broken',
  });
  await expect(app.getByRole('row', { name: /table\.csv.*Ready/ })).toBeVisible();
  await expect(app.getByRole('row', { name: /broken\.pdf.*Cannot be imported/ })).toBeVisible();

  // Two labels are one person: he is written with his full name once.
  const settings = app.getByRole('region', { name: /How talk\.txt is read/ });
  await app.getByRole('button', { name: 'talk.txt', exact: true }).click();
  await settings.getByRole('textbox', { name: 'Name of the speaker 江戸川', exact: true }).fill('江戸川乱歩');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('row', { name: /talk\.txt.*江戸川乱歩, 野村/ })).toBeVisible();
  await expect(app.getByText('Labels of one name become one speaker')).toBeVisible();

  // Columns by hand: no speakers here.
  await app.getByRole('button', { name: 'table.csv', exact: true }).click();
  await app.getByRole('button', { name: /Speaker in/ }).click();
  await app.getByRole('option', { name: 'wer' }).click();
  await expect(app.getByRole('row', { name: /table\.csv.*Ann, Bo/ })).toBeVisible();

  // An expression of one's own takes effect while it is typed; a wrong one says so and can be mended.
  await app.getByRole('button', { name: 'odd.txt', exact: true }).click();
  await app.getByRole('button', { name: /Turns begin at/ }).click();
  await app.getByRole('option', { name: 'Own pattern' }).click();
  const pattern = app.getByRole('textbox', { name: 'Your own pattern' });
  await pattern.fill('(');
  await expect(app.getByRole('row', { name: /odd\.txt.*Cannot be imported/ })).toBeVisible();
  // Of several files that cannot go in, each has its reason in its row, and one button leads through them.
  await expect(app.getByRole('row', { name: /broken\.pdf.*its PDF structure is broken/ })).toBeVisible();
  await expect(app.getByText('2 files cannot be imported')).toBeVisible();
  const next = app.getByRole('button', { name: 'Next with a problem' });
  await next.click();
  await expect(app.getByRole('region', { name: 'broken.pdf' }).getByRole('alert')).toContainText('fetch another copy');
  await next.click();
  await pattern.fill('(\\w+)=');
  await expect(app.getByRole('row', { name: /odd\.txt.*Ann, Bo/ })).toBeVisible();

  await app.getByRole('button', { name: 'words.docx', exact: true }).click();
  await app.getByRole('button', { name: /1 comment/ }).click();
  await app.getByRole('option', { name: 'As memos on their passages' }).click();
  await app.getByRole('button', { name: /^Import 5 files/ }).click();
  await expect(app.getByText('それで。')).toBeVisible();
  await expect(app.getByText('江戸川乱歩', { exact: true })).toHaveCount(3);

  const transcripts = app.getByRole('region', { name: 'Transcripts' });
  await app.keyboard.press('Control+z');
  await expect(transcripts.getByText('talk.txt')).toHaveCount(0);
  await app.keyboard.press('Control+Shift+z');
  await transcripts.getByText('words.docx').click();
  await expect(app.getByTestId('middle').getByText('It is fine.')).toBeVisible();
  await openView(app, 'memos');
  await expect(app.getByText('Jane Doe: really?').first()).toBeVisible();

  // Undone and brought in again from the files, the call only.
  await openView(app, 'code');
  await app.keyboard.press('Control+z');
  await expect(transcripts.getByText('call.vtt')).toHaveCount(0);
  await dropFiles(app, join(host.data, '..', 'drop'), {
    'call.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello.</v>\n\n00:03.000 --> 00:04.000\n<v Bo>Yes.</v>\n',
  });
  await app.getByRole('button', { name: /^Import 1 file/ }).click();
  await expect(transcripts.getByText('call.vtt')).toBeVisible();

  // The survey names the transcript of a respondent: it belongs to the case from then on.
  await openView(app, 'survey');
  const chooser = app.waitForEvent('filechooser');
  await app.getByRole('button', { name: 'Import…', exact: true }).click();
  await (await chooser).setFiles({
    name: 'more.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('respondent_id,document,age\nR90,call.vtt,41\n'),
  });
  await expect(app.getByText('1 transcript is joined', { exact: false })).toBeVisible();
  // How its bytes are read is a guess like the others.
  await app.getByRole('button', { name: /^UTF-8 Encoding/ }).click();
  await app.getByRole('option', { name: 'GB18030' }).click();
  await expect(app.getByRole('button', { name: /^GB18030 Encoding/ })).toBeVisible();
  await expect(app.getByText('1 transcript is joined', { exact: false })).toBeVisible();
  await app.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(app.getByText(/1 new case.*1 transcript joined/)).toBeVisible();
  await expect(app.getByText('of 41 cases', { exact: false }).first()).toBeVisible();
});

test('a text is pasted and a file with unreadable bytes is taken by decision: both are looked at before they go in', async ({
  app,
  host,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(app.getByText('There was a board by the lift')).toBeVisible();
  await app.keyboard.press('Control+Shift+v');
  const dialog = app.getByRole('dialog', { name: 'Paste a transcript' });
  const preview = dialog.getByRole('button', { name: 'Preview' });
  await expect(preview).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Frau Meier');
  await dialog
    .getByRole('textbox', { name: 'Text' })
    .fill('Ann: How was it?\nMeier: Long, and I liked it.\nAnn: Why?\nMeier: So.');
  await preview.click();
  await expect(app.getByRole('row', { name: /Frau Meier\.txt.*Ann, Meier.*Ready/ })).toBeVisible();
  const settings = app.getByRole('region', { name: /How Frau Meier\.txt is read/ });
  await expect(settings.getByText('Not needed: pasted text')).toBeVisible();
  await expect(app.getByRole('region', { name: 'Preview' }).getByText('Long, and I liked it.')).toBeVisible();

  const cut = Buffer.concat([
    Buffer.from('问：您好？\n答：我住在荣'),
    Buffer.of(0xe5, 0x9f),
    Buffer.from('城。\n问：好。\n'),
  ]);
  await dropFiles(app, join(host.data, '..', 'drop'), { 'cut.txt': cut });
  await app.getByRole('button', { name: 'cut.txt', exact: true }).click();
  await expect(app.getByRole('row', { name: /cut\.txt.*Cannot be imported/ })).toBeVisible();
  await app.getByRole('button', { name: 'Import anyway…' }).click();
  await expect(app.getByText('1 place could not be read and stands as �.')).toBeVisible();
  await expect(app.getByRole('region', { name: 'Unreadable bytes' }).getByText('答：我住在荣�城。')).toBeVisible();
  await app.getByRole('button', { name: 'Keep the file out' }).click();
  await expect(app.getByRole('row', { name: /cut\.txt.*Cannot be imported/ })).toBeVisible();
  await app.getByRole('button', { name: 'Import anyway…' }).click();
  await expect(app.getByRole('row', { name: /cut\.txt.*Characters missing/ })).toBeVisible();
  await app.getByRole('button', { name: /^Import 2 files/ }).click();
  const transcripts = app.getByRole('region', { name: 'Transcripts' });
  await expect(transcripts.getByText('Frau Meier.txt')).toBeVisible();
  await expect(transcripts.getByText('cut.txt')).toBeVisible();
  // The keyboard is in the first turn, though the text begins with a label; what is coded there leaves it there.
  const turn = app.locator('[data-block][tabindex="0"]');
  await expect(turn).toBeFocused();
  await app.keyboard.press('s');
  await expect(app.getByRole('combobox', { name: 'Choose a code for the selection' })).toBeFocused();
  await app.keyboard.type('trust');
  await app.keyboard.press('Enter');
  await expect(turn).toBeFocused();
});
