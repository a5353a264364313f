import { defineConfig } from '@playwright/test';
import { browserProgram } from './build/test/browser.mjs';

const executablePath = browserProgram();

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.cache/e2e',
  workers: 1,
  retries: 0,
  // A loaded machine may take many times as long as an idle one; a green run never waits for these.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: 'line',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        // Chromium's own sandbox cannot be made by root; the pages under test are ours and there is no network.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
