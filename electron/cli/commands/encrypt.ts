import { readFileSync } from 'node:fs';
import { type Command, Misuse, parseCommandLine } from '../command.ts';
import { print, printJson } from '../output.ts';
import { writeOutput } from '../output-file.ts';
import { withProject, withSession } from '../session.ts';

/** The first line of a file, or of the standard input: a passphrase is never an argument, where any process could read it. */
function passphraseFrom(file: string | undefined): string {
  if (file === undefined) throw new Misuse('--passphrase-file is missing');
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new Misuse(`the passphrase file ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  // A byte order mark, as editors of Windows put it in front, is nothing anybody could type.
  const [line = ''] = text.replace(/^\ufeff/u, '').split(/\r?\n/);
  if (line === '') throw new Misuse('the passphrase is empty');
  return line;
}

export const encryptCommand: Command = {
  name: 'encrypt',
  summary: 'write a copy of the project that only a passphrase opens',
  usage: 'encrypt PROJECT -o FILE.vbtx --passphrase-file FILE|- [--json]',
  help: [
    '-o FILE.vbtx              where to, whole or not at all',
    '--passphrase-file FILE|-  the passphrase is the first line of this file, or of the standard input',
    'At least 8 characters. Whoever loses the passphrase loses the copy: nothing else opens it.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { output: { type: 'string', short: 'o' }, 'passphrase-file': { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const { output } = values;
    if (output === undefined) throw new Misuse('-o FILE.vbtx is missing');
    const passphrase = passphraseFrom(values['passphrase-file']);
    if (passphrase.length < 8) throw new Misuse('the passphrase has fewer than 8 characters');
    return withProject(positionals[0]!, async ({ client, fetch }) => {
      const { ticket } = await client.call('project.saveEncrypted', { passphrase });
      const bytes = await fetch(ticket);
      writeOutput(output, bytes);
      if (values.json) printJson({ file: output, bytes: bytes.length });
      else print(`${output}: ${bytes.length} bytes`);
      return 0;
    });
  },
};

export const decryptCommand: Command = {
  name: 'decrypt',
  summary: 'make a project of an encrypted copy',
  usage: 'decrypt FILE.vbtx --out PROJECT.vbt --passphrase-file FILE|- [--json]',
  help: ['--out PROJECT.vbt  the file to make; it must not exist yet'],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { out: { type: 'string' }, 'passphrase-file': { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const { out } = values;
    if (out === undefined) throw new Misuse('--out is missing');
    const passphrase = passphraseFrom(values['passphrase-file']);
    return withSession(async ({ client, ticket }) => {
      const { file, name, documents, codings } = await client.call('project.openEncrypted', {
        ticket: ticket(positionals[0]!),
        passphrase,
        place: ticket(out),
      });
      if (values.json) printJson({ project: file, name, documents, codings });
      else print(`${file}: ${name}, ${documents} documents, ${codings} codings`);
      return 0;
    });
  },
};

export const lockCommand: Command = {
  name: 'lock',
  summary: 'leave a project as a file that only a passphrase opens, and delete its backups',
  usage: 'lock PROJECT.vbt --passphrase-file FILE|- [--replace] [--json]',
  help: [
    'PROJECT.vbtx takes the place of PROJECT.vbt once it has been read back; all backups of the project on this computer go.',
    '--replace  over a PROJECT.vbtx that is there',
    'decrypt makes a project of it again. Whoever loses the passphrase loses the project.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { 'passphrase-file': { type: 'string' }, replace: { type: 'boolean' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const passphrase = passphraseFrom(values['passphrase-file']);
    if (passphrase.length < 8) throw new Misuse('the passphrase has fewer than 8 characters');
    return withProject(positionals[0]!, async ({ client }) => {
      const { file, backups } = await client.call('protection.lock', { passphrase, replace: values.replace === true });
      if (values.json) printJson({ file, backups });
      else print(`${file}: locked; ${backups} backups deleted`);
      return 0;
    });
  },
};
