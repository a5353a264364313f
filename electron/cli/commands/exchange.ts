import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../core/export/write-whole.ts';
import { exchangeFormats } from '../../../shared/contract/methods/exchange.ts';
import { type Command, Misuse, oneOf, parseCommandLine } from '../command.ts';
import { lossLine, reportLines } from '../exchange-words.ts';
import { complain, print, printJson } from '../output.ts';
import { codersNamed, documentsNamed, openProject, withProject, withSession } from '../session.ts';

function named(list: string): string[] {
  return list.split(',').map((name) => name.trim());
}

export const exportCommand: Command = {
  name: 'export',
  summary: 'write the project for other programs (REFI-QDA)',
  usage:
    'export PROJECT --format qdpx|qdc [-o FILE] [--coders A,B] [--documents A,B] [--anonymous] [--positions code-points|utf16] [--json]',
  help: [
    '--format qdpx  the whole project: texts, codes, codings with their coders, memos, cases',
    '--format qdc   the codebook only',
    '--coders A,B   only codings and memos of these coders; --documents A,B only these transcripts',
    '--anonymous    coders by number, no memos, no original files',
    '--positions …  code-points (the standard, default), or utf16 for NVivo where a text has emoji or rare characters',
    '-o FILE        where to; without it the file goes to the standard output',
    '--json         print the losses as JSON; needs -o',
    'What the format cannot hold is listed; the same project gives the same bytes.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        format: { type: 'string' },
        output: { type: 'string', short: 'o' },
        coders: { type: 'string' },
        documents: { type: 'string' },
        anonymous: { type: 'boolean' },
        positions: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const positions = oneOf('positions', values.positions, ['code-points', 'utf16']);
    const format = oneOf('format', values.format, exchangeFormats);
    if (format === undefined) throw new Misuse('--format is missing');
    if (values.json && values.output === undefined) throw new Misuse('--json needs -o FILE');
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const coders = values.coders === undefined ? [] : await codersNamed(client, named(values.coders));
      const documents = values.documents === undefined ? [] : await documentsNamed(client, named(values.documents));
      const { ticket, losses } = await client.call('exchange.export', {
        format,
        anonymous: values.anonymous ?? false,
        ...(coders.length === 0 ? {} : { coders: coders.map(({ id }) => id) }),
        ...(documents.length === 0 ? {} : { documents }),
        ...(positions === undefined ? {} : { positions }),
      });
      const bytes = await fetch(ticket);
      if (values.output === undefined) process.stdout.write(bytes);
      else writeWhole(values.output, bytes);
      if (values.json) printJson({ file: values.output, bytes: bytes.length, losses });
      else for (const item of losses) complain(lossLine(item));
      return 0;
    });
  },
};

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'say what a project or codebook of another program holds and what importing it would lose',
  usage: 'inspect FILE [--project PROJECT] [--json]',
  help: ['--project PROJECT  as it would be imported into this project; nothing is changed'],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { project: { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
    try {
      return await withSession(async (session) => {
        const { client, ticket } = session;
        if (values.project !== undefined) await openProject(session, values.project);
        else {
          const place = ticket(join(folder, 'empty.vbt'));
          await client.call('project.create', { name: 'empty', template: 'empty', place });
        }
        const report = await client.call('exchange.inspect', { ticket: ticket(positionals[0]!) });
        if (values.json) printJson(report);
        else for (const line of reportLines(report)) print(line);
        return 0;
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
