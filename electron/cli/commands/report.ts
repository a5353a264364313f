import { reportFormats, reportKinds, reportRequest } from '../../../shared/contract/methods/reports.ts';
import { interfaceLanguage } from '../../../shared/contract/schema/scalars.ts';
import { type Command, Misuse, oneOf, parseCommandLine } from '../command.ts';
import { writeOutput } from '../output-file.ts';
import { reportSettings } from '../report-settings.ts';
import { withProject } from '../session.ts';

export const reportCommand: Command = {
  name: 'report',
  summary: 'write passages, codebook, figures or the audit trail as a document',
  usage: `report PROJECT --kind ${reportKinds.join('|')} --format ${reportFormats.join('|')} [-o FILE] [--coder NAME]… [--code CODE]… [--across CODE]… [--group ATTRIBUTE] [--marker CODE [--marked]] [--attribute ATTRIBUTE]… [--round NAME] [--set NAME=VALUE]… [--anonymised] [--keep ATTRIBUTE]… [--language en|zh-Hans|ja]`,
  help: [
    '-o FILE              where to, whole or not at all; without it the file goes to the standard output',
    '--coder NAME         only these coders (repeatable)',
    '--code CODE          only these codes, with those below them; by slug, path or name (repeatable)',
    '--across CODE        tell the passages apart by these codes, e.g. the behaviours (repeatable)',
    '--group ATTRIBUTE    put respondents into groups by their value of this attribute',
    '--marker CODE        passages overlapping this code are left out; with --marked they stay and are marked',
    '--attribute ATTRIBUTE  tell this attribute beside the respondent (repeatable)',
    '--round NAME         of agreement: a frozen round in place of the codings there are now',
    '--set NAME=VALUE     any other setting of the kind, e.g. rule=turn, memos=false, part=all (repeatable)',
    '--anonymised         numbers in place of names; only attributes given by --keep (repeatable) are told',
    '--language           language of the report, en unless given',
    'The same data and settings give the same bytes.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        kind: { type: 'string' },
        format: { type: 'string' },
        output: { type: 'string', short: 'o' },
        language: { type: 'string' },
        coder: { type: 'string', multiple: true },
        code: { type: 'string', multiple: true },
        across: { type: 'string', multiple: true },
        group: { type: 'string' },
        marker: { type: 'string' },
        marked: { type: 'boolean' },
        attribute: { type: 'string', multiple: true },
        round: { type: 'string' },
        set: { type: 'string', multiple: true },
        anonymised: { type: 'boolean' },
        keep: { type: 'string', multiple: true },
      },
      { least: 1, most: 1 },
    );
    const kind = oneOf('kind', values.kind, reportKinds);
    if (kind === undefined) throw new Misuse('--kind is missing');
    const format = oneOf('format', values.format, reportFormats);
    if (format === undefined) throw new Misuse('--format is missing');
    const language = oneOf('language', values.language, interfaceLanguage.options) ?? 'en';
    if (values.marked && values.marker === undefined) throw new Misuse('--marked needs --marker');
    if (values.keep && !values.anonymised) throw new Misuse('--keep goes with --anonymised');
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const settings = await reportSettings(client, { ...values, coders: values.coder, codes: values.code });
      const request = reportRequest.safeParse({ kind, ...settings });
      const fault = request.error?.issues[0];
      if (fault) throw new Misuse(`${fault.path.join('.') || 'settings'} of a ${kind} report: ${fault.message}`);
      const { ticket } = await client.call('reports.write', {
        report: request.data!,
        format,
        language,
        anonymised: values.anonymised ? { attributes: values.keep ?? [] } : null,
      });
      writeOutput(values.output, await fetch(ticket));
      return 0;
    });
  },
};
