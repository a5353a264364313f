/** Stands for a time the file does not give: written as no time at all. */
export const unknownInstant = '1970-01-01T00:00:00.000Z';

/**
 * The instant of an XML or SQL date as ISO 8601 in UTC, or null where it is none. One without a zone is taken as UTC: the
 * programs that leave the zone out do not say which it was.
 */
export function plainInstant(written: string | null): string | null {
  const found = /^\s*(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d)(\.\d{1,3})?\d*)?\s*(Z|[+-]\d\d:?\d\d)?\s*$/i.exec(
    written ?? '',
  );
  if (!found) return null;
  const [, day, clock = '00:00:00', fraction = '', zone = 'Z'] = found;
  const time = new Date(`${day}T${clock}${fraction}${zone.toUpperCase()}`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
