import { type Command, oneOf, parseCommandLine } from '../command.ts';
import { isVerbatimError } from '../../../shared/contract/errors.ts';
import type { CodeChoice } from '../../../shared/contract/methods/codebook-files.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import { codebookFaultText } from '../../../shared/messages/error-text.ts';
import { complain, print, printJson } from '../output.ts';
import { writeOutput } from '../output-file.ts';
import { withProject } from '../session.ts';

const fallbacks = ['take', 'keep'] as const;
const placements = ['keep', 'move', 'new'] as const;

export const codebookImportCommand: Command = {
  name: 'codebook import',
  summary: 'take the codes of a file into the codebook; codings are never touched',
  usage:
    'codebook import PROJECT FILE [--preview] [--changed take|keep] [--elsewhere keep|move|new] [--partial] [--json]',
  help: [
    'FILE is a table (.csv, .tsv, .xlsx), JSON as codebook export writes it, or a REFI-QDA codebook (.qdc).',
    'Tables: a column path ("Privacy / Being watched"), or name with parent, or tag or name alone; further definition (or',
    'description), when to use, when not to use, examples, aliases, color and more, also in Chinese and Japanese.',
    'What the file does not say stays as it is.',
    '--preview          say what is new, same, changed or stands elsewhere, and change nothing',
    '--changed WHICH    codes the file says otherwise: take (usual) what it says, or keep what stands',
    '--elsewhere WHICH  codes that stand under another parent: keep (usual) them there, move them, or make new ones',
    '--partial          take the right rows although others are wrong',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        preview: { type: 'boolean' },
        changed: { type: 'string' },
        elsewhere: { type: 'string' },
        partial: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      { least: 2, most: 2 },
    );
    const changed = oneOf('changed', values.changed, fallbacks) ?? 'take';
    const elsewhere = oneOf('elsewhere', values.elsewhere, placements) ?? 'keep';
    return withProject(positionals[0]!, async ({ client, ticket: ticketOf }) => {
      const ticket = ticketOf(positionals[1]!);
      const preview = await client.call('codebook.preview', { ticket });
      if (values.preview) {
        if (values.json) printJson(preview);
        else printPreview(preview);
        for (const fault of preview.faults) complain(codebookFaultText(fault, 'en'));
        return preview.faults.length === 0 ? 0 : 1;
      }
      const choices = preview.entries.flatMap(({ state }, entry): { entry: number; choice: CodeChoice }[] => {
        if (state === 'changed') return [{ entry, choice: changed }];
        return state === 'elsewhere' ? [{ entry, choice: elsewhere }] : [];
      });
      try {
        const answer = await client.call('codebook.import', { ticket, choices, partial: values.partial ?? false });
        if (values.json) printJson(answer);
        else
          print(
            `${answer.created} codes made, ${answer.changed} changed, ${answer.moved} moved, ${answer.left} left as they are`,
          );
        for (const fault of answer.refused) complain(codebookFaultText(fault, 'en'));
        return answer.refused.length === 0 ? 0 : 1;
      } catch (error) {
        if (isVerbatimError(error, 'codebook_rows'))
          for (const fault of error.params.faults) complain(codebookFaultText(fault, 'en'));
        throw error;
      }
    });
  },
};

/** One line a code, below it what the file says otherwise. */
function printPreview({ entries, ignored }: Output<'codebook.preview'>): void {
  for (const { state, name, parent, changes } of entries) {
    print(`${state}\t${parent === null ? '' : `${entries[parent]!.name} / `}${name}`);
    for (const { field, language, before, after } of changes)
      print(
        `\t${language === null ? field : `${field} ${language}`}\t${JSON.stringify(before)} -> ${JSON.stringify(after)}`,
      );
  }
  if (ignored.length > 0) print(`not taken: ${ignored.join(', ')}`);
}

export const codebookExportCommand: Command = {
  name: 'codebook export',
  summary: 'write the codebook as JSON, in the form of the one that comes with the program',
  usage: 'codebook export PROJECT [-o FILE]',
  help: ['-o FILE  where to; without it the file goes to the standard output'],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { output: { type: 'string', short: 'o' } },
      { least: 1, most: 1 },
    );
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const { ticket } = await client.call('codebook.exportJson', {});
      writeOutput(values.output, await fetch(ticket));
      return 0;
    });
  },
};
