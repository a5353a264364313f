import type { Client } from '../../../shared/contract/client.ts';
import type { Findings, FoundName } from '../../../shared/contract/methods/protection.ts';
import { type Command, parseCommandLine } from '../command.ts';
import { print, printJson } from '../output.ts';
import { openProject, withSession } from '../session.ts';

function printFound(what: string, found: readonly FoundName[]): void {
  for (const { name, count, places } of found) print(`${what}: ${name} (${count}) in ${places.join(', ')}`);
}

function printFindings(findings: Findings): void {
  print(`${findings.file}: ${findings.size} bytes`);
  if (findings.isEncrypted) print('encrypted: nothing in it can be looked through without the passphrase');
  printFound('listed name', findings.names);
  printFound('coder', findings.coders);
  printFound('case', findings.cases);
  printFound('confidential attribute', findings.confidential);
  for (const { place, value } of findings.authors) print(`made by: ${value} (${place})`);
  for (const path of findings.paths) print(`path: ${path}`);
  for (const name of findings.originals) print(`original file: ${name}`);
  if (findings.steps > 0) print(`history: ${findings.steps} steps that can be gone back`);
  for (const place of findings.unread) print(`not looked through: ${place}`);
}

async function listIn(client: Client, ticket: string | null) {
  return ticket === null ? [] : await client.call('pseudonyms.read', { ticket });
}

export const privacyCommand: Command = {
  name: 'privacy',
  summary: 'list what a file holds that tells of people',
  usage: 'privacy FILE|PROJECT [--of PROJECT] [--names KEY] [--fold] [--json]',
  help: [
    'Names of coders and cases, attributes marked confidential, listed names, who made the file, paths, original files, history.',
    'A project is looked through as it would leave; packed files (.docx, .xlsx, .qdpx, archives) are unpacked in memory.',
    '--of PROJECT  the project a file was made from: whose coders, cases and confidential attributes are looked for',
    '--names KEY   a list of real names, as for pseudonyms; --fold finds them in other letter case and width too',
    'The exit code is 1 if a name of the list is found.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { of: { type: 'string' }, names: { type: 'string' }, fold: { type: 'boolean' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const [file] = positionals;
    return withSession(async (session) => {
      const { client, ticket } = session;
      const list = await listIn(client, values.names === undefined ? null : ticket(values.names));
      const isProject = values.of === undefined && /\.vbt$/i.test(file!);
      const opened = isProject ? file : values.of;
      if (opened !== undefined) await openProject(session, opened);
      const findings = await client.call('protection.check', {
        ...(isProject ? {} : { ticket: ticket(file!) }),
        list,
        folded: values.fold === true,
      });
      if (values.json) printJson(findings);
      else printFindings(findings);
      return findings.names.length === 0 ? 0 : 1;
    });
  },
};
