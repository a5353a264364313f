import { basename } from 'node:path';
import { segmentRoles } from '../../../shared/import/segments/segment-columns.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { ImportVerdict } from '../../../shared/contract/methods/documents.ts';
import type { ExchangeReport } from '../../../shared/contract/methods/exchange.ts';
import { type Command, Misuse, oneOf, parseCommandLine } from '../command.ts';
import { reportLines } from '../exchange-words.ts';
import { complain, describeError, print, printJson } from '../output.ts';
import { withProject } from '../session.ts';
import { applyList, triedList } from './pseudonyms.ts';

export const importCommand: Command = {
  name: 'import',
  summary:
    'import transcripts (text, Word, OpenDocument, RTF, PDF, HTML, subtitles, tables) and projects of other programs',
  usage:
    'import PROJECT FILE… [--encoding NAME] [--language TAG] [--speakers REGEX] [--interviewer NAME]… [--columns speaker=…,start=…,text=…] [--changes accepted|rejected] [--undecodable refused|replaced] [--notes left-out|at-end] [--comments left-out|memos] [--rename LABEL=NAME]… [--pseudonyms KEY] [--json]',
  help: [
    '--encoding NAME   read the files in this encoding instead of the one found',
    '--language TAG    the language of the files, e.g. en, zh-Hans, ja',
    '--speakers REGEX  your own label pattern, matched at the beginning of each line; the name is the group "speaker",',
    '                  else the first group, else the whole match; a group "time" gives the time',
    '--interviewer NAME  who asks; may be given several times, everybody else then answers',
    '--columns LIST    columns of a table (or keys of JSON) by header name or place: speaker=…,start=…,end=…,text=…',
    '--changes WHICH   tracked changes of a .docx: accepted (usual) or rejected',
    '--undecodable WHAT  bytes that are not of the encoding: refused (usual), or replaced by U+FFFD and listed',
    '--notes WHERE     notes of a .docx: left-out (usual) or at-end',
    '--comments WHERE  comments of a .docx: left-out (usual) or memos on the passages they mark',
    '--rename LABEL=NAME  another name for a speaker; labels given one name become one speaker',
    '--pseudonyms KEY  replace the names of this list in the whole project once the files are in (see pseudonyms apply)',
    'A file may also be a project or codebook of another program: .qdpx, .qdc, a QualCoder folder (.qda), a Taguette',
    'database (.sqlite3). What is not taken over is listed; importing it again changes nothing.',
    'A file that cannot be read does not stop the others; the exit code is then 1.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        encoding: { type: 'string' },
        language: { type: 'string' },
        speakers: { type: 'string' },
        interviewer: { type: 'string', multiple: true },
        columns: { type: 'string' },
        changes: { type: 'string' },
        notes: { type: 'string' },
        undecodable: { type: 'string' },
        comments: { type: 'string' },
        rename: { type: 'string', multiple: true },
        pseudonyms: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 2, most: Number.POSITIVE_INFINITY },
    );
    const [project, ...paths] = positionals;
    const columns = values.columns === undefined ? undefined : columnsOf(values.columns);
    return withProject(project!, async (session) => {
      const { client, ticket } = session;
      const files = paths.map((path) => ({
        ticket: ticket(path),
        encoding: values.encoding,
        language: values.language,
        speakerPattern: values.speakers,
        interviewers: values.interviewer,
        columns,
        changes: oneOf('changes', values.changes, ['accepted', 'rejected']),
        undecodable: oneOf('undecodable', values.undecodable, ['refused', 'replaced']),
        notes: oneOf('notes', values.notes, ['left-out', 'at-end']),
        comments: oneOf('comments', values.comments, ['left-out', 'memos']),
        speakerNames: values.rename === undefined ? undefined : speakerNamesOf(values.rename),
      }));
      const pathOf = new Map(files.map((file, place) => [file.ticket, paths[place]!]));
      // A list that cannot be used is told before names are in the project.
      const list = values.pseudonyms === undefined ? null : await triedList(session, values.pseudonyms);
      const exchanged = await importExchanged(client, files, pathOf);
      const others = files.filter((file) => !exchanged.tickets.has(file.ticket));
      const answer =
        others.length === 0 ? { imported: [], failed: [] } : await client.call('imports.commit', { files: others });
      const replaced = list === null ? null : await applyList(session, list);
      const names = new Map((await client.call('documents.list', {})).map(({ id, name }) => [id, name]));
      const transcripts = answer.imported.map((verdict) => ({
        file: pathOf.get(verdict.ticket) ?? verdict.file,
        document: names.get(verdict.document) ?? verdict.name,
        format: verdict.format,
        encoding: verdict.encoding,
        encodingGuessed: verdict.encodingGuessed,
        language: verdict.language,
        characters: verdict.characters,
        turns: verdict.turns,
        ...(verdict.replaced.count === 0 ? {} : { replaced: verdict.replaced }),
        speakers: Object.fromEntries(verdict.speakers.map(({ name, turns }) => [name, turns])),
      }));
      const refused = answer.failed.map(({ ticket: failedTicket, file, error }) => ({
        file: pathOf.get(failedTicket) ?? file,
        code: error.code,
        message: describeError(error),
      }));
      const imported = [...exchanged.imported, ...transcripts];
      const failed = [...exchanged.failed, ...refused];
      const { report } = exchanged;
      if (values.json)
        printJson({
          imported,
          failed,
          ...(replaced === null ? {} : { pseudonyms: replaced }),
          ...(exchanged.tickets.size === 0 ? {} : { report }),
        });
      else {
        if (replaced !== null)
          print(
            `${replaced.replaced} names replaced in ${replaced.documents} transcripts, ${replaced.places} elsewhere`,
          );
        for (const line of report.flatMap(reportLines)) print(line);
        for (const each of transcripts)
          print(
            `${each.document}: ${each.characters} characters, ${each.turns} turns, ${each.encoding ?? each.format}, ${each.language}`,
          );
      }
      for (const { document, replaced: broken } of transcripts) {
        if (broken !== undefined) complain(replacedWords(document, broken));
      }
      for (const { file, message } of failed) complain(`verbatim: ${basename(file)}: ${message}`);
      return failed.length === 0 ? 0 : 1;
    });
  },
};

