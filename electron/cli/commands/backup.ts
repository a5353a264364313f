import type { BackupEntry } from '../../../shared/contract/methods/backups.ts';
import { type Command, Misuse, parseCommandLine } from '../command.ts';
import { print, printJson, printTable } from '../output.ts';
import { refuseAs, withSession } from '../session.ts';

export const backupListCommand: Command = {
  name: 'backup list',
  summary: 'list the backups on this computer, newest first',
  usage: 'backup list [--json]',
  help: ['The number is what backup restore takes.'],
  async run(argv) {
    refuseAs('backups');
    const { values } = parseCommandLine(argv, { json: { type: 'boolean' } }, { least: 0, most: 0 });
    return withSession(async ({ client }) => {
      const backups = await client.call('backups.list', {});
      const numbered = backups.map(({ name, at, reason, documents, codings }, place) => ({
        number: place + 1,
        name,
        at,
        reason,
        documents,
        codings,
      }));
      if (values.json) printJson(numbered);
      else if (numbered.length === 0) print('no backups yet');
      else
        printTable(
          ['project', 'number', 'when', 'why', 'documents', 'codings'],
          numbered.map(({ number, name, at, reason, documents, codings }) => [
            name,
            String(number),
            at,
            reason,
            String(documents),
            String(codings),
          ]),
        );
      return 0;
    });
  },
};

/** The backup of a number in the list, or the newest one of the project of that name. */
function chosenBackup(backups: readonly BackupEntry[], which: string): BackupEntry {
  const named = backups.find(({ name }) => name === which);
  const chosen = named ?? (/^\d+$/.test(which) ? backups[Number(which) - 1] : undefined);
  if (!chosen) throw new Error(`there is no backup ${which}; backup list shows those there are`);
  return chosen;
}

export const backupRestoreCommand: Command = {
  name: 'backup restore',
  summary: 'make a project of its own from a backup',
  usage: 'backup restore N|NAME --out PROJECT.vbt [--json]',
  help: [
    'N                 the number in backup list',
    'NAME              the newest backup of the project of this name',
    '--out PROJECT.vbt the file to make; it must not exist yet',
  ],
  async run(argv) {
    refuseAs('backups');
    const { values, positionals } = parseCommandLine(
      argv,
      { out: { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const { out } = values;
    if (out === undefined) throw new Misuse('--out is missing');
    return withSession(async ({ client, ticket }) => {
      const backup = chosenBackup(await client.call('backups.list', {}), positionals[0]!);
      const { file, name, documents, codings } = await client.call('backups.restore', {
        ticket: backup.ticket,
        place: ticket(out),
      });
      if (values.json) printJson({ project: file, name, documents, codings });
      else print(`${file}: ${name} as it was at ${backup.at}, ${documents} documents, ${codings} codings`);
      return 0;
    });
  },
};

export const backupFolderCommand: Command = {
  name: 'backup folder',
  summary: 'say where the backups are, or move them all to another folder',
  usage: 'backup folder [FOLDER|--reset] [--json]',
  help: [
    'FOLDER   they are moved to verbatim-backups in it, and those to come are made there',
    '--reset  they are moved back to the data folder of the program',
  ],
  async run(argv) {
    refuseAs('backups');
    const { values, positionals } = parseCommandLine(
      argv,
      { reset: { type: 'boolean' }, json: { type: 'boolean' } },
      { least: 0, most: 1 },
    );
    const [to] = positionals;
    if (to !== undefined && values.reset) throw new Misuse('a folder and --reset cannot both be given');
    return withSession(async ({ client, ticket }) => {
      const place = to === undefined ? null : ticket(to);
      const isMoved = to !== undefined || values.reset === true;
      const { folder } = isMoved
        ? await client.call('backups.move', { place })
        : await client.call('backups.folder', {});
      if (values.json) printJson({ folder });
      else print(folder);
      return 0;
    });
  },
};
