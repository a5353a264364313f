// Works in a folder it may not write to, as a user without rights: prints what each step came to, as one line of JSON.
import { join } from 'node:path';
import { startCore } from '../plain-core.ts';
import { fixedPorts } from '../fixed-ports.ts';

const [folder, data] = process.argv.slice(2) as [string, string];

async function steps(host: 'cli' | 'desktop'): Promise<Record<string, unknown>> {
  const { core, client } = startCore(fixedPorts(data, { host, first: 9000 }), { validateOutput: true });
  const ticket = (name: string): string => core.grantPath(join(folder, name));
  const outcome = (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      (error: { code: string; params: unknown }) => ({ code: error.code, params: error.params }),
    );
  const result = {
    open: await outcome(client.call('project.open', { ticket: ticket('study.vbt') })),
    read: await outcome(client.call('documents.list', {})),
    check: await outcome(client.call('project.check', {})),
    remember: await outcome(client.call('view.set', { document: null })),
    write: await outcome(client.call('codes.create', { name: 'New' })),
    undo: await outcome(client.call('history.undo', {})),
    create: await outcome(client.call('project.create', { name: 'New', template: 'empty', place: ticket('new.vbt') })),
  };
  await core.close();
  return result;
}

process.stdout.write(`${JSON.stringify({ cli: await steps('cli'), desktop: await steps('desktop') })}\n`);
