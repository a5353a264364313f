import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * A wall nobody has run into may not be there. Our own project files and lint rules are laid over a tiny tree of the
 * same shape, outside this one; it must pass as it is, and every forbidden import put into it must be refused.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const tree = mkdtempSync(join(tmpdir(), 'verbatim-walls-'));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const sound: Record<string, string> = {
  'shared/sound.ts': `export const sound = 1;\n`,
  'electron/core/sound.ts': `import { readFileSync } from 'node:fs';\nimport { sound } from '../../shared/sound.ts';\nexport const read = (): string => readFileSync(String(sound), 'utf8');\n`,
  'electron/browser/sound.ts': `import { read } from '../core/sound.ts';\nexport const serve = (): string => read();\n`,
  'electron/cli/sound.ts': `import { read } from '../core/sound.ts';\nexport const print = (): string => read();\n`,
  'electron/desktop/sound.ts': `import { app } from 'electron';\nimport { read } from '../core/sound.ts';\nexport const open = (): string => app.getName() + read();\n`,
  'electron/desktop/preload/sound.ts': `import { ipcRenderer } from 'electron';\nipcRenderer.send('x');\n`,
  'electron/sound.ts': `import { serve } from './browser/sound.ts';\nimport { print } from './cli/sound.ts';\nexport const run = (): string => serve() + print();\n`,
  'renderer/sound.tsx': `import { useState } from 'react';\nimport { sound } from '../shared/sound.ts';\nexport function Sound() {\n  const [value] = useState(sound);\n  return <p>{value}</p>;\n}\n`,
  'test/sound.ts': `import { read } from '../electron/core/sound.ts';\nexport const check = (): string => read();\n`,
};

type Guard = 'compiler' | 'linter';
type Wall = { readonly from: string; readonly code: string; readonly guards: readonly Guard[] };
const both: readonly Guard[] = ['compiler', 'linter'];
const crossing = (specifier: string): string =>
  `import * as crossed from '${specifier}';\nexport const used = crossed;\n`;

const walls: Record<string, Wall> = {
  'shared to Node': { from: 'shared', code: crossing('node:fs'), guards: both },
  'shared to the core': { from: 'shared', code: crossing('../electron/core/sound.ts'), guards: both },
  'shared to the renderer': { from: 'shared', code: crossing('../renderer/sound.tsx'), guards: both },
  'shared to the database': { from: 'shared', code: crossing('better-sqlite3'), guards: ['linter'] },
  'shared to React': { from: 'shared', code: crossing('react'), guards: ['linter'] },
  'shared to the DOM': { from: 'shared', code: `export const title = document.title;\n`, guards: ['compiler'] },
  "shared to Node's globals": { from: 'shared', code: `export const home = process.env;\n`, guards: ['compiler'] },
  'shared to platform encoders': {
    from: 'shared',
    code: `export const e = new TextEncoder();\n`,
    guards: ['compiler'],
  },
  'core to Electron': { from: 'electron/core', code: crossing('electron'), guards: ['linter'] },
  'core to React': { from: 'electron/core', code: crossing('react'), guards: ['linter'] },
  'core to the desktop': { from: 'electron/core', code: crossing('../desktop/sound.ts'), guards: both },
  'core to the browser host': { from: 'electron/core', code: crossing('../browser/sound.ts'), guards: both },
  'core to the DOM': { from: 'electron/core', code: `export const title = document.title;\n`, guards: ['compiler'] },
  'browser host to the command line': { from: 'electron/browser', code: crossing('../cli/sound.ts'), guards: both },
  'browser host to Electron': { from: 'electron/browser', code: crossing('electron'), guards: ['linter'] },
  'browser host to the database': { from: 'electron/browser', code: crossing('better-sqlite3'), guards: ['linter'] },
  'command line to the desktop': { from: 'electron/cli', code: crossing('../desktop/sound.ts'), guards: both },
  'command line to the browser host': { from: 'electron/cli', code: crossing('../browser/sound.ts'), guards: both },
  'command line to the database': { from: 'electron/cli', code: crossing('better-sqlite3'), guards: ['linter'] },
  'desktop to the renderer': { from: 'electron/desktop', code: crossing('../../renderer/sound.tsx'), guards: both },
  'desktop to the command line': { from: 'electron/desktop', code: crossing('../cli/sound.ts'), guards: both },
  'preload to the core': {
    from: 'electron/desktop/preload',
    code: crossing('../../core/sound.ts'),
    guards: ['compiler'],
  },
  'entry to the desktop': { from: 'electron', code: crossing('./desktop/sound.ts'), guards: both },
  'renderer to Node': { from: 'renderer', code: crossing('node:fs'), guards: ['linter'] },
  'renderer to the core': { from: 'renderer', code: crossing('../electron/core/sound.ts'), guards: both },
  'renderer to Electron': { from: 'renderer', code: crossing('electron'), guards: ['linter'] },
  'renderer to the database': { from: 'renderer', code: crossing('better-sqlite3'), guards: ['linter'] },
  'any to a default export': { from: 'shared', code: `export default 1;\n`, guards: ['linter'] },
  'any to an unknown type': { from: 'shared', code: `export const x: any = 1;\n`, guards: ['linter'] }, // bait: a text the linter must refuse, no type of ours
};
const probeOf = (name: string): string =>
  join(walls[name]!.from, `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.ts`);

