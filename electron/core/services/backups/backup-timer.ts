import type { Ports } from '../../ports.ts';
import { backUp } from '../../store/backup.ts';
import type { OpenProject } from '../project/open-project.ts';

/** How often an open project is copied into the ring of backups, if it has changed: every ten minutes. */
const interval = 10 * 60_000;

/** Backs up the open project from time to time. The command line, which opens in passing, does without. */
export class BackupTimer {
  private readonly ports: Ports;
  private timer: NodeJS.Timeout | null = null;

  constructor(ports: Ports) {
    this.ports = ports;
  }

  /** Turns to another project, or to none. */
  watch(project: OpenProject | null): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    if (!project || this.ports.host === 'cli') return;
    const { store } = project;
    let saved = store.revision;
    this.timer = setInterval(() => {
      const { revision } = store;
      if (revision === saved || store.isBusy) return;
      saved = revision;
      // A failing backup must not stop the work it is for; it is logged.
      backUp(store, this.ports, 'timer').catch((error: unknown) => this.ports.log.error(error, 'backup'));
    }, interval);
    this.timer.unref();
  }
}
