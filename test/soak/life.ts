import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { connectionOf } from '../support/connections.ts';
import { fixedPorts } from '../support/fixed-ports.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { fileBehind, type PlainCore, startCore } from '../support/plain-core.ts';
import { seededRandom } from '../support/random.ts';
import type { Orders } from './orders.ts';
import { copyWithLog, type Log, logs } from './torn-log.ts';
import { readerWorks, userWorks } from './work.ts';

/**
 * A project's whole life under a random user: sessions one after another, some of them killed, one in which nothing can be
 * written, in most lives a past that is erased; then what must be true of it.
 */
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
  private readonly random: (below: number) => number;

  constructor(folder: string, number: number, seed: number) {
    this.folder = folder;
    this.number = number;
    this.random = seededRandom(seed + number);
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, 'study.vbt');
    this.sessions = (seed * 1000 + number) * 1000;
  }

  async live(sessions: number, operations: number): Promise<void> {
    await this.within(async ({ client, grant }) => {
      await client.call('project.create', { name: 'Study', template: 'empty', place: grant(this.path) });
      this.beginning = logicalDump(this.path);
    });
    for (let session = 0; session < sessions; session += 1) {
      const killAfter = session % 2 === 0 ? 1 + this.random(operations) : null;
      const done = await userWorks(this.orders('user', operations), killAfter);
      this.operations += done.operations;
      this.faults.push(...done.faults);
      for (const line of done.acknowledged) this.acknowledged.add(line);
      if (done.end === null) this.kills += 1;
      else {
        this.full += done.end.full;
        this.held = Math.max(this.held, done.end.held);
        this.afterClosing = Math.max(this.afterClosing, done.end.afterClosing);
      }
      await this.lookAtIt('whole');
      if (done.end === null) await this.lookAtIt(logs[1 + this.random(logs.length - 1)]!);
      else if (session === 1) await this.readOnly();
      else if (session === 5) await this.erasePast();
    }
    await this.within(async (core) => {
      await core.client.call('project.open', { ticket: core.grant(this.path) });
      await core.client.call('blinding.lift', { reason: 'the end' });
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

  private orders(folder: string, operations: number): Orders {
    return { path: this.path, folder: join(this.folder, folder), session: ++this.sessions, operations };
  }

  /**
   * Looks at a copy of what the session left: nothing acknowledged is missing, nothing half-done is there. Where the log was
   * harmed, the last steps may be gone, not one from among them; or the project is said to be damaged.
   */
  private async lookAtIt(log: Log): Promise<void> {
    const copy = join(this.folder, 'copy.vbt');
    copyWithLog(this.path, copy, log, this.random);
    const isLogRead = log === 'whole' || log === 'followed by garbage';
    await this.within(async ({ client, grant }) => {
      try {
        await client.call('project.open', { ticket: grant(copy) });
      } catch (error) {
        if (isLogRead || (error as { code?: string }).code !== 'project_damaged')
          this.fault(`log ${log}: ${String(error)}`);
        return;
      }
      const { faults } = await client.call('project.check', {});
      for (const fault of faults) this.fault(`log ${log}: ${JSON.stringify(fault)}`);
      const sets = connectionOf(copy).prepare('SELECT revision, id FROM main.change_set').all() as {
        revision: number;
        id: string;
      }[];
      const stored = new Set(sets.map(({ revision, id }) => `ack ${revision} ${id}`));
      const last = isLogRead ? Infinity : Math.max(...sets.map(({ revision }) => revision));
      for (const line of this.acknowledged)
        if (!stored.has(line) && Number(line.split(' ')[1]) <= last) this.fault(`log ${log}: lost ${line}`);
    });
  }

  /** Nothing can be written: it is said, and not a byte changes. */
  private async readOnly(): Promise<void> {
    if (process.platform === 'win32') return;
    const orders = this.orders('reader-of-it', 60);
    mkdirSync(orders.folder, { recursive: true });
    chmodSync(orders.folder, 0o777);
    const bytes = readFileSync(this.path);
    const files = readdirSync(this.folder);
    chmodSync(this.path, 0o444);
    chmodSync(this.folder, 0o555);
    const { faults } = await readerWorks(orders);
    for (const fault of faults) this.fault(`read only: ${fault}`);
    if (!readFileSync(this.path).equals(bytes) || readdirSync(this.folder).join() !== files.join())
      this.fault('a project that cannot be written was changed');
    chmodSync(this.folder, 0o755);
    chmodSync(this.path, 0o600);
  }

  /** In most lives the past is erased, by a seal or a purge: undoing all gives back what was there then. */
  private async erasePast(): Promise<void> {
    const way = this.number % 3;
    if (way === 0) return;
    await this.within(async ({ client, grant }) => {
      await client.call('project.open', { ticket: grant(this.path) });
      const [first] = (await client.call('cases.list', {})).cases;
      if (way === 1 || first === undefined) {
        const list = [{ name: 'trust', pseudonym: 'P1' }];
        await client.call('pseudonyms.seal', { list, folded: true, confirmed: true });
      } else await client.call('cases.purge', { case: first.id, confirmed: true });
      const { faults } = await client.call('project.check', {});
      for (const fault of faults) this.fault(`past erased: ${JSON.stringify(fault)}`);
      this.beginning = logicalDump(this.path);
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
