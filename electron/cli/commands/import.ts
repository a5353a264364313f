import { basename } from 'node:path';
import { type Command, parseCommandLine } from '../command.ts';
import { complain, describeError, print, printJson } from '../output.ts';
import { withProject } from '../session.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'import transcripts (.txt, .md, .docx)',
  usage: 'import PROJECT FILE… [--encoding NAME] [--language TAG] [--json]',
  help: [
    '--encoding NAME   read the files in this encoding instead of the one found',
    '--language TAG    the language of the files, e.g. en, zh-Hans, ja',
    'A file that cannot be read does not stop the others; the exit code is then 1.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { encoding: { type: 'string' }, language: { type: 'string' }, json: { type: 'boolean' } },
      { least: 2, most: Number.POSITIVE_INFINITY },
    );
    const [project, ...paths] = positionals;
    return withProject(project!, async ({ client, ticket }) => {
      const files = paths.map((path) => ({
        ticket: ticket(path),
        ...(values.encoding === undefined ? {} : { encoding: values.encoding }),
        ...(values.language === undefined ? {} : { language: values.language }),
      }));
      const pathOf = new Map(files.map((file, place) => [file.ticket, paths[place]!]));
      const answer = await client.call('imports.commit', { files });
      const imported = answer.imported.map((verdict) => ({
        file: pathOf.get(verdict.ticket) ?? verdict.file,
        document: verdict.name,
        format: verdict.format,
        encoding: verdict.encoding,
        encodingGuessed: verdict.encodingGuessed,
        language: verdict.language,
        characters: verdict.characters,
        turns: verdict.turns,
        speakers: Object.fromEntries(verdict.speakers.map(({ name, turns }) => [name, turns])),
      }));
      const failed = answer.failed.map(({ ticket: failedTicket, file, error }) => ({
        file: pathOf.get(failedTicket) ?? file,
        code: error.code,
        message: describeError(error),
      }));
      if (values.json) printJson({ imported, failed });
      else
        for (const each of imported)
          print(
            `${each.document}: ${each.characters} characters, ${each.turns} turns, ${each.encoding ?? each.format}, ${each.language}`,
          );
      for (const { file, message } of failed) complain(`verbatim: ${basename(file)}: ${message}`);
      return failed.length === 0 ? 0 : 1;
    });
  },
};
