/** Lets calls through side by side, except while one of them has to be alone. */
export class Turnstile {
  private inside = 0;
  private closed: Promise<void> | null = null;
  private emptied: (() => void) | null = null;

  /** Does some work as soon as nobody is alone. */
  async pass<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    while (this.closed !== null) await this.closed;
    this.inside++;
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** Of work that has passed: waits until all others are done, and does a part of it while nobody else comes in. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    // Two that both wait for each other would wait for ever: who waits counts as gone.
    this.leave();
    while (this.closed !== null) await this.closed;
    let open = (): void => {};
    this.closed = new Promise((resolve) => {
      open = resolve;
    });
    try {
      if (this.inside > 0)
        await new Promise<void>((resolve) => {
          this.emptied = resolve;
        });
      return await work();
    } finally {
      this.inside++;
      this.closed = null;
      open();
    }
  }

  private leave(): void {
    this.inside--;
    if (this.inside > 0) return;
    this.emptied?.();
    this.emptied = null;
  }
}
