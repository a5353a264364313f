import { basename } from 'node:path';
import { type Command, oneOf, parseCommandLine } from '../command.ts';
import { print, printJson } from '../output.ts';
import { withSession } from '../session.ts';

export const newCommand: Command = {
  name: 'new',
  summary: 'make a project',
  usage: 'new PROJECT.vbt [--template scs|empty] [--coder NAME] [--json]',
  help: [
    '--template scs    begin with the privacy, morality and behaviour codebook (60 codes); default: empty',
    '--coder NAME      the first coder; default: A',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { template: { type: 'string' }, coder: { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const path = positionals[0]!;
    const template = oneOf('template', values.template, ['scs', 'empty']) ?? 'empty';
    return withSession(async ({ client, ticket }) => {
      const name = basename(path).replace(/\.vbt$/i, '');
      const project = await client.call('project.create', {
        name,
        template,
        place: ticket(path),
        ...(values.coder === undefined ? {} : { coder: values.coder }),
      });
      if (values.json) printJson({ project: project.file, codes: project.codes });
      else print(`${project.file}: made with ${project.codes} codes`);
      return 0;
    });
  },
};
