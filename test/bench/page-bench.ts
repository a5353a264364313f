import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { createNodePorts } from '../../electron/core/node-ports.ts';
import { browserProgram } from '../../build/test/browser.mjs';
import { startBrowserHost } from '../support/browser-host.ts';
import { writeCorpus } from './corpus.ts';
import { growth, table } from './measure.ts';
import { spent } from './page-work.ts';
import { scriptAround } from './trace-script.ts';
import { startCore } from '../support/plain-core.ts';
import { measureTyping } from './typing-bench.ts';

export type PageSize = { readonly words: number; readonly codings: number };

/** A project with a short first document and one of the size asked for. */
async function makeProject(folder: string, size: PageSize): Promise<string> {
  const { files, codings } = writeCorpus(folder, {
    documents: 1,
    words: size.words,
    codings: size.codings,
    codes: 60,
    coders: 2,
  });
  const short = join(folder, 'a-short.txt');
  writeFileSync(short, 'I: Good morning.\n\nR: Good morning to you.\n\nI: Shall we?\n\nR: Yes.\n');
  const path = join(folder, 'bench.vbt');
  const { core, client } = startCore(createNodePorts('cli', { data: join(folder, 'data'), projects: folder }));
  await client.call('project.create', {
    name: 'bench',
    template: 'empty',
    place: core.grantPath(path),
    coder: 'coder1',
  });
  await client.call('imports.commit', { files: [short, ...files].map((file) => ({ ticket: core.grantPath(file) })) });
  await client.call('codings.importCsv', {
    ticket: core.grantPath(codings),
    createCodes: true,
    markDone: true,
    partial: false,
  });
  await core.close();
  return path;
}

/** Milliseconds after a key in which everything it causes has happened: the answer, the drawing, the questions asked again. */
const after = 400;
/** The same for a transcript, whose sections below the first are drawn while the page is idle. */
const filled = 3000;
const rounds = 25;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function percentile95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;
}

/** Listens in the page for long tasks, and for the moment a change of the marks is in the document. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(globalThis, { longTasks: long });
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    const isMark = (node: Node): boolean =>
      node instanceof Element && (node.matches('[data-codings]') || node.querySelector('[data-codings]') !== null);
    new MutationObserver((changes) => {
      if (changes.some(({ addedNodes }) => [...addedNodes].some(isMark))) performance.mark('bench-shown');
    }).observe(document.body, { subtree: true, childList: true });
    for (const type of ['keydown', 'mousedown'])
      addEventListener(type, () => performance.mark('bench-key'), { capture: true });
  });
}

/** How many codings the marks of the whole transcript show: every own one, on screen or not. */
function shownCodings(page: Page): Promise<number> {
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll('[data-codings]')];
    return new Set(marks.flatMap((mark) => mark.getAttribute('data-codings')!.split(' '))).size;
  });
}

function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0));
}

async function measureOpening(browser: Browser, page: Page, session: CDPSession): Promise<Record<string, number>> {
  const row = (await page.getByRole('button', { name: /doc0001\.txt/ }).boundingBox())!;
  await page.mouse.move(row.x + 20, row.y + row.height / 2);
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] });
  const start = await spent(session);
  await page.mouse.down();
  await page.mouse.up();
  // The page is not asked whether it is there: the asking would be counted.
  await sleep(filled);
  const end = await spent(session);
  const [first] = scriptAround(await browser.stopTracing(), {
    from: 'bench-key',
    to: 'bench-shown',
    rounds: 1,
    most: filled,
  });
  return {
    'open the transcript, script to first words': first!.until,
    'open the transcript, wait for first words': first!.wait,
    'open the transcript, script': end.script - start.script,
    'open the transcript, all work': end.task - start.task,
  };
}

