import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The tables of East Asian encodings a PDF may refer to: data the PDF library reads from beside the code. */
function characterMaps(outDir: string): Plugin {
  return {
    name: 'character-maps',
    writeBundle: () => cp(`${root}node_modules/pdfjs-dist/cmaps`, `${root}dist/${outDir}/cmaps`, { recursive: true }),
  };
}

/** Node code as modules under dist/, with everything but native code and Electron inside. */
function nodeConfig(outDir: string, input: Record<string, string>): InlineConfig {
  return {
    configFile: false,
    root,
    publicDir: false,
    plugins: [characterMaps(outDir)],
    ssr: { noExternal: true, external: ['better-sqlite3', 'electron'], target: 'node' },
    build: {
      ssr: true,
      outDir: `${root}dist/${outDir}`,
      emptyOutDir: true,
      target: 'node24',
      sourcemap: 'hidden',
      minify: false,
      rolldownOptions: {
        input,
        output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}

/** The threads that read large files and that compute: modules of their own beside the program's. */
const workers = {
  'read-worker': `${root}electron/core/jobs/read-worker.ts`,
  'task-worker': `${root}electron/core/jobs/task-worker.ts`,
};

/** The command line and the browser host, for where sources cannot run as they are: under node_modules. */
export const commandLineConfig = nodeConfig('node', { verbatim: `${root}electron/verbatim.ts`, ...workers });

/** Electron's main process and the core's process. */
export const desktopConfig = nodeConfig('desktop', {
  main: `${root}electron/desktop/main.ts`,
  'core-process': `${root}electron/desktop/core-process.ts`,
  ...workers,
});

/** The preload: a sandboxed one must be a single CommonJS file. */
export const preloadConfig: InlineConfig = {
  configFile: false,
  root,
  publicDir: false,
  build: {
    outDir: `${root}dist/desktop`,
    emptyOutDir: false,
    target: 'es2024',
    sourcemap: false,
    minify: false,
    rolldownOptions: {
      input: `${root}electron/desktop/preload/preload.ts`,
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
};
