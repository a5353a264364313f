import type { Client } from '../../shared/contract/client.ts';

/** Brings bytes to the core as a window does. */
export async function upload(client: Client, name: string, content: string | Uint8Array): Promise<string> {
  const bytes = Buffer.from(content);
  const { ticket } = await client.call('files.begin', { name, size: bytes.length });
  const piece = 1 << 20;
  for (let from = 0; from < bytes.length; from += piece)
    await client.call('files.append', { ticket, base64: bytes.subarray(from, from + piece).toString('base64') });
  return ticket;
}
