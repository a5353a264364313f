import { z } from 'zod';

/** What the core tells every client without being asked. */
export const eventSchemas = {
  /** A transaction committed: which tables it touched, and the revision it made. */
  changed: z.object({ tables: z.array(z.string()), revision: z.number().int() }),
  /** Another project is open now, or none. */
  projectSwitched: z.object({ open: z.boolean() }),
  /** Preferences changed. */
  settingsChanged: z.object({}),
  /** The system asks for a project that is locked: the window asks for its passphrase. */
  lockedOffered: z.object({ ticket: z.string(), file: z.string() }),
  /** A command of the desktop's menu was chosen: the window runs the one of this id, as if from its palette. */
  menuChosen: z.object({ command: z.string() }),
} as const;

export type EventName = keyof typeof eventSchemas;
export type CoreEvent = {
  [Name in EventName]: { readonly name: Name; readonly data: z.infer<(typeof eventSchemas)[Name]> };
}[EventName];
