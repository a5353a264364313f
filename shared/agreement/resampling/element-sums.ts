import { codersIn } from '../coded-units/coder-mask.ts';
import { addCodedSums, addUncodedSums, sumCount } from '../coded-units/code-sums.ts';
import type { DrawnElement } from './drawn-elements.ts';

export type Counted = { readonly coders: number; readonly codes: number };

/**
 * The sums of all elements, sparse: what element e adds to the sums of all codes beyond what its units come to
 * uncoded is `values[p]` at `places[p]` for p from `from[e]` to `from[e + 1]`.
 */
export type ElementSums = Counted & {
  readonly elements: readonly DrawnElement[];
  readonly from: Int32Array;
  readonly places: Int32Array;
  readonly values: Float64Array;
  /** Codes that somebody used, ascending. */
  readonly used: readonly number[];
};

/** Counts every element once; `used` says which codes are averaged whatever is drawn. */
export function elementSums(
  elements: readonly DrawnElement[],
  { coders, codes }: Counted,
  used: readonly number[],
): ElementSums {
  const size = sumCount(coders);
  const scratch = new Float64Array(codes * size);
  const from = new Int32Array(elements.length + 1);
  const places: number[] = [];
  const values: number[] = [];
  for (const [place, { raters, coded }] of elements.entries()) {
    const raterList = codersIn(raters);
    for (const share of coded) {
      addCodedSums(raterList, share, scratch, share.code * size, coders);
    }
    for (const code of new Set(coded.map((share) => share.code))) {
      for (let at = code * size; at < (code + 1) * size; at += 1) {
        if (scratch[at] !== 0) {
          places.push(at);
          values.push(scratch[at]!);
          scratch[at] = 0;
        }
      }
    }
    from[place + 1] = places.length;
  }
  return {
    coders,
    codes,
    elements,
    from,
    places: Int32Array.from(places),
    values: Float64Array.from(values),
    used,
  };
}

/** The sums of all codes over the elements, each as often as `weights` says. */
export function weightedTotals(sums: ElementSums, weights: Float64Array, into: Float64Array): Float64Array {
  const size = sumCount(sums.coders);
  const uncoded = new Float64Array(size);
  for (const [place, { raters, units }] of sums.elements.entries()) {
    if (weights[place]! !== 0) {
      addUncodedSums(codersIn(raters).length, weights[place]! * units, uncoded, 0);
    }
  }
  for (let code = 0; code < sums.codes; code += 1) {
    into.set(uncoded, code * size);
  }
  const { from, places, values } = sums;
  for (let element = 0; element < sums.elements.length; element += 1) {
    const weight = weights[element]!;
    if (weight !== 0) {
      for (let at = from[element]!; at < from[element + 1]!; at += 1) {
        into[places[at]!]! += weight * values[at]!;
      }
    }
  }
  return into;
}
