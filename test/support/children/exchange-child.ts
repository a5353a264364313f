// Imports a file of another program and holds still in the middle of writing, to be killed there: `pause` on stdout says when.
// Arguments: the project, the file, a data folder.
import { writeSync } from 'node:fs';
import { createCore } from '../../../electron/core/app.ts';
import { createClient } from '../../../shared/contract/client.ts';
import { memoryTransports } from '../../../shared/contract/transport.ts';
import { connectionOf } from '../connections.ts';
import { fixedPorts } from '../fixed-ports.ts';

const [project, file, folder] = process.argv.slice(2) as [string, string, string];
const core = createCore(fixedPorts(folder, { first: 9_000_000 }));
const [near, far] = memoryTransports();
core.dispatcher.serve(far);
const client = createClient(near);
await client.call('project.open', { ticket: core.grantPath(project) });
const db = connectionOf(project);
const written = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM coding');
const onProgress = (): void => {
  if (!db.inTransaction || written.get()!.count < 100) return;
  writeSync(1, 'pause\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
await client.call('exchange.import', { ticket: core.grantPath(file) }, { onProgress });
