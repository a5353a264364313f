import type { Id } from '../../shared/domain/ids.ts';

/** What the core needs of the world: every host gives it, tests give fixed ones. */
export type Ports = {
  readonly host: 'desktop' | 'browser' | 'cli';
  readonly version: string;
  readonly clock: { now(): Date };
  /** UUIDv7 text. */
  readonly ids: { next<Kind extends string>(): Id<Kind> };
  /** Records an error nobody foresaw (never any transcript text) and answers the id it was logged under. */
  readonly log: { error(error: unknown, where: string): string };
  readonly folders: {
    /** The app's own data: settings, recent projects, backups, error log. Made with mode 0700. */
    readonly data: string;
    /** Where new projects go unless the user chooses a place. */
    readonly projects: string;
  };
  /** The desktop's own file dialogs; a path the user chose, or null. Other hosts have none. */
  readonly dialogs?: {
    chooseProject(): Promise<string | null>;
    chooseFolder(): Promise<string | null>;
    choosePlace(suggestedName: string): Promise<string | null>;
  };
};
