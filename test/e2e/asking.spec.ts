import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';
import { expect, test } from '../support/e2e.ts';
import { openView } from '../support/open-view.ts';
import { readStudyFile } from '../support/study-sample.ts';

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await page.getByText('There was a board by the lift').waitFor();
}

/** Picks a value of a setting that reads like part of a sentence. */
async function choose(page: Page, setting: ReturnType<Page['locator']>, value: string): Promise<void> {
  await setting.click();
  await page.getByRole('option', { name: value, exact: true }).click();
}

test('a query is built with NEAR and a role, saved, what it finds is coded in one step, and undone', async ({
  app,
}) => {
  await openSample(app);
  await openView(app, 'query');
  const part = (number: number) => app.getByRole('listitem', { name: `Part ${number}` });
  const setting = (number: number, label: string) =>
    part(number).getByRole('button', { name: new RegExp(`${label}$`) });
  await choose(app, setting(1, 'Value'), 'Public acceptance');
  await app.getByRole('button', { name: 'Add a part' }).click();
  await choose(app, setting(2, 'Joined by'), 'near');
  await choose(app, setting(2, 'Value'), 'Littering of garbage');
  await app.getByRole('button', { name: 'Add a part' }).click();
  await choose(app, setting(3, 'What'), 'Speaker role');
  await choose(app, setting(3, 'Value'), 'respondents');
  await expect(app.getByRole('textbox', { name: 'Query as text' })).toHaveValue(
    'code:acceptance NEAR(2 turns) code:behaviour.littering AND role:respondent',
  );
  const count = app.getByRole('status').filter({ hasText: 'passages in' });
  await expect(count).toHaveText('41 passages in 6 transcripts of 6 respondents, synthetic sample');
  await part(2).getByRole('spinbutton', { name: 'Distance' }).fill('0');
  const found = 21;
  await expect(count).toHaveText(`${found} passages in 6 transcripts of 6 respondents, synthetic sample`);

  await app.getByRole('button', { name: 'Save…' }).click();
  await app.getByRole('textbox', { name: 'Name' }).fill('Acceptance near littering');
  await app.keyboard.press('Enter');
  await app.getByRole('button', { name: 'Saved queries' }).click();
  await app.getByRole('menuitem', { name: 'Acceptance near littering', exact: true }).click();

  await app.getByRole('button', { name: 'Choose all' }).click();
  await app.getByRole('button', { name: 'Code…' }).click();
  await app.getByRole('combobox', { name: /code/i }).fill('con');
  await app.keyboard.press('Enter');
  await app
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`${found}`) })
    .click();
  const undoes = (what: RegExp) => app.getByRole('button', { name: what });
  await expect(undoes(new RegExp(`^Undo: Code .* on ${found} passages`))).toBeVisible();
  await app.keyboard.press('Control+z');
  await expect(undoes(/^Undo: Save query “Acceptance near littering”/)).toBeVisible();
});

test('two arrows are drawn and open their evidence', async ({ app }) => {
  await openSample(app);
  await openView(app, 'structure');
  await expect(app.getByText('its Fig. 3, which would show how, is not in its text')).toBeVisible();
  const beside = app.getByRole('complementary', { name: 'Details' });
  const define = async (name: string, code: string): Promise<void> => {
    const field = beside.getByRole('textbox', { name: 'Name' });
    // The panel of the new variable, not that of the one before.
    await expect(field).toHaveValue(/^Variable \d$/);
    await field.fill(name);
    await app.keyboard.press('Enter');
    await expect(beside.getByRole('heading', { name })).toBeVisible();
    await choose(app, beside.getByRole('button', { name: /Code$/ }), code);
  };
  await app.getByRole('button', { name: 'Add the first variable' }).click();
  await define('Risk', 'Perceived risks');
  await choose(app, beside.getByRole('button', { name: /Asked once for all$/ }), 'gen_risk');
  await app.getByRole('button', { name: 'Add variable' }).click();
  await define('Trust', 'Trust');
  await choose(app, beside.getByRole('button', { name: /Asked once for all$/ }), 'gen_trust');
  await app.getByRole('button', { name: 'Add variable' }).click();
  await define('Endorsement', 'Endorsement');
  await choose(app, beside.getByRole('button', { name: /Littering of garbage$/ }), 'lg_accept');

  // By the keyboard: a box in focus, its panel, the button that draws.
  for (const name of ['Risk', 'Trust']) {
    await app.getByRole('button', { name: `Variable ${name}` }).focus();
    await app.keyboard.press('Enter');
    await beside.getByRole('button', { name: 'Draw an arrow to Endorsement' }).press('Enter');
  }
  await choose(app, app.getByRole('button', { name: /Passages counted$/ }), 'coded in the same turn');
  const row = app.getByRole('row', { name: /Trust → Endorsement/ });
  await expect(row.getByText(/^ρ −?0\.\d\d, n \d\d$/)).toHaveCount(1);
  const opened = app.getByRole('button', { name: /Risk → Endorsement, All together: \d+ passages/ });
  await expect(opened).toHaveText(/^[1-9]\d*$/);
  const count = Number((await opened.textContent())!);
  await opened.click();
  const passages = beside.getByRole('region', { name: 'Passages' });
  await expect(passages.getByRole('listitem')).toHaveCount(count);
  await app.getByRole('button', { name: 'Trust → Endorsement', exact: true }).focus();
  await app.keyboard.press('Enter');
  await expect(beside.getByRole('heading', { name: 'Trust → Endorsement' })).toBeVisible();
  await passages.getByRole('listitem').first().or(passages.getByText('No passage')).first().waitFor();
});

