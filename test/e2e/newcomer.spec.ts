import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { catalogues } from '../../shared/messages/catalogues.ts';
import { messageText } from '../../shared/messages/message-text.ts';
import { builtDocx, paragraph, run } from '../support/built-docx.ts';
import { expectAdded } from '../support/coding-page.ts';
import { expect, test, watchPage } from '../support/e2e.ts';
import { dropFiles } from '../support/hands.ts';
import { openView } from '../support/open-view.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

type Language = keyof typeof catalogues;
type MessageId = keyof (typeof catalogues)['en'];

/** Where pictures of every stop are wanted, in both themes; nowhere unless asked for. */
const pictures = process.env['VERBATIM_PICTURES'];

/** What is said in each interview and what the codes are called: as a study in that language would have it. */
const studies = {
  en: {
    button: 'English',
    project: 'Neighbours and points',
    codes: ['Trust', 'Fear', 'Fairness', 'Habit', 'Family'],
    interviewer: 'Interviewer',
    respondent: 'Respondent',
    slip: 'Respondant',
    question: (n: number) => `What happened in week ${n}?`,
    answer: (n: number) => `In week ${n} the neighbours looked at the board together.`,
  },
  'zh-Hans': {
    button: '简体中文',
    project: '邻里与积分',
    codes: ['信任', '害怕', '公平', '习惯', '家庭'],
    interviewer: '访谈者',
    respondent: '受访者',
    slip: '受方者',
    question: (n: number) => `第${n}周发生了什么？`,
    answer: (n: number) => `第${n}周，邻居们一起看了公告栏。`,
  },
  ja: {
    button: '日本語',
    project: '近所とポイント',
    codes: ['信頼', '不安', '公平', '習慣', '家族'],
    interviewer: '聞き手',
    respondent: '回答者',
    slip: '回等者',
    question: (n: number) => `${n}週目には何がありましたか。`,
    answer: (n: number) => `${n}週目は近所の人たちと掲示板を見ました。`,
  },
} as const;

/** Three transcripts of different kinds; in the first a label is misspelt once. */
async function transcripts(study: (typeof studies)[Language]): Promise<Record<string, string | Uint8Array>> {
  const turns = (from: number, to: number): [string, string][] =>
    Array.from({ length: to - from }, (_, place) => [study.question(from + place), study.answer(from + place)]);
  const text = turns(1, 11)
    .map(([q, a], place) => `${study.interviewer}: ${q}\n${place === 4 ? study.slip : study.respondent}: ${a}\n`)
    .join('\n');
  const body = turns(11, 16).flatMap(([q, a]) => [`${study.interviewer}: ${q}`, `${study.respondent}: ${a}`]);
  const cues = turns(16, 21).flatMap(([q, a]) => [
    `<v ${study.interviewer}>${q}</v>`,
    `<v ${study.respondent}>${a}</v>`,
  ]);
  const at = (seconds: number): string => `00:${String(seconds).padStart(2, '0')}.000`;
  return {
    '1.txt': text,
    '2.docx': await builtDocx(body.map((line) => paragraph(run(line))).join('')),
    '3.vtt': `WEBVTT\n\n${cues.map((cue, place) => `${at(2 * place)} --> ${at(2 * place + 1)}\n${cue}\n`).join('\n')}`,
  };
}

async function saved(page: Page, work: () => Promise<unknown>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), work()]);
  return download;
}

