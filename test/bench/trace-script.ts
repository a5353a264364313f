type TraceEvent = {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
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

/** Milliseconds of script up to a moment and after it, and how long one waited for that moment. */
export type ScriptPart = { readonly until: number; readonly rest: number; readonly wait: number };

type Around = { readonly from: string; readonly to: string; readonly rounds: number; readonly most: number };

/**
 * Script around each interaction of a recorded trace: from the user timing `from` to the first `to` after it, and from there to
 * the next `from` or `most` milliseconds after this one, whichever is sooner. Throws where an interaction of the `rounds` wanted was never answered by `to`.
 */
export function scriptAround(trace: Buffer, { from, to, rounds, most }: Around): readonly ScriptPart[] {
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const marks = events.filter(({ cat, name }) => cat.includes('blink.user_timing') && (name === from || name === to));
  const main = marks[0];
  const scripts = topLevel(
    events.filter(
      ({ name, ph, pid, tid, dur }) =>
        ph === 'X' && dur !== undefined && pid === main?.pid && tid === main.tid && scriptEvents.has(name),
    ),
  );
  const times = (name: string): number[] =>
    marks
      .filter((mark) => mark.name === name)
      .map(({ ts }) => ts)
      .sort((a, b) => a - b);
  const starts = times(from);
  const shown = times(to);
  const parts = starts.flatMap((start, place) => {
    const end = Math.min(starts[place + 1] ?? Number.POSITIVE_INFINITY, start + most * 1000);
    const at = shown.find((time) => time >= start && time < end);
    if (at === undefined) return [];
    return [{ until: within(scripts, start, at), rest: within(scripts, at, end), wait: (at - start) / 1000 }];
  });
  if (parts.length !== rounds) throw new Error(`${parts.length} of ${rounds} presses were seen to change the page`);
  return parts;
}

type Stretch = { readonly start: number; readonly end: number };

function topLevel(events: readonly TraceEvent[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { ts, dur } of events.toSorted((a, b) => a.ts - b.ts || b.dur! - a.dur!)) {
    const last = stretches.at(-1);
    if (!last || ts >= last.end) stretches.push({ start: ts, end: ts + dur! });
  }
  return stretches;
}

/** Milliseconds of the stretches that lie between two moments. */
function within(stretches: readonly Stretch[], from: number, to: number): number {
  return (
    stretches.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0) / 1000
  );
}
