import type { Client } from '../../../shared/contract/client.ts';
import { upload } from '../upload.ts';
import { chosen, someDocument, someCoder } from './choices.ts';
import type { Run } from './step.ts';
import { fileBehind } from '../plain-core.ts';

/** The copy a client made last: a later step merges it back. */
const copies = new WeakMap<Client, Buffer>();

export const teamSteps = {
  'adjudication.decide': async (client, { picks: [a, b, c, d], words }) => {
    const { coders, differences } = await client.call('agreement.differences', { unit: 'character' });
    const { document, start, end, code, otherCode } = chosen(differences, a);
    const ids = coders.map(({ id }) => id);
    const verdict = chosen(['coder', 'both', 'neither', 'own'] as const, b);
    await client.call('adjudication.decide', {
      document,
      start,
      end,
      code,
      otherCode,
      coders: ids,
      verdict,
      reason: words,
      ...(verdict === 'coder' ? { chosen: chosen(ids, c) } : {}),
      ...(verdict === 'own' ? { own: [{ start, end: Math.max(start + 1, end - (d % 3)), code }] } : {}),
    });
  },
  'adjudication.withdraw': async (client, { picks: [a] }) => {
    const { differences } = await client.call('agreement.differences', { unit: 'character' });
    const { decision } = chosen(
      differences.filter((difference) => difference.decision !== null),
      a,
    );
    await client.call('adjudication.withdraw', { adjudication: decision!.id });
  },
  'rounds.create': async (client, { picks: [a, b], words }) => {
    const coders = (await client.call('coders.list', {})).slice(0, 3).map(({ id }) => id);
    const sample = { count: 1 + (a % 3), seed: b };
    if (coders.length > 1) await client.call('rounds.create', { name: words, coders, sample });
  },
  'assignments.deal': async (client, { picks: [a, b] }) => {
    const coders = (await client.call('coders.list', {})).slice(0, 3).map(({ id }) => id);
    await client.call('assignments.deal', { coders, sample: a % 3, seed: b });
  },
  'assignments.set': async (client, { picks: [a, b, c] }) => {
    const { id: document } = await someDocument(client, a);
    const { id: coder } = await someCoder(client, b);
    await client.call('assignments.set', { document, coder, assigned: c % 2 === 0 });
  },
  'copies.merge': async (client, { picks: [a] }) => {
    const earlier = copies.get(client);
    const { ticket } = await client.call('copies.make', { coder: (await someCoder(client, a)).id });
    copies.set(client, await fileBehind(client, ticket));
    if (earlier) await client.call('copies.merge', { tickets: [await upload(client, 'earlier.vbt', earlier)] });
  },
  'coders.create': (client, { words }) => client.call('coders.create', { name: words }),
  'coders.rename': async (client, { picks: [a], words }) =>
    client.call('coders.rename', { coder: (await someCoder(client, a)).id, name: words }),
  'coders.choose': async (client, { picks: [a] }) =>
    client.call('coders.choose', { coder: (await someCoder(client, a)).id }),
  'project.rename': (client, { words }) => client.call('project.rename', { name: words }),
} satisfies Record<string, Run>;
