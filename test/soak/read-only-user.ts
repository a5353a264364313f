// One session of a random user on a project whose file and folder cannot be written. Told and answering as random-user.ts: the
// desktop must refuse the project by name; the command line reads it and refuses every change.
import { inspect } from 'node:util';
import { VerbatimError } from '../../shared/contract/errors.ts';
import { fixedPorts } from '../support/fixed-ports.ts';
import { startCore } from '../support/plain-core.ts';
import { seededRandom } from '../support/random.ts';
import { drawnStep } from '../support/random-commands/drawn-step.ts';
import { runStep } from '../support/random-commands/run-step.ts';
import type { SessionEnd } from './orders.ts';
import { say, toldOrders } from './talk.ts';

const { path, folder, session, operations } = await toldOrders();
const random = seededRandom(session);
const isRefusal = (error: unknown): boolean => error instanceof VerbatimError && error.code === 'folder_read_only';

async function expectRefusal(call: Promise<unknown>, what: string): Promise<void> {
  try {
    await call;
    say(`fault ${what} was not refused`);
  } catch (error) {
    if (!isRefusal(error)) say(`fault ${what}: ${String(error)}`);
  }
}

const desktop = startCore(fixedPorts(folder, { first: session * 1_000_000 }));
await expectRefusal(desktop.client.call('project.open', { ticket: desktop.grant(path) }), 'opening');
await desktop.close();

const ports = fixedPorts(folder, { host: 'cli', first: session * 1_000_000 });
const { client, grant, close } = startCore(ports);
await client.call('project.open', { ticket: grant(path) });
const { revision } = await client.call('project.summary', {});
for (let operation = 1; operation <= operations; operation += 1) {
  const step = drawnStep(random);
  try {
    await runStep(client, step);
  } catch (error) {
    if (!isRefusal(error)) say(`fault ${step.kind}: ${String(error)} ${inspect(ports.unforeseen)}`);
  }
}
if ((await client.call('history.state', {})).undo !== null)
  await expectRefusal(client.call('history.undo', {}), 'undo');
if ((await client.call('project.summary', {})).revision !== revision) say('fault something was changed');
for (const fault of (await client.call('project.check', {})).faults) say(`fault ${JSON.stringify(fault)}`);
await close();
const end: SessionEnd = { held: 0, afterClosing: 0, full: 0 };
say(`end ${JSON.stringify(end)}`);
process.exit(0);
