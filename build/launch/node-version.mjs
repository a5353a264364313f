// Must parse and run on any Node that knows modules: it is what tells an old one to step aside.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const neededNode = 24;

/** Whether a version as Node prints it ("v24.21.0") is new enough. */
export function isNewEnough(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10) >= neededNode;
}

/** The one line that refuses an old Node. */
export function refusalLine(version) {
  return `Verbatim needs Node ${neededNode} or newer and this is ${version}: run \`npm ci\` again without --omit=optional (it brings its own), or install Node ${neededNode} from https://nodejs.org`;
}

/** The Node that npm installed beside the packages, if it is there and new enough; null otherwise. */
export function bundledNode() {
  const name = process.platform === 'win32' ? 'node.cmd' : 'node';
  const file = fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
  if (!existsSync(file)) return null;
  const asked = spawnSync(file, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  return asked.status === 0 && isNewEnough(asked.stdout.trim()) ? file : null;
}
