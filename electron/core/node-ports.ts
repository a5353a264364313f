import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Ports } from './ports.ts';
import { resourceFolder } from './resources.ts';
import { createUuidV7 } from './uuid-v7.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the app's own data and new projects go on this system; VERBATIM_DATA and VERBATIM_PROJECTS override. */
export function hostFolders(platform: NodeJS.Platform, environment: Environment, home: string): Ports['folders'] {
  const data =
    environment['VERBATIM_DATA'] ??
    (platform === 'win32'
      ? join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Verbatim')
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support', 'Verbatim')
        : join(absolute(environment['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), 'verbatim'));
  const projects = environment['VERBATIM_PROJECTS'] ?? join(home, 'Verbatim');
  return { data: resolve(data), projects: resolve(projects) };
}

/** XDG says that a relative path in its variables is to be ignored. */
function absolute(path: string | undefined): string | null {
  return path?.startsWith('/') ? path : null;
}

/**
 * What may be kept of an unforeseen error: its name, its code and the code places it came from, one line of JSON.
 * Messages are left out: a parser's message can quote what it read.
 */
export function errorRecord(id: string, at: Date, error: unknown, where: string): string {
  const known = error instanceof Error ? error : null;
  const code = known && 'code' in known && typeof known.code === 'string' ? known.code : undefined;
  const frames = (known?.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return JSON.stringify({
    id,
    at: at.toISOString(),
    where,
    name: known?.name ?? typeof error,
    ...(code === undefined ? {} : { code }),
    frames: frames.slice(0, 12).map((line) => line.trim()),
  });
}

/** The version in package.json. */
export function appVersion(): string {
  return (JSON.parse(readFileSync(resourceFolder('package.json'), 'utf8')) as { version: string }).version;
}

/** The ports of a real host: the system's clock and randomness, an error log in the data folder (made with mode 0700). */
export function createNodePorts(host: Ports['host'], overrides: Partial<Ports['folders']> = {}): Ports {
  const folders = { ...hostFolders(process.platform, process.env, homedir()), ...overrides };
  const clock = { now: () => new Date() };
  const uuid = createUuidV7(clock);
  return {
    host,
    version: appVersion(),
    clock,
    ids: { next: <Kind extends string>() => uuid<Kind>() },
    log: {
      error: (error, where) => {
        const id = uuid();
        try {
          mkdirSync(folders.data, { recursive: true, mode: 0o700 });
          appendFileSync(join(folders.data, 'errors.log'), `${errorRecord(id, clock.now(), error, where)}\n`, {
            mode: 0o600,
          });
        } catch {
          // A log that cannot be written must not hide the error it was to record.
        }
        return id;
      },
    },
    folders,
  };
}
