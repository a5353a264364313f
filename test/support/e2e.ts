import { test as base, expect, type Page } from '@playwright/test';
import { type BrowserHost, startBrowserHost } from './browser-host.ts';

/** Watches a page: what it asks of anyone but its host, and what it complains of. Call at the end to assert there was nothing. */
export function watchPage(page: Page, origin: string): () => void {
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:') && !url.startsWith(`blob:${origin}/`))
      outside.push(url);
  });
  page.on('websocket', (socket) => {
    if (!socket.url().startsWith(`${origin.replace('http', 'ws')}/`)) outside.push(socket.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted Type|violates/i.test(message.text())) complaints.push(message.text());
  });
  return () => {
    expect(outside, 'requests that left the host').toEqual([]);
    expect(complaints, 'errors and policy violations').toEqual([]);
  };
}

/** `host`: a host of the test's own. `app`: its page, opened by the printed link; it must ask nothing of anyone else. */
export const test = base.extend<{ host: BrowserHost; app: Page }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from its first parameter
  host: async ({}, use) => {
    const host = await startBrowserHost();
    await use(host);
    await host.remove();
  },
  app: async ({ page, host }, use) => {
    const assertQuiet = watchPage(page, host.origin);
    await page.goto(host.link);
    await use(page);
    assertQuiet();
  },
});

export { expect };
