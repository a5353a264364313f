/** A set of elements with its cost. */
export type Part = { readonly members: readonly number[]; readonly cost: number };

/**
 * Parts that hold every element exactly once. `exact` says that nothing cheaper exists; otherwise the search was cut
 * short and the cheapest costs at least `bound`.
 */
export type Partition = {
  readonly parts: readonly Part[];
  readonly cost: number;
  readonly bound: number;
  readonly exact: boolean;
};

type Found = { readonly parts: readonly Part[]; readonly cost: number };

const ROUNDS = 1000;
const LEAST_STRIDE = 1e-3;
const ROUNDING = 1e-12;

/**
 * The cheapest partition of the elements 0 … count − 1 into parts out of a list. Costs are not negative and every
 * element has a part of its own in the list, so there always is one.
 *
 * Prices for the elements that no part undercuts give a lower bound (Lagrangian relaxation with subgradient steps:
 * Held, Wolfe & Crowder 1974, Mathematical Programming 6:62–88). Then the elements are taken in turn, keeping of all
 * choices that hold the same elements the cheapest one, and none that the bound rules out; at most `mostChoices` are
 * kept at a time. Fast where parts hold elements with numbers close to each other.
 */
export function cheapestPartition(count: number, list: readonly Part[], mostChoices: number): Partition {
  const start = raisedPrices(new Float64Array(count), list);
  const greedy = greedyPartition(count, list, start);
  const { prices, best } = steppedPrices(list, start, greedy);
  const bound = sumOf(prices);
  if (best.cost - bound <= ROUNDING) {
    return { ...best, bound: best.cost, exact: true };
  }
  const { found, complete } = searchedPartition(count, list, prices, best, mostChoices);
  return { ...found, bound: complete ? found.cost : Math.min(bound, found.cost), exact: complete };
}

/** What a part costs beyond the prices of its members; not negative if the prices are a bound. */
function excessOf(part: Part, prices: Float64Array): number {
  let left = part.cost;
  for (const member of part.members) {
    left -= prices[member]!;
  }
  return left;
}

/** Prices lowered until no part undercuts them, then raised as far as that allows: their sum is a lower bound. */
function raisedPrices(start: Float64Array, list: readonly Part[]): Float64Array {
  const prices = start.slice();
  const partsOf = Array.from(start, (): Part[] => []);
  for (const part of list) {
    const excess = excessOf(part, prices);
    for (const member of part.members) {
      prices[member]! += Math.min(0, excess) / part.members.length;
      partsOf[member]!.push(part);
    }
  }
  for (const [element, parts] of partsOf.entries()) {
    const least = parts.reduce((lowest, part) => Math.min(lowest, excessOf(part, prices)), Infinity);
    prices[element]! += Math.max(0, least);
  }
  return prices;
}

function greedyPartition(count: number, list: readonly Part[], prices: Float64Array): Found {
  const ranked = list
    .map((part) => ({ part, excess: excessOf(part, prices) / part.members.length }))
    .sort((a, b) => a.excess - b.excess || b.part.members.length - a.part.members.length);
  const held = new Uint8Array(count);
  const parts: Part[] = [];
  for (const { part } of ranked) {
    if (part.members.every((member) => held[member] === 0)) {
      parts.push(part);
      for (const member of part.members) {
        held[member] = 1;
      }
    }
  }
  return { parts, cost: costOf(parts) };
}

/** Prices of a higher lower bound, found by raising those of elements left over and lowering those in demand. */
function steppedPrices(
  list: readonly Part[],
  start: Float64Array,
  known: Found,
): { readonly prices: Float64Array; readonly best: Found } {
  const prices = start.slice();
  let best = known;
  let bestPrices = start;
  let bestBound = sumOf(start);
  let stride = 1;
  for (let round = 1; round <= ROUNDS && stride > LEAST_STRIDE && best.cost - bestBound > ROUNDING; round += 1) {
    const missing = new Float64Array(prices.length).fill(1);
    let bound = sumOf(prices);
    for (const part of list) {
      const excess = excessOf(part, prices);
      if (excess < 0) {
        bound += excess;
        for (const member of part.members) {
          missing[member]! -= 1;
        }
      }
    }
    if (bound > bestBound) {
      bestBound = bound;
      bestPrices = prices.slice();
    } else {
      stride *= 0.99;
    }
    if (round % 50 === 0) {
      const greedy = greedyPartition(prices.length, list, prices);
      best = greedy.cost < best.cost ? greedy : best;
    }
    const length = missing.reduce((sum, value) => sum + value * value, 0);
    if (length === 0) {
      break;
    }
    const step = (stride * (best.cost - bound)) / length;
    for (const [element, lack] of missing.entries()) {
      prices[element]! += step * lack;
    }
  }
  const raised = raisedPrices(bestPrices, list);
  return { prices: sumOf(raised) > sumOf(start) ? raised : start, best };
}

/** Parts chosen so far: what they hold beyond the element reached, and how much they cost beyond the prices. */
type Choice = {
  readonly ahead: readonly number[];
  readonly excess: number;
  readonly part: Part | null;
  readonly before: Choice | null;
};

function searchedPartition(
  count: number,
  list: readonly Part[],
  prices: Float64Array,
  known: Found,
  mostChoices: number,
): { readonly found: Found; readonly complete: boolean } {
  const gap = known.cost - sumOf(prices);
  // A part whose excess alone closes the gap is in no cheaper partition.
  const partsFrom = Map.groupBy(
    list.map((part) => ({ part, excess: Math.max(0, excessOf(part, prices)) })).filter(({ excess }) => excess < gap),
    ({ part }) => Math.min(...part.members),
  );
  let complete = true;
  let choices: Choice[] = [{ ahead: [], excess: 0, part: null, before: null }];
  for (let element = 0; element < count; element += 1) {
    const next = new Map<string, Choice>();
    const keep = (choice: Choice): void => {
      const key = choice.ahead.join();
      const rival = next.get(key);
      if (rival === undefined || choice.excess < rival.excess) {
        next.set(key, choice);
      }
    };
    for (const choice of choices) {
      if (choice.ahead[0] === element) {
        keep({ ...choice, ahead: choice.ahead.slice(1) });
      } else {
        for (const { part, excess } of partsFrom.get(element) ?? []) {
          const total = choice.excess + excess;
          if (total < gap - ROUNDING && part.members.every((member) => !choice.ahead.includes(member))) {
            const others = part.members.filter((member) => member !== element);
            keep({ ahead: [...choice.ahead, ...others].sort((a, b) => a - b), excess: total, part, before: choice });
          }
        }
      }
    }
    choices = [...next.values()];
    if (choices.length > mostChoices) {
      complete = false;
      choices = choices.sort((a, b) => a.excess - b.excess).slice(0, mostChoices);
    }
  }
  const parts = choices[0] === undefined ? known.parts : partsOfChoice(choices[0]);
  const cost = costOf(parts);
  return { found: cost < known.cost ? { parts, cost } : known, complete };
}

function partsOfChoice(last: Choice): Part[] {
  const parts: Part[] = [];
  for (let choice: Choice | null = last; choice !== null; choice = choice.before) {
    if (choice.part !== null) {
      parts.push(choice.part);
    }
  }
  return parts;
}

function costOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.cost, 0);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
