import { agreementUnit } from '../../../shared/contract/methods/agreement.ts';
import { codesNamed } from '../code-names.ts';
import { type Command, namesOf, oneOf, parseCommandLine } from '../command.ts';
import { print } from '../output.ts';
import { writeNewOutput } from '../output-file.ts';
import { codersNamed, documentsNamed, withProject } from '../session.ts';

export const adjudicateExportCommand: Command = {
  name: 'adjudicate export',
  summary: 'the agreed layer: what coders coded alike, and what was decided where they differ',
  usage: 'adjudicate export PROJECT [--coders A,B] [--codes C,…] [--documents D,…] [--out FILE] [--json]',
  help: [
    'CSV of the agreed codings (document, coder "gold", code, start, end in code points, text) with verdict, reason, who',
    'decided and when; with --json also the decisions themselves, those for neither coder included.',
    '--out FILE   into a file instead of the terminal; a file that is there is not overwritten',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        coders: { type: 'string' },
        codes: { type: 'string' },
        documents: { type: 'string' },
        unit: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const unit = oneOf('unit', values.unit, agreementUnit.options) ?? 'character';
    const [coders, codes, documents] = [
      namesOf('coders', values.coders),
      namesOf('codes', values.codes),
      namesOf('documents', values.documents),
    ];
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const { ticket, codings, decisions } = await client.call('adjudication.export', {
        unit,
        coders: coders && (await codersNamed(client, coders)).map(({ id }) => id),
        codes: codes && (await codesNamed(client, codes)),
        documents: documents && (await documentsNamed(client, documents)),
        format: values.json ? 'json' : 'csv',
      });
      const file = await fetch(ticket);
      if (values.out === undefined) print(file.toString('utf8'));
      else {
        writeNewOutput(values.out, file);
        print(`${values.out}: ${codings} agreed codings, ${decisions} decisions`);
      }
      return 0;
    });
  },
};
