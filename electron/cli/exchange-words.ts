import type { ExchangeReport } from '../../shared/contract/methods/exchange.ts';
import type { LossReason } from '../../shared/refi/losses.ts';

type Item = ExchangeReport['losses'][number];

const reasons: Readonly<Record<LossReason, string>> = {
  not_modelled: 'there is no place for it',
  left_out: 'left out as asked, or confidential',
  kept_unseen: 'not shown here, but kept and written again on export',
  too_large: 'too large to be kept inside the project',
  no_text: 'it has no text',
  file_missing: 'its file is not in the archive or cannot be read',
  not_text: 'it marks an area or a stretch of a recording, not words',
  unresolved: 'what it refers to is not there',
  second_case: 'the document belongs to another case already',
  guid_repeated: 'its GUID stands for something else as well',
  nameless: 'it had no name and was given one',
  unknown_element: 'the standard does not know it',
  unreferenced_file: 'nothing refers to it',
  encoding_guessed: 'its encoding was guessed',
  text_differs: 'the document is there already with another text',
  place_unknown: 'kept, but its place in a text is not known',
  folded: 'written twice, kept once',
  type_changed: 'kept as another type',
  counted_otherwise: 'kept on the words of its name; it is counted in another way than the rest',
  plain_text_only: 'kept as plain text',
  log_unread: 'its program has changes not yet written into it; close it there and import again',
};

const attentions: Readonly<Record<ExchangeReport['attention'][number]['reason'], string>> = {
  out_of_range: 'lies outside the text',
  splits_character: 'cuts a character in two',
  empty: 'is empty',
  text_missing: 'the text is missing',
  text_differs: 'the document has another text here',
};

/** One item of a loss report. */
export function lossLine({ element, reason, guid, name, count }: Item): string {
  const what = [count > 1 ? `${count} × ${element}` : element, name ?? guid ?? ''].join(' ').trim();
  return `${what}: ${reasons[reason]}`;
}

/** A report for people: what was counted, how positions were read and why, what needs attention, what is lost. */
export function reportLines(report: ExchangeReport): string[] {
  const { convention } = report;
  const unit = convention.unit === 'utf16' ? 'UTF-16 code units' : 'code points';
  const ends = convention.lineEnds === 'as-in-file' ? 'line ends as in the file' : 'CRLF counted as one';
  const why = {
    nothing: 'every way to count agrees',
    evidence: `decided on ${convention.tested} selections, margin ${convention.margin}`,
    origin: `usual for this program; ${convention.tested} selections did not decide (margin ${convention.margin})`,
    format: 'given by the format',
  }[convention.decidedBy];
  return [
    `${report.file}: ${report.kind}${report.origin === '' ? '' : `, written by ${report.origin}`}`,
    `positions: ${unit}, ${ends} (${why}); coders: by ${report.attribution}`,
    ...report.counts.map(
      ({ element, inFile, imported, present, lost }) =>
        `  ${element}: ${inFile} in the file, ${imported} new, ${present} there already, ${lost} not taken over`,
    ),
    ...report.coders.map(({ name, codings }) => `  ${name}: ${codings} codings`),
    ...report.attention.map(
      ({ document, start, end, codes, name, reason }) =>
        `  needs attention: ${document} ${start}–${end} [${codes.join(', ')}] ${reason === 'empty' ? '' : name}: ${attentions[reason]}`,
    ),
    ...report.losses.map((item) => `  ${lossLine(item)}`),
  ];
}
