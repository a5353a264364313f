import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('serve ends where it cannot write the page it is to open, and says why', () => {
  const projects = join(folder, 'file');
  writeFileSync(projects, '');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['build/launch/verbatim.mjs', 'serve', '--open', '--projects', projects],
    {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        VERBATIM_DATA: join(folder, 'data'),
        VERBATIM_DEV_SECRET: 'x'.repeat(43),
      },
      encoding: 'utf8',
      timeout: 25_000,
      killSignal: 'SIGKILL',
    },
  );
  expect(status).toBe(1);
  expect(stderr).toContain('EEXIST');
}, 40_000);
