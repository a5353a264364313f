import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Packs the built app around a stub of Electron: proves what is inside, not that it starts. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const folder = mkdtempSync(join(tmpdir(), 'verbatim-packaging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a release may and may not do, as the packed program itself says. */
const releaseFuses: Record<string, boolean> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

function makeStub(stub: string): void {
  mkdirSync(join(stub, 'locales'), { recursive: true });
  mkdirSync(join(stub, 'resources'));
  const fuseWire = [
    'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX',
    String.fromCharCode(1),
    String.fromCharCode(9),
    '101111001',
  ].join('');
  writeFileSync(join(stub, 'electron'), `#!/bin/sh\nexit 86\n${fuseWire}\n`);
  chmodSync(join(stub, 'electron'), 0o755);
  const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };
  writeFileSync(join(stub, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'icudtl.dat', 'resources.pak'])
    writeFileSync(join(stub, name), '');
  for (const language of ['en-US', 'zh-CN', 'ja', 'de', 'fr'])
    writeFileSync(join(stub, 'locales', `${language}.pak`), '');
}

function pack(name: string, ...more: string[]): string {
  const output = join(folder, name);
  execFileSync(
    bin('electron-builder'),
    [
      '--linux',
      'dir',
      '--x64',
      '--publish=never',
      '--config=build/electron-builder.json5',
      `-c.electronDist=${join(folder, 'stub')}`,
      `-c.directories.output=${output}`,
      ...more,
    ],
    { cwd: root, stdio: 'pipe' },
  );
  return join(output, 'linux-unpacked');
}

async function fusesOf(program: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(program);
  const named = Object.keys(releaseFuses).map((name) => {
    const fuse = FuseV1Options[name as keyof typeof FuseV1Options];
    return [name, String.fromCharCode(Number(wire[fuse])) === '1'] as const;
  });
  return Object.fromEntries(named);
}

const isBuilt = existsSync(join(root, 'dist/desktop/main.js')) && existsSync(join(root, 'dist/renderer/index.html'));
const canPack = isBuilt && process.platform === 'linux';

describe.skipIf(!canPack)(`the package${canPack ? '' : ' (skipped: needs Linux and `npm run build`)'}`, () => {
  let packed = '';
  let inside: string[] = [];
  beforeAll(() => {
    makeStub(join(folder, 'stub'));
    packed = pack('release');
    const listed = execFileSync(bin('asar'), ['list', join(packed, 'resources/app.asar')], { encoding: 'utf8' });
    inside = listed.split('\n').filter((line) => line !== '');
  }, 120_000);

  it('holds what the app runs and reads', () => {
    for (const path of [
      '/package.json',
      '/dist/desktop/main.js',
      '/dist/desktop/core-process.js',
      '/dist/desktop/preload.cjs',
      '/dist/licences/NOTICES.txt',
      '/dist/licences/sbom.cdx.json',
      '/dist/renderer/index.html',
      '/migrations/0001_initial.sql',
      '/shared/codebooks/social-credit.json',
      '/shared/sample-study',
      '/node_modules/better-sqlite3/lib/index.js',
      '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]) {
      expect(inside, path).toContain(path);
    }
  });

  it('holds nothing else: no sources, maps, tests, or packages that are bundled already', () => {
    expect(
      inside.filter((path) => /\.(map|ts|tsx)$|^\/(test|build|docs|electron|renderer|dist\/node)(\/|$)/.test(path)),
    ).toEqual([]);
    const packages = inside.filter((path) => /^\/node_modules\/(@[^/]+\/)?[^/@]+$/.test(path));
    expect(packages).toEqual(['/node_modules/better-sqlite3']);
    expect(inside.filter((path) => /better-sqlite3\/(deps|src)/.test(path))).toEqual([]);
  });

  it('unpacks the native module of its own target only, and it loads', () => {
    const prebuilds = join(packed, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
    expect(readdirSync(prebuilds)).toEqual(['linux-x64.node']);
    const said = execFileSync(
      process.execPath,
      [
        '-e',
        `const db = new (require('better-sqlite3'))(':memory:', { nativeBinding: ${JSON.stringify(join(prebuilds, 'linux-x64.node'))} }); console.log(db.prepare('select 6 * 7').pluck().get())`,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(said).toBe('42\n');
  });

  it("keeps the interface's languages and no others", () => {
    expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'ja.pak', 'zh-CN.pak']);
  });

  it('has the fuses of a release', async () => {
    expect(await fusesOf(join(packed, 'verbatim'))).toEqual(releaseFuses);
  });

  it('differs in one fuse in the flavour that tests drive', async () => {
    const flavour = pack('flavour', '-c.electronFuses.enableNodeCliInspectArguments=true');
    expect(await fusesOf(join(flavour, 'verbatim'))).toEqual({ ...releaseFuses, EnableNodeCliInspectArguments: true });
  }, 120_000);
});

describe.skipIf(!isBuilt)(`the npm package${isBuilt ? '' : ' (skipped: needs `npm run build`)'}`, () => {
  it('runs from its bundle where Node would not run the sources', () => {
    const packages = join(folder, 'installed/node_modules');
    mkdirSync(packages, { recursive: true });
    const npm = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const;
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], npm);
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
    execFileSync('tar', ['-xzf', join(folder, archive), '-C', packages]);
    renameSync(join(packages, 'package'), join(packages, 'verbatim'));
    symlinkSync(join(root, 'node_modules/better-sqlite3'), join(packages, 'better-sqlite3'));
    expect(existsSync(join(packages, 'verbatim/electron'))).toBe(false);
    const run = (...parameters: string[]): string =>
      execFileSync(process.execPath, [join(packages, 'verbatim/build/launch/verbatim.mjs'), ...parameters], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, VERBATIM_DATA: join(folder, 'data') },
      });
    expect(run('--version').trim()).toMatch(/^\d+\.\d+\.\d+$/);
    run('sample', 'study.vbt');
    expect(existsSync(join(folder, 'study.vbt'))).toBe(true);
    expect(run('serve', '--help')).toContain('verbatim serve');
  }, 60_000);
});
