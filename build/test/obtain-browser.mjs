// A browser for the end-to-end tests: the one that is here, else Playwright's own, else Debian's.
import { spawnSync } from 'node:child_process';
import { browserProgram } from './browser.mjs';

/**
 * Whether there is a browser in the end; tries to install one if there is none.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} environment
 */
export function obtainBrowser(root, environment) {
  const debian = process.platform === 'linux' && process.getuid?.() === 0;
  const attempts = [
    'playwright install chromium',
    ...(debian ? ['apt-get update -q', 'apt-get install -y -q --no-install-recommends chromium fonts-noto-cjk'] : []),
  ];
  for (const attempt of attempts) {
    if (browserProgram() !== null) return true;
    console.log(`No browser here; trying: ${attempt}`);
    const [program, ...parameters] = attempt.split(' ');
    const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync(program ?? '', parameters, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000, env });
  }
  return browserProgram() !== null;
}
