import { basename } from 'node:path';
import { type CsvRowFault, VerbatimError, type WireError } from '../../shared/contract/errors.ts';
import { csvRowText, errorText } from '../../shared/messages/error-text.ts';
import { messageText } from '../../shared/messages/message-text.ts';

/** Writes what the command answers; large answers are complete before the process ends. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** What went wrong, for people; programs read the exit code. */
export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Says what is still to be done with a project file from which something was erased. */
export function complainOfRewrite(path: string): void {
  complain(messageText({ id: 'protection.rewrite.due', values: { file: basename(path) } }, 'en'));
}

/** An error in the words of the interface: what happened, to which file, what to do. */
export function describeError(error: WireError): string {
  return errorText(error, 'en');
}

/** One refused row of a CSV. */
export function describeFault(fault: CsvRowFault): string {
  return csvRowText(fault, 'en');
}

/** Prints an error on stderr, with every refused row where it is about a CSV; answers the exit code. */
export function reportError(error: unknown): number {
  if (!(error instanceof VerbatimError)) {
    complain(`verbatim: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  const wire = error.toWire();
  complain(`verbatim: ${describeError(wire)}`);
  if (wire.code === 'csv_rows') for (const fault of wire.params.faults) complain(`  ${describeFault(fault)}`);
  return 1;
}

/** Rows as columns: the first column flush left, the others right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) =>
    all.reduce((widest, row) => Math.max(widest, displayWidth(row[column] ?? '')), 0),
  );
  for (const row of all) {
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? '';
      const gap = ' '.repeat(width - displayWidth(cell));
      return column === 0 ? cell + gap : gap + cell;
    });
    print(cells.join('  ').trimEnd());
  }
}

/** Columns a terminal gives a text: East Asian characters take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1;
  return width;
}
