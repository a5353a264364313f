import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { browserProgram } from '../../build/test/browser.mjs';
import { startBrowserHost } from '../support/browser-host.ts';
import { growth, median, percentile95, table } from './measure.ts';
import { madeProject } from './made-project.ts';
import { pageMemory, type PageTrace, traced } from './page-trace.ts';
import { measureAnswers } from './palette-bench.ts';
import { measureTyping } from './typing-bench.ts';
import type { Figures, Measured } from './measured-page.ts';

/** A transcript's size, and the codings of two coders in it; 60 codes unless told otherwise. */
type PageSize = {
  readonly words: number;
  readonly codings: number;
  readonly codes?: number;
  readonly documents?: number;
};

/** Milliseconds after a key in which everything it causes has happened: the answer, the drawing, the questions asked again. */
const after = 800;
/** The same for a transcript, whose sections below the first are drawn while the page is idle. */
const filled = 8000;
const rounds = 25;

/** Marks in the page's timeline every key and press, and the moment marks of codings come or go. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isMark = (node: Node): boolean =>
      node instanceof Element && (node.matches('[data-codings]') || node.querySelector('[data-codings]') !== null);
    new MutationObserver((changes) => {
      if (
        changes.some(
          ({ type, addedNodes, removedNodes }) =>
            type === 'attributes' || [...addedNodes, ...removedNodes].some(isMark),
        )
      )
        performance.mark('bench-shown');
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-codings'] });
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

export async function measureOpening({ browser, page }: Measured): Promise<Figures> {
  const row = (await page.getByRole('button', { name: /doc0001\.txt/ }).boundingBox())!;
  await page.mouse.move(row.x + 20, row.y + row.height / 2);
  const trace = await traced(browser, page, async () => {
    await page.mouse.down();
    await page.mouse.up();
    // The page is not asked whether it is there: the asking would be counted.
    await sleep(filled);
  });
  const [first] = trace.interactions({ from: 'bench-key', to: 'bench-shown', rounds: 1, most: filled });
  return {
    'open the transcript, script to first words': first!.until,
    'open the transcript, wait for first words': first!.wait,
    'open the transcript, script in all': first!.until + first!.rest,
    'open the transcript, all work': first!.work,
    'open the transcript, longest task': Math.max(0, ...trace.tasksOver(0)),
  };
}

function figuresOf(name: string, trace: PageTrace): Figures {
  const parts = trace.interactions({ from: 'bench-key', to: 'bench-shown', rounds, most: after });
  const scripts = parts.map(({ until, rest }) => until + rest);
  return {
    [`${name}, script, median`]: median(scripts),
    [`${name}, script, 95 %`]: percentile95(scripts),
    [`${name}, script until shown, median`]: median(parts.map(({ until }) => until)),
    [`${name}, all work, median`]: median(parts.map(({ work }) => work)),
    [`${name}, key to shown, median`]: median(parts.map(({ wait }) => wait)),
    [`${name}, tasks over 50 ms`]: trace.tasksOver(50).length,
  };
}

/** Repeats the last code turn by turn, then takes each off again. Throws unless each press added or took exactly one coding. */
async function measureCoding({ browser, page }: Measured): Promise<Figures> {
  await page.locator('article').first().focus();
  await page.keyboard.press('s');
  // A code of its own: nothing has been given it, so that each press adds.
  await page.keyboard.type('Bench');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-item][aria-pressed="true"]', { hasText: 'Bench' }).waitFor();
  await sleep(after);
  const start = await shownCodings(page);
  const press = (step: string, key: string): Promise<PageTrace> =>
    traced(browser, page, async () => {
      for (let round = 0; round < rounds; round++) {
        await page.keyboard.press(step);
        await sleep(after / 2);
        await page.keyboard.press(key);
        await sleep(after);
      }
    });
  const applied = await press(']', '.');
  const full = await shownCodings(page);
  if (full - start !== rounds) throw new Error(`${rounds} presses of “.” added ${full - start} codings`);
  await page.keyboard.press(']');
  const removed = await press('[', 'u');
  const left = await shownCodings(page);
  if (left !== start) throw new Error(`${rounds} presses of “U” took ${full - left} codings`);
  return { ...figuresOf('apply a code', applied), ...figuresOf('un-code', removed) };
}

