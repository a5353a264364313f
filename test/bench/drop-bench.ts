import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeCorpus } from './corpus.ts';
import { table } from './measure.ts';
import type { Figures, Measured } from './measured-page.ts';
import { onPage } from './page-bench.ts';
import { type PageTrace, traced } from './page-trace.ts';

/** About 60 kB a file. */
const words = 11_500;

function figuresOf(name: string, trace: PageTrace): Figures {
  return {
    [`${name}: script`]: trace.between(0, Number.POSITIVE_INFINITY).script,
    [`${name}: longest task`]: Math.max(0, ...trace.tasksOver(0)),
    [`${name}: tasks over 50 ms`]: trace.tasksOver(50).length,
  };
}

/** Drops files on the window, waits until all are read, and imports them. */
async function measureDrop({ browser, page, session }: Measured, files: readonly string[]): Promise<Figures> {
  const drop = await traced(browser, page, async () => {
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
    await sleep(2000);
  });
  const importing = page.getByRole('button', { name: `Import ${files.length.toLocaleString('en')} files` });
  const reading = await traced(browser, page, async () => {
    await importing.and(page.locator(':enabled')).waitFor({ timeout: 600_000 });
  });
  const storing = await traced(browser, page, async () => {
    await importing.click();
    await page
      .getByText(/imported/)
      .first()
      .waitFor({ timeout: 600_000 });
    await sleep(3000);
  });
  return {
    ...figuresOf('drop', drop),
    ...figuresOf('read', reading),
    ...figuresOf('import', storing),
  };
}

/** Drops a thousand files of 60 kB on the page and imports them: no task of the page is to be longer than 50 ms. */
export async function benchDrop(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-drop-bench-'));
  try {
    const { files } = writeCorpus(folder, { documents: count, words, codes: 1, coders: 1, codings: count });
    const figures = await onPage({ words: 500, codings: 10 }, (measured) => measureDrop(measured, files));
    return table(
      [`milliseconds of processor time of the page, ${count} files`, ''],
      Object.entries(figures).map(([name, figure]) => [name, figure?.toFixed(0) ?? '–']),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
