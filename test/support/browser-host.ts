import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The real browser host in a process of its own, on folders of its own. */
export type BrowserHost = {
  /** The printed link; it works once. */
  readonly link: string;
  readonly origin: string;
  readonly data: string;
  readonly projects: string;
  /** What it has printed so far, on both streams. */
  readonly output: readonly string[];
  /** Presses Enter in its terminal and answers the link it prints. */
  freshLink(): Promise<string>;
  /** Sends a signal (SIGTERM unless another is named) and answers the exit code; the folders stay. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Stops it if it still runs and removes the folders. */
  remove(): Promise<void>;
};

export type HostOptions = {
  /** More arguments of `verbatim serve`. */
  readonly parameters?: readonly string[];
  /** The script that starts it, and its arguments; `verbatim serve` unless another is named. */
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Nothing has been set or left yet: the tour of the sample study begins by itself. */
  readonly isFirstTime?: boolean;
  /** Folders of an earlier host, to start again where it ended. */
  readonly folder?: string;
};

const linkPattern = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/;

/** Starts `verbatim serve` and waits for its link. Rejects with what it printed if it ends before. */
export async function startBrowserHost(options: HostOptions = {}): Promise<BrowserHost> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'verbatim-host-'));
  const data = join(folder, 'data');
  const projects = join(folder, 'projects');
  mkdirSync(projects, { recursive: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const settings = join(data, 'settings.json');
  if (!options.isFirstTime && !existsSync(settings)) writeFileSync(settings, '{ "tourLeft": true }\n', { mode: 0o600 });
  const command = options.command ?? ['build/launch/verbatim.mjs', 'serve'];
  const child = spawn(process.execPath, [...command, ...(options.parameters ?? [])], {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      VERBATIM_DATA: data,
      VERBATIM_PROJECTS: projects,
      ...options.environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A test that is cut short leaves no host behind.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      process.off('exit', end);
      resolve(code);
    });
  });
  const output: string[] = [];
  const waiting: ((link: string) => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      output.push(line);
      const link = linkPattern.exec(line)?.[0];
      if (link !== undefined) waiting.shift()?.(link);
    });
  }
  const nextLink = (): Promise<string> =>
    new Promise((resolve, reject) => {
      waiting.push(resolve);
      void exited.then((code) => reject(new Error(`serve ended with ${code}:\n${output.join('\n')}`)));
    });
  const link = await nextLink();
  return {
    link,
    origin: new URL(link).origin,
    data,
    projects,
    output,
    freshLink: () => {
      const fresh = nextLink();
      child.stdin.write('\n');
      return fresh;
    },
    stop: (signal = 'SIGTERM') => stopped(child, exited, signal),
    remove: async () => {
      await stopped(child, exited, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function stopped(child: ChildProcess, exited: Promise<number | null>, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  return exited;
}
