/** Seconds from the beginning of a recording as `00:50` or `1:02:07`. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${two(minutes)}:${two(whole % 60)}`;
}

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
