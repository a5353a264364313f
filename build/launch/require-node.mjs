// Imported first by every script: under an old Node it runs the script again with the bundled one, or refuses.
import { spawn } from 'node:child_process';
import { bundledNode, isNewEnough, refusalLine } from './node-version.mjs';

if (!isNewEnough(process.version)) {
  const node = bundledNode();
  if (node === null) {
    console.error(refusalLine(process.version));
    process.exit(1);
  }
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  // What is told to stop is the child; this process ends with it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.on('close', (status, signal) => resolve(status ?? (signal === null ? 1 : 130)));
  });
  process.exit(code);
}
