import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { ended, startChild } from '../support/children/children.ts';
import { connectionOf } from '../support/connections.ts';
import { openTestCore, openTestProject } from '../support/core.ts';
import type { KillOrders } from '../support/children/kill-orders.ts';
import { seededRandom } from '../support/random.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** What one child did before it was killed, as the parent logged it. */
type Session = { readonly acknowledged: readonly string[]; readonly paused: boolean };

/** Children that have started and wait for orders: starting one takes far longer than what it then does. */
class Children {
  private readonly waiting: ReturnType<typeof startChild>[] = [];

  constructor(count: number) {
    for (let place = 0; place < count; place += 1) this.waiting.push(startChild('kill-child.ts', []));
  }

  /** Lets a child work and kills it −9: where it pauses, or else some time after so many acknowledgements. */
  async work(orders: KillOrders, acknowledgements: number, delay: number): Promise<Session> {
    const child = this.waiting.shift()!;
    this.waiting.push(startChild('kill-child.ts', []));
    const log: string[] = [];
    const kill = (): void => void child.kill('SIGKILL');
    child.stdin!.write(`${JSON.stringify(orders)}\n`);
    let seen = 0;
    const lines = createInterface({ input: child.stdout! });
    // What was written before the kill is still in the pipe afterwards: the log is whole only when the pipe has ended.
    for await (const line of lines) {
      log.push(line);
      if (line === 'pause') kill();
      if (line.startsWith('ack ') && (seen += 1) === acknowledgements && orders.pause === null) setTimeout(kill, delay);
    }
    await ended(child);
    expect([child.signalCode, log.filter((line) => line.startsWith('fault '))]).toEqual(['SIGKILL', []]);
    return {
      acknowledged: log.filter((line) => line.startsWith('ack ')),
      paused: log.includes('pause'),
    };
  }
}

/** What stands in a copy of the files a kill left behind: the originals stay as they are, for the next child to recover. */
async function standing(path: string, session: number) {
  const folder = tempFolder();
  const copy = join(folder, 'study.vbt');
  for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
  const test = openTestCore({ folder, first: session * 1_000_000 + 500_000 });
  await test.client.call('project.open', { ticket: test.ticket(copy) });
  const { faults } = await test.client.call('project.check', {});
  const sets = connectionOf(copy).prepare('SELECT revision, id FROM change_set').all() as {
    revision: number;
    id: string;
  }[];
  await test.close();
  expect(readdirSync(folder).filter((name) => name.startsWith('study'))).toEqual(['study.vbt']);
  return { faults, revision: sets.length, lines: new Set(sets.map(({ revision, id }) => `ack ${revision} ${id}`)) };
}

/** Lets one child start and end in peace, so that those to be killed start from what it compiled. */
async function warmUp(): Promise<void> {
  const child = startChild('kill-child.ts', []);
  child.stdin!.end();
  await ended(child);
}

async function freshProject(): Promise<string> {
  const source = 'I: Do you use it?\nR: [trust: I do], though [fear: they watch us] every day.\n';
  const { test, path } = await openTestProject(source);
  await test.close();
  return path;
}

const kills = 110;
const killsPerProject = 11;

it('no acknowledged command is lost by a kill −9, and nothing half-done is left', { timeout: 240_000 }, async () => {
  await warmUp();
  const random = seededRandom(7);
  const counted = { kills: 0, commands: 0, insideCommit: 0, afterCommit: 0 };
  const work = async (children: Children, first: number): Promise<void> => {
    for (let session = first; session <= kills; ) {
      const path = await freshProject();
      const acknowledged: string[] = [];
      for (let round = 0; round < killsPerProject && session <= kills; round += 1, session += 2) {
        const places = ['before commit', 'after commit', null, null] as const;
        const place = places[round % places.length]!;
        const pause = place === null ? null : { commit: 4 + random(16), place };
        const orders: KillOrders = { path, folder: tempFolder(), session, acknowledge: 'after return', pause };
        const done = await children.work(orders, 5 + random(20), random(6));
        acknowledged.push(...done.acknowledged);
        counted.kills += 1;
        counted.commands += done.acknowledged.length;
        if (done.paused) counted[place === 'before commit' ? 'insideCommit' : 'afterCommit'] += 1;

        const found = await standing(path, session);
        expect(found.faults).toEqual([]);
        expect(acknowledged.filter((line) => !found.lines.has(line))).toEqual([]);
        const [, last] = acknowledged.at(-1)!.split(' ');
        expect(found.revision - Number(last), 'at most the one that was under way').toBeLessThanOrEqual(1);
        if (done.paused && place === 'before commit') expect(found.revision).toBe(Number(last));
      }
    }
  };
  await Promise.all([work(new Children(2), 1), work(new Children(2), 2)]);
  expect(counted.kills).toBeGreaterThanOrEqual(100);
  expect(counted.commands).toBeGreaterThanOrEqual(1000);
  expect(counted.insideCommit).toBeGreaterThanOrEqual(20);
  expect(counted.afterCommit).toBeGreaterThanOrEqual(20);
});

it('acknowledging before the commit would be noticed', { timeout: 60_000 }, async () => {
  const children = new Children(2);
  const path = await freshProject();
  const acknowledged: string[] = [];
  for (let session = 1; session <= 3; session += 1) {
    const pause = { commit: 5, place: 'before commit' } as const;
    const orders: KillOrders = { path, folder: tempFolder(), session, acknowledge: 'before commit', pause };
    acknowledged.push(...(await children.work(orders, 0, 0)).acknowledged);
  }
  const { lines } = await standing(path, 4);
  expect(acknowledged.filter((line) => !lines.has(line)).length).toBeGreaterThanOrEqual(3);
});
