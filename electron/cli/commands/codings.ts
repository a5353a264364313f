import { type Command, oneOf, parseCommandLine } from '../command.ts';
import { complain, describeFault, print, printJson } from '../output.ts';
import { writeOutput } from '../output-file.ts';
import { withProject } from '../session.ts';

export const codingsImportCommand: Command = {
  name: 'codings import',
  summary: 'import codings from CSV or from an Excel workbook',
  usage: 'codings import PROJECT FILE.csv|FILE.xlsx [--coder NAME] [--create-codes] [--not-done] [--partial] [--json]',
  help: [
    'Columns document (or doc), code, start, end; optional coder, text, memo. Positions are code points, half-open.',
    'A given text is compared with the transcript; wrong rows are listed and, without --partial, nothing is imported.',
    '--coder NAME      whose codings these are, whatever the file says',
    '--create-codes    make codes the project does not have',
    '--not-done        do not mark the documents as done by their coders',
    '--partial         import the right rows although others are wrong',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        coder: { type: 'string' },
        'create-codes': { type: 'boolean' },
        'not-done': { type: 'boolean' },
        partial: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      { least: 2, most: 2 },
    );
    return withProject(positionals[0]!, async ({ client, ticket }) => {
      const answer = await client.call('codings.importCsv', {
        ticket: ticket(positionals[1]!),
        ...(values.coder === undefined ? {} : { coder: values.coder }),
        createCodes: values['create-codes'] ?? false,
        markDone: !values['not-done'],
        partial: values.partial ?? false,
      });
      if (values.json) printJson(answer);
      else
        print(
          `${answer.imported} codings imported${answer.present > 0 ? `, ${answer.present} were there already` : ''}; coders: ${answer.coders.join(', ')}`,
        );
      for (const fault of answer.refused) complain(describeFault(fault));
      return answer.refused.length === 0 ? 0 : 1;
    });
  },
};

export const codingsExportCommand: Command = {
  name: 'codings export',
  summary: 'print all codings as CSV, or write them as an Excel workbook',
  usage: 'codings export PROJECT [--coder NAME] [--format csv|xlsx] [-o FILE]',
  help: ['The same columns as for import; raw values, the CSV in UTF-8 without BOM. Both are imported again.'],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { coder: { type: 'string' }, format: { type: 'string' }, output: { type: 'string', short: 'o' } },
      { least: 1, most: 1 },
    );
    const format = oneOf('format', values.format, ['csv', 'xlsx']) ?? 'csv';
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const { ticket, unplaced } = await client.call('codings.exportCsv', {
        format,
        ...(values.coder === undefined ? {} : { coder: values.coder }),
      });
      writeOutput(values.output, await fetch(ticket));
      if (unplaced > 0)
        complain(`${unplaced} codings have lost their words and are not in it: see “To review” in the program`);
      return 0;
    });
  },
};
