import type * as Fs from 'node:fs';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { openTestCore, openTestProject } from '../support/core.ts';
import { upload } from '../support/upload.ts';

const closes = vi.hoisted(() => ({ made: new Set<number>(), of: [] as number[], fails: false }));

/** A disk that says only when a new file is closed that it could not keep it. */
vi.mock('node:fs', async (original) => {
  const real = await original<typeof Fs>();
  return {
    ...real,
    openSync: (path: string, flags: string, mode?: number) => {
      const handle = real.openSync(path, flags, mode);
      if (closes.fails && flags === 'wx') closes.made.add(handle);
      return handle;
    },
    closeSync: (handle: number) => {
      if (closes.made.has(handle)) {
        closes.of.push(handle);
        if (closes.of.length === 1) real.closeSync(handle);
        throw Object.assign(new Error('ENOSPC: no space left on device, close'), { code: 'ENOSPC' });
      }
      real.closeSync(handle);
    },
  };
});

it('an upload whose file cannot be closed closes it once, leaves nothing behind and names the file', async () => {
  const { test: first, path } = await openTestProject('R: They watch.\n');
  await first.close();
  const bytes = readFileSync(path);
  const test = openTestCore({ host: 'browser', first: 5000 });
  const ticket = await upload(test.client, 'study.vbt', bytes);
  closes.fails = true;
  await expect(test.client.call('project.open', { ticket })).rejects.toMatchObject({
    code: 'disk_full',
    params: { file: 'study.vbt' },
  });
  expect(closes.of).toHaveLength(1);
  const { projects } = test.ports.folders;
  expect(existsSync(projects) ? readdirSync(projects) : []).toEqual([]);
});
