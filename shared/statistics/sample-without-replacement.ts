import { randomFrom } from './random.ts';

/** The items in an order drawn by the seed (Fisher–Yates, Durstenfeld 1964, Algorithm 235): the first n are a sample without replacement. */
export function shuffledBy<Item>(items: readonly Item[], seed: number): Item[] {
  const random = randomFrom(seed);
  const drawn = [...items];
  for (let at = 0; at < drawn.length - 1; at++) {
    const from = at + random.below(drawn.length - at);
    [drawn[at], drawn[from]] = [drawn[from]!, drawn[at]!];
  }
  return drawn;
}
