import { type Command, Misuse, parseCommandLine } from '../command.ts';
import { print, printJson } from '../output.ts';
import { writeOutput } from '../output-file.ts';
import { withProject, withSession } from '../session.ts';

export const archiveWriteCommand: Command = {
  name: 'archive write',
  summary: 'write the whole project as a self-describing zip for long-term deposit',
  usage: 'archive write PROJECT -o FILE.zip [--with-confidential] [--json]',
  help: [
    '-o FILE.zip          where to',
    '--with-confidential  values of confidential attributes too; they are left out otherwise',
    'The same project gives the same bytes; every file in it has its checksum in manifest.json.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        output: { type: 'string', short: 'o' },
        'with-confidential': { type: 'boolean' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const { output } = values;
    if (output === undefined) throw new Misuse('-o FILE.zip is missing');
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const { ticket } = await client.call('archive.write', {
        withConfidential: values['with-confidential'] ?? false,
      });
      const bytes = await fetch(ticket);
      writeOutput(output, bytes);
      if (values.json) printJson({ file: output, bytes: bytes.length });
      else print(`${output}: ${bytes.length} bytes`);
      return 0;
    });
  },
};

export const archiveRestoreCommand: Command = {
  name: 'archive restore',
  summary: 'make a project of an archive, after checking every checksum in it',
  usage: 'archive restore FILE.zip --out PROJECT.vbt [--json]',
  help: ['--out PROJECT.vbt  the file to make; it must not exist yet'],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { out: { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const { out } = values;
    if (out === undefined) throw new Misuse('--out is missing');
    return withSession(async ({ client, ticket }) => {
      const { file, name, documents, codings } = await client.call('archive.restore', {
        ticket: ticket(positionals[0]!),
        place: ticket(out),
      });
      if (values.json) printJson({ project: file, name, documents, codings });
      else print(`${file}: ${name}, ${documents} documents, ${codings} codings`);
      return 0;
    });
  },
};
