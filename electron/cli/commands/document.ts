import type { Client } from '../../../shared/contract/client.ts';
import type { Document } from '../../../shared/contract/schema/entities.ts';
import { codePointOffsets } from '../../../shared/text/offsets.ts';
import { type Command, parseCommandLine } from '../command.ts';
import { printJson, printTable } from '../output.ts';
import { documentsNamed, withProject } from '../session.ts';

async function documentNamed(client: Client, name: string): Promise<Document> {
  const [document] = await documentsNamed(client, [name]);
  return client.call('documents.get', { document: document! });
}

export const documentTextCommand: Command = {
  name: 'document text',
  summary: 'print the stored text of a document, nothing else',
  usage: 'document text PROJECT NAME',
  help: [],
  async run(argv) {
    const { positionals } = parseCommandLine(argv, {}, { least: 2, most: 2 });
    return withProject(positionals[0]!, async ({ client }) => {
      const { text } = await documentNamed(client, positionals[1]!);
      process.stdout.write(text);
      return 0;
    });
  },
};

export const documentTurnsCommand: Command = {
  name: 'document turns',
  summary: 'list the turns of a document, positions in code points',
  usage: 'document turns PROJECT NAME [--json]',
  help: [],
  async run(argv) {
    const { values, positionals } = parseCommandLine(argv, { json: { type: 'boolean' } }, { least: 2, most: 2 });
    return withProject(positionals[0]!, async ({ client }) => {
      const document = await documentNamed(client, positionals[1]!);
      const { toCodePoint } = codePointOffsets(document.text);
      const speakers = new Map(document.speakers.map((speaker) => [speaker.id, speaker]));
      const turns = document.turns.map((turn) => ({
        cpStart: toCodePoint(turn.start),
        cpContentStart: toCodePoint(turn.contentStart),
        cpEnd: toCodePoint(turn.end),
        speaker: turn.speaker === null ? null : (speakers.get(turn.speaker)?.name ?? null),
        role: turn.speaker === null ? null : (speakers.get(turn.speaker)?.role ?? null),
        time: turn.time,
      }));
      if (values.json) printJson(turns);
      else {
        printTable(
          ['speaker', 'start', 'content', 'end', 'time'],
          turns.map((turn) => [
            turn.speaker ?? '–',
            `${turn.cpStart}`,
            `${turn.cpContentStart}`,
            `${turn.cpEnd}`,
            turn.time === null ? '' : `${turn.time}`,
          ]),
        );
      }
      return 0;
    });
  },
};

export const documentsCommand: Command = {
  name: 'document list',
  summary: 'list the documents of a project',
  usage: 'document list PROJECT [--json]',
  help: [],
  async run(argv) {
    const { values, positionals } = parseCommandLine(argv, { json: { type: 'boolean' } }, { least: 1, most: 1 });
    return withProject(positionals[0]!, async ({ client }) => {
      const documents = await client.call('documents.list', {});
      if (values.json)
        printJson(
          documents.map(({ name, language, characters, turns, codings }) => ({
            name,
            language,
            characters,
            turns,
            codings,
          })),
        );
      else {
        printTable(
          ['document', 'language', 'characters', 'turns', 'codings'],
          documents.map((each) => [each.name, each.language, `${each.characters}`, `${each.turns}`, `${each.codings}`]),
        );
      }
      return 0;
    });
  },
};
