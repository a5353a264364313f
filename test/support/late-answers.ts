import type { Page } from '@playwright/test';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { Message } from '../../shared/contract/transport.ts';

export type LateAnswers = {
  /** From now on nothing of what the host says comes to the page; where a method is named, nothing of what it says about that one. */
  readonly hold: (method?: MethodName) => void;
  /** Lets all of it come, in its order. */
  readonly release: () => void;
};

/** A host that is slow where a test wants it to be. Call it before the page is loaded, or reload it. */
export async function lateAnswers(page: Page): Promise<LateAnswers> {
  let isHeld: (method: MethodName | null) => boolean = () => false;
  const late: (() => void)[] = [];
  await page.routeWebSocket(/\/socket$/, (socket) => {
    const server = socket.connectToServer();
    const asked = new Map<number, MethodName>();
    socket.onMessage((message) => {
      const said = JSON.parse(String(message)) as Message;
      if (said.type === 'call') asked.set(said.call, said.method);
      server.send(message);
    });
    server.onMessage((message) => {
      const said = JSON.parse(String(message)) as Message;
      const send = (): void => socket.send(message);
      if (isHeld('call' in said ? (asked.get(said.call) ?? null) : null)) late.push(send);
      else send();
    });
  });
  return {
    hold: (held) => {
      isHeld = (method) => held === undefined || method === held;
    },
    release: () => {
      isHeld = () => false;
      for (const send of late.splice(0)) send();
    },
  };
}
