import { build } from 'vite';
import { preloadConfig } from '../../build/vite/node.ts';

/** The preload as it ships, built in memory. */
export async function builtPreload(): Promise<string> {
  const result = await build({ ...preloadConfig, logLevel: 'warn', build: { ...preloadConfig.build, write: false } });
  if (!('output' in result)) throw new Error('the preload was not built as one bundle');
  if (result.output.length !== 1) throw new Error(`the preload must be one file, not ${result.output.length}`);
  return result.output[0].code;
}
