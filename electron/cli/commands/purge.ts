import { type Command, Misuse, parseCommandLine } from '../command.ts';
import { named } from '../named.ts';
import { complainOfRewrite, print } from '../output.ts';
import { withProject } from '../session.ts';

export const casesPurgeCommand: Command = {
  name: 'cases purge',
  summary: 'take a respondent out of a project for good',
  usage: 'cases purge PROJECT NAME --yes',
  help: [
    'The case with its values and memos, its transcripts with all codings, what it says in other transcripts, and the past that holds',
    'any of it: images of the history, original files, and all backups of this project on this computer.',
    '--yes   it cannot be undone, nor can anything before it',
    'The exit code is 1 if the disk has no room to write the file anew afterwards: every command on the project tries that again.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(argv, { yes: { type: 'boolean' } }, { least: 2, most: 2 });
    if (values.yes !== true) throw new Misuse('this cannot be undone: say --yes');
    return withProject(positionals[0]!, async ({ client }) => {
      const { cases } = await client.call('cases.list', {});
      const found = named('case', positionals[1]!, cases);
      const { documents, backups, rewriteDue } = await client.call('cases.purge', { case: found.id, confirmed: true });
      print(`gone: ${documents} transcripts; ${backups} backups deleted`);
      if (rewriteDue) complainOfRewrite(positionals[0]!);
      return rewriteDue ? 1 : 0;
    });
  },
};
