import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext, Handlers, MethodName } from '../../../../shared/contract/methods.ts';
import type { CoreEvent } from '../../../../shared/contract/events.ts';
import type { Ports } from '../../ports.ts';
import type { Tickets } from '../../tickets.ts';
import type { OpenProject } from './open-project.ts';
import type { RecentProjects } from './recent-projects.ts';

/** What services share: the ports, the files clients may name, and the project that is open. */
export type Context = {
  readonly ports: Ports;
  readonly tickets: Tickets;
  readonly recent: RecentProjects;
  /** The open project. Throws `no_project`. */
  project(): OpenProject;
  /** The open project, or null. */
  openProject(): OpenProject | null;
  /** Puts a project in place of the open one, which is closed; null closes only. */
  switchTo(project: OpenProject | null): void;
  /** Sees the open project anew after who codes or who sees what has changed: nothing read before is kept. */
  lookAgain(): void;
  /** Runs a part of a call while no other call is under way: others wait, also those that only read. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  broadcast(event: CoreEvent): void;
};

/** The handlers of some methods: what one service contributes. */
export type Service<Names extends MethodName> = Pick<Handlers, Names>;

/** Lets other calls in between two steps of a long job. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** One step of a job: tells how far it is and lets other calls in. Throws `cancelled`. */
export async function stepOn(call: CallContext, done: number, total: number): Promise<void> {
  if (call.signal.aborted) throw new VerbatimError('cancelled', {});
  call.progress(done, total);
  await breathe();
}