test('passages leave as Word and as a web page, and their quotations are the transcript’s words', async ({ app }) => {
  await openSample(app);
  await openView(app, 'reports');
  await app.getByRole('heading', { name: 'Coded passages (synthetic sample)' }).waitFor();
  const save = async (format: string): Promise<{ name: string; bytes: Buffer }> => {
    await choose(app, app.getByRole('button', { name: /Format$/ }), format);
    const download = app.waitForEvent('download');
    await app.getByRole('button', { name: 'Export', exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const quoted = await app.locator('article blockquote').allTextContents();
  expect(quoted.length).toBeGreaterThan(20);
  const transcripts = [
    's01-en-teacher.txt',
    's02-en-engineer.md',
    's03-zh-retired.txt',
    's04-zh-student.md',
    's05-ja-resident.txt',
    's06-ja-exchange.md',
  ].map(readStudyFile);
  const inOneTurn = quoted.filter((words) => transcripts.some((text) => text.includes(words)));
  expect(inOneTurn.length).toBeGreaterThan(quoted.length * 0.9);

  const word = await save('Word (DOCX)');
  const { text } = await readTranscript({ fileName: word.name, bytes: word.bytes });
  const page = await save('Web page (HTML)');
  expect(page.name).toContain('synthetic');
  const html = page.bytes.toString('utf8');
  for (const words of inOneTurn) {
    expect(text).toContain(words);
    expect(html).toContain(words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'));
  }
});

test('portraits of a study: counts, an interview along its length, new codes, days; every mark opens its passages', async ({
  app,
}) => {
  await openSample(app);
  await openView(app, 'portraits');
  const side = app.getByRole('region', { name: 'Passages behind the figure' });
  const setting = (label: string) =>
    app.getByRole('group', { name: 'Settings' }).getByRole('button', { name: new RegExp(`${label}$`) });

  const cell = app.getByRole('button', { name: /^Littering of garbage, s05-ja-resident\.txt: 6 codings$/ });
  await cell.focus();
  await app.keyboard.press('Enter');
  await expect(side.locator('li')).toHaveCount(6);
  // Arrow keys move between the figures; the one to the right is the next interview's.
  await app.keyboard.press('ArrowRight');
  await expect(app.locator(':focus')).toHaveAccessibleName(/^Littering of garbage, s06-ja-exchange\.md: 3 codings$/);
  await choose(app, setting('Columns'), 'Cases');
  await expect(app.getByRole('button', { name: /^Littering of garbage, R05: 6 codings$/ })).toBeVisible();

  await choose(app, setting('Portrait'), 'Codes along an interview');
  await expect(app.getByText(/a line for each code; \d+ codings/)).toBeVisible();
  await choose(app, setting('Portrait'), 'Interview as a strip');
  await expect(app.getByText(/240 pieces of equal length; coded: \d+/)).toBeVisible();

  await choose(app, setting('Portrait'), 'New codes by interview');
  const first = app.getByRole('button', { name: /^1\. s01-en-teacher\.txt: \d+ new codes, \d+ known$/ });
  const news = Number(/(\d+) new codes/.exec((await first.getAttribute('aria-label'))!)![1]);
  await first.click();
  await expect(side.locator('li')).toHaveCount(news);

  await choose(app, setting('Portrait'), 'Coding by day');
  await expect(app.getByText(/Codings that stand, by the day they were made/)).toBeVisible();
  const waiting = app.waitForEvent('download');
  await app.getByRole('button', { name: 'Export', exact: true }).click();
  await app.getByRole('menuitem', { name: 'Chart as SVG' }).click();
  const svg = readFileSync(await (await waiting).path(), 'utf8');
  expect(svg).toContain('Codings that stand, by the day they were made');
  expect(svg).toContain('Synthetic sample');
  expect(svg).not.toMatch(/var\(--|class=/);
});

test('each report says on paper what its settings ask for: marker, rule and group change what is written', async ({
  app,
}) => {
  await openSample(app);
  await openView(app, 'reports');
  const report = app.getByRole('article');
  const setting = (label: string) =>
    app.getByRole('region', { name: 'Settings' }).getByRole('button', { name: new RegExp(`${label}$`) });
  for (const [kind, title] of [
    ['Codebook', 'Codebook'],
    ['Audit trail', 'Audit trail'],
    ['Agreement', 'Agreement'],
    ['Co-occurrence', 'Co-occurrence'],
    ['Comparison', 'Comparison'],
  ] as const) {
    await app.getByRole('radio', { name: kind, exact: true }).check();
    await expect(report.getByRole('heading', { level: 2 }).first()).toContainText(title);
  }
  await expect(report).toContainText('Passages with “Social desirability, disguised attitude” marked.');
  await expect(report).toContainText(/\(\d+, \d+ marked\)/);
  await choose(app, setting('Passages with the marker'), 'left out');
  await expect(report).toContainText('Passages with “Social desirability, disguised attitude” left out.');
  await expect(report).not.toContainText(/\d marked\)/);
  await choose(app, setting('Rule'), 'Same turn');
  await expect(report).toContainText('in the same turn');
  await choose(app, setting('Groups'), 'language');
  await expect(report.getByRole('table')).toHaveCount(4);
});
