import { byCodeUnits } from '../../text/code-unit-order.ts';
export type DayOfWork = {
  /** As `2026-03-01`. */
  readonly day: string;
  readonly counts: ReadonlyMap<string, number>;
};

/** Whether a name is one of a time zone, like `Asia/Shanghai`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The calendar day of an instant in a time zone, as `2026-03-01`. */
export function dayIn(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (instant) => {
    const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    return `${parts.get('year')!.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
  };
}

/** How many codings each coder made on each day on which there is one, days in order. */
export function coderActivity(codings: readonly { readonly coder: string; readonly day: string }[]): DayOfWork[] {
  return [...Map.groupBy(codings, ({ day }) => day)]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([day, own]) => ({
      day,
      counts: new Map([...Map.groupBy(own, ({ coder }) => coder)].map(([coder, each]) => [coder, each.length])),
    }));
}
