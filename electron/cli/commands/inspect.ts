import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../../../shared/contract/client.ts';
import { isVerbatimError, VerbatimError } from '../../../shared/contract/errors.ts';
import { codebookFaultText } from '../../../shared/messages/error-text.ts';
import { type Command, parseCommandLine } from '../command.ts';
import { reportLines } from '../exchange-words.ts';
import { print, printJson } from '../output.ts';
import { openProject, withSession } from '../session.ts';

type Inspected = { readonly answer: unknown; readonly lines: readonly string[] };

/** What a file is and holds, as the importer that would take it says. */
async function inspected(client: Client, ticket: string): Promise<Inspected> {
  const { kind } = await client.call('exchange.recognise', { ticket });
  if (kind !== null) {
    const report = await client.call('exchange.inspect', { ticket });
    return { answer: report, lines: reportLines(report) };
  }
  return (await codebookIn(client, ticket)) ?? transcriptIn(client, ticket);
}

/** The codes of a table or list; null where the file is no codebook. */
async function codebookIn(client: Client, ticket: string): Promise<Inspected | null> {
  try {
    const { entries, faults, ignored } = await client.call('codebook.preview', { ticket });
    const words = entries.map(({ state, name }) => `  ${state}\t${name}`);
    const wrong = faults.map((fault) => `  ${codebookFaultText(fault, 'en')}`);
    const left = ignored.length > 0 ? [`  columns not taken: ${ignored.join(', ')}`] : [];
    const answer = { kind: 'codebook', entries, faults, ignored };
    return { answer, lines: [`codebook: ${entries.length} codes`, ...words, ...wrong, ...left] };
  } catch (error) {
    // A transcript may be any text; what is wrong with it its own importer says.
    if (isVerbatimError(error)) return null;
    throw error;
  }
}

async function transcriptIn(client: Client, ticket: string): Promise<Inspected> {
  const { ready, failed } = await client.call('imports.inspect', { files: [{ ticket }] });
  const [failure] = failed;
  if (failure !== undefined) throw VerbatimError.fromWire(failure.error);
  const [verdict] = ready;
  const { file, format, encoding, encodingGuessed, characters, turns, speakers } = verdict!;
  const read = `${encoding ?? 'its own encoding'}${encodingGuessed ? ' (guessed)' : ''}`;
  const names = speakers.map(({ name, role }) => `  ${name}: ${role}`);
  const answer = { kind: 'transcript', file, format, encoding, encodingGuessed, characters, turns, speakers };
  return { answer, lines: [`${file}: ${format}, ${read}, ${characters} characters, ${turns} turns`, ...names] };
}

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'say what a file holds, how it counts, and what importing it would lose',
  usage: 'inspect FILE [--project PROJECT] [--json]',
  help: [
    'FILE is a project or codebook of another program, a codebook as a table or list, or a transcript.',
    '--project PROJECT  as it would be imported into this project; nothing is changed',
  ],
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
        const { answer, lines } = await inspected(client, ticket(positionals[0]!));
        if (values.json) printJson(answer);
        else for (const line of lines) print(line);
        return 0;
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
