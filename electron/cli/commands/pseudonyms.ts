import { basename } from 'node:path';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { type Leaving, type NamedPart, namedParts } from '../../../shared/contract/methods/pseudonyms.ts';
import { type Command, Misuse, parseCommandLine } from '../command.ts';
import { complain, complainOfRewrite, print, printJson } from '../output.ts';
import { type Session, withProject } from '../session.ts';

const keyHelp = [
  'KEY is a file of its own with a line for each name: name,pseudonym (CSV, semicolons or tabs) or name → pseudonym.',
  'It is never kept in the project.',
  '--fold  also in other letter case, full or half width, composed or decomposed',
];

type Options = { readonly fold?: boolean | undefined };

async function listOf({ client, ticket }: Session, key: string, { fold = false }: Options) {
  const list = await client.call('pseudonyms.read', { ticket: ticket(key) });
  if (list.length === 0) throw new VerbatimError('file_empty', { file: basename(key) });
  return { list, folded: fold };
}

function partsOf(parts: string | undefined): NamedPart[] {
  if (parts === undefined || parts === 'all') return [...namedParts];
  if (parts === 'none') return [];
  return parts.split(',').map((part) => {
    const known = namedParts.find((each) => each === part);
    if (known === undefined)
      throw new Misuse(`--parts takes all, none or some of ${namedParts.join(',')}, not ${part}`);
    return known;
  });
}

type List = Awaited<ReturnType<typeof listOf>>;

/** The list of a key file, tried on the project as it is. Throws what would keep it from being applied. */
export async function triedList(session: Session, key: string): Promise<List> {
  const list = await listOf(session, key, {});
  await session.client.call('pseudonyms.preview', { ...list, limit: 1 });
  return list;
}

/** Replaces the names of a list in a whole project: what `import --pseudonyms` does behind the import. */
export function applyList({ client }: Session, list: List) {
  return client.call('pseudonyms.apply', { ...list, except: [], parts: [...namedParts] });
}

export const pseudonymsPreviewCommand: Command = {
  name: 'pseudonyms preview',
  summary: 'show where the names of a list stand',
  usage: 'pseudonyms preview PROJECT KEY [--fold] [--json]',
  help: keyHelp,
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { fold: { type: 'boolean' }, json: { type: 'boolean' } },
      { least: 2, most: 2 },
    );
    return withProject(positionals[0]!, async (session) => {
      const list = await listOf(session, positionals[1]!, values);
      const preview = await session.client.call('pseudonyms.preview', { ...list, limit: 50_000 });
      if (values.json) {
        printJson({
          ...preview,
          hits: preview.hits.map(({ documentName, ...hit }) => ({ ...hit, document: documentName })),
        });
        return 0;
      }
      for (const { documentName, before, found, after, entry, inWord } of preview.hits)
        print(
          `${documentName}: ${before}[${found} → ${list.list[entry]!.pseudonym}]${after}${inWord ? ' (inside a word)' : ''}`.replaceAll(
            '\n',
            ' ',
          ),
        );
      for (const { part, text, count } of preview.places) print(`${part}: ${text.replaceAll('\n', ' ')} (${count})`);
      print(`${preview.total} in ${preview.documents} transcripts, ${preview.places.length} elsewhere`);
      return 0;
    });
  },
};

export const pseudonymsApplyCommand: Command = {
  name: 'pseudonyms apply',
  summary: 'replace the names of a list by pseudonyms, as one step that can be undone',
  usage:
    'pseudonyms apply PROJECT KEY [--fold] [--whole-words] [--parts all|none|speakers,documents,memos,cases,codebook] [--json]',
  help: [
    ...keyHelp,
    '--whole-words  leave hits inside longer words of scripts that are written with blanks',
    '--parts LIST   where else to replace beside the transcripts (usual: all)',
    'Codings stay on their words. The original files and the history still hold the names until "pseudonyms seal".',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        fold: { type: 'boolean' },
        'whole-words': { type: 'boolean' },
        parts: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 2, most: 2 },
    );
    const parts = partsOf(values.parts);
    return withProject(positionals[0]!, async (session) => {
      const list = await listOf(session, positionals[1]!, values);
      const made = await session.client.call('pseudonyms.apply', {
        ...list,
        except: [],
        wholeWords: values['whole-words'] ?? false,
        parts,
      });
      if (values.json) printJson(made);
      else print(`${made.replaced} replaced in ${made.documents} transcripts, ${made.places} elsewhere`);
      return 0;
    });
  },
};

export const pseudonymsSealCommand: Command = {
  name: 'pseudonyms seal',
  summary: 'take the names of a list out of originals, history, labels and backups, for good',
  usage: 'pseudonyms seal PROJECT KEY --yes [--fold] [--json]',
  help: [
    ...keyHelp,
    '--yes   it cannot be undone, nor can anything before it: every original file gives way to its text, the images of the history',
    '        are deleted, and so are all backups of this project on this computer',
    'The exit code is 1 if names of the list still stand in the project afterwards; they are listed.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { fold: { type: 'boolean' }, yes: { type: 'boolean' }, json: { type: 'boolean' } },
      { least: 2, most: 2 },
    );
    if (values.yes !== true) throw new Misuse('sealing cannot be undone: say --yes');
    return withProject(positionals[0]!, async (session) => {
      const list = await listOf(session, positionals[1]!, values);
      const sealed = await session.client.call('pseudonyms.seal', { ...list, confirmed: true });
      if (values.json) printJson(sealed);
      else print(`sealed: ${sealed.originals} originals replaced by their texts, ${sealed.backups} backups deleted`);
      if (sealed.rewriteDue) complainOfRewrite(positionals[0]!);
      return reportLeaving(sealed.leaving, values.json ?? false) || Number(sealed.rewriteDue);
    });
  },
};

export const pseudonymsCheckCommand: Command = {
  name: 'pseudonyms check',
  summary: 'list what would still leave: names of a list, names of coders, paths',
  usage: 'pseudonyms check PROJECT KEY [--fold] [--json]',
  help: [...keyHelp, 'The exit code is 1 if names of the list still stand anywhere, the past included.'],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { fold: { type: 'boolean' }, json: { type: 'boolean' } },
      { least: 2, most: 2 },
    );
    return withProject(positionals[0]!, async (session) => {
      const leaving = await leavingOf(session.client, await listOf(session, positionals[1]!, values));
      if (values.json) printJson(leaving);
      else {
        const { history, originals, backups } = leaving.past;
        print(`coders: ${leaving.coders.join(', ')}`);
        for (const path of leaving.paths) print(`path: ${path}`);
        print(`names in ${history} images of the history; ${originals} original files and ${backups} backups are kept`);
      }
      const left = reportLeaving(leaving, values.json ?? false);
      return leaving.past.history > 0 ? 1 : left;
    });
  },
};

function leavingOf(client: Client, list: List): Promise<Leaving> {
  return client.call('pseudonyms.check', list);
}

function reportLeaving({ documents, places }: Leaving, isQuiet: boolean): number {
  if (!isQuiet) {
    for (const { name, count } of documents) complain(`still in ${name}: ${count}`);
    for (const { part, text, count } of places) complain(`still in ${part}: ${text} (${count})`);
  }
  return documents.length + places.length === 0 ? 0 : 1;
}
