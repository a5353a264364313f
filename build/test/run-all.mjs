// `npm test`: everything, in order of cost; ends with one line of counts and an exit code that says the same.
import '../launch/require-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obtainBrowser } from './obtain-browser.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const at = (...path) => join(root, ...path);
const reports = at('.cache/test');
const environment = { ...process.env, PATH: `${at('node_modules/.bin')}${delimiter}${process.env.PATH}` };
let passed = 0;
let failed = 0;

function count(good, bad) {
  passed += good;
  failed += bad;
}

/** Runs a program of node_modules; answers whether it succeeded. */
function run(program, parameters, more = {}) {
  const started = Date.now();
  console.log(`\n▶ ${program} ${parameters.join(' ')}`);
  const { status, error } = spawnSync(program, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment, ...more },
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  console.log(
    `${status === 0 ? 'ok' : 'FAILED'}  ${program} ${parameters[0]}  ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

/** A step that is one thing: it passes or fails as a whole. */
function step(program, parameters) {
  const good = run(program, parameters);
  count(good ? 1 : 0, good ? 0 : 1);
  return good;
}

/** A step that counts its own tests in a JSON report; one that fails without saying which counts as one failure. */
function suite(program, parameters, report, more, counts) {
  const file = join(reports, report);
  const good = run(program, parameters, more(file));
  const [fine, bad] = existsSync(file) ? counts(JSON.parse(readFileSync(file, 'utf8'))) : [0, 0];
  count(fine, good ? bad : Math.max(bad, 1));
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

step('tsc', ['-b']);
step('oxlint', ['--type-aware', '--deny-warnings']);
step('biome', ['format']);
// Built before the tests: some look into the package that is made of it.
const built = step('node', ['build/vite/build-all.mjs']);
const vitestReport = join(reports, 'vitest.json');
suite(
  'vitest',
  ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`],
  'vitest.json',
  () => ({}),
  (report) => [report.numPassedTests, report.numFailedTests],
);
if (built && obtainBrowser(root, environment)) {
  suite(
    'playwright',
    ['test', '--reporter=line,json'],
    'playwright.json',
    (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
    ({ stats }) => [stats.expected, stats.unexpected + stats.flaky],
  );
} else if (built) {
  console.error('No browser for the end-to-end tests: install Chromium, or set VERBATIM_TEST_BROWSER to one.');
  count(0, 1);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
