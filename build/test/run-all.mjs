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

const written = (name) => {
  const file = join(reports, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

/** A step that counts its own tests in a JSON report; one that fails without saying which counts as one failure. */
function suite(program, parameters, report, more, counts) {
  const good = run(program, parameters, more(join(reports, report)));
  const [fine, bad] = written(report) === null ? [0, 0] : counts(written(report));
  return [fine, good ? bad : Math.max(bad, 1)];
}

/** All tests of vitest, or those of some files. */
function vitest(report, files = []) {
  const reporters = ['dot', 'json', at('build/test/lost-files.mjs')].map((reporter) => `--reporter=${reporter}`);
  const output = `--outputFile.json=${join(reports, report)}`;
  return suite(
    'vitest',
    ['run', ...reporters, output, ...files],
    report,
    () => ({ VERBATIM_LOST_FILES: join(reports, 'lost-files.json') }),
    ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests],
  );
}

/** Files whose process a signal ended are run once more, where nothing else failed: no test has said anything about them. */
function vitestWithLostFiles() {
  const [passed, failed] = vitest('vitest.json');
  const lost = written('lost-files.json') ?? [];
  if (lost.length === 0) return [passed, failed];
  console.error(`\nA SIGNAL ENDED THE PROCESS of ${lost.join(', ')}. Nothing else failed; run once more:`);
  const begun = written('vitest.json')
    .testResults.filter(({ name }) => lost.includes(name))
    .flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'passed'));
  const [passedAgain, failedAgain] = vitest('vitest-again.json', lost);
  return [passed - begun.length + passedAgain, failedAgain];
}

/** How many journeys may need their second try: one page may come too late on a loaded machine, but not page after page. */
const chances = 2;

const specsOf = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** The journeys in a real browser. One that fails is tried once more; that it failed is told with its reason, never left out. */
function journeys() {
  const [passed, failed] = suite(
    'playwright',
    ['test', '--retries=1', '--reporter=line,json'],
    'playwright.json',
    (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
    ({ stats }) => [stats.expected, stats.unexpected],
  );
  const late = specsOf(written('playwright.json') ?? {}).filter(({ tests }) =>
    tests.some(({ status }) => status === 'flaky'),
  );
  for (const { file, line, title } of late)
    console.error(`\nFAILED ONCE, PASSED THE SECOND TIME (its reason is told above): ${file}:${line} ${title}`);
  return late.length > chances ? [passed, failed + late.length] : [passed + late.length, failed];
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

step('tsc', ['-b']);
step('oxlint', ['--type-aware', '--deny-warnings']);
step('biome', ['format']);
// Built before the tests: some look into the package that is made of it.
const built = step('node', ['build/vite/build-all.mjs']);
count(...vitestWithLostFiles());
if (built && obtainBrowser(root, environment)) {
  count(...journeys());
} else if (built) {
  console.error('No browser for the end-to-end tests: install Chromium, or set VERBATIM_TEST_BROWSER to one.');
  count(0, 1);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
