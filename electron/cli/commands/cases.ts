import { missingKinds } from '../../../shared/domain/attribute.ts';
import { isVerbatimError } from '../../../shared/contract/errors.ts';
import type { Input } from '../../../shared/contract/methods.ts';
import { surveyFaultText } from '../../../shared/messages/error-text.ts';
import { type Command, Misuse, parseCommandLine } from '../command.ts';
import { complain, print, printJson } from '../output.ts';
import { withProject } from '../session.ts';

type Kind = 'survey' | 'cases';

const importHelp = [
  'FILE is CSV, TSV or a workbook (.xlsx), with a header row; one row a case. Types are guessed unless the project has the attribute.',
  '--key HEADER        the column that names the case; else by its name, else the first that tells all rows apart',
  '--document HEADER   the column with file names of interviews, which are joined to the case; --no-document: there is none',
  '--ignore HEADER     leave a column out; may be given several times',
  '--scale LOW-HIGH:HEADER,…   answers lie between LOW and HIGH, e.g. --scale 1-5:trust,risk; may be given several times',
  '--missing TEXT=KIND cells with this text are no value: missing, not_applicable, refused or confidential; otherwise they are',
  '--sheet NAME        the sheet of a workbook; --encoding NAME the encoding of a text file',
  '--partial           import everything else although some cells are wrong',
  '--dry-run           say what would change, and change nothing',
  'Importing again changes the cases of the same name; an empty cell empties a value.',
];

function importCommandOf(kind: Kind): Command {
  return {
    name: `${kind} import`,
    summary:
      kind === 'survey' ? 'import a survey: cases, their answers, their interviews' : 'import attributes of cases',
    usage: `${kind} import PROJECT FILE [--key HEADER] [--document HEADER|--no-document] [--ignore HEADER]… [--scale LOW-HIGH:HEADER,…]… [--missing TEXT=KIND]… [--sheet NAME] [--encoding NAME] [--partial] [--dry-run] [--json]`,
    help: importHelp,
    async run(argv) {
      const { values, positionals } = parseCommandLine(
        argv,
        {
          key: { type: 'string' },
          document: { type: 'string' },
          'no-document': { type: 'boolean' },
          ignore: { type: 'string', multiple: true },
          scale: { type: 'string', multiple: true },
          missing: { type: 'string', multiple: true },
          sheet: { type: 'string' },
          encoding: { type: 'string' },
          partial: { type: 'boolean' },
          'dry-run': { type: 'boolean' },
          json: { type: 'boolean' },
        },
        { least: 2, most: 2 },
      );
      const columns = (values.scale ?? []).flatMap(scaleColumns);
      const missingTexts = (values.missing ?? []).map(missingText);
      return withProject(positionals[0]!, async ({ client, ticket }) => {
        const input: Input<'survey.inspect'> = {
          ticket: ticket(positionals[1]!),
          kind,
          columns,
          missingTexts,
          ignore: values.ignore ?? [],
          ...(values.key === undefined ? {} : { key: values.key }),
          ...(values['no-document'] ? { document: null } : {}),
          ...(values.document === undefined ? {} : { document: values.document }),
          ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
          ...(values.encoding === undefined ? {} : { encoding: values.encoding }),
        };
        if (values['dry-run']) {
          const preview = await client.call('survey.inspect', input);
          if (values.json) printJson(preview);
          else {
            for (const { header, role, type, minimum, maximum } of preview.columns)
              print(
                `${header}\t${role}\t${type}${minimum === null || maximum === null ? '' : ` ${minimum}-${maximum}`}`,
              );
            for (const { case: of, column, before, after } of preview.changes)
              print(`${of}\t${column}\t${JSON.stringify(before)} -> ${JSON.stringify(after)}`);
            print(
              `${preview.created.length} new cases, ${preview.changeCount} changed cells, ${preview.unchanged} unchanged`,
            );
          }
          for (const fault of preview.faults) complain(surveyFaultText(fault, 'en'));
          return preview.faultCount === 0 ? 0 : 1;
        }
        try {
          const answer = await client.call('survey.import', { ...input, partial: values.partial ?? false });
          if (values.json) printJson(answer);
          else
            print(
              `${answer.rows} rows: ${answer.created} new cases, ${answer.changed} changed, ${answer.attributes} new attributes, ${answer.joined} transcripts joined`,
            );
          for (const fault of answer.refused) complain(surveyFaultText(fault, 'en'));
          return answer.refused.length === 0 ? 0 : 1;
        } catch (error) {
          if (isVerbatimError(error, 'survey_rows'))
            for (const fault of error.params.faults) complain(surveyFaultText(fault, 'en'));
          throw error;
        }
      });
    },
  };
}

/** `1-5:trust,risk` as a scale for each of its columns. Throws Misuse. */
function scaleColumns(text: string): { header: string; type: 'integer'; minimum: number; maximum: number }[] {
  const parts = /^(-?\d+)-(-?\d+):(.+)$/u.exec(text);
  if (!parts) throw new Misuse(`--scale takes LOW-HIGH:HEADER,…, not ${text}`);
  return parts[3]!
    .split(',')
    .map((header) => ({ header, type: 'integer', minimum: Number(parts[1]), maximum: Number(parts[2]) }));
}

/** `no answer=refused`. Throws Misuse. */
function missingText(option: string): { text: string; missing: (typeof missingKinds)[number] } {
  const at = option.lastIndexOf('=');
  const kind = missingKinds.find((each) => each === option.slice(at + 1));
  if (at < 1 || kind === undefined)
    throw new Misuse(`--missing takes TEXT=KIND with ${missingKinds.join(', ')}, not ${option}`);
  return { text: option.slice(0, at), missing: kind };
}

function exportCommandOf(kind: Kind): Command {
  return {
    name: `${kind} export`,
    summary:
      kind === 'survey'
        ? 'print the survey as it was imported, as CSV'
        : 'print all cases with their attributes as CSV',
    usage: `${kind} export PROJECT`,
    help: ['Confidential attributes and values are left out and named; UTF-8 without BOM.'],
    async run(argv) {
      const { positionals } = parseCommandLine(argv, {}, { least: 1, most: 1 });
      return withProject(positionals[0]!, async ({ client, fetch }) => {
        const { ticket, withheld } = await client.call('survey.export', { kind });
        process.stdout.write(await fetch(ticket));
        if (withheld.length > 0) complain(`confidential, not exported: ${withheld.join(', ')}`);
        return 0;
      });
    },
  };
}

export const surveyImportCommand = importCommandOf('survey');
export const surveyExportCommand = exportCommandOf('survey');
export const casesImportCommand = importCommandOf('cases');
export const casesExportCommand = exportCommandOf('cases');
