import type { Client } from '../../shared/contract/client.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { namesOf } from './command.ts';
import { codersNamed } from './session.ts';

/** The options of commands that write a project, or a transcript of it, with the work of chosen coders. */
export const exportOptions = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  coders: { type: 'string' },
  anonymous: { type: 'boolean' },
} as const;

/** The coders that `--coders` names; undefined for all. Throws `not_found`. */
export async function chosenCoders(client: Client, coders: string | undefined): Promise<CoderId[] | undefined> {
  const names = namesOf('coders', coders);
  return names === undefined ? undefined : (await codersNamed(client, names)).map(({ id }) => id);
}
