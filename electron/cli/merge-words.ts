import type { Merged, MergedFile, MergeNote } from '../../shared/contract/methods/copies.ts';

const noteWords: Readonly<Record<MergeNote['kind'], string>> = {
  kept: 'stays: removed on one side, in use on the other',
  renamed: 'has another name now: there were two of one name',
  same_document: 'imported on both sides: one document',
  same_coder: 'coders of one name: one coder',
  same_coding: 'coded twice by the same coder: once',
  unsealed: 'older than the sealing of names: check, and seal again',
  withdrawn: 'of respondents taken out for good: left out',
  circle: 'stands at the top: it would have closed a circle',
};

function* fileLines({ file, coder, tables, withdrawn, conflicts, notes, texts, steps }: MergedFile): Generator<string> {
  yield `${file}${coder === null ? '' : ` (${coder})`}: ${steps} steps of its history`;
  for (const { table, added, changed, removed } of tables)
    if (added + changed + removed > 0) yield `  ${table}: ${added} new, ${changed} changed, ${removed} removed`;
  for (const name of withdrawn) yield `  ${name} was taken out for good there and is still here: --remove-withdrawn`;
  for (const { table, name, fields, taken } of conflicts) {
    yield `  changed on both sides: ${table} ${name}; taken: ${taken}`;
    for (const { field, here, there } of fields) yield `    ${field}: here “${here ?? ''}”, there “${there ?? ''}”`;
  }
  for (const { kind, table, name } of notes) yield `  ${table} ${name}: ${noteWords[kind]}`;
  for (const { document, taken, placed, detached } of texts) {
    yield `  text of ${document} differs: the one ${taken} stays; ${placed} passages found again, ${detached.length} without a place`;
    for (const words of detached) yield `    without a place: “${words}”`;
  }
}

/** What merging did, or would do, for people. */
export function mergedLines({ files, nothingToDo }: Merged, isPreview: boolean): string[] {
  if (nothingToDo) return ['nothing to do: all of it is here'];
  return [...files.flatMap((file) => [...fileLines(file)]), ...(isPreview ? ['nothing was changed (preview)'] : [])];
}
