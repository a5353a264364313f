import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { quickStart } from './compiled-threads.ts';

export type Ran = { readonly code: number | null; readonly out: string; readonly error: string };

const launcher = fileURLToPath(new URL('../../build/launch/verbatim.mjs', import.meta.url));

/** Runs the real command line in a folder of its own, data and projects included. */
export function runVerbatim(folder: string, ...parameters: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [launcher, ...parameters], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...quickStart,
      VERBATIM_DATA: `${folder}/.data`,
      VERBATIM_PROJECTS: `${folder}/projects`,
    },
  });
  const out: Buffer[] = [];
  const error: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => error.push(piece));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() }),
    );
  });
}
