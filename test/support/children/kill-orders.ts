/** What a child that is going to be killed is told. */
export type KillOrders = {
  readonly path: string;
  /** Where its core keeps its data. */
  readonly folder: string;
  /** Counts the children: draws their commands and keeps their ids apart. */
  readonly session: number;
  /** When a command is reported: as it should be, or too early, to see that the test would notice. */
  readonly acknowledge: 'after return' | 'before commit';
  /** Hold still around one commit, to be killed there. */
  readonly pause: { readonly commit: number; readonly place: 'before commit' | 'after commit' } | null;
};
