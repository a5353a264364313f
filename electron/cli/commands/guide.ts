import { numberOf } from '../../../shared/domain/attribute.ts';
import { type Command, Misuse, parseCommandLine } from '../command.ts';
import { complain, print, printJson } from '../output.ts';
import { withProject } from '../session.ts';

export const guideImportCommand: Command = {
  name: 'guide import',
  summary: 'import the questions of an interview guide',
  usage: 'guide import PROJECT FILE [--accept SCORE] [--json]',
  help: [
    'FILE is Markdown with tables, CSV, TSV or JSON: a column id, a column for each language (en, zh-Hans, ja), optional',
    'section and codes. Questions already there are changed by their id.',
    '--accept SCORE    match interviewers’ turns to questions where the match is at least this good (0 to 1)',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { accept: { type: 'string' }, json: { type: 'boolean' } },
      { least: 2, most: 2 },
    );
    const least = values.accept === undefined ? null : scoreOf(values.accept);
    return withProject(positionals[0]!, async ({ client, ticket }) => {
      const answer = await client.call('guide.import', { ticket: ticket(positionals[1]!) });
      const matched = least === null ? null : await client.call('guide.accept', { least });
      if (values.json) printJson({ ...answer, ...matched });
      else {
        print(`${answer.created} new questions, ${answer.changed} changed`);
        if (matched) print(`${matched.assigned} turns matched`);
      }
      if (answer.unknownCodes.length > 0)
        complain(`codes the project does not have: ${answer.unknownCodes.join(', ')}`);
      if (answer.ignoredColumns.length > 0) complain(`columns left out: ${answer.ignoredColumns.join(', ')}`);
      return 0;
    });
  },
};

/** How good a match has to be. Throws Misuse. */
function scoreOf(text: string): number {
  const score = numberOf(text);
  if (score === null || score < 0 || score > 1) throw new Misuse(`--accept takes a number from 0 to 1, not ${text}`);
  return score;
}
