// Works on a project until it is killed. Told by one line of JSON on stdin (KillOrders) what to do; answers line by line:
// `ack REVISION ID` once a command has returned, `pause` when it holds still around a COMMIT, `fault …` if a command failed.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { inspect } from 'node:util';
import Database from 'better-sqlite3';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { connectionOf } from '../connections.ts';
import { fixedPorts } from '../fixed-ports.ts';
import type { KillOrders } from './kill-orders.ts';
import { seededRandom } from '../random.ts';
import { startCore } from '../plain-core.ts';
import { drawnStep } from '../random-commands/drawn-step.ts';
import { runStep } from '../random-commands/run-step.ts';

const lines = createInterface({ input: process.stdin });
const [line] = (await Promise.race([
  new Promise<string[]>((resolve) => lines.once('line', (text) => resolve([text]))),
  new Promise<string[]>((resolve) => lines.once('close', () => resolve([]))),
])) as [string?];
if (line === undefined) process.exit(0);
const orders = JSON.parse(line) as KillOrders;

const say = (text: string): void => void writeSync(1, `${text}\n`);
const newest = (db: Database.Database): string => {
  const { revision, id } = db.prepare('SELECT revision, id FROM change_set ORDER BY revision DESC LIMIT 1').get() as {
    revision: number;
    id: string;
  };
  return `ack ${revision} ${id}`;
};
const holdStill = (): void => {
  say('pause');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

/** Commits of commands seen so far; nothing is counted before the work begins. */
let commits = 0;
let isWorking = false;
/** The change set committed last. */
let committed = '';
// oxlint-disable-next-line typescript/unbound-method -- called with its receiver below
const exec = Database.prototype.exec;
Database.prototype.exec = function (this: Database.Database, sql: string) {
  // Commits of other files, copies among them, are none of this project's.
  if (!isWorking || sql !== 'COMMIT' || this.name !== orders.path) return exec.call(this, sql);
  // What is written beside the history has no change set, and nobody is told of it: no commit of a command.
  const set = newest(this);
  if (set === committed) return exec.call(this, sql);
  commits += 1;
  if (orders.acknowledge === 'before commit') say(set);
  if (orders.pause?.place === 'before commit' && commits === orders.pause.commit) holdStill();
  const done = exec.call(this, sql);
  committed = set;
  if (orders.pause?.place === 'after commit' && commits === orders.pause.commit) holdStill();
  return done;
};

const ports = fixedPorts(orders.folder, { first: orders.session * 1_000_000 });
const { core, client } = startCore(ports);
await client.call('project.open', { ticket: core.grantPath(orders.path) });
const db = connectionOf(orders.path);
const random = seededRandom(orders.session);
let revision = (await client.call('project.summary', {})).revision;
committed = newest(db);
isWorking = true;

for (;;) {
  const step = drawnStep(random);
  try {
    const travels = random(6);
    if (travels > 1) await runStep(client, step);
    else await client.call(travels === 0 ? 'history.undo' : 'history.redo', {});
  } catch (error) {
    const isEnd = error instanceof VerbatimError && error.code.startsWith('nothing_to_');
    if (!isEnd) say(`fault ${String(error)} ${inspect(ports.unforeseen, { breakLength: Infinity })}`);
  }
  const state = await client.call('history.state', {});
  if (state.revision === revision) continue;
  revision = state.revision;
  if (orders.acknowledge === 'after return') say(newest(db));
}
