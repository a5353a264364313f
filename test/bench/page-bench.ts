import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright';
import { createCore } from '../../electron/core/app.ts';
import { createNodePorts } from '../../electron/core/node-ports.ts';
import { createClient } from '../../shared/contract/client.ts';
import { memoryTransports } from '../../shared/contract/transport.ts';
import { browserProgram } from '../../build/test/browser.mjs';
import { startBrowserHost } from '../support/browser-host.ts';
import { writeCorpus } from './corpus.ts';
import { table } from './measure.ts';

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
  const core = createCore(createNodePorts('cli', { data: join(folder, 'data'), projects: folder }));
  const [near, far] = memoryTransports();
  core.dispatcher.serve(far);
  const client = createClient(near);
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

/** Milliseconds of script, style, layout and all tasks since the page began. */
async function spent(session: CDPSession): Promise<{ script: number; task: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { script: of('ScriptDuration'), task: of('TaskDuration') };
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve, 60));
      }),
  );
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function measurePage(size: PageSize): Promise<Record<string, number>> {
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
    await settle(page);

    const before = await spent(session);
    await page.getByRole('button', { name: /doc0001\.txt/ }).click();
    await page.locator('mark').first().waitFor();
    await settle(page);
    const opened = await spent(session);

    await page.keyboard.press('s');
    await page.keyboard.type('Code 07');
    await page.keyboard.press('Enter');
    await settle(page);
    const scripts: number[] = [];
    const tasks: number[] = [];
    for (let round = 0; round < 25; round++) {
      await page.keyboard.press(']');
      await settle(page);
      const start = await spent(session);
      await page.keyboard.press('.');
      await settle(page);
      const end = await spent(session);
      scripts.push(end.script - start.script);
      tasks.push(end.task - start.task);
    }
    return {
      'open the transcript, script': opened.script - before.script,
      'open the transcript, all work': opened.task - before.task,
      'apply a code, script, median': median(scripts),
      'apply a code, all work, median': median(tasks),
    };
  } finally {
    await browser.close();
    await host.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Times the page in Chromium at several sizes of transcript. */
export async function benchPage(sizes: readonly PageSize[]): Promise<string> {
  const columns: Record<string, number>[] = [];
  for (const size of sizes) columns.push(await measurePage(size));
  const head = ['milliseconds', ...sizes.map(({ words, codings }) => `${words / 1000}k words, ${codings} codings`)];
  return table(
    head,
    Object.keys(columns[0]!).map((name) => [name, ...columns.map((column) => column[name]!.toFixed(1))]),
  );
}
