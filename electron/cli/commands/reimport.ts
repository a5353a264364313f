import type { Output } from '../../../shared/contract/methods.ts';
import { shortened } from '../../../shared/text/shortened.ts';
import { codeKeys } from '../code-names.ts';
import { type Command, parseCommandLine } from '../command.ts';
import { print, printJson, printTable } from '../output.ts';
import { documentsNamed, withProject } from '../session.ts';

type Preview = Output<'reimport.preview'>;

function printPreview(preview: Preview, code: (id: Preview['passages'][number]['codes'][number]) => string): void {
  const { counts, characters, turns, newSpeakers } = preview;
  print(
    `${preview.changes} places differ; characters ${characters.before} → ${characters.after}, turns ${turns.before} → ${turns.after}`,
  );
  if (newSpeakers.length > 0) print(`new speakers: ${newSpeakers.join(', ')}`);
  print(
    `passages: ${counts.same} on the same words, ${counts.sure} found, ${counts.doubtful} doubtful, ${counts.lost} lost`,
  );
  if (preview.passages.length === 0) return;
  print('');
  printTable(
    ['codes', 'coder', 'finding', 'likeness', 'words before', 'words then'],
    preview.passages.map((one) => [
      one.codes.map(code).join(', ') || '–',
      one.coderName,
      one.finding,
      one.score.toFixed(2),
      oneLine(one.quote),
      oneLine(one.now) || '–',
    ]),
  );
}

function oneLine(words: string): string {
  return shortened(words.replaceAll(/\s+/g, ' '), 60);
}

export const documentReimportCommand: Command = {
  name: 'document reimport',
  summary: 'put a corrected file in place of a document, codings following their words',
  usage: 'document reimport PROJECT NAME FILE [--preview] [--encoding NAME] [--speakers REGEX] [--json]',
  help: [
    '--preview         show what would change and what becomes of every passage; nothing is changed',
    '--encoding NAME   read the file in this encoding instead of the one found',
    '--speakers REGEX  your own label pattern, as for import',
    'Doubtful and lost passages are kept and listed for review in the program; the whole step can be undone there.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        preview: { type: 'boolean' },
        encoding: { type: 'string' },
        speakers: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 3, most: 3 },
    );
    const [project, name, path] = positionals;
    return withProject(project!, async ({ client, ticket }) => {
      const [document] = await documentsNamed(client, [name!]);
      const file = { ticket: ticket(path!), encoding: values.encoding, speakerPattern: values.speakers };
      const preview = await client.call('reimport.preview', { document: document!, file });
      const code = await codeKeys(client);
      const isDone = values.preview !== true;
      if (isDone) await client.call('reimport.commit', { document: document!, file, base: preview.textHash });
      if (values.json) {
        const passages = preview.passages.map(({ codes, coderName, finding, score, quote, now }) => ({
          codes: codes.map(code),
          coder: coderName,
          finding,
          score,
          quote,
          now,
        }));
        const { characters, turns, newSpeakers, changes, counts } = preview;
        printJson({ document: name, done: isDone, changes, characters, turns, newSpeakers, counts, passages });
      } else {
        printPreview(preview, code);
        print(isDone ? `\n${name} is corrected.` : '\nNothing was changed.');
      }
      return 0;
    });
  },
};