/** Repeats the last code turn by turn. Throws unless each press added exactly one coding. */
async function measureApplying(browser: Browser, page: Page, session: CDPSession): Promise<Record<string, number>> {
  await page.locator('article').first().focus();
  await page.keyboard.press('s');
  await page.keyboard.type('Code 07');
  await page.keyboard.press('Enter');
  await sleep(after);
  const scripts: number[] = [];
  const tasks: number[] = [];
  await longTasks(page);
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] });
  for (let round = 0; round < rounds; round++) {
    await page.keyboard.press(']');
    await sleep(after / 2);
    const before = await shownCodings(page);
    const start = await spent(session);
    await page.keyboard.press('.');
    await sleep(after);
    const end = await spent(session);
    scripts.push(end.script - start.script);
    tasks.push(end.task - start.task);
    const added = (await shownCodings(page)) - before;
    if (added !== 1) throw new Error(`press ${round + 1} of “.” added ${added} codings`);
  }
  const parts = scriptAround(await browser.stopTracing(), {
    from: 'bench-key',
    to: 'bench-shown',
    rounds,
    most: after,
  });
  const long = await longTasks(page);
  return {
    'apply a code, script, median': median(scripts),
    'apply a code, script, 95 %': percentile95(scripts),
    '  of it until shown, median': median(parts.map(({ until }) => until)),
    '  of it afterwards, median': median(parts.map(({ rest }) => rest)),
    'apply a code, all work, median': median(tasks),
    'apply a code, key to shown, median': median(parts.map(({ wait }) => wait)),
    'apply a code, tasks over 50 ms': long.length,
  };
}

/** Turns the wheel from the top for forty screens' worth. */
async function measureScrolling(page: Page, session: CDPSession): Promise<Record<string, number>> {
  await page.mouse.move(700, 450);
  await longTasks(page);
  const scripts: number[] = [];
  const tasks: number[] = [];
  for (let step = 0; step < 40; step++) {
    const start = await spent(session);
    await page.mouse.wheel(0, 700);
    await sleep(100);
    const end = await spent(session);
    scripts.push(end.script - start.script);
    tasks.push(end.task - start.task);
  }
  return {
    'scroll a screen, script, median': median(scripts),
    'scroll a screen, all work, median': median(tasks),
    'scroll, tasks over 50 ms': (await longTasks(page)).length,
  };
}

/** Opens the built page on a project of two transcripts, the short one shown, and runs. */
async function withPage<Result>(
  size: PageSize,
  run: (browser: Browser, page: Page, session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-page-bench-'));
  const project = await makeProject(folder, size);
  const host = await startBrowserHost({ parameters: [project] });
  const executablePath = browserProgram();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(host.link);
    await page.getByText('Good morning to you.').waitFor();
    await listen(page);
    await sleep(after);
    return await run(browser, page, session);
  } finally {
    await browser.close();
    await host.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from pressing a transcript of this size to its first words. */
export async function timeOpening(size: PageSize): Promise<number> {
  const opening = await withPage(size, measureOpening);
  return opening['open the transcript, wait for first words']!;
}

function measurePage(size: PageSize): Promise<Record<string, number>> {
  return withPage(size, async (browser, page, session) => {
    const opening = await measureOpening(browser, page, session);
    const applying = await measureApplying(browser, page, session);
    const scrolling = await measureScrolling(page, session);
    const typing = await measureTyping(page, session);
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
    return { ...opening, ...applying, ...scrolling, ...typing, 'script heap, MB': heap / 1e6 };
  });
}

/** Times the built page in Chromium at several sizes of transcript, and how each figure grows. */
export async function benchPage(sizes: readonly PageSize[]): Promise<string> {
  const columns: Record<string, number>[] = [];
  for (const size of sizes) columns.push(await measurePage(size));
  const head = [
    'milliseconds',
    ...sizes.map(({ words, codings }) => `${words / 1000}k words, ${codings} codings`),
    ...sizes.slice(1).map(() => 'growth'),
  ];
  return table(
    head,
    Object.keys(columns[0]!).map((name) => {
      const figures = columns.map((column) => column[name]!);
      return [name, ...figures.map((figure) => figure.toFixed(1)), ...growth(figures)];
    }),
  );
}
