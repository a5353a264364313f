import { type Command, parseCommandLine } from '../command.ts';
import { print, printJson } from '../output.ts';
import { withProject } from '../session.ts';

export const searchCommand: Command = {
  name: 'search',
  summary: 'find words in all documents',
  usage: 'search PROJECT QUERY [--json]',
  help: ['Upper and lower case, composed and decomposed, full-width and half-width forms are found alike.'],
  async run(argv) {
    const { values, positionals } = parseCommandLine(argv, { json: { type: 'boolean' } }, { least: 2, most: 2 });
    return withProject(positionals[0]!, async ({ client }) => {
      const { total, hits } = await client.call('search.text', { query: positionals[1]!, limit: 5000 });
      if (values.json) {
        printJson({
          total,
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
      for (const hit of hits)
        print(
          `${hit.documentName}${hit.turn === null ? '' : `, turn ${hit.turn}`}: ${hit.before}[${hit.quote}]${hit.after}`,
        );
      print(`${total} ${total === 1 ? 'hit' : 'hits'}`);
      return 0;
    });
  },
};
