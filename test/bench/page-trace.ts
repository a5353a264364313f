import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright';

type TraceEvent = {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of {@link TraceEvent.dur}, what the thread really ran. */
  readonly tdur?: number;
};

/** What runs script, as the timeline names it; those inside another are counted with it. */
const scriptEvents = new Set([
  'EventDispatch',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EvaluateScript',
]);
const taskEvents = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

type Stretch = { readonly start: number; readonly end: number; readonly ran: number };

/** Stretches that lie in no other, in order. */
function topLevel(events: readonly TraceEvent[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { ts, dur, tdur } of events.toSorted((a, b) => a.ts - b.ts || b.dur! - a.dur!)) {
    const last = stretches.at(-1);
    if (!last || ts >= last.end) stretches.push({ start: ts, end: ts + dur!, ran: tdur ?? dur! });
  }
  return stretches;
}

/** Milliseconds the stretches ran between two moments; of one that reaches over an end, its share. */
function ranWithin(stretches: readonly Stretch[], from: number, to: number): number {
  const ran = stretches.reduce((sum, { start, end, ran: whole }) => {
    const inside = Math.min(end, to) - Math.max(start, from);
    return inside <= 0 ? sum : sum + (whole * inside) / Math.max(1, end - start);
  }, 0);
  return ran / 1000;
}

/** How an interaction went: script until what it asked for was in the page, and after; all work of the main thread; the wait. */
export type Interaction = {
  readonly until: number;
  readonly rest: number;
  readonly work: number;
  readonly wait: number;
};

/**
 * What the main thread of a page did, in processor time: what else runs on the machine does not lengthen it, except the waits.
 * Moments are user timings the page has marked.
 */
export class PageTrace {
  private readonly marks: readonly TraceEvent[];
  private readonly scripts: readonly Stretch[];
  private readonly tasks: readonly Stretch[];

  constructor(trace: Buffer, main: { readonly mark: string }) {
    const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
    this.marks = events.filter(({ cat, ph }) => cat.includes('blink.user_timing') && ph !== 'M');
    const thread = this.marks.find(({ name }) => name === main.mark);
    if (!thread) throw new Error(`the page never marked ${main.mark}`);
    const ofMain = events.filter(
      ({ ph, pid, tid, dur }) => ph === 'X' && dur !== undefined && pid === thread.pid && tid === thread.tid,
    );
    this.scripts = topLevel(ofMain.filter(({ name }) => scriptEvents.has(name)));
    this.tasks = topLevel(ofMain.filter(({ name }) => taskEvents.has(name)));
  }

  times(mark: string): readonly number[] {
    return this.marks
      .filter(({ name }) => name === mark)
      .map(({ ts }) => ts)
      .sort((a, b) => a - b);
  }

  /** Milliseconds of script and of all work between two moments. */
  between(from: number, to: number): { script: number; work: number } {
    return { script: ranWithin(this.scripts, from, to), work: ranWithin(this.tasks, from, to) };
  }

  /** Tasks that ran longer than so many milliseconds. */
  tasksOver(limit: number, from = 0, to = Number.POSITIVE_INFINITY): readonly number[] {
    return this.tasks
      .filter(({ start, end, ran }) => ran > limit * 1000 && end > from && start < to)
      .map(({ ran }) => ran / 1000);
  }

  /** Each interaction from the mark `from` to the first `to` after it, with what follows up to the next one or `most` milliseconds. Throws where one of the `rounds` was not answered. */
  interactions({
    from,
    to,
    rounds,
    most,
  }: {
    from: string;
    to: string;
    rounds: number;
    most: number;
  }): readonly Interaction[] {
    const starts = this.times(from);
    const shown = this.times(to);
    const found = starts.flatMap((start, place) => {
      const end = Math.min(starts[place + 1] ?? Number.POSITIVE_INFINITY, start + most * 1000);
      const at = shown.find((time) => time >= start && time < end);
      if (at === undefined) return [];
      const until = this.between(start, at);
      const rest = this.between(at, end);
      return [{ until: until.script, rest: rest.script, work: until.work + rest.work, wait: (at - start) / 1000 }];
    });
    if (found.length !== rounds) throw new Error(`${found.length} of ${rounds} presses were seen to change the page`);
    return found;
  }
}

/** Records what a page does meanwhile. The page marks `bench-begin` first. */
export async function traced(browser: Browser, page: Page, work: () => Promise<void>): Promise<PageTrace> {
  await browser.startTracing(page, { categories });
  await page.evaluate(() => performance.mark('bench-begin'));
  await work();
  return new PageTrace(await browser.stopTracing(), { mark: 'bench-begin' });
}

/** Megabytes the process of the page holds for itself alone; undefined where the system does not say. */
export async function pageMemory(browser: Browser, session: CDPSession): Promise<number | undefined> {
  await session.send('HeapProfiler.collectGarbage');
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  await whole.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .flatMap(({ id }) => {
      try {
        const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
        const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0);
        return [(of('Private_Clean') + of('Private_Dirty')) / 1024];
      } catch {
        return [];
      }
    });
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}
