/** A set of elements with its cost. */
export type Part = { readonly members: readonly number[]; readonly cost: number };

/**
 * Parts that hold every element exactly once. `exact` says that nothing cheaper exists; otherwise the search was given
 * up and the cheapest costs at least `bound`.
 */
export type Partition = {
  readonly parts: readonly Part[];
  readonly cost: number;
  readonly bound: number;
  readonly exact: boolean;
};

const ROUNDS = 200;
const ROUNDING = 1e-12;

/**
 * The cheapest partition of the elements 0 … count − 1 into parts out of a list. Costs are not negative and every
 * element has a part of its own in the list, so there always is one. Prices for the elements that no part undercuts
 * give a lower bound (Lagrangian relaxation with subgradient steps: Held, Wolfe & Crowder 1974, Mathematical
 * Programming 6:62–88); branch and bound closes the gap, within `mostNodes` steps.
 */
export function cheapestPartition(count: number, list: readonly Part[], mostNodes: number): Partition {
  let prices = raisedPrices(new Float64Array(count), list);
  let best = greedyPartition(count, list, prices);
  const gap = (): number => best.cost - sumOf(prices);
  if (gap() > ROUNDING) {
    const improved = steppedPrices(list, prices, best);
    best = improved.best;
    prices = sumOf(improved.prices) > sumOf(prices) ? improved.prices : prices;
  }
  const bound = sumOf(prices);
  if (gap() <= ROUNDING) {
    return { ...best, bound: best.cost, exact: true };
  }
  const found = searchedPartition(count, list, prices, best, mostNodes);
  return { ...found, bound: found.exact ? found.cost : bound };
}

type Found = { readonly parts: readonly Part[]; readonly cost: number };

/** What a part costs beyond the prices of its members; not negative if the prices are a bound. */
function excessOf(part: Part, prices: Float64Array): number {
  return part.members.reduce((left, member) => left - prices[member]!, part.cost);
}

/** Prices lowered until no part undercuts them, then raised as far as that allows: their sum is a lower bound. */
function raisedPrices(start: Float64Array, list: readonly Part[]): Float64Array {
  const prices = start.slice();
  for (const part of list) {
    const excess = excessOf(part, prices);
    if (excess < 0) {
      for (const member of part.members) {
        prices[member]! += excess / part.members.length;
      }
    }
  }
  const partsOf = partsByMember(prices.length, list);
  for (const [element, parts] of partsOf.entries()) {
    prices[element]! += Math.max(0, Math.min(...parts.map((part) => excessOf(part, prices))));
  }
  return prices;
}

function partsByMember(count: number, list: readonly Part[]): Part[][] {
  const partsOf = Array.from({ length: count }, (): Part[] => []);
  for (const part of list) {
    for (const member of part.members) {
      partsOf[member]!.push(part);
    }
  }
  return partsOf;
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
  for (let round = 0; round < ROUNDS && best.cost - bestBound > ROUNDING; round += 1) {
    const uncovered = new Float64Array(prices.length).fill(1);
    let bound = sumOf(prices);
    for (const part of list) {
      const excess = excessOf(part, prices);
      if (excess < 0) {
        bound += excess;
        for (const member of part.members) {
          uncovered[member]! -= 1;
        }
      }
    }
    if (bound > bestBound) {
      bestBound = bound;
      bestPrices = prices.slice();
    } else {
      stride *= 0.97;
    }
    if (round % 20 === 0) {
      const greedy = greedyPartition(prices.length, list, prices);
      best = greedy.cost < best.cost ? greedy : best;
    }
    const length = uncovered.reduce((sum, value) => sum + value * value, 0);
    if (length === 0) {
      break;
    }
    const step = (stride * (best.cost - bound)) / length;
    for (const [element, missing] of uncovered.entries()) {
      prices[element]! += step * missing;
    }
  }
  return { prices: raisedPrices(bestPrices, list), best };
}

function searchedPartition(
  count: number,
  list: readonly Part[],
  prices: Float64Array,
  known: Found,
  mostNodes: number,
): Found & { readonly exact: boolean } {
  let best = known;
  let nodes = 0;
  const gap = known.cost - sumOf(prices);
  // A part whose excess alone closes the gap is in no cheaper partition.
  const useful = list
    .map((part) => ({ ...part, excess: excessOf(part, prices) }))
    .filter((part) => part.excess < gap)
    .sort((a, b) => a.excess - b.excess);
  const partsOf = partsByMember(count, useful) as (typeof useful)[];
  const held = new Uint8Array(count);
  const chosen: Part[] = [];

  const descend = (first: number, excess: number): void => {
    let element = first;
    while (element < count && held[element] === 1) {
      element += 1;
    }
    if (element === count) {
      const cost = costOf(chosen);
      best = cost < best.cost ? { parts: [...chosen], cost } : best;
      return;
    }
    for (const part of partsOf[element]!) {
      if (nodes > mostNodes || excess + part.excess >= best.cost - sumOf(prices) - ROUNDING) {
        return;
      }
      if (part.members.every((member) => held[member] === 0)) {
        nodes += 1;
        chosen.push(part);
        for (const member of part.members) {
          held[member] = 1;
        }
        descend(element + 1, excess + part.excess);
        for (const member of part.members) {
          held[member] = 0;
        }
        chosen.pop();
      }
    }
  };
  descend(0, 0);
  return { ...best, exact: nodes <= mostNodes };
}

function costOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.cost, 0);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
