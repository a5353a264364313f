/** Of some figures by name those without a value, each with its reason. */
export function reasonsOf(figures: Readonly<Record<string, object | null | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, figure]) =>
      figure && 'undefined' in figure ? [[name, String(figure.undefined)]] : [],
    ),
  );
}

/** The same for a cell of a table: `phi: in_every_unit; lift: never_used`. Empty where all have a value. */
export function reasonsText(reasons: Readonly<Record<string, string>>): string {
  return Object.entries(reasons)
    .map(([name, reason]) => `${name}: ${reason}`)
    .join('; ');
}
