import { cheapestAssignment } from '../../statistics/assignment.ts';
import { cheapestPartition, type Part } from '../../statistics/set-partition.ts';
import type { GammaWeights, Unitizing } from './gamma-dissimilarity.ts';
import { type AlignmentCandidate, alignmentCandidates } from './gamma-candidates.ts';

/** One unit or none of each coder that stand for the same thing: its place in the coder's list, or null. */
export type UnitaryAlignment = readonly (number | null)[];

/**
 * All units, each in one unitary alignment, with their disorder. `exact`: no alignment has less. Otherwise the search
 * was given up, this is the best one found, and none has less than `leastDisorder`.
 */
export type Alignment = {
  readonly alignments: readonly UnitaryAlignment[];
  readonly disorder: number;
  readonly exact: boolean;
  readonly leastDisorder: number;
};

/** Choices the search keeps at a time within one group of units. */
const MOST_CHOICES = 200;

/**
 * The alignment of least disorder (Mathet, Widlöcher & Métivier 2015, sect. 4.2–4.4): the disorder of a unitary
 * alignment is the mean dissimilarity over all pairs of coders, Δ∅ where one of the two has no unit; that of an
 * alignment their sum over the mean number of units per coder.
 *
 * Two coders: a linear assignment, exact. More: a set partition of each group of units that could be aligned at all,
 * exact within limits and said so in the result. Null with fewer than two coders or without any unit.
 */
export function bestAlignment(coders: Unitizing, weights: GammaWeights): Alignment | null {
  const units = coders.reduce((sum, spans) => sum + spans.length, 0);
  if (coders.length < 2 || units === 0) {
    return null;
  }
  const found = coders.length === 2 ? assignedPairs(coders, weights) : partitioned(coders, weights);
  const perCoder = units / coders.length;
  return { ...found, disorder: found.disorder / perCoder, leastDisorder: found.leastDisorder / perCoder };
}

function alone(coders: number, coder: number, place: number): UnitaryAlignment {
  return Array.from({ length: coders }, (_, other) => (other === coder ? place : null));
}

function assignedPairs(coders: Unitizing, weights: GammaWeights): Alignment {
  const { candidates } = alignmentCandidates(coders, weights);
  const alignments: UnitaryAlignment[] = [];
  let disorder = 0;
  const pairedFirst = new Set<number>();
  const pairedSecond = new Set<number>();
  for (const group of groupedCandidates(coders, candidates)) {
    // The side with fewer units takes the rows; rows need a column each, at worst one that saves nothing.
    const sides = [0, 1].map((side) => [...new Set(group.map(({ units }) => units[side]!))]);
    const [rowSide, columnSide] = sides[0]!.length <= sides[1]!.length ? [0, 1] : [1, 0];
    const rows = sides[rowSide]!;
    const columns = sides[columnSide]!;
    const columnOf = new Map(columns.map((unit, place) => [unit, place]));
    const rowOf = new Map(rows.map((unit, place) => [unit, place]));
    const costs = rows.map(() => Array<number>(columns.length).fill(0));
    for (const { units, cost } of group) {
      costs[rowOf.get(units[rowSide]!)!]![columnOf.get(units[columnSide]!)!] = cost - 2 * weights.empty;
    }
    for (const [row, column] of cheapestAssignment(costs).entries()) {
      const saved = costs[row]![column]!;
      if (saved < 0) {
        const pair = rowSide === 0 ? [rows[row]!, columns[column]!] : [columns[column]!, rows[row]!];
        alignments.push(pair);
        pairedFirst.add(pair[0]!);
        pairedSecond.add(pair[1]!);
        disorder += saved + 2 * weights.empty;
      }
    }
  }
  for (const [coder, paired] of [pairedFirst, pairedSecond].entries()) {
    for (const place of coders[coder]!.keys()) {
      if (!paired.has(place)) {
        alignments.push(alone(2, coder, place));
        disorder += weights.empty;
      }
    }
  }
  return { alignments, disorder, exact: true, leastDisorder: disorder };
}

