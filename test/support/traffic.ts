import type { Page } from '@playwright/test';

/** Everything said between a page and its host: requests, answers, and the frames of its sockets both ways, with the files in them. */
export class Traffic {
  private readonly pieces: string[] = [];
  private readonly pending: Promise<void>[] = [];

  constructor(page: Page) {
    page.on('request', (request) => void this.pieces.push(request.url(), request.postData() ?? ''));
    page.on('response', (response) => {
      const body = response.body().then(
        (bytes) => void this.pieces.push(bytes.toString('utf8')),
        // A redirect, or a page left before its answer came, has none.
        () => undefined,
      );
      this.pending.push(body);
    });
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => this.add(payload.toString()));
      socket.on('framereceived', ({ payload }) => this.add(payload.toString()));
    });
  }

  private add(frame: string): void {
    this.pieces.push(frame);
    for (const [, base64] of frame.matchAll(/"base64":"([^"]*)"/g))
      this.pieces.push(Buffer.from(base64!, 'base64').toString('utf8'));
  }

  /** Which of the words were said. */
  async heard(words: readonly string[]): Promise<string[]> {
    await Promise.all(this.pending);
    return words.filter((word) => this.pieces.some((piece) => piece.includes(word)));
  }
}
