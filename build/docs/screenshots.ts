import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { startBrowserHost } from '../../test/support/browser-host.ts';
import { dragOver, dropFiles } from '../../test/support/hands.ts';
import { openView } from '../../test/support/open-view.ts';
import { browserProgram } from '../test/browser.mjs';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const interviews = fileURLToPath(new URL('../../shared/sample-study/', import.meta.url));

/** What each picture shows: how to get there from the open sample study. */
const screens: Readonly<
  Record<string, (page: Page, drop: (names: readonly string[]) => Promise<void>) => Promise<void>>
> = {
  coding: async (page) => {
    await dragOver(page, 'They put a picture of a man');
    await page.keyboard.type('con');
    await page.getByRole('option').first().waitFor();
  },
  cooccurrence: async (page) => {
    await openView(page, 'cooccurrence');
    await page.getByRole('heading', { name: /with/ }).waitFor();
  },
  agreement: async (page) => {
    await openView(page, 'agreement');
    await page.getByText('Open in transcript').first().waitFor();
    await page.getByText(/percentile bootstrap/).waitFor();
  },
  search: async (page) => {
    await openView(page, 'search');
    await page.keyboard.type('point');
    await page
      .getByText(/passages? in/)
      .first()
      .waitFor();
  },
  import: async (page, drop) => {
    await drop(['s03-zh-retired.txt', 's05-ja-resident.txt']);
    await page.getByRole('row', { name: /s05/ }).waitFor();
  },
};

const size = { width: 1280, height: 800 };

/** Every screen in light; the coding screen in dark too. */
function themes(name: string): readonly ('light' | 'dark')[] {
  return name === 'coding' ? ['light', 'dark'] : ['light'];
}

/** Pictures of every screen of the sample study, for the documentation. */
async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const executablePath = browserProgram();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
  });
  const wanted = Object.entries(screens).flatMap(([name, show]) =>
    themes(name).map((theme) => ({ name, show, theme })),
  );
  for (const { name, show, theme } of wanted) {
    const host = await startBrowserHost();
    const page = await browser.newPage({
      viewport: size,
      colorScheme: theme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    await page.goto(host.link);
    await page.getByRole('button', { name: 'Open the sample study' }).click();
    await page.getByText('There was a board by the lift').waitFor();
    await show(page, (names) =>
      dropFiles(
        page,
        join(host.data, '..', 'drop'),
        Object.fromEntries(names.map((file) => [file, readFileSync(join(interviews, file))])),
      ),
    );
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
    await page.close();
    await host.remove();
  }
  await browser.close();
}

await takePictures();
