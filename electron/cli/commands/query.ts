import type { Client } from '../../../shared/contract/client.ts';
import { type Command, parseCommandLine } from '../command.ts';
import { named } from '../named.ts';
import { complain, print, printJson } from '../output.ts';
import { withProject } from '../session.ts';

export const queryCommand: Command = {
  name: 'query',
  summary: 'find passages by codes, words, relations and conditions',
  usage: "query PROJECT 'QUERY' [--json]",
  help: [
    "e.g. 'code:privacy NEAR(2 turns) code:trust AND role:respondent'",
    'finds passages: code:NAME (code:=NAME without the codes below it), "words" or text:"words"',
    'conditions: coder:NAME  role:respondent|interviewer|other  speaker:NAME  case:NAME  document:NAME',
    '            language:TAG  attr.KEY:VALUE  memo:any|none|"words"',
    'relations: WITHIN  ENCLOSES  OVERLAPS  NEAR(2 turns)  NEAR(40 characters)  FOLLOWED BY  FOLLOWED BY(1 turn)',
    'NOT binds tightest, then relations, then AND, then OR; brackets group; values with blanks in double quotes',
    '@NAME runs the query saved under this name',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(argv, { json: { type: 'boolean' } }, { least: 2, most: 2 });
    return withProject(positionals[0]!, async ({ client }) => {
      const asked = positionals[1]!;
      const query = asked.startsWith('@') ? await savedQuery(client, asked.slice(1)) : asked;
      const pages = [await client.call('query.run', { query, limit: 5000 })];
      const { total, documents, respondents, contradictions } = pages[0]!;
      for (let offset = 5000; offset < total; offset += 5000)
        pages.push(await client.call('query.run', { query, offset, limit: 5000 }));
      const passages = pages.flatMap((page) => page.passages);
      for (const { a, b } of contradictions) complain(`${a} and ${b} never hold together: nothing can be found`);
      if (values.json) {
        printJson({
          query,
          total,
          documents,
          respondents,
          contradictions,
          passages: passages.map(({ documentName, start, end, quote, speaker, turn, coders }) => ({
            document: documentName,
            start,
            end,
            quote,
            speaker,
            turn,
            coders,
          })),
        });
        return 0;
      }
      for (const { documentName, turn, before, quote, after, coders } of passages)
        print(
          `${documentName}${turn === null ? '' : `, turn ${turn}`}${coders.length === 0 ? '' : ` (${coders.join(', ')})`}: ${before}[${quote}]${after}`,
        );
      print(
        `${total} ${total === 1 ? 'passage' : 'passages'} in ${documents} ${documents === 1 ? 'document' : 'documents'}`,
      );
      return 0;
    });
  },
};

/** The query saved under a name. Throws `not_found`. */
async function savedQuery(client: Client, name: string): Promise<string> {
  return named('query', name, await client.call('queries.list', {})).query;
}
