import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { rooms, type ViewName } from '../../renderer/app/rooms.ts';
import { catalogues } from '../../shared/messages/catalogues.ts';
import { startBrowserHost } from '../../test/support/browser-host.ts';
import { dragOver, dropFiles } from '../../test/support/hands.ts';
import { openView } from '../../test/support/open-view.ts';
import { browserProgram } from '../test/browser.mjs';

const documentation = fileURLToPath(new URL('../../docs/', import.meta.url));
const folder = join(documentation, 'images');
const interviews = fileURLToPath(new URL('../../shared/sample-study/', import.meta.url));

/** What a picture shows beyond the view as it opens. */
const prepared: { readonly [Name in ViewName]?: (page: Page) => Promise<void> } = {
  code: async (page) => {
    await dragOver(page, 'They put a picture of a man');
    await page.keyboard.type('con');
    await page.getByRole('option').first().waitFor();
  },
  search: async (page) => {
    await page.getByRole('searchbox').first().fill('point');
    await page.waitForTimeout(settling);
  },
  agreement: async (page) => {
    await page.getByText(/percentile bootstrap/).waitFor();
  },
};

const sizes = [
  { width: 1280, height: 800, suffix: '' },
  { width: 1920, height: 1080, suffix: '-large' },
] as const;
type Size = (typeof sizes)[number];
type Theme = 'light' | 'dark';

/** How long figures and fonts may take to settle, in milliseconds. */
const settling = 1200;

async function openedSample(browser: Browser, { width, height }: Size, theme: Theme) {
  const host = await startBrowserHost();
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: theme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  await page.goto(host.link);
  await page.getByRole('button', { name: 'Open the sample study' }).waitFor();
  return {
    page,
    open: async () => {
      await page.getByRole('button', { name: 'Open the sample study' }).click();
      await page.getByText('There was a board by the lift').waitFor();
    },
    drop: (names: readonly string[]) =>
      dropFiles(
        page,
        join(host.data, '..', 'drop'),
        Object.fromEntries(names.map((file) => [file, readFileSync(join(interviews, file))])),
      ),
    end: async () => {
      await page.close();
      await host.remove();
    },
  };
}

async function picture(page: Page, name: string): Promise<string> {
  await page.waitForTimeout(settling);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  return name;
}

/** Every view of the sample study in light, at one size; answers the names of the pictures. */
async function everyView(browser: Browser, size: Size): Promise<string[]> {
  const { page, open, drop, end } = await openedSample(browser, size, 'light');
  const taken = [await picture(page, `welcome-light${size.suffix}`)];
  await open();
  for (const view of rooms.flatMap(({ views }) => views)) {
    if (view !== 'code') await openView(page, view);
    await prepared[view]?.(page);
    taken.push(await picture(page, `${view === 'code' ? 'coding' : view}-light${size.suffix}`));
    if (view === 'code') await page.keyboard.press('Escape');
  }
  await drop(['s03-zh-retired.txt', 's05-ja-resident.txt']);
  await page.getByRole('row', { name: /s05/ }).waitFor();
  taken.push(await picture(page, `import-light${size.suffix}`));
  await end();
  return taken;
}

async function codingInTheDark(browser: Browser, size: Size): Promise<string> {
  const { page, open, end } = await openedSample(browser, size, 'dark');
  await open();
  await prepared.code?.(page);
  const taken = await picture(page, `coding-dark${size.suffix}`);
  await end();
  return taken;
}

/** The page that shows them: one heading for each screen, its pictures below. */
function screensPage(taken: readonly string[]): string {
  const words: Readonly<Record<string, string>> = catalogues.en;
  const byScreen = Map.groupBy(taken, (name) => name.split('-')[0]!);
  const title = (screen: string): string =>
    screen === 'coding' ? words['app.view.code']! : (words[`app.view.${screen}`] ?? 'Welcome');
  const sections = [...byScreen].map(([screen, names]) => {
    const pictures = names.map((name) => {
      const what = [
        title(screen),
        name.includes('dark') ? 'dark' : 'light',
        name.endsWith('large') ? '1920 × 1080' : '1280 × 800',
      ];
      return `![${what.join(', ')}](images/${name}.png)`;
    });
    return [`## ${title(screen)}`, ...pictures].join('\n\n');
  });
  return `# Screens\n\nThe sample study, which is invented, on every screen at two sizes. \`npm run screenshots\` takes these pictures again.\n\n${sections.join('\n\n')}\n`;
}

async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const executablePath = browserProgram();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
  });
  const taken: string[] = [];
  for (const size of sizes) taken.push(...(await everyView(browser, size)), await codingInTheDark(browser, size));
  writeFileSync(join(documentation, 'screens.md'), screensPage(taken));
  await browser.close();
}

await takePictures();