function partitioned(coders: Unitizing, weights: GammaWeights): Alignment {
  const { candidates, complete } = alignmentCandidates(coders, weights);
  const alignments: UnitaryAlignment[] = [];
  const aligned = coders.map((spans) => new Uint8Array(spans.length));
  let disorder = 0;
  let least = 0;
  let exact = complete;
  for (const group of groupedCandidates(coders, candidates)) {
    const units = unitsIn(coders, group);
    const elementOf = new Map(units.map(({ coder, place }, element) => [`${coder}:${place}`, element]));
    const parts: (Part & { readonly units: UnitaryAlignment })[] = units.map(({ coder, place }, element) => ({
      units: alone(coders.length, coder, place),
      members: [element],
      cost: weights.empty,
    }));
    for (const candidate of group) {
      const members = candidate.units.flatMap((place, coder) =>
        place === null ? [] : [elementOf.get(`${coder}:${place}`)!],
      );
      parts.push({ units: candidate.units, members, cost: candidate.cost });
    }
    const partition = cheapestPartition(units.length, parts, MOST_CHOICES);
    for (const part of partition.parts as typeof parts) {
      alignments.push(part.units);
      for (const [coder, place] of part.units.entries()) {
        if (place !== null) {
          aligned[coder]![place] = 1;
        }
      }
    }
    disorder += partition.cost;
    least += partition.bound;
    exact &&= partition.exact;
  }
  for (const [coder, flags] of aligned.entries()) {
    for (const [place, flag] of flags.entries()) {
      if (flag === 0) {
        alignments.push(alone(coders.length, coder, place));
        disorder += weights.empty;
        least += weights.empty;
      }
    }
  }
  return { alignments, disorder, exact, leastDisorder: complete ? least : pairwiseBound(coders, weights) };
}

/** The units of a group of candidates in text order. */
function unitsIn(
  coders: Unitizing,
  group: readonly AlignmentCandidate[],
): { readonly coder: number; readonly place: number }[] {
  const places = coders.map((_, coder) => new Set(group.map(({ units }) => units[coder]!).filter((at) => at !== null)));
  const middle = ({ coder, place }: { coder: number; place: number }): number => {
    const span = coders[coder]![place]!;
    return span.start + span.end;
  };
  return places
    .flatMap((ofCoder, coder) => [...ofCoder].map((place) => ({ coder, place })))
    .sort((a, b) => middle(a) - middle(b));
}

/** No alignment of many coders has less disorder than the best ones of every two of them have on average. */
function pairwiseBound(coders: Unitizing, weights: GammaWeights): number {
  let sum = 0;
  let pairs = 0;
  for (const [first, ofFirst] of coders.entries()) {
    for (const ofSecond of coders.slice(first + 1)) {
      sum += assignedPairs([ofFirst, ofSecond], weights).disorder;
      pairs += 1;
    }
  }
  return sum / pairs;
}

/** The candidates in groups that share no unit, in text order within. */
function groupedCandidates(
  coders: Unitizing,
  candidates: readonly AlignmentCandidate[],
): readonly (readonly AlignmentCandidate[])[] {
  const parent = coders.map((spans, coder) => Array.from(spans.keys(), (place) => [coder, place] as const));
  const rootOf = (coder: number, place: number): readonly [number, number] => {
    let at = parent[coder]![place]!;
    for (let up = parent[at[0]]![at[1]]!; up[0] !== at[0] || up[1] !== at[1]; up = parent[at[0]]![at[1]]!) {
      parent[coder]![place] = up;
      at = up;
    }
    return at;
  };
  for (const { units } of candidates) {
    let first: readonly [number, number] | null = null;
    for (const [coder, place] of units.entries()) {
      if (place !== null) {
        const root = rootOf(coder, place);
        if (first === null) {
          first = root;
        } else {
          parent[root[0]]![root[1]] = rootOf(...first);
        }
      }
    }
  }
  const groups = Map.groupBy(candidates, ({ units }) => {
    const coder = units.findIndex((place) => place !== null);
    const [rootCoder, rootPlace] = rootOf(coder, units[coder]!);
    return `${rootCoder}:${rootPlace}`;
  });
  return [...groups.values()];
}
