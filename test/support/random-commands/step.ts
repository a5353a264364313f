import type { Client } from '../../../shared/contract/client.ts';

/** What a step works with: numbers to choose by (each taken modulo what there is), and some words. */
export type Drawn = {
  readonly picks: readonly [number, number, number, number];
  readonly words: string;
};

/** Does one command through the contract, with what was drawn for it. */
export type Run = (client: Client, drawn: Drawn) => Promise<unknown>;
