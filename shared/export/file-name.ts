/** A file name made of words that any file system takes: `Social credit – agreement` keeps its letters, loses `/ : * ?` and the like. */
export function fileNameOf(...words: readonly string[]): string {
  const name = words
    .join(' ')
    .replaceAll(/[\p{Cc}/\\:*?"<>|]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  return name === '' ? 'verbatim' : name.slice(0, 120).trim();
}

/** The name of a file that leaves a study: it says of an invented one that it is. An anonymised file leaves the study's name out. */
export function studyFileName(
  study: { readonly name: string | null; readonly synthetic: boolean },
  ...words: readonly string[]
): string {
  return fileNameOf(
    ...(study.name === null ? [] : [study.name]),
    ...(study.synthetic ? ['(synthetic sample)'] : []),
    ...words,
  );
}
