// `npm start`: the desktop window where Electron and a display are there, else the same app as a page of the browser.
import './require-node.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOutdated } from './renderer-build.mjs';
import { chooseHost } from './choose-host.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const at = (...path) => join(root, ...path);
const sources = ['renderer', 'shared', 'package-lock.json', 'build/vite'].map((path) => at(path));
const electronSources = [...sources, at('electron')];

function build(part, output, from) {
  if (!isOutdated(at(output), from)) return;
  console.log(`Building ${part === 'renderer' ? 'the page' : 'the window'} (once, some seconds) …`);
  const built = spawnSync(process.execPath, [at('build/vite/build-all.mjs'), part], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) {
    console.error('The build failed; run `npm run build` to see why.');
    process.exit(1);
  }
}

const hasElectron = () =>
  existsSync(at('node_modules/electron/path.txt')) || Boolean(process.env.ELECTRON_OVERRIDE_DIST_PATH);

/** One quiet try to fetch Electron's binary; that it was tried is remembered for this version. */
function tryToInstallElectron() {
  const installer = at('node_modules/electron/install.js');
  if (!existsSync(installer)) return;
  const { version } = createRequire(import.meta.url)(at('node_modules/electron/package.json'));
  const tried = at('.cache', `electron-${version}-tried`);
  if (existsSync(tried)) return;
  try {
    mkdirSync(at('.cache'), { recursive: true });
    writeFileSync(tried, '');
  } catch {
    // A folder that cannot be written to takes no program either.
    return;
  }
  console.log('Looking for Electron (one try, at most a minute) …');
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: 60_000 });
}

function run(file, parameters) {
  const child = spawn(file, parameters, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
}

const choose = () =>
  chooseHost({
    platform: process.platform,
    environment: process.env,
    hasElectron: hasElectron(),
    isRoot: process.getuid?.() === 0,
  });

const parameters = process.argv.slice(2);
let choice = choose();
if (choice.install) {
  tryToInstallElectron();
  choice = choose();
}
build('renderer', 'dist/renderer/index.html', sources);
if (choice.host === 'desktop') {
  build('desktop', 'dist/desktop/preload.cjs', electronSources);
  run(createRequire(import.meta.url)('electron'), [root, ...parameters]);
} else {
  console.log(choice.why);
  // A display means that someone sits there: open the page for them.
  run(process.execPath, [at('build/launch/verbatim.mjs'), 'serve', ...(choice.open ? ['--open'] : []), ...parameters]);
}
