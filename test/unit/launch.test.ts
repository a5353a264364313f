import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseHost } from '../../build/launch/choose-host.mjs';
import { isNewEnough, refusalLine } from '../../build/launch/node-version.mjs';
import { isOutdated } from '../../build/launch/renderer-build.mjs';
import { serveArguments } from '../../electron/browser/arguments.ts';
import { pageOpener, redirectPage } from '../../electron/browser/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-launch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the Node that runs it', () => {
  it.each(['v24.0.0', 'v24.21.0', 'v26.1.0', '24.3.1', 'v100.0.0'])('%s is new enough', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });
  it.each(['v22.22.0', 'v20.20.2', 'v4.2.4', '', 'nonsense'])('%s is not', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });

  it('is refused in one line that says what to do', () => {
    const line = refusalLine('v20.20.2');
    expect(line).toContain('v20.20.2');
    expect(line).toContain('npm ci');
    expect(line).not.toContain('\n');
  });

  it('is asked for before anything an old one could not parse', () => {
    const launch = new URL('../../build/launch/', import.meta.url);
    for (const name of readdirSync(launch)) {
      const source = readFileSync(new URL(name, launch), 'utf8');
      const first = /^import .*$/m.exec(source)?.[0] ?? '';
      if (['verbatim.mjs', 'start.mjs', 'dev.mjs'].includes(name))
        expect(first, name).toBe("import './require-node.mjs';");
      expect(source, name).not.toMatch(/^import .*\.ts'/m);
    }
  });
});

describe('npm start', () => {
  const desk = { platform: 'linux', environment: { DISPLAY: ':0' }, hasElectron: true, isRoot: false } as const;

  it('opens the window where there is one to open', () => {
    expect(chooseHost(desk).host).toBe('desktop');
    expect(chooseHost({ ...desk, environment: { WAYLAND_DISPLAY: 'wayland-0' } }).host).toBe('desktop');
    expect(chooseHost({ ...desk, platform: 'darwin', environment: {} }).host).toBe('desktop');
    expect(chooseHost({ ...desk, platform: 'win32', environment: {} }).host).toBe('desktop');
  });

  it('serves a page without a display, and does not fetch what could not be shown', () => {
    const choice = chooseHost({ ...desk, environment: {}, hasElectron: false });
    expect(choice).toMatchObject({ host: 'browser', install: false, open: false });
    expect(choice.why).toContain('no display');
  });

  it("tries once to get Electron, and says why it's a page if that fails", () => {
    const choice = chooseHost({ ...desk, hasElectron: false });
    expect(choice).toMatchObject({ host: 'browser', install: true, open: true });
    expect(choice.why).toContain('Electron');
  });

  it('does not start Electron as root, whose sandbox would not', () => {
    expect(chooseHost({ ...desk, isRoot: true })).toMatchObject({ host: 'browser', install: false });
  });

  it.each([
    [{}, false],
    [{ DISPLAY: ':0' }, false],
    [{ DISPLAY: ':0' }, true],
  ])('gives one line of reason (%j)', (environment, isRoot) => {
    const { why } = chooseHost({ platform: 'linux', environment, hasElectron: false, isRoot });
    expect(why).toMatch(/^[^\n]+$/);
  });
});

describe('the built page', () => {
  it('is outdated when missing or older than any source', () => {
    const source = join(folder, 'source');
    mkdirSync(join(source, 'deep'), { recursive: true });
    const output = join(folder, 'index.html');
    const deep = join(source, 'deep', 'a.ts');
    writeFileSync(deep, '');
    const set = (file: string, seconds: number): void => utimesSync(file, seconds, seconds);
    expect(isOutdated(output, [source])).toBe(true);
    writeFileSync(output, '');
    for (const path of [deep, join(source, 'deep'), source]) set(path, 1000);
    set(output, 1001);
    expect(isOutdated(output, [source, join(folder, 'missing')])).toBe(false);
    set(deep, 1002);
    expect(isOutdated(output, [source])).toBe(true);
  });
});

describe('verbatim serve', () => {
  it('reads its arguments', () => {
    expect(serveArguments([])).toEqual({ project: null, port: 0, open: false, projects: null });
    expect(serveArguments(['a.vbt', '--port', '8080', '--open', '--projects', 'p'])).toEqual({
      project: 'a.vbt',
      port: 8080,
      open: true,
      projects: 'p',
    });
    expect(serveArguments(['--help'])).toBe('help');
  });

  it.each([
    [['a.vbt', 'b.vbt']],
    [['--port', '70000']],
    [['--port', '-1']],
    [['--port=8e3']],
    [['--host', '0.0.0.0']],
    [['--port']],
  ])('refuses %j', (argv) => {
    expect(serveArguments(argv)).toHaveProperty('misuse');
  });

  it('answers misuse with 2 and help with 0', () => {
    const run = (...parameters: string[]) =>
      spawnSync(process.execPath, ['build/launch/verbatim.mjs', 'serve', ...parameters], { encoding: 'utf8' });
    const misuse = run('--port', 'none');
    expect([misuse.status, misuse.stdout]).toEqual([2, '']);
    expect(misuse.stderr).toContain('--port');
    const help = run('--help');
    expect([help.status, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('--projects DIR');
  });
});

describe('opening the page', () => {
  const page = 'file:///home/ana/Verbatim/open-verbatim.html';
  const only =
    (...paths: string[]) =>
    (path: string): string | null =>
      paths.includes(path) ? path : null;
  const opener = (platform: NodeJS.Platform, find: (path: string) => string | null) =>
    pageOpener(page, '/data/profile', {
      platform,
      environment: { PATH: '/usr/local/bin:relative:/usr/bin', 'ProgramFiles(x86)': 'C:\\P' },
      find,
    });

  it('takes a Chromium with a profile of its own where there is one', () => {
    for (const [platform, program] of [
      ['linux', '/usr/bin/chromium'],
      ['win32', 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe'],
      ['darwin', '/Applications/Google Chrome.app'],
    ] as const) {
      const { clean, parameters } = opener(platform, only(program));
      expect(clean, platform).toBe(true);
      expect(parameters).toContain('--user-data-dir=/data/profile');
      expect(parameters).toContain('--disable-extensions');
      expect(parameters.at(-1)).toBe(page);
    }
  });

  it("else what the system opens pages with; a snap's browser could not read the profile", () => {
    expect(opener('linux', only())).toEqual({ file: 'xdg-open', parameters: [page], clean: false });
    expect(opener('linux', () => '/snap/bin/chromium').file).toBe('xdg-open');
    expect(opener('darwin', only()).file).toBe('open');
    expect(opener('win32', only()).file).toBe('explorer.exe');
  });

  it('puts the link into the page and into no command', () => {
    const link = 'http://127.0.0.1:1234/#token=abc"<>&';
    expect(redirectPage(link)).toContain('url=http://127.0.0.1:1234/#token=abc&quot;<>&amp;"');
    expect(JSON.stringify(opener('linux', only('/usr/bin/chromium')))).not.toContain('token');
  });
});
