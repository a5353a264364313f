import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, test } from '../support/e2e.ts';
import { openView } from '../support/open-view.ts';

/** Chooses a value of a setting by the words a reader sees. */
async function choose(page: Page, setting: string, value: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`${setting}$`) })
    .or(page.getByLabel(setting, { exact: true }))
    .first()
    .click();
  await page.getByRole('option', { name: value, exact: true }).click();
}

async function exported(page: Page, button: string, entry: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const waiting: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: entry }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The day the sample came about, as the interface writes it. */
const revisedOn = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date());

test('behaviours side by side: rule, groups, a cell to its passage, chart and tidy table read back', async ({
  app,
}) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await openView(app, 'comparison');
  const cell = (row: string, column: string) => app.getByRole('button', { name: new RegExp(`^${row}, ${column}: `) });
  await expect(cell('Endorsement', 'Criminal records')).toHaveAccessibleName(/6 of 6 respondents, 6 passages/);
  await expect(cell('Support withheld', 'Internet use')).toHaveAccessibleName(/6 of 6 respondents, 6 passages/);

  await choose(app, 'A passage counts if it', 'Is in the same transcript');
  await expect(cell('Endorsement', 'Internet use')).toHaveAccessibleName(/6 of 6 respondents, 18 passages/);
  await expect(app.getByText('occurs in the same transcript')).toBeVisible();
  await choose(app, 'A passage counts if it', 'Overlaps by a character');
  await expect(cell('Endorsement', 'Internet use')).toHaveAccessibleName(/1 of 6 respondents, 1 passage/);

  await app.getByRole('button', { name: 'Tests', exact: true }).click();
  await cell('Support withheld', 'Internet use').click();
  await expect(app.getByText(/η² 0\.\d\d/)).toBeVisible();
  await app.getByRole('button', { name: 'Difference', exact: true }).click();
  await choose(app, 'Payment of fees and', 'Internet use');
  const withheld = app.getByRole('region', { name: 'Support withheld', exact: true });
  await expect(withheld.getByText('0 : 6')).toBeVisible();
  await expect(withheld.locator('li')).toHaveCount(6);
  await app.getByRole('button', { name: 'Passages', exact: true }).click();

  const svg = await exported(app, 'Export', 'Chart as SVG');
  const drawn = svg.bytes.toString('utf8');
  expect(drawn).toContain('Synthetic sample');
  expect(drawn).toContain('Coder A.');
  expect(drawn).toContain('6 respondents');
  expect(drawn).toContain('overlaps one of the column’s code by a character');
  expect(drawn).toContain(`data revision 1, ${revisedOn}`);
  expect(drawn).not.toMatch(/var\(--|class=|oklch|color-mix/);
  // What leaves can be looked through for names, whoever has made it.
  await app.getByRole('button', { name: 'Privacy check…' }).click();
  await expect(app.getByRole('dialog').getByText(svg.name)).toBeVisible();
  await app.keyboard.press('Escape');
  const png = await exported(app, 'Export', 'Chart as PNG');
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  // The picture is the drawing, twice as fine: nothing of its caption is cut off.
  const size = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(drawn)!.slice(1).map(Number);
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual(size.map((side) => 2 * Math.round(side)));
  const csv = await exported(app, 'Export', 'Figures as CSV');
  const facts = csv.bytes
    .toString('utf8')
    .split('\r\n')
    .filter((line) => line.startsWith('#'));
  expect(facts).toContain('# coder: A');
  expect(facts.find((line) => line.startsWith('# counted: '))).toContain('overlaps one of the column’s code');
  expect(facts).toContain('# revision: 1');
  expect(facts.find((line) => line.startsWith('# revised: '))).toMatch(/revised: \d{4}-\d\d-\d\dT/);
  expect(facts).toContain('# data: synthetic sample');
  for (const { name } of [svg, png, csv]) expect(name).toContain('(synthetic sample)');
  const rows = parse(csv.bytes, { columns: true, comment: '#', comment_no_infix: true }) as Record<string, string>[];
  const endorsed = rows.filter(({ code, group }) => code === 'acceptance.endorsement' && group === '');
  expect(endorsed.map(({ passages }) => passages)).toEqual(['6', '5', '1', '5']);

  await choose(app, 'Groups', 'By language');
  await expect(app.getByRole('table', { name: 'zh-Hans' })).toBeVisible();
  await app
    .getByRole('table', { name: 'zh-Hans' })
    .getByRole('button', { name: /^Support withheld, Internet use/ })
    .click();
  const passages = app.getByRole('region', { name: 'What the cell stands on' });
  await passages
    .getByRole('button')
    .filter({ hasText: '那是家里的事' })
    .or(passages.locator('li button'))
    .first()
    .click();
  await expect(app.locator('[data-turn], article, main').first()).toBeVisible();
  await expect(app.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Code' })).toHaveAttribute(
    'aria-current',
    'page',
  );

  await openView(app, 'joint');
  await choose(app, 'Respondent', 'R02');
  const littering = app.getByRole('region', { name: 'Littering of garbage' });
  await expect(littering.getByText('Acceptable')).toBeVisible();
  await expect(littering).toContainText('4 / 5');
  const tidy = await exported(app, 'Export table', 'For Excel (CSV with BOM)');
  expect(tidy.name).toContain('synthetic sample');
  expect([...tidy.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const table = parse(tidy.bytes, { columns: true, bom: true }) as Record<string, string>[];
  expect(table).toHaveLength(160);
  expect(table.find(({ respondent }) => respondent === 'R03')!['city']).toBe('云汀市');
});

test('the plane is empty until the researcher sets it; means, words of the axes and undo', async ({ app }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await openView(app, 'plane');
  const chart = app.getByRole('img', { name: /^Individuality and morality/ });
  await expect(chart).toHaveAccessibleName('Individuality and morality');
  await expect(app.getByText('To be set by the researcher', { exact: true })).toBeVisible();
  await expect(app.getByText(/Hint of the source/).first()).toBeVisible();

  await choose(app, 'Position', 'Survey means');
  await expect(app.getByText('Set from survey means', { exact: true })).toBeVisible();
  await expect(chart).toHaveAccessibleName(/Internet use 4\.65, 2\.15 accepted 2\.34 n 40/);
  await app.getByLabel('Low end (1)').first().fill('concerns everybody');
  await app.keyboard.press('Enter');
  await expect(chart.getByText('concerns everybody')).toBeVisible();
  await app.getByLabel('Definition').first().fill('Whether it is one’s own affair');
  await app.getByRole('heading', { name: 'Individuality and morality' }).click();
  await expect(app.getByText('Individuality: Whether it is one’s own affair')).toBeVisible();
  const plain = (await exported(app, 'Export', 'Chart as PNG')).bytes;
  const svg = (await exported(app, 'Export', 'Chart as SVG')).bytes.toString('utf8');
  expect(svg).toContain('concerns everybody');
  expect(svg).toContain('Individuality: Whether it is one’s own affair');
  expect(svg).toContain('Set from survey means');
  expect(plain.readUInt32BE(20)).toBe(2 * Number(/<svg[^>]* height="(\d+)"/.exec(svg)![1]));

  // R01 ticked 5 and 1 on internet use, 1 and 3 on littering.
  await choose(app, 'Respondents', 'R01');
  await expect(chart).toHaveAccessibleName(/R01: Internet use 5\.00, 1\.00/);
  await expect(chart).toHaveAccessibleName(/R01: Littering of garbage 1\.00, 3\.00/);
  const figures = (await exported(app, 'Export', 'Figures as CSV')).bytes;
  const places = parse(figures, { columns: true, bom: true, comment: '#', comment_no_infix: true }) as Record<
    string,
    string
  >[];
  expect(places.filter(({ respondent }) => respondent === 'R01')).toHaveLength(4);
  await choose(app, 'Groups', 'By language');
  await expect(app.getByRole('img', { name: /Internet use zh-Hans \d/ })).toBeVisible();
  const table = app.getByRole('table', { name: 'Places by group' });
  await expect(table.getByRole('row')).toHaveCount(1 + 4 * 3);

  await app.keyboard.press('Escape');
  await choose(app, 'Groups', 'None');
  await app.getByRole('heading', { name: 'Individuality and morality' }).click();
  await app.keyboard.press('Control+z');
  await expect(app.getByText('Individuality: Whether it is one’s own affair')).toHaveCount(0);
  await app.keyboard.press('Control+z');
  await expect(chart.getByText('concerns everybody')).toHaveCount(0);
  await app.keyboard.press('Control+z');
  await expect(app.getByText('To be set by the researcher', { exact: true })).toBeVisible();
});

test('co-occurrence by sentence, as network, of one code, by relation; every way opens passages', async ({ app }) => {
  await app.getByRole('button', { name: 'Open the sample study' }).click();
  await openView(app, 'cooccurrence');
  await expect(app.getByText(/q after Benjamini–Hochberg over m = 190 pairs/)).toBeVisible();
  await choose(app, 'Unit', 'Sentence');
  await expect(app.getByText(/Unit: sentence, respondents’ words, N = \d+/)).toBeVisible();
  await choose(app, 'Unit', 'Turn');
  await choose(app, 'Order', 'Clustered');
  await choose(app, 'Pairs of', 'Internet use');
  const table = app.getByRole('table', { name: 'Pairs of codes' });
  const pairs = table.getByRole('row').filter({ has: app.getByRole('rowheader') });
  await expect(pairs.filter({ hasNotText: 'Internet use' })).toHaveCount(0);
  await expect(pairs.first()).toBeVisible();
  await choose(app, 'Show', 'Network');
  await app.getByRole('button', { name: /^Internet use with Real-name registration: 6/ }).focus();
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { name: /Internet use with Real-name registration/ })).toBeVisible();
  await choose(app, 'Unit', 'Overlap');
  await choose(app, 'First to second', 'Same ends');
  await expect(app.getByText('both with the same ends')).toBeVisible();
  await expect(app.getByRole('region', { name: 'Passages' }).locator('li').first()).toBeVisible();
});
