import { searchModes } from '../../../shared/search/search-query.ts';
import { speakerRoles } from '../../../shared/domain/transcript.ts';
import type { SearchHit } from '../../../shared/contract/methods/search.ts';
import { type Command, Misuse, oneOf, parseCommandLine, wholeNumber } from '../command.ts';
import { print, printJson } from '../output.ts';
import { withProject } from '../session.ts';

function printHits(hits: readonly SearchHit[]): void {
  for (const { documentName, turn, before, quote, after } of hits)
    print(`${documentName}${turn === null ? '' : `, turn ${turn}`}: ${before}[${quote}]${after}`);
}

export const searchCommand: Command = {
  name: 'search',
  summary: 'find words in all documents',
  usage:
    'search PROJECT QUERY [--mode text|words|pattern] [--labels] [--role interviewer|respondent|other] [--limit N] [--json]',
  help: [
    '--mode text       these characters, inside words too (default)',
    '--mode words      whole words in this order; an asterisk ends a word that may go on: trust*',
    '--mode pattern    a regular expression; it runs under a time limit',
    "--labels          speakers' labels and times too",
    '--role …          only turns of speakers in this role',
    '--limit N         at most so many hits (default and most: 5000); the count says whether there are more',
    'Upper and lower case, composed and decomposed, full-width and half-width forms are found alike.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        mode: { type: 'string' },
        labels: { type: 'boolean' },
        role: { type: 'string' },
        limit: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 2, most: 2 },
    );
    const mode = oneOf('mode', values.mode, searchModes);
    const limit = wholeNumber('limit', values.limit, 1, 5000) ?? 5000;
    const role = oneOf('role', values.role, speakerRoles);
    if (positionals[1]!.trim() === '') throw new Misuse('the words to look for are empty');
    return withProject(positionals[0]!, async ({ client }) => {
      const { hits, total, isWhole } = await client.call('search.text', {
        query: positionals[1]!,
        limit,
        ...(mode === undefined ? {} : { mode }),
        ...(role === undefined ? {} : { roles: [role] }),
        ...(values.labels ? { labels: true } : {}),
      });
      if (values.json) {
        printJson({
          total,
          isWhole,
          hits: hits.map(({ documentName, start, end, quote, speaker, turn, before, after }) => ({
            document: documentName,
            start,
            end,
            quote,
            speaker,
            turn,
            before,
            after,
          })),
        });
        return 0;
      }
      printHits(hits);
      print(`${isWhole ? '' : 'at least '}${total} ${total === 1 ? 'hit' : 'hits'}`);
      return 0;
    });
  },
};
