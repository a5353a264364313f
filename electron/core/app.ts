import type { Dispatcher } from '../../shared/contract/dispatcher.ts';
import type { Handlers } from '../../shared/contract/methods.ts';
import type { Ports } from './ports.ts';

/** The core as a host sees it: handlers behind a dispatcher, tickets for files the user chose, and an end. */
export type Core = {
  readonly handlers: Handlers;
  readonly dispatcher: Dispatcher;
  /** Lets clients name a file or place the user has chosen in this host; answers the ticket to hand to the renderer. */
  grantPath(path: string): string;
  /** The path behind a ticket: for the host's own dialogs and downloads only. */
  pathOf(ticket: string): string | null;
  /** Closes the open project (checkpoint, one file left) and stops background work. */
  close(): Promise<void>;
};

export type CoreOptions = {
  /** Check what handlers answer against the contract: tests and development. */
  readonly validateOutput?: boolean;
};

/** Builds the one core every host runs. */
export declare function createCore(ports: Ports, options?: CoreOptions): Core;