/** Turns the wheel from the top for forty screens' worth. */
export async function measureScrolling({ browser, page }: Measured): Promise<Figures> {
  const steps = 40;
  await page.mouse.move(700, 450);
  const frames = await page.evaluateHandle(() => {
    const times: number[] = [];
    const note = (time: number): void => {
      times.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    return times;
  });
  const trace = await traced(browser, page, async () => {
    for (let step = 0; step < steps; step++) {
      await page.mouse.wheel(0, 700);
      await sleep(100);
    }
  });
  const { script, work } = trace.between(0, Number.POSITIVE_INFINITY);
  const times = await frames.jsonValue();
  const gaps = times.slice(1).map((time, place) => time - times[place]!);
  return {
    'scroll a screen, script': script / steps,
    'scroll a screen, all work': work / steps,
    'scroll, longest task': Math.max(0, ...trace.tasksOver(0)),
    'scroll, tasks over 50 ms': trace.tasksOver(50).length,
    'scroll, frames': gaps.length,
    'scroll, frames later than two': gaps.filter((gap) => gap > 34).length,
  };
}

/** A page on a project with a short first transcript, which is open, and one or more of the size asked for. */
export async function onPage(
  { documents = 1, codes = 60, ...size }: PageSize,
  work: (measured: Measured) => Promise<Figures>,
): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-page-bench-'));
  const short = join(folder, 'a-short.txt');
  writeFileSync(short, 'I: Good morning.\n\nR: Good morning to you.\n\nI: Shall we?\n\nR: Yes.\n');
  const project = await madeProject(
    folder,
    { ...size, documents, codes, coders: 2 },
    { files: [short], coder: 'coder1' },
  );
  try {
    return await onProject(project, 'Good morning to you.', work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page on a project of one's own, whose open transcript shows these words. */
export async function onProject(
  project: string,
  words: string,
  work: (measured: Measured) => Promise<Figures>,
): Promise<Figures> {
  const host = await startBrowserHost({ parameters: [project] });
  const executablePath = browserProgram();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await page.goto(host.link);
    await page.getByText(words).first().waitFor();
    await listen(page);
    await sleep(after);
    return await work({ browser, page, session });
  } finally {
    await browser.close();
    await host.remove();
  }
}

/** Milliseconds from pressing a transcript of this size to its first words. */
export async function timeOpening(size: PageSize): Promise<number> {
  const opening = await onPage(size, measureOpening);
  return opening['open the transcript, wait for first words']!;
}

/** Times the built page in Chromium at several sizes of transcript, and how each figure grows. */
export async function benchPage(sizes: readonly PageSize[]): Promise<string> {
  const columns: Figures[] = [];
  for (const size of sizes)
    columns.push(
      await onPage(size, async (measured) => {
        const opening = await measureOpening(measured);
        const coding = await measureCoding(measured);
        const scrolling = await measureScrolling(measured);
        const memory = await pageMemory(measured.browser, measured.session);
        return {
          ...opening,
          ...coding,
          ...scrolling,
          'memory of the page, MB': memory,
          ...(await measureTyping(measured)),
        };
      }),
    );
  const answers = await onPage({ words: 10_000, codings: 4000, codes: 1000 }, measureAnswers);
  const head = [
    'milliseconds of processor time (waits: of the clock)',
    ...sizes.map(({ words, codings }) => `${words / 1000}k words, ${codings} codings`),
    ...sizes.slice(1).map(() => 'growth'),
  ];
  const rows = Object.keys(columns[0]!).map((name) => {
    const figures = columns.map((column) => column[name]);
    const known = figures.filter((figure) => figure !== undefined);
    return [
      name,
      ...figures.map((figure) => figure?.toFixed(1) ?? '–'),
      ...(known.length === figures.length ? growth(known) : []),
    ];
  });
  const answerRows = Object.entries(answers).map(([name, figure]) => [name, figure?.toFixed(1) ?? '–']);
  return [table(head, rows), table(['milliseconds, 1,000 codes', ''], answerRows)].join('\n\n');
}
