import type { MergedFile } from '../../../shared/contract/methods/copies.ts';
import { type Command, Misuse, parseCommandLine } from '../command.ts';
import { mergedLines } from '../merge-words.ts';
import { print, printJson } from '../output.ts';
import { writeNewOutput } from '../output-file.ts';
import { codersNamed, withProject } from '../session.ts';

export const copyCommand: Command = {
  name: 'copy',
  summary: 'make a copy for one coder, without the work of the others',
  usage: 'copy PROJECT --for CODER -o FILE.vbt [--assigned] [--json]',
  help: [
    '--for CODER  whose copy it is; the codings, memos and history of the others are not in the file',
    '-o FILE.vbt  where to; it must not exist yet',
    '--assigned   only the transcripts dealt to the coder',
    'merge brings the work back.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        for: { type: 'string' },
        output: { type: 'string', short: 'o' },
        assigned: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const { for: name, output } = values;
    if (name === undefined) throw new Misuse('--for is missing');
    if (output === undefined) throw new Misuse('-o is missing');
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const [coder] = await codersNamed(client, [name]);
      const { ticket, copy, documents, codings } = await client.call('copies.make', {
        coder: coder!.id,
        assigned: values.assigned === true,
      });
      writeNewOutput(output, await fetch(ticket));
      if (values.json) printJson({ file: output, copy, coder: name, documents, codings });
      else print(`${output}: for ${name}, ${documents} documents, ${codings} codings`);
      return 0;
    });
  },
};

function wereConflicts(files: readonly MergedFile[]): boolean {
  return files.some(
    ({ conflicts, texts }) => conflicts.length > 0 || texts.some(({ detached }) => detached.length > 0),
  );
}

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'merge copies of coders into the project they were made from',
  usage: 'merge PROJECT OTHER.vbt… [--preview] [--remove-withdrawn] [--json]',
  help: [
    '--preview  say what it would do; nothing is changed',
    '--remove-withdrawn  respondents taken out for good in a copy are taken out here too: that cannot be undone',
    'One step that can be undone, after a backup. A row is known by its identifier; the later change counts, and a',
    'coder’s own work is as it is in that coder’s copy. What was changed on both sides is listed.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { preview: { type: 'boolean' }, 'remove-withdrawn': { type: 'boolean' }, json: { type: 'boolean' } },
      { least: 2, most: 51 },
    );
    const [project, ...others] = positionals;
    return withProject(project!, async ({ client, ticket }) => {
      const tickets = others.map((path) => ticket(path));
      const merged = values.preview
        ? await client.call('copies.preview', { tickets })
        : await client.call('copies.merge', { tickets, removesWithdrawn: values['remove-withdrawn'] === true });
      if (values.json) printJson(merged);
      else for (const line of mergedLines(merged, values.preview === true)) print(line);
      if (!values.json && wereConflicts(merged.files)) print('Look at what is listed; the later change was taken.');
      return 0;
    });
  },
};
