import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRow } from '../../../shared/export/csv.ts';
import { type Command, parseCommandLine } from '../command.ts';
import { cooccurrenceCsv } from '../cooccurrence-csv.ts';
import { print } from '../output.ts';
import { agreementReport } from '../agreement-report.ts';
import { cooccurrenceReport } from '../cooccurrence-report.ts';
import { withSession } from '../session.ts';

const note = 'SYNTHETIC SAMPLE: invented respondents and coders; not data of any study.';

const files = [
  'sample.vbt',
  'codings (synthetic sample).csv',
  'cooccurrence.json',
  'cooccurrence.csv',
  'agreement.json',
  'agreement.csv',
] as const;

/** The folder, or the first with a number behind its name, in which none of the files would take another's place. */
function freeFolder(wanted: string): string {
  const isFree = (path: string): boolean => files.every((name) => !existsSync(join(path, name)));
  let folder = wanted;
  for (let number = 2; !isFree(folder); number++) folder = `${wanted.replace(/[/\\]+$/u, '')} ${number}`;
  return folder;
}

export const demoCommand: Command = {
  name: 'demo',
  summary: 'from the sample study to its reports, without questions',
  usage: 'demo [--out DIR]',
  help: [
    'Makes DIR (default: verbatim-demo) with the sample project, its codings, co-occurrence and agreement.',
    'What stands there stays: where one of its files is in DIR already, the next free number goes behind the name.',
  ],
  async run(argv) {
    const { values } = parseCommandLine(argv, { out: { type: 'string' } }, { least: 0, most: 0 });
    const folder = freeFolder(values.out ?? 'verbatim-demo');
    mkdirSync(folder, { recursive: true });
    const project = join(folder, 'sample.vbt');
    const write = (name: (typeof files)[number], content: string | Uint8Array): void => {
      writeFileSync(join(folder, name), content, { flag: 'wx' });
      print(join(folder, name));
    };
    return withSession(async ({ client, ticket, fetch }) => {
      const summary = await client.call('project.sample', { place: ticket(project) });
      print(`${project}: ${summary.documents} documents, ${summary.codings} codings. ${note}`);
      write('codings (synthetic sample).csv', await fetch((await client.call('codings.exportCsv', {})).ticket));

      const turns = await cooccurrenceReport(client, { unit: 'turn' }, null);
      const overlaps = await cooccurrenceReport(client, { unit: 'overlap' }, null);
      write('cooccurrence.json', `${JSON.stringify({ note, turn: turns, overlap: overlaps }, null, 2)}\n`);
      write('cooccurrence.csv', cooccurrenceCsv([...turns, ...overlaps], summary.synthetic));

      const characters = await agreementReport(client, { settings: { unit: 'character' } });
      const byTurn = await agreementReport(client, { settings: { unit: 'turn' } });
      write('agreement.json', `${JSON.stringify({ note, character: characters, turn: byTurn }, null, 2)}\n`);
      const codes = [characters, byTurn].flatMap((report) =>
        report.codes.map((code) =>
          csvRow([
            report.unit,
            report.n,
            code.code,
            code.a,
            code.b,
            code.both,
            code.percent_agreement,
            code.cohen_kappa,
            code.krippendorff_alpha,
            code.gwet_ac1,
            'yes',
          ]),
        ),
      );
      write(
        'agreement.csv',
        csvRow([
          'unit',
          'n',
          'code',
          'a',
          'b',
          'both',
          'percent_agreement',
          'cohen_kappa',
          'krippendorff_alpha',
          'gwet_ac1',
          'synthetic',
        ]) + codes.join(''),
      );
      return 0;
    });
  },
};
