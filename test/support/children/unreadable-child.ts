// Imports files, some of which may not be read, as a user without rights: prints what came of each, as one line of JSON.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createCore } from '../../../electron/core/app.ts';
import { createClient } from '../../../shared/contract/client.ts';
import { memoryTransports } from '../../../shared/contract/transport.ts';
import { describeError } from '../../../electron/cli/output.ts';
import { fixedPorts } from '../fixed-ports.ts';

const [folder, data] = process.argv.slice(2) as [string, string];
const core = createCore(fixedPorts(data, { host: 'cli', first: 9100 }), { validateOutput: true });
const [near, far] = memoryTransports();
core.dispatcher.serve(far);
const client = createClient(near);
const place = core.grantPath(join(data, 'study.vbt'));
await client.call('project.create', { name: 'Study', template: 'empty', place });

const names = ['good.txt', 'locked.txt', join('locked-folder', 'inside.txt'), 'vanishing.txt'];
const files = names.map((name) => ({ ticket: core.grantPath(join(folder, name)) }));
const looked = await client.call('imports.inspect', { files });
rmSync(join(folder, 'vanishing.txt'));
const { imported, failed } = await client.call('imports.commit', { files });
process.stdout.write(
  `${JSON.stringify({
    ready: looked.ready.map(({ file }) => file),
    imported: imported.map(({ name }) => name),
    failed: failed.map(({ file, error }) => ({ file, code: error.code, message: describeError(error) })),
  })}\n`,
);
await core.close();
