import { utf8Beginning } from '../text/utf8-beginning.ts';

/** Bytes of UTF-8 a name may have: file systems take 255, and endings and numbers come behind it. */
const mostBytes = 200;

/** Names that Windows keeps for devices, whatever ending they have. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A file name made of words that any file system takes: `Social credit – agreement` keeps its letters, loses `/ : * ?` and the like. */
export function fileNameOf(...words: readonly string[]): string {
  const name = words
    .join(' ')
    .toWellFormed()
    .replaceAll(/[\p{Cc}/\\:*?"<>|]+/gu, ' ')
    .replaceAll(/\s+/g, ' ');
  const bare = utf8Beginning(name.replace(/^[. ]+/, ''), mostBytes).replace(/[. ]+$/, '');
  return bare === '' ? 'verbatim' : bare.replace(devices, '$&_');
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
