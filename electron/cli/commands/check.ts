import { type Command, parseCommandLine } from '../command.ts';
import { complain, print, printJson } from '../output.ts';
import { withProject } from '../session.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'check the file, its references and every anchor against its text',
  usage: 'check PROJECT [--json]',
  help: [
    'Exit code 1 on any fault, and while the file is still to be written anew after something was erased from it.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(argv, { json: { type: 'boolean' } }, { least: 1, most: 1 });
    return withProject(positionals[0]!, async ({ client }) => {
      const result = await client.call('project.check', {});
      if (values.json) printJson(result);
      else
        print(
          `${result.documents} documents, ${result.selections} selections: ${result.faults.length === 0 ? 'sound' : `${result.faults.length} faults`}`,
        );
      for (const { kind, detail } of result.faults) complain(`${kind}: ${detail}`);
      return result.faults.length === 0 && !result.rewriteDue ? 0 : 1;
    });
  },
};