/** Imports those files that are projects or codebooks of other programs; the rest is left to be read as transcripts. */
async function importExchanged(
  client: Client,
  files: readonly { readonly ticket: string }[],
  pathOf: ReadonlyMap<string, string>,
) {
  const tickets = new Set<string>();
  const report: ExchangeReport[] = [];
  const imported: { file: string; format: string; documents: string[]; codings: number }[] = [];
  const failed: { file: string; code: string; message: string }[] = [];
  for (const { ticket } of files) {
    const { kind } = await client.call('exchange.recognise', { ticket });
    if (kind === null) continue;
    tickets.add(ticket);
    const file = pathOf.get(ticket)!;
    try {
      const made = await client.call('exchange.import', { ticket });
      report.push(made);
      const codings = made.counts.find(({ element }) => element === 'Coding')?.imported ?? 0;
      imported.push({ file, format: made.kind, documents: made.documents, codings });
    } catch (error) {
      if (!(error instanceof VerbatimError)) throw error;
      failed.push({ file, code: error.code, message: describeError(error.toWire()) });
    }
  }
  return { tickets, report, imported, failed };
}

/** How often U+FFFD stands for bytes that could not be read, and where. */
function replacedWords(document: string, { count, places }: ImportVerdict['replaced']): string {
  const lines = places.map(({ line, around }) => `  line ${line}: ${around}`);
  const more = count > places.length ? [`  and ${count - places.length} more`] : [];
  return [`verbatim: ${document}: ${count} places could not be read and stand as U+FFFD`, ...lines, ...more].join('\n');
}

/** `LABEL=NAME` each. Throws Misuse. */
function speakerNamesOf(list: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    list.map((each) => {
      const at = each.indexOf('=');
      if (at < 1 || each.slice(at + 1).trim() === '') throw new Misuse(`--rename takes LABEL=NAME, not ${each}`);
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );
}

/** `speaker=Who,start=From,text=Words`; a comma inside a name is no trouble. Throws Misuse. */
function columnsOf(list: string): Partial<Record<(typeof segmentRoles)[number], string>> {
  const columns: Partial<Record<(typeof segmentRoles)[number], string>> = {};
  for (const part of list.split(/,(?=(?:speaker|start|end|text)=)/)) {
    const [name, ...rest] = part.split('=');
    const role = segmentRoles.find((each) => each === name);
    if (role === undefined || rest.join('=') === '')
      throw new Misuse(`--columns takes speaker=…,start=…,end=…,text=…, not ${part}`);
    columns[role] = rest.join('=');
  }
  return columns;
}
