import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { ended, startChild } from '../support/children/children.ts';
import { openTestCore } from '../support/core.ts';
import { emptyProject } from '../support/exchange.ts';
import { largeExchange } from '../support/large-exchange.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { tempFolder } from '../support/temp-folder.ts';

const archive = largeExchange(40, 100);

it('an import killed −9 in the middle of writing leaves no trace', { timeout: 60_000 }, async () => {
  const test = await emptyProject();
  const [path, file] = [test.path('study.vbt'), test.path('large.qdpx')];
  test.file('large.qdpx', archive);
  const before = logicalDump(path);
  await test.close();
  const child = startChild('exchange-child.ts', [path, file, tempFolder()]);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(line);
    child.kill('SIGKILL');
  }
  await ended(child);
  expect([lines, child.signalCode]).toEqual([['pause'], 'SIGKILL']);
  const again = openTestCore({ folder: tempFolder(), first: 200_000 });
  await again.client.call('project.open', { ticket: again.ticket(path) });
  expect((await again.client.call('project.check', {})).faults).toEqual([]);
  expect(logicalDump(path)).toEqual(before);
});

it('an import cancelled in the middle of writing leaves no trace; other calls wait and then go on', async () => {
  const test = await emptyProject();
  const path = test.path('study.vbt');
  const before = logicalDump(path);
  const { revision } = await test.client.call('project.summary', {});
  const cancel = new AbortController();
  const waiting: Promise<{ documents: number }>[] = [];
  let highest = 0;
  const importing = test.client.call(
    'exchange.import',
    { ticket: test.file('large.qdpx', archive) },
    {
      signal: cancel.signal,
      onProgress: (done, total) => {
        // Only writing says beforehand how much there is.
        if (total !== 41) return;
        if (waiting.length === 0) waiting.push(test.client.call('project.summary', {}));
        highest = Math.max(highest, done);
        if (done >= 5) cancel.abort();
      },
    },
  );
  await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
  expect(highest).toBeGreaterThanOrEqual(5);
  expect(await waiting[0]).toMatchObject({ documents: 0, revision });
  expect(logicalDump(path)).toEqual(before);

  const report = await test.client.call('exchange.import', { ticket: test.ticket(test.path('large.qdpx')) });
  expect(report.counts.find(({ element }) => element === 'Coding')).toMatchObject({ imported: 4000, lost: 0 });
  expect((await test.client.call('project.check', {})).faults).toEqual([]);
  await test.client.call('history.undo', {});
  expect(await test.client.call('project.summary', {})).toMatchObject({ documents: 0, codings: 0 });
});

it('an export shows one state of the project although others change it meanwhile, and can be cancelled', async () => {
  const test = await emptyProject();
  await test.client.call('exchange.import', { ticket: test.file('large.qdpx', archive) });
  let changed = 0;
  const { ticket } = await test.client.call(
    'exchange.export',
    { format: 'qdpx' },
    { onProgress: () => void (changed++ === 3 && test.client.call('coders.create', { name: 'Cem' })) },
  );
  const { size } = await test.client.call('files.read', { ticket, offset: 0, length: 1 });
  const after = await test.client.call('exchange.export', { format: 'qdpx' });
  expect((await test.client.call('files.read', { ticket: after.ticket, offset: 0, length: 1 })).size).toBe(size);

  const cancel = new AbortController();
  const writing = test.client.call(
    'exchange.export',
    { format: 'qdpx' },
    { signal: cancel.signal, onProgress: () => cancel.abort() },
  );
  await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
});
