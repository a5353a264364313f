import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['test/support/law-seed.ts'],
    include: ['test/{unit,property,contract,store,formats,desktop}/**/*.test.ts'],
    // Laws over random sequences take their time where two cores serve everything.
    testTimeout: 120_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
});
