import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The environment in which Node keeps what it has compiled: children and threads that run from source start quickly. */
export const quickStart = { NODE_COMPILE_CACHE: at('../../.cache/node') };

const threads = ['task-worker.ts', 'read-worker.ts'].map((name) =>
  String(pathToFileURL(at(`../../electron/core/jobs/${name}`))),
);

/**
 * Before all tests: compiles once, one after the other, what the threads of the core run. From source each of them would strip
 * types by itself, which Node does by WebAssembly; threads that do so at the same time bring V8 down, rarely and with the whole
 * process (SIGSEGV, nodejs/node#64500). The built program strips nothing.
 */
export function setup(): void {
  const load = threads.map((thread) => `await import(${JSON.stringify(thread)}).catch(() => {});`).join('\n');
  spawnSync(process.execPath, ['--input-type=module', '--eval', load], { env: { ...process.env, ...quickStart } });
}
