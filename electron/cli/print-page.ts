import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** A browser that has not printed by then never will, in milliseconds. */
const patience = 60_000;

/** A browser on this computer that prints pages without a window: the one named in VERBATIM_BROWSER, else one of the usual; null where there is none. */
export function printingBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['VERBATIM_BROWSER'];
  if (named !== undefined) return existsSync(named) ? named : null;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path)) ?? null;
}

/** A page as PDF, printed by a browser that loads nothing else; null where it did not print. */
export function printedPage(browser: string, page: Uint8Array): Buffer | null {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-print-'));
  try {
    const [html, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(html, page);
    const quiet = ['--headless', '--disable-gpu', '--no-first-run', '--disable-extensions', '--no-pdf-header-footer'];
    const apart = [`--user-data-dir=${join(folder, 'profile')}`, '--proxy-server=127.0.0.1:9'];
    // Root may not use the sandbox of the browser; the page is the program's own and holds no script.
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    spawnSync(browser, [...quiet, ...apart, ...root, `--print-to-pdf=${pdf}`, pathToFileURL(html).href], {
      stdio: 'ignore',
      timeout: patience,
    });
    return existsSync(pdf) ? readFileSync(pdf) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
