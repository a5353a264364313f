import { type Command, parseCommandLine } from '../command.ts';
import { print, printJson } from '../output.ts';
import { withSession } from '../session.ts';

export const sampleCommand: Command = {
  name: 'sample',
  summary: 'make a copy of the sample study',
  usage: 'sample PROJECT.vbt [--json]',
  help: ['Six synthetic interviews with the codings of two invented coders and a survey. All of it is invented.'],
  async run(argv) {
    const { values, positionals } = parseCommandLine(argv, { json: { type: 'boolean' } }, { least: 1, most: 1 });
    return withSession(async ({ client, ticket }) => {
      const { file, documents, codes, codings } = await client.call('project.sample', {
        place: ticket(positionals[0]!),
      });
      if (values.json) printJson({ project: file, synthetic: true, documents, codes, codings });
      else print(`${file}: synthetic sample with ${documents} documents, ${codes} codes, ${codings} codings`);
      return 0;
    });
  },
};
