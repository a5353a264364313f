// Merges one copy into a project and holds still around the COMMIT, to be killed there: `pause` on stdout says when.
// Arguments: the project, the copy, a data folder, `before commit` or `after commit`.
import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { startCore } from '../plain-core.ts';
import { fixedPorts } from '../fixed-ports.ts';

const [project, copy, folder, place] = process.argv.slice(2) as [string, string, string, string];
const holdStill = (): void => {
  writeSync(1, 'pause\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

const { core, client } = startCore(fixedPorts(folder, { first: 9_000_000 }));
await client.call('project.open', { ticket: core.grantPath(project) });

// oxlint-disable-next-line typescript/unbound-method -- called with its receiver below
const exec = Database.prototype.exec;
Database.prototype.exec = function (this: Database.Database, sql: string) {
  const isCommit = sql === 'COMMIT' && this.name === project;
  if (isCommit && place === 'before commit') holdStill();
  const done = exec.call(this, sql);
  if (isCommit && place === 'after commit') holdStill();
  return done;
};
await client.call('copies.merge', { tickets: [core.grantPath(copy)] });
