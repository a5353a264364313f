import type { Page } from '@playwright/test';

export type LateAnswers = {
  /** From now on nothing of what the host says comes to the page. */
  readonly hold: () => void;
  /** Lets all of it come, in its order. */
  readonly release: () => void;
};

/** A host that is slow where a test wants it to be. Call it before the page is loaded, or reload it. */
export async function lateAnswers(page: Page): Promise<LateAnswers> {
  let isHeld = false;
  const late: (() => void)[] = [];
  await page.routeWebSocket(/\/socket$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (isHeld) late.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      for (const send of late.splice(0)) send();
    },
  };
}
