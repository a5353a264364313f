// One session of a random user on a project. Told by one line of JSON on stdin (Orders); answers line by line: `ack REVISION ID`
// once a command has returned that changed something, `done OPERATIONS` now and then, `fault …`, and `end JSON` at the end.
import { inspect } from 'node:util';
import { VerbatimError } from '../../shared/contract/errors.ts';
import { heldMemory } from '../bench/measure.ts';
import { connectionOf } from '../support/connections.ts';
import { fixedPorts } from '../support/fixed-ports.ts';
import { startCore } from '../support/plain-core.ts';
import { seededRandom } from '../support/random.ts';
import { drawnStep } from '../support/random-commands/drawn-step.ts';
import { runStep } from '../support/random-commands/run-step.ts';
import type { SessionEnd } from './orders.ts';
import { say, toldOrders } from './talk.ts';

const { path, folder, session, operations } = await toldOrders();
const random = seededRandom(session);
const ports = fixedPorts(folder, { first: session * 1_000_000 });

/** The clock is set wrong now and then, by up to ten years either way. */
let jump = 0;
const clock = { now: () => new Date(ports.clock.now().getTime() + jump) };
const { client, grant, close } = startCore({ ...ports, clock });
await client.call('project.open', { ticket: grant(path) });
// Who was killed while blind is so still.
await client.call('blinding.lift', { reason: 'begun anew' });
const db = connectionOf(path);
const newest = db.prepare('SELECT revision, id FROM main.change_set ORDER BY revision DESC LIMIT 1');
let { revision } = await client.call('project.summary', {});
let [held, full] = [0, 0];

/** Leaves the disk no more than a few pages, or gives it back. */
function setDisk(isFull: boolean): void {
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${isFull ? pages + random(3) : 1_000_000_000}`);
}

/** Goes back or forth by several steps at once. */
async function travelFar(): Promise<void> {
  const { steps } = await client.call('history.list', { limit: 12 });
  const within = steps.filter(({ away }) => away !== null);
  const step = within[random(Math.max(1, within.length))];
  if (step) await client.call('history.goTo', { revision: step.revision });
}

async function act(): Promise<void> {
  const travels = random(24);
  if (travels > 6) await runStep(client, drawnStep(random));
  else if (travels === 6) await travelFar();
  else await client.call(travels > 2 ? 'history.undo' : 'history.redo', {});
}

/** For a while the first coder does not see the others. A coder who was blind once stays: undo cannot take back the making of one. */
async function seeOthers(all: boolean): Promise<void> {
  if (all) return void (await client.call('blinding.lift', { reason: 'done' }));
  const ids = (await client.call('coders.list', {})).map(({ id }) => id);
  await client.call('coders.choose', { coder: ids.sort()[0]! });
  await client.call('blinding.begin', {});
}

/** What undo and redo are refused for where there is nothing, and what a blind coder is refused for. */
const isNothing = (code: string): boolean => code.startsWith('nothing_to_') || code === 'past_erased';
const ofBlind = new Set(['blind', 'history_conflict', 'history_name_taken']);

for (let operation = 1; operation <= operations; operation += 1) {
  if (operation % 40 === 0) jump = (random(7300) - 3650) * 86_400_000;
  if (operation % 50 === 0) setDisk(operation % 150 === 0);
  try {
    await (operation % 90 === 0 ? seeOthers(false) : operation % 90 === 20 ? seeOthers(true) : act());
  } catch (error) {
    const code = error instanceof VerbatimError ? error.code : '';
    if (code === 'disk_full') full += 1;
    else if (!(isNothing(code) || (ofBlind.has(code) && (await client.call('project.summary', {})).isBlind)))
      say(`fault ${String(error)} ${inspect(ports.unforeseen, { breakLength: Infinity })}`);
  }
  const state = await client.call('history.state', {});
  if (state.revision !== revision) {
    revision = state.revision;
    const set = newest.get() as { revision: number; id: string };
    say(`ack ${set.revision} ${set.id}`);
  }
  if (operation === 100) held = heldMemory();
  if (operation % 100 === 0) say(`done ${operation}`);
}
setDisk(false);
await seeOthers(true);
const { faults } = await client.call('project.check', {});
for (const fault of faults) say(`fault ${JSON.stringify(fault)}`);
for (const error of ports.unforeseen) say(`fault ${inspect(error, { breakLength: Infinity })}`);
await close();
const end: SessionEnd = { held, afterClosing: heldMemory(), full };
say(`end ${JSON.stringify(end)}`);
process.exit(0);
