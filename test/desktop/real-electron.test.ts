import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../node_modules/electron/', import.meta.url));
const hasBinary = existsSync(`${folder}path.txt`);

/** What only the real program can show; where it cannot be installed these are skipped, and the name says why. */
it.skipIf(!hasBinary)(
  `Electron's own Node is 24 or newer${hasBinary ? '' : ' (skipped: no Electron program here)'}`,
  () => {
    const program = `${folder}dist/${readFileSync(`${folder}path.txt`, 'utf8')}`;
    const asked = spawnSync(program, ['--version'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
    });
    expect(Number.parseInt(asked.stdout.slice(1), 10)).toBeGreaterThanOrEqual(24);
  },
);
