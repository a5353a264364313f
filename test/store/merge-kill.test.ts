import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { ended, startChild } from '../support/children/children.ts';
import { openTestCore, openTestProject } from '../support/core.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { fileBehind } from '../support/plain-core.ts';

/** A project, and a copy of it in which something was coded. */
async function projectAndCopy() {
  const { test, path, document, codes } = await openTestProject('I: Why?\nR: [fear: They watch us] all day.\n');
  const { id } = await test.client.call('coders.create', { name: 'Bo' });
  const { ticket } = await test.client.call('copies.make', { coder: id });
  const bytes = await fileBehind(test.client, ticket);
  const before = logicalDump(path);
  await test.close();
  const other = openTestCore({ folder: tempFolder(), first: 100_000, begins: 1000 });
  const copy = join(other.folder, 'bo.vbt');
  writeFileSync(copy, bytes);
  await other.client.call('project.open', { ticket: other.ticket(copy) });
  await other.client.call('codings.add', { document, start: 11, end: 15, codes: [...codes.values()] });
  await other.close();
  return { path, copy, before };
}

it.each([
  ['before commit', 1],
  ['after commit', 2],
] as const)('a merge killed −9 %s is not there or there whole', { timeout: 60_000 }, async (place, codings) => {
  const { path, copy, before } = await projectAndCopy();
  const child = startChild('merge-child.ts', [path, copy, tempFolder(), place]);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(line);
    child.kill('SIGKILL');
  }
  await ended(child);
  expect([lines, child.signalCode]).toEqual([['pause'], 'SIGKILL']);
  const test = openTestCore({ folder: tempFolder(), first: 200_000 });
  await test.client.call('project.open', { ticket: test.ticket(path) });
  expect((await test.client.call('project.summary', {})).codings).toBe(codings);
  expect((await test.client.call('project.check', {})).faults).toEqual([]);
  if (place === 'before commit') expect(logicalDump(path)).toEqual(before);
});
