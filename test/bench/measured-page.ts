import type { Browser, CDPSession, Page } from 'playwright';

export type Measured = {
  readonly browser: Browser;
  readonly page: Page;
  readonly session: CDPSession;
};
export type Figures = Readonly<Record<string, number | undefined>>;
