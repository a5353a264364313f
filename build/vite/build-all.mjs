// Builds everything under dist/, or only what is named: renderer, node, desktop.
import '../launch/require-node.mjs';
import { build } from 'vite';

const { rendererConfig } = await import('./renderer.ts');
const { commandLineConfig, desktopConfig, preloadConfig } = await import('./node.ts');
const { writeLicences } = await import('../licences/write.ts');

const parts = {
  renderer: [rendererConfig],
  node: [commandLineConfig],
  desktop: [desktopConfig, preloadConfig],
};
const named = process.argv.slice(2).filter((name) => Object.hasOwn(parts, name));
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  for (const config of parts[name]) await build({ ...config, logLevel: 'warn' });
  console.log(`built dist/${name}`);
}
if (named.length === 0) writeLicences();
