import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openContainer } from '../../electron/core/import/container.ts';
import type { Output } from '../../shared/contract/methods.ts';
import { openTestCore, type TestCore } from './core.ts';
import { fileBehind } from './plain-core.ts';

/** Where files of other programs lie beside the checkout; they are read in place. */
const sharedFolder = join(import.meta.dirname, '..', '..', '..', 'shared');
export const exchangeSamples = join(sharedFolder, 'exchange');
export const refiSamples = join(sharedFolder, 'reference', 'refi', 'samples');
export const hasSamples = existsSync(exchangeSamples) && existsSync(refiSamples);

/** The standard's own schema of a file, or null where it is not there. */
export function refiSchema(name: 'Project.xsd' | 'Codebook.xsd'): string | null {
  const path = join(sharedFolder, 'reference', 'refi', name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** A core with an empty project open. */
export async function emptyProject(name = 'study', first = 1): Promise<TestCore> {
  const test = openTestCore({ first });
  const place = test.ticket(test.path(`${name}.vbt`));
  await test.client.call('project.create', { name, template: 'empty', place, coder: 'Ada' });
  return test;
}

export async function importFile(test: TestCore, path: string): Promise<Output<'exchange.import'>> {
  return test.client.call('exchange.import', { ticket: test.ticket(path) });
}

export async function fetched(test: TestCore, ticket: string): Promise<Buffer> {
  return fileBehind(test.client, ticket);
}

export async function exported(test: TestCore, format: 'qdpx' | 'qdc'): Promise<Buffer> {
  return fetched(test, (await test.client.call('exchange.export', { format })).ticket);
}

export async function codingsCsv(test: TestCore): Promise<string> {
  const { ticket } = await test.client.call('codings.exportCsv', {});
  return (await fetched(test, ticket)).toString('utf8');
}

/** The files of an archive by name. */
export async function archiveFiles(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const container = await openContainer(bytes);
  const files = new Map<string, Buffer>();
  for (const name of container.names) files.set(name, await container.whole(name));
  return files;
}
