import type { Client } from '../../shared/contract/client.ts';
import type { Code } from '../../shared/contract/schema/entities.ts';

/** The code of a name, in whichever language it is called so. */
export async function codeNamed(client: Client, name: string): Promise<Code> {
  const codes = await client.call('codes.list', {});
  const code = codes.find(({ texts }) => Object.values(texts).some((text) => text.name === name));
  if (!code) throw new Error(`no code ${name}`);
  return code;
}
