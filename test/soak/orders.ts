/** What the random user of one session is told. */
export type Orders = {
  readonly path: string;
  /** Where its core keeps its data. */
  readonly folder: string;
  /** Counts the sessions: draws what is done and keeps their ids apart. */
  readonly session: number;
  /** How many operations it does before it closes the project, unless it is killed. */
  readonly operations: number;
};

/** What it says at the end of a session that was not killed. */
export type SessionEnd = {
  /** Bytes held when the project was open, after the first hundred operations, and once it was closed. */
  readonly held: number;
  readonly afterClosing: number;
  /** Commands refused because the disk was full. */
  readonly full: number;
};
