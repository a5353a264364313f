import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

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
    chunkSizeWarningLimit: 2000,
  },
};
