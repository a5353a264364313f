import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The catalogue of each language in a file of its own. */
function messagesOf(id: string): string | null {
  const language = /messages[\\/]([\w-]+)[\\/][\w-]+\.json$/.exec(id)?.[1];
  return language === undefined ? null : `words-${language}`;
}

/** The page of the window and the browser: nothing inline, since the content policy allows nothing inline. */
export const rendererConfig: InlineConfig = {
  configFile: false,
  root: `${root}renderer`,
  base: '/',
  publicDir: false,
  plugins: [react()],
  css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:5]' } },
  build: {
    outDir: `${root}dist/renderer`,
    emptyOutDir: true,
    target: 'es2024',
    sourcemap: 'hidden',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One sheet: a screen that comes later is never seen without its looks, and their order stays.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: messagesOf, debugName: 'words', test: /shared[\\/]messages[\\/].+\.json$/ },
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
            { name: 'controls', test: /node_modules[\\/](?:react-aria|react-stately|@react-aria|@internationalized)/ },
            { name: 'editor', test: /node_modules[\\/](?:lexical|@lexical)[\\/]/ },
            { name: 'contract', test: /schemas-without-eval|node_modules[\\/]zod[\\/]|shared[\\/]contract/ },
          ],
        },
      },
    },
  },
};
