import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { isVerbatimError } from '../../shared/contract/errors.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { errorText } from '../../shared/messages/error-text.ts';
import { type Core, createCore } from '../core/app.ts';
import { installNetworkGuard } from '../core/network-guard.ts';
import { createNodePorts } from '../core/node-ports.ts';
import { type RendererFile, readRendererFiles } from '../core/renderer-files.ts';
import { resourceFolder } from '../core/resources.ts';
import { type ServeArguments, serveArguments, serveUsage } from './arguments.ts';
import { openLink } from './open.ts';
import { startBrowserServer } from './server.ts';

/**
 * `verbatim serve`: runs the core and serves the page until it is told to stop. Answers the exit code: 0 after a clean
 * end, 1 if it could not start, 2 for misuse.
 */
export async function runBrowserHost(argv: string[]): Promise<number> {
  process.stdout.on('error', () => {
    // Whoever read our lines is gone; the page is served all the same.
  });
  const given = serveArguments(argv);
  if (given === 'help') {
    process.stdout.write(serveUsage);
    return 0;
  }
  if ('misuse' in given) {
    process.stderr.write(`verbatim serve: ${given.misuse}\n\n${serveUsage}`);
    return 2;
  }
  installNetworkGuard();
  const lastingSecret = process.env['VERBATIM_DEV_SECRET'];
  let core: Core | null = null;
  try {
    const files = lastingSecret === undefined ? builtPage() : new Map<string, RendererFile>();
    const ports = createNodePorts('browser', given.projects === null ? {} : { projects: resolve(given.projects) });
    core = createCore(ports);
    if (given.project !== null) await openProject(core, resolve(given.project));
    await serveUntilStopped(core, ports.folders, given, files, lastingSecret);
    return 0;
  } catch (error) {
    process.stderr.write(`verbatim serve: ${faultText(error, given.port)}\n`);
    return 1;
  } finally {
    await core?.close();
  }
}

async function serveUntilStopped(
  core: Core,
  folders: { readonly data: string; readonly projects: string },
  { port, open }: ServeArguments,
  files: ReadonlyMap<string, RendererFile>,
  lastingSecret: string | undefined,
): Promise<void> {
  const stopped = stopRequested();
  const serve = (transport: Transport): void => core.dispatcher.serve(transport);
  const server = await startBrowserServer({ files, port, serve, lastingSecret });
  process.stdout.write(`Verbatim is open at ${server.freshLink()}\n`);
  process.stdout.write('For this computer only. Press Enter for a fresh link, Ctrl+C to stop.\n');
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => process.stdout.write(`Fresh link, works once: ${server.freshLink()}\n`));
  let removePage = (): void => {};
  try {
    if (open) {
      mkdirSync(folders.projects, { recursive: true });
      removePage = openLink(server.freshLink(), folders.projects, join(folders.data, 'browser-profile'));
    }
    await stopped;
  } finally {
    lines.close();
    process.stdin.destroy();
    removePage();
    await server.close();
  }
}

/** Settles at the first signal to stop; later ones find the closing under way. */
function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

async function openProject(core: Core, path: string): Promise<void> {
  const context = { signal: { aborted: false }, progress: () => {} };
  await core.handlers['project.open']({ ticket: core.grantPath(path) }, context);
}

function builtPage(): ReadonlyMap<string, RendererFile> {
  try {
    return readRendererFiles(resourceFolder('dist', 'renderer'));
  } catch (cause) {
    throw new Error('the page is not built yet: run `npm run build` once', { cause });
  }
}

function faultText(error: unknown, port: number): string {
  if (isVerbatimError(error)) return errorText(error.toWire(), 'en');
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `port ${port} is taken: name another with --port, or none for a free one`;
  }
  return error instanceof Error ? error.message : String(error);
}
