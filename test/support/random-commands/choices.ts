import type { Client } from '../../../shared/contract/client.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';

export function chosen<Item>(items: readonly Item[], pick: number): Item {
  const item = items[pick % Math.max(1, items.length)];
  if (item === undefined) throw new VerbatimError('not_found', { kind: 'item', name: 'none there yet' });
  return item;
}

export async function someDocument(client: Client, pick: number) {
  const { id } = chosen(await client.call('documents.list', {}), pick);
  return client.call('documents.get', { document: id });
}

export const someCode = async (client: Client, pick: number) => chosen(await client.call('codes.list', {}), pick);

export const someVariable = async (client: Client, pick: number) =>
  chosen((await client.call('structure.get', {})).variables, pick);

export const someCoder = async (client: Client, pick: number) => chosen(await client.call('coders.list', {}), pick);

export const someCase = async (client: Client, pick: number) =>
  chosen((await client.call('cases.list', {})).cases, pick);

export const someAttribute = async (client: Client, pick: number) =>
  chosen((await client.call('cases.list', {})).attributes, pick);

export const someQuestion = async (client: Client, pick: number) => chosen(await client.call('guide.list', {}), pick);

export async function someMarks(client: Client, pick: number) {
  const { id } = chosen(await client.call('documents.list', {}), pick);
  const { coder } = await client.call('project.summary', {});
  const { selections, codings } = await client.call('codings.ofDocument', { document: id });
  return {
    selections: selections.filter((selection) => selection.coder === coder),
    codings: codings.filter((coding) => coding.coder === coder),
  };
}

export function range(text: string, from: number, length: number): { start: number; end: number } {
  const start = from % (text.length + 1);
  return { start, end: Math.min(text.length, start + (length % 12)) };
}
