import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import { quickStart } from './test/support/compiled-threads.ts';

const times = Number(process.env['VERBATIM_LAW_RUNS'] ?? 1);
const longer = fileURLToPath(new URL('test/support/longer-laws.ts', import.meta.url));

/** Laws are tried on more cases than they ask for (`npm run laws -- --times N`). */
const longerLaws: Plugin = {
  name: 'longer-laws',
  enforce: 'pre',
  resolveId: (source, importer) => (source === 'fast-check' && importer !== longer ? longer : null),
};

export default defineConfig({
  plugins: times > 1 ? [longerLaws] : [],
  test: {
    env: quickStart,
    globalSetup: ['test/support/compiled-threads.ts'],
    setupFiles: ['test/support/law-seed.ts'],
    include: ['test/{unit,property,contract,store,formats,desktop}/**/*.test.ts'],
    // Laws over random sequences take their time where two cores serve everything.
    testTimeout: times > 1 ? 0 : 120_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
});
