import { setTimeout as sleep } from 'node:timers/promises';
import { openView } from '../support/open-view.ts';
import { table } from './measure.ts';
import { measureOpening, measureScrolling, onPage } from './page-bench.ts';
import type { Figures } from './measured-page.ts';
import type { Measured } from './measured-page.ts';
import { traced } from './page-trace.ts';

/** Milliseconds within which a matrix is there and everything after it has happened. */
const settled = 4000;

/** Opens the matrix of co-occurrence for the first time: until it is shown, and the script it takes. */
async function measureMatrix({ browser, page }: Measured): Promise<Figures> {
  await page.evaluate(() => {
    new MutationObserver((changes) => {
      const isMatrix = (node: Node): boolean =>
        node instanceof Element &&
        (node.matches('main table, main [role=grid]') || node.querySelector('table, [role=grid]') !== null);
      if (changes.some(({ addedNodes }) => [...addedNodes].some(isMatrix))) performance.mark('bench-matrix');
    }).observe(document.body, { subtree: true, childList: true });
  });
  const trace = await traced(browser, page, async () => {
    await openView(page, 'cooccurrence');
    await sleep(settled);
  });
  const asked = trace.times('bench-key').at(-1)!;
  const shown = trace.times('bench-matrix').find((time) => time > asked);
  if (shown === undefined) throw new Error('no matrix was shown');
  return {
    'matrix of co-occurrence, wait until shown': (shown - asked) / 1000,
    'matrix of co-occurrence, script until shown': trace.between(asked, shown).script,
    'matrix of co-occurrence, script in all': trace.between(asked, asked + settled * 1000).script,
  };
}

/** A real study: 40 interviews of about an hour, 10,000 codings. Opening, scrolling and the matrix are to stay below a second. */
export async function benchStudy(): Promise<string> {
  const figures = await onPage({ documents: 40, words: 9000, codings: 10_000 }, async (measured) => ({
    ...(await measureOpening(measured)),
    ...(await measureScrolling(measured)),
    ...(await measureMatrix(measured)),
  }));
  return table(
    ['milliseconds of processor time of the page (waits: of the clock)', ''],
    Object.entries(figures).map(([name, figure]) => [name, figure?.toFixed(1) ?? '–']),
  );
}
