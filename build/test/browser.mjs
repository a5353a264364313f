// Finds a Chromium for the end-to-end tests.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const usual = [
  process.env.VERBATIM_TEST_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The program of a browser the tests can drive; null if there is none here. */
export function browserProgram() {
  const found = usual.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
