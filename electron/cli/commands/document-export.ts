import { codedTranscriptFormats } from '../../../shared/contract/methods/coded-transcripts.ts';
import { interfaceLanguage } from '../../../shared/contract/schema/scalars.ts';
import { type Command, Misuse, oneOf, parseCommandLine } from '../command.ts';
import { chosenCoders, exportOptions } from '../export-options.ts';
import { writeOutput } from '../output-file.ts';
import { documentsNamed, withProject } from '../session.ts';

export const documentExportCommand: Command = {
  name: 'document export',
  summary: 'write a transcript with its codings: comments in Word, a margin in HTML',
  usage:
    'document export PROJECT NAME --format docx|html [-o FILE] [--coders A,B] [--anonymous] [--language en|zh-Hans|ja]',
  help: [
    '--format docx  every line a paragraph, every coding a comment by its coder, memos in it',
    '--format html  the codings that begin in a line beside it; prints well',
    '--coders A,B   only codings of these coders',
    '--anonymous    numbers in place of names, no memos',
    '-o FILE        where to, whole or not at all; without it the file goes to the standard output',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { ...exportOptions, language: { type: 'string' } },
      { least: 2, most: 2 },
    );
    const format = oneOf('format', values.format, codedTranscriptFormats);
    if (format === undefined) throw new Misuse('--format is missing');
    const language = oneOf('language', values.language, interfaceLanguage.options) ?? 'en';
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const [document] = await documentsNamed(client, [positionals[1]!]);
      const coders = await chosenCoders(client, values.coders);
      const { ticket } = await client.call('documents.writeCoded', {
        document: document!,
        format,
        language,
        anonymised: values.anonymous ?? false,
        ...(coders === undefined ? {} : { coders }),
      });
      writeOutput(values.output, await fetch(ticket));
      return 0;
    });
  },
};
