import { shareableParts, sharedAtFirst, type ShareablePart } from '../../../shared/contract/methods/protection.ts';
import { type Command, Misuse, parseCommandLine } from '../command.ts';
import { print, printJson } from '../output.ts';
import { writeOutput } from '../output-file.ts';
import { withProject } from '../session.ts';

function keptParts(words: string | undefined): ShareablePart[] {
  if (words === undefined) return [...sharedAtFirst];
  if (words === 'none') return [];
  return words.split(',').map((word) => {
    const known = shareableParts.find((part) => part === word);
    if (known === undefined) throw new Misuse(`--keep takes none or some of ${shareableParts.join(',')}, not ${word}`);
    return known;
  });
}

export const shareCommand: Command = {
  name: 'share',
  summary: 'write a copy to hand on, without history, originals and backups',
  usage: 'share PROJECT -o FILE.vbt [--keep none|memos,coders,confidential,originals] [--json]',
  help: [
    '-o FILE.vbt   where to, whole or not at all',
    '--keep WORDS  what stays beside texts, codebook, codings and cases: memos (with comments), the names of coders,',
    '              values of confidential attributes, original files with what other programs left; memos unless told otherwise',
    'The copy is a project of its own: copies for coders, which merge brings back, are made by copy.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { output: { type: 'string', short: 'o' }, keep: { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const { output } = values;
    if (output === undefined) throw new Misuse('-o FILE.vbt is missing');
    const keep = keptParts(values.keep);
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const { ticket, codings, leftBehind } = await client.call('protection.share', { keep });
      const bytes = await fetch(ticket);
      writeOutput(output, bytes);
      if (values.json) printJson({ file: output, bytes: bytes.length, keep, codings, leftBehind });
      else {
        print(`${output}: ${bytes.length} bytes, ${codings} codings`);
        if (leftBehind > 0) print(`${leftBehind} codings stayed behind: their passages have lost their place`);
      }
      return 0;
    });
  },
};
