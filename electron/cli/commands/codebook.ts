import { writeWhole } from '../../core/export/write-whole.ts';
import { type Command, parseCommandLine } from '../command.ts';
import { withProject } from '../session.ts';

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
      const bytes = await fetch(ticket);
      if (values.output === undefined) process.stdout.write(bytes);
      else writeWhole(values.output, bytes);
      return 0;
    });
  },
};