function put(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

function run(program: string, parameters: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', program), parameters, {
    cwd: tree,
    encoding: 'utf8',
  });
  return { status, text: `${stdout}${stderr}` };
}
const compile = () => run('tsc', ['-b', '--pretty', 'false']);
const lint = () => run('oxlint', ['--deny-warnings', '--format=unix']);

let soundly: Record<Guard, ReturnType<typeof run>>;
let crossed: Record<Guard, ReturnType<typeof run>>;

beforeAll(() => {
  // Our own project files, found the way the compiler finds them: by their references.
  const configs = ['tsconfig.base.json', 'tsconfig.json', '.oxlintrc.json', 'package.json'];
  const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
    references: { path: string }[];
  };
  for (const { path } of references) configs.push(join(path, 'tsconfig.json'));
  for (const config of configs) {
    mkdirSync(dirname(join(tree, config)), { recursive: true });
    copyFileSync(join(root, config), join(tree, config));
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const [path, text] of Object.entries(sound)) put(path, text);
  soundly = { compiler: compile(), linter: lint() };
  // A probe that imports a package may bring that package's types for Node with it: those come after compiling.
  const names = Object.keys(walls);
  const compiled = names.filter((name) => walls[name]!.guards.includes('compiler'));
  for (const name of compiled) put(probeOf(name), walls[name]!.code);
  const compiler = compile();
  for (const name of names) put(probeOf(name), walls[name]!.code);
  crossed = { compiler, linter: lint() };
}, 120_000);

describe('the layers', () => {
  it('let pass what keeps to them', () => {
    expect(soundly.compiler).toEqual({ status: 0, text: '' });
    expect(soundly.linter.status, soundly.linter.text).toBe(0);
  });

  it.each(Object.keys(walls))('stop %s', (name) => {
    const probe = probeOf(name);
    for (const guard of walls[name]!.guards) {
      expect(crossed[guard].status).not.toBe(0);
      const complaints = crossed[guard].text
        .split('\n')
        .filter((line) => line.startsWith(probe) || line.startsWith(join(tree, probe)));
      expect(complaints, `${guard} on ${probe}`).not.toEqual([]);
    }
  });

  it('of shared/ are not undone by the types some package brings along', () => {
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', join(root, 'shared'), '--listFilesOnly'], {
      encoding: 'utf8',
    });
    const files = stdout.split('\n');
    expect(files.some((file) => file.endsWith('shared/contract/methods.ts'))).toBe(true);
    expect(files.filter((file) => /@types\/node\/|lib\.dom|electron\.d\.ts/.test(file))).toEqual([]);
  });
});
