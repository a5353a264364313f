/** Words a step's label needs, by parameter name. */
export type Label = Readonly<Record<string, string | number>>;
/** What is done in one transaction, as one step of the history. */
export type Command = {
  readonly name: string;
  readonly label?: Label;
  readonly coder: string | null;
  /** References are looked at in the end only. */
  readonly defersReferences?: boolean;
};
/** What a transaction has changed. */
export type Committed = {
  readonly revision: number;
  readonly tables: readonly string[];
  readonly documents: readonly string[];
};
