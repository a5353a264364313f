import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { connectionOf } from '../support/connections.ts';
import { fixedPorts } from '../support/fixed-ports.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { fileBehind, type PlainCore, startCore } from '../support/plain-core.ts';
import { seededRandom } from '../support/random.ts';
import type { Orders, SessionEnd } from './orders.ts';

export type Session = {
  readonly operations: number;
  readonly acknowledged: readonly string[];
  readonly faults: readonly string[];
  /** Null when it was killed. */
  readonly end: SessionEnd | null;
};

const user = join(import.meta.dirname, 'random-user.ts');

/** Lets a random user work; kills it −9 after so many acknowledged commands, if told to. */
async function work(orders: Orders, killAfter: number | null): Promise<Session> {
  const child = spawn(process.execPath, ['--expose-gc', user], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  child.stdin.write(`${JSON.stringify(orders)}\n`);
  const acknowledged: string[] = [];
  const faults: string[] = [];
  let operations = 0;
  let end: SessionEnd | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const word = line.slice(0, line.indexOf(' '));
    if (word === 'ack' && acknowledged.push(line) === killAfter) child.kill('SIGKILL');
    if (word === 'fault') faults.push(line);
    if (word === 'done') operations = Number(line.slice(5));
    if (word === 'end') end = JSON.parse(line.slice(4)) as SessionEnd;
  }
  await exited;
  if (end === null && killAfter === null) faults.push(`session ${orders.session} ended by itself`);
  return { operations, acknowledged, faults, end };
}

/** A project's whole life under a random user: sessions one after another, some of them killed, then what must be true of it. */
export class Life {
  readonly faults: string[] = [];
  operations = 0;
  kills = 0;
  full = 0;
  undone = 0;
  /** The most that was held with the project open, and once it was closed; bytes. */
  held = 0;
  afterClosing = 0;
  private readonly acknowledged = new Set<string>();
  private readonly path: string;
  private sessions: number;
  private beginning: unknown = null;

  private readonly folder: string;
  private readonly number: number;
  private readonly seed: number;

  constructor(folder: string, number: number, seed: number) {
    this.folder = folder;
    this.number = number;
    this.seed = seed;
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, 'study.vbt');
    this.sessions = (seed * 1000 + number) * 1000;
  }

  async live(sessions: number, operations: number): Promise<void> {
    await this.within(async ({ client, grant }) => {
      await client.call('project.create', { name: 'Study', template: 'empty', place: grant(this.path) });
      this.beginning = logicalDump(this.path);
    });
    const random = seededRandom(this.seed + this.number);
    for (let session = 0; session < sessions; session += 1) {
      const killAfter = session % 2 === 0 ? 1 + random(operations) : null;
      const orders: Orders = {
        path: this.path,
        folder: join(this.folder, 'user'),
        session: ++this.sessions,
        operations,
      };
      const done = await work(orders, killAfter);
      this.operations += done.operations;
      this.faults.push(...done.faults);
      for (const line of done.acknowledged) this.acknowledged.add(line);
      if (done.end === null) this.kills += 1;
      else {
        this.full += done.end.full;
        this.held = Math.max(this.held, done.end.held);
        this.afterClosing = Math.max(this.afterClosing, done.end.afterClosing);
      }
      await this.lookAtIt();
    }
    await this.within(async (core) => {
      await core.client.call('project.open', { ticket: core.grant(this.path) });
      await this.roundTrips(core);
      await this.undoAll(core);
    });
  }

  private fault(text: string): void {
    this.faults.push(`project ${this.number}: ${text}`);
  }

  private async within(run: (core: PlainCore) => Promise<void>): Promise<void> {
    const core = startCore(fixedPorts(join(this.folder, 'reader'), { first: ++this.sessions * 1_000_000 }));
    await run(core);
    await core.close();
  }

  /** Looks at a copy of what the session left: nothing acknowledged is missing, nothing half-done is there. */
  private async lookAtIt(): Promise<void> {
    const copy = join(this.folder, 'copy.vbt');
    for (const suffix of ['', '-wal'])
      if (existsSync(this.path + suffix)) copyFileSync(this.path + suffix, copy + suffix);
    await this.within(async ({ client, grant }) => {
      await client.call('project.open', { ticket: grant(copy) });
      const { faults } = await client.call('project.check', {});
      for (const fault of faults) this.fault(JSON.stringify(fault));
      const sets = connectionOf(copy).prepare('SELECT revision, id FROM change_set').all() as {
        revision: number;
        id: string;
      }[];
      const stored = new Set(sets.map(({ revision, id }) => `ack ${revision} ${id}`));
      for (const line of this.acknowledged) if (!stored.has(line)) this.fault(`lost ${line}`);
    });
  }

  /** Written twice it is the same; the archive makes the same project again. */
  private async roundTrips({ client }: PlainCore): Promise<void> {
    const written = async (): Promise<[Buffer, Buffer]> => [
      await fileBehind(client, (await client.call('archive.write', { withConfidential: true })).ticket),
      await fileBehind(client, (await client.call('exchange.export', { format: 'qdpx' })).ticket),
    ];
    const [archive, qdpx] = await written();
    const [again, qdpxAgain] = await written();
    if (!archive.equals(again)) this.fault('two archives of the same project differ');
    if (!qdpx.equals(qdpxAgain)) this.fault('two exchange files of the same project differ');
    const whole = logicalDump(this.path);
    const zip = join(this.folder, 'archive.zip');
    writeFileSync(zip, archive);
    const restored = join(this.folder, 'restored.vbt');
    await this.within(async (other) => {
      await other.client.call('archive.restore', { ticket: other.grant(zip), place: other.grant(restored) });
      if (!isDeepStrictEqual(logicalDump(restored), whole)) this.fault('a project made of its archive differs');
    });
  }

  /** Undoing everything gives back the beginning. */
  private async undoAll({ client }: PlainCore): Promise<void> {
    while ((await client.call('history.state', {})).undo !== null) {
      await client.call('history.undo', {});
      this.undone += 1;
    }
    if (!isDeepStrictEqual(logicalDump(this.path), this.beginning))
      this.fault('undoing all does not give the beginning');
  }
}
