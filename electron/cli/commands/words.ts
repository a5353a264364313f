import { resultRow } from '../../../shared/export/csv.ts';
import { type Command, Misuse, parseCommandLine, wholeNumber } from '../command.ts';
import { print, printJson, printTable } from '../output.ts';
import { withProject } from '../session.ts';
import { wordFilterOf, wordFilterOptions, wordFilterUsage } from '../word-filter.ts';

const help = [
  '--role …     only what these speakers say; --case NAME, --code CODE (repeatable): only there',
  '--language TAG  only transcripts in this language, e.g. zh',
];

export const frequencyCommand: Command = {
  name: 'frequency',
  summary: 'count words, by the rules of each language',
  usage: `frequency PROJECT ${wordFilterUsage} [--all] [--limit N] [--json|--csv]`,
  help: [
    ...help,
    '--all        count the words of the stop lists too',
    '--limit N    at most so many words (100; at most 5000)',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        ...wordFilterOptions,
        all: { type: 'boolean' },
        limit: { type: 'string' },
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    if (values.json && values.csv) throw new Misuse('--json and --csv exclude each other');
    const limit = wholeNumber('limit', values.limit, 1, 5000) ?? 100;
    return withProject(positionals[0]!, async ({ client }) => {
      const { synthetic } = await client.call('project.summary', {});
      const filter = await wordFilterOf(client, values);
      const answer = await client.call('words.frequency', {
        filter,
        all: values.all ?? false,
        limit,
      });
      if (values.json) printJson({ ...answer, synthetic });
      else if (values.csv)
        print(
          resultRow(['word', 'language', 'count', 'documents', 'synthetic']) +
            answer.counts
              .map(({ word, language, count, documents }) =>
                resultRow([word, language, count, documents, synthetic ? 'yes' : 'no']),
              )
              .join(''),
        );
      else {
        print(
          `${answer.words} words, ${answer.forms} different, ${answer.stopped} left out as stop words, ${answer.documents} documents${synthetic ? ', synthetic sample' : ''}`,
        );
        printTable(
          ['word', 'language', 'count', 'documents'],
          answer.counts.map(({ word, language, count, documents }) => [word, language, `${count}`, `${documents}`]),
        );
      }
      return 0;
    });
  },
};

export const kwicCommand: Command = {
  name: 'kwic',
  summary: 'show every place of a word or text with what stands around it',
  usage: `kwic PROJECT TEXT ${wordFilterUsage} [--whole] [--json]`,
  help: [...help, '--whole      only where the text is a whole word'],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { ...wordFilterOptions, whole: { type: 'boolean' }, json: { type: 'boolean' } },
      { least: 2, most: 2 },
    );
    if (positionals[1]!.trim() === '') throw new Misuse('the words to look for are empty');
    return withProject(positionals[0]!, async ({ client }) => {
      const filter = await wordFilterOf(client, values);
      const asked = { filter, text: positionals[1]!, whole: values.whole ?? false, limit: 5000 };
      const { total, documents, hits } = await client.call('words.kwic', asked);
      for (let offset = 5000; offset < total; offset += 5000)
        hits.push(...(await client.call('words.kwic', { ...asked, offset })).hits);
      if (values.json) {
        printJson({
          total,
          documents,
          hits: hits.map(({ documentName, start, end, speaker, turn, before, quote, after }) => ({
            document: documentName,
            start,
            end,
            speaker,
            turn,
            before,
            quote,
            after,
          })),
        });
        return 0;
      }
      for (const { documentName, turn, before, quote, after } of hits)
        print(`${documentName}${turn === null ? '' : `, turn ${turn}`}: ${before}[${quote}]${after}`);
      print(
        `${total} ${total === 1 ? 'place' : 'places'} in ${documents} ${documents === 1 ? 'document' : 'documents'}`,
      );
      return 0;
    });
  },
};