for (const language of ['en', 'zh-Hans', 'ja'] as const)
  test(`a newcomer gets from the welcome screen to a defended result: ${language}`, async ({ page, host }) => {
    const study = studies[language];
    const words = catalogues[language];
    const say = (id: MessageId, values: Record<string, string | number> = {}): string =>
      messageText({ id, values }, language);
    const button = (id: MessageId, values = {}) => page.getByRole('button', { name: say(id, values), exact: true });
    const dialog = page.getByRole('dialog');
    const main = page.getByRole('main');
    const transcript = page.locator('[data-transcript]');
    let stop = 0;
    const picture = async (name: string): Promise<void> => {
      if (pictures === undefined) return;
      stop += 1;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.waitForTimeout(500);
        await page.screenshot({
          path: join(pictures, `${language}-${String(stop).padStart(2, '0')}-${name}-${colorScheme}.png`),
        });
      }
    };
    await page.setViewportSize({ width: 1280, height: 800 });
    const assertQuiet = watchPage(page, host.origin);

    await page.goto(host.link);
    await button('welcome.sample')
      .or(page.getByRole('button', { name: study.button }))
      .first()
      .waitFor();
    await page.getByRole('button', { name: study.button }).click();
    await expect(page.getByText(words['welcome.tagline'])).toBeVisible();
    await picture('welcome');
    await page.getByRole('button', { name: words['welcome.new'] }).click();
    await dialog.getByLabel(words['welcome.newName'], { exact: true }).fill(study.project);
    await dialog.getByLabel(words['welcome.newCoder']).fill('Ada');
    await picture('new-project');
    await dialog.getByRole('button', { name: words['welcome.create'] }).click();
    await expect(page.getByText(words['coding.empty.title'])).toBeVisible();
    await picture('empty');

    // Three files in; a misspelt label is put right before anything is stored.
    await dropFiles(page, join(host.data, '..', 'drop'), await transcripts(study));
    await page.getByRole('button', { name: '1.txt', exact: true }).click();
    await page
      .getByRole('textbox', { name: say('imports.speakers.nameOf', { label: study.slip }) })
      .fill(study.respondent);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: /1\.txt/ }).first()).not.toContainText(study.slip);
    await picture('import');
    await button('imports.import', { count: 3 }).click();
    await expect(transcript.getByText(study.answer(1))).toBeVisible();
    await expect(page.getByText(study.slip, { exact: true })).toHaveCount(0);

    // The first code has a rule; the others are named while coding. Twenty passages, by keyboard.
    await page
      .getByRole('region', { name: words['coding.codebook'], exact: true })
      .getByRole('button', { name: words['coding.codebook.new'] })
      .click();
    await dialog.getByLabel(words['coding.code.name'], { exact: true }).fill(study.codes[0]);
    await dialog.getByLabel(words['coding.code.definition'], { exact: true }).fill(study.answer(1));
    await picture('new-code');
    await dialog.getByRole('button', { name: words['coding.code.create'] }).click();
    await expect(page.getByRole('treegrid').getByText(study.codes[0])).toBeVisible();
    let coded = 0;
    for (const [name, answers] of [
      ['1.txt', 10],
      ['2.docx', 5],
      ['3.vtt', 5],
    ] as const) {
      await page.getByRole('region', { name: words['coding.documents'], exact: true }).getByText(name).click();
      await expect(transcript.getByText(study.answer(coded + 1))).toBeVisible();
      for (let answer = 0; answer < answers; answer++) {
        const code = study.codes[coded % 5]!;
        await page.keyboard.press('ArrowDown');
        await expectAdded(page, 1, async () => {
          await page.keyboard.press('s');
          await page.getByRole('combobox').fill(code);
          if (coded === 3) await picture('coding-bar');
          await page.keyboard.press(coded > 0 && coded < 5 ? 'Control+Enter' : coded === 19 ? 'Alt+Enter' : 'Enter');
        });
        if (coded === 19) {
          await page.locator('[contenteditable="true"]').fill(study.answer(20));
          await picture('memo');
          await page.keyboard.press('Escape');
        }
        // Two codes go together in some of them.
        if (coded % 5 === 4)
          await expectAdded(page, 1, async () => {
            await page.keyboard.press('s');
            await page.getByRole('combobox').fill(study.codes[0]);
            await page.keyboard.press('Enter');
          });
        coded += 1;
        await page.keyboard.press('ArrowDown');
      }
      await button('coding.transcript.markDone').click();
    }
    await picture('coded');

    // A second coder works in a copy, elsewhere, and it is merged.
    await openView(page, 'team', language);
    await button('team.coder.add').click();
    await dialog.getByRole('textbox').fill('Bo');
    await page.keyboard.press('Enter');
    const copy = join(host.data, 'copy.vbt');
    await (await saved(page, () => button('team.copyFor', { name: 'Bo' }).click())).saveAs(copy);
    const text = await runVerbatim(host.data, 'document', 'text', copy, '1.txt');
    const rows = study.codes.slice(0, 3).map((code, place) => {
      const start = Array.from(text.out.slice(0, text.out.indexOf(study.answer(place + 1)))).length;
      return `1.txt,${code},${start},${start + Array.from(study.answer(place + 1)).length}`;
    });
    writeFileSync(join(host.data, 'bo.csv'), `document,code,start,end\n${rows.join('\n')}\n`);
    expect(await runVerbatim(host.data, 'codings', 'import', copy, 'bo.csv', '--coder', 'Bo')).toMatchObject({
      code: 0,
    });
    await main.locator('input[type=file]').setInputFiles(copy);
    await expect(dialog.getByRole('row', { name: new RegExp(`^${words['team.merge.codings']} 3 0 0`) })).toBeVisible();
    await picture('merge');
    await dialog.getByRole('button', { name: words['team.merge.do'], exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await picture('team');

    // She codes as herself all the while.
    await expect(page.getByRole('contentinfo')).toContainText('Ada');

    await openView(page, 'agreement', language);
    await expect(page.getByRole('row', { name: new RegExp(study.codes[0]) }).first()).toBeVisible();
    await picture('agreement');
    await main.getByRole('button', { name: words['agreement.report'], exact: true }).click();
    const report = await saved(page, () => page.getByRole('menuitem', { name: 'HTML' }).click());
    const html = readFileSync(await report.path(), 'utf8');
    for (const name of ['Ada', 'Bo', study.codes[0]]) expect(html).toContain(name);

    await openView(page, 'cooccurrence', language);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await picture('cooccurrence');
    await main.getByRole('button', { name: words['results.export.label'], exact: true }).click();
    const figures = await saved(page, () => page.getByRole('menuitem', { name: words['results.export.csv'] }).click());
    const csv = readFileSync(await figures.path(), 'utf8');
    for (const code of study.codes) expect(csv).toContain(code);
    expect(csv).toContain(`${study.codes[0]},${study.codes[4]},4,`);
    assertQuiet();
  });
