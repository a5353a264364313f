import type { Loss } from '../../../shared/refi/losses.ts';
import { type Command, Misuse, namesOf, oneOf, parseCommandLine } from '../command.ts';
import { lossLine } from '../exchange-words.ts';
import { chosenCoders, exportOptions } from '../export-options.ts';
import { complain, printJson } from '../output.ts';
import { writeOutput, writeOutputPieces } from '../output-file.ts';
import { printedPage, printingBrowser } from '../print-page.ts';
import { documentsNamed, type Session, withProject } from '../session.ts';
import { exportFormats, otherExport, otherFormats } from './export-formats.ts';

/** The codebook as a browser of this computer prints it. */
async function savePdf({ fetch }: Session, page: string, output: string | undefined): Promise<number> {
  const browser = printingBrowser();
  const remedy = 'write it as codebook-html and print that, or name a Chromium, Chrome or Edge in VERBATIM_BROWSER';
  if (browser === null) throw new Misuse(`a PDF is printed by a browser, and none was found: ${remedy}`);
  const pdf = printedPage(browser, await fetch(page));
  if (pdf === null) throw new Misuse(`${browser} printed nothing: ${remedy}`);
  writeOutput(output, pdf);
  return pdf.length;
}

export const exportCommand: Command = {
  name: 'export',
  summary: 'write the project for other programs (REFI-QDA), its codebook, its codings or an archive',
  usage: `export PROJECT --format ${exportFormats.join('|')} [-o FILE] [--coders A,B] [--documents A,B] [--anonymous [--keep ATTRIBUTE]…] [--positions code-points|utf16] [--json]`,
  help: [
    '--format qdpx       the whole project: texts, codes, codings with their coders, memos, cases',
    '--format qdc        the codebook for other programs',
    '--format codebook-… the codebook as a document or a table; codebook-pdf is printed by a browser of this computer',
    '--format codings-…  the codings as a table; --format archive  everything, as archive write does',
    'Of qdpx only:',
    '--coders A,B   only codings and memos of these coders; --documents A,B only these transcripts',
    '--anonymous    coders, documents and cases by number, roles before turns, no memos, no original files, no attributes',
    '--keep ATTR    an attribute it keeps all the same, by its key (repeatable); confidential ones never leave',
    '--positions …  code-points (the standard, default), or utf16 for NVivo where a text has emoji or rare characters',
    '-o FILE        where to; without it the file goes to the standard output',
    '--json         print the losses as JSON; needs -o',
    'What the format cannot hold is listed; the same project gives the same bytes (a PDF but for its date).',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        ...exportOptions,
        documents: { type: 'string' },
        keep: { type: 'string', multiple: true },
        positions: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const positions = oneOf('positions', values.positions, ['code-points', 'utf16']);
    const format = oneOf('format', values.format, exportFormats);
    if (format === undefined) throw new Misuse('--format is missing');
    const { output } = values;
    if (values.json && output === undefined) throw new Misuse('--json needs -o FILE');
    const other = otherFormats.find((each) => each === format);
    const choices = [values.coders, values.documents, values.anonymous, values.positions];
    if (format !== 'qdpx' && choices.some((choice) => choice !== undefined))
      throw new Misuse('--coders, --documents, --anonymous and --positions go with --format qdpx');
    if (values.keep && !values.anonymous) throw new Misuse('--keep goes with --anonymous');
    return withProject(positionals[0]!, async (session) => {
      const { client } = session;
      let losses: readonly Loss[] = [];
      let bytes: number;
      if (other !== undefined) {
        const ticket = await otherExport(session, other);
        bytes =
          other === 'codebook-pdf'
            ? await savePdf(session, ticket, output)
            : await writeOutputPieces(output, session.pieces(ticket));
      } else {
        const coders = await chosenCoders(client, values.coders);
        const documents = namesOf('documents', values.documents);
        const made = await client.call('exchange.export', {
          format: format === 'qdc' ? 'qdc' : 'qdpx',
          anonymous: values.anonymous ?? false,
          ...(values.keep ? { attributes: values.keep } : {}),
          ...(coders === undefined ? {} : { coders }),
          ...(documents === undefined ? {} : { documents: await documentsNamed(client, documents) }),
          ...(positions === undefined ? {} : { positions }),
        });
        ({ losses } = made);
        bytes = await writeOutputPieces(output, session.pieces(made.ticket));
      }
      if (values.json) printJson({ file: output, bytes, losses });
      else for (const item of losses) complain(lossLine(item));
      return 0;
    });
  },
};
