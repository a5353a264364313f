import { basename } from 'node:path';
import { studyNames } from '../analysis-options.ts';
import { type Command, Misuse, namesOf, oneOf, parseCommandLine } from '../command.ts';
import { complain, print, printJson } from '../output.ts';
import { writeOutput } from '../output-file.ts';
import { codersNamed, withProject } from '../session.ts';

export const tidyCommand: Command = {
  name: 'tidy',
  summary: 'write respondents by behaviour as a table for R, SPSS or Excel',
  usage:
    'tidy PROJECT [--codes CODE,…] [--coder NAME|together|gold] [--rule overlap|range|turn|document] [--children apart|parents] [--bom] [-o FILE.csv] [--json]',
  help: [
    'One row for every case and behaviour: answers of the survey, passages of each code, attributes of the case.',
    'An empty cell is no answer, or a behaviour the respondent did not speak of. Confidential attributes stay behind.',
    '--codes CODE,…       codes counted (default: every code in use)',
    '--bom                begin with a byte order mark, by which Excel knows UTF-8',
    '-o FILE.csv          where to write it (default: to standard output); --json needs it',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        codes: { type: 'string' },
        coder: { type: 'string' },
        rule: { type: 'string' },
        children: { type: 'string' },
        bom: { type: 'boolean' },
        output: { type: 'string', short: 'o' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const rule = oneOf('rule', values.rule, ['overlap', 'range', 'turn', 'document']) ?? 'overlap';
    const children = oneOf('children', values.children, ['apart', 'parents']) ?? 'apart';
    if (values.json && values.output === undefined) throw new Misuse('--json needs -o FILE.csv');
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const names = await studyNames(client);
      const { coder: current } = await client.call('project.summary', {});
      const { sheet } = await client.call('plane.get', {});
      const behaviours = new Set<string>(sheet.behaviours.map(({ code }) => code));
      const coder =
        values.coder === 'together' || values.coder === 'gold'
          ? values.coder
          : values.coder === undefined
            ? current
            : (await codersNamed(client, [values.coder]))[0]!.id;
      const { ticket, rows, columns, withheld } = await client.call('tidy.export', {
        codes: namesOf('codes', values.codes)?.map(names.code) ?? names.used.filter((code) => !behaviours.has(code)),
        coder,
        rule,
        children,
        byteOrderMark: values.bom === true,
      });
      const bytes = await fetch(ticket);
      if (withheld.length > 0) complain(`left out as confidential: ${withheld.join(', ')}`);
      if (values.output === undefined) {
        print(bytes.toString('utf8'));
        return 0;
      }
      writeOutput(values.output, bytes);
      if (values.json) printJson({ file: basename(values.output), rows, columns, withheld });
      else print(`${values.output}: ${rows} rows, ${columns} columns`);
      return 0;
    });
  },
};
