import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { rooms } from '../../renderer/app/rooms.ts';
import { openView } from '../support/open-view.ts';
import { type Largeness, largeProject } from './large-project.ts';
import { table } from './measure.ts';
import type { Measured } from './measured-page.ts';
import { onProject } from './page-bench.ts';
import { traced } from './page-trace.ts';

/** Milliseconds within which a view of a large project is there and everything after it has happened. */
const settled = 4000;

type Step = { readonly name: string; readonly run: (page: Page) => Promise<void> };

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** What is shown one after another: every view of every room, then lists that are long in a large project. */
const steps: readonly Step[] = [
  ...rooms.flatMap(({ views }) =>
    views.map((view) => ({ name: view, run: (page: Page): Promise<void> => openView(page, view) })),
  ),
  {
    name: 'search, a word in every transcript',
    run: async (page) => {
      await openView(page, 'search');
      await page.getByRole('searchbox').fill('ba');
      // The index may still be filling behind the work.
      await page.getByRole('button', { name: 'Show more' }).waitFor({ timeout: 300_000 });
    },
  },
  { name: 'search, more of it', run: (page) => page.getByRole('button', { name: 'Show more' }).click() },
  {
    name: 'history',
    run: (page) => command(page, 'History'),
  },
  {
    name: 'back to the transcript',
    run: async (page) => {
      await page.keyboard.press('Escape');
      await openView(page, 'code');
    },
  },
];

async function measureSteps({ browser, page }: Measured): Promise<string[][]> {
  const rows: string[][] = [];
  for (const { name, run } of steps) {
    const trace = await traced(browser, page, async () => {
      await run(page);
      await sleep(settled);
    });
    const { script, work } = trace.between(0, Number.POSITIVE_INFINITY);
    const longest = Math.max(0, ...trace.tasksOver(0));
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    rows.push([name, ...[script, work, longest, nodes].map((figure) => figure.toFixed(0))]);
  }
  return rows;
}

/** Opens every view on a project already made. */
export async function benchViewsOf(project: string): Promise<string> {
  let rows: string[][] = [];
  await onProject(project, 'INTERVIEWER', async (measured) => {
    rows = await measureSteps(measured);
    return {};
  });
  return table(['milliseconds of processor time', 'script', 'all work', 'longest task', 'elements'], rows);
}

/** Opens every view of the window on a project larger than any study is likely to be. */
export async function benchViews(size: Largeness): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-views-bench-'));
  try {
    return await benchViewsOf(await largeProject(folder, size));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
