const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it, and a list of codings has one for each row. */
function dateFormat(language: string, withYear: boolean): Intl.DateTimeFormat {
  const key = `${language} ${withYear}`;
  const standing = formats.get(key);
  if (standing) return standing;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  formats.set(key, format);
  return format;
}

/** An instant as a short date and time of day: `14 May, 10:32`; with the year where it is not this one. */
export function shortDateTime(instant: string, language: string): string {
  const date = new Date(instant);
  return dateFormat(language, date.getFullYear() !== new Date().getFullYear()).format(date);
}
