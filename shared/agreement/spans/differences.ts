import { type Span, spanLength, spansOverlap } from '../../domain/span.ts';
import type { CoderCoding } from '../coded-units/document-tally.ts';
import { spanDecisions } from './span-decisions.ts';

/**
 * How coders differ at one place of the text.
 *
 * - `boundary`: all coded it, with other borders.
 * - `different`: what some gave one code, the others gave another.
 * - `missed`: the first of the coders done with the document coded it, and some other did not.
 * - `extra`: the first did not code it, and some other did.
 */
export const differenceKinds = ['boundary', 'different', 'missed', 'extra'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A decision of a coder, numbered like the codings. */
export type Decision = Span & { readonly coder: number; readonly code: number };

/** A place where coders differ: what every coder decided there. `otherCode` where the codes differ. */
export type Difference = Span & {
  readonly kind: DifferenceKind;
  readonly code: number;
  readonly otherCode: number | null;
  /** The coders who gave the code, and those done with the document who did not. */
  readonly coded: readonly number[];
  readonly notCoded: readonly number[];
  readonly decisions: readonly Decision[];
};

/** What all coders decided alike with one code. */
export type Agreed = Span & { readonly code: number };

export type Compared = { readonly differences: readonly Difference[]; readonly agreed: readonly Agreed[] };

/** The least share of common text at which two one-sided passages are one passage with two codes. */
const SAME_PASSAGE = 0.5;

/**
 * Where the coders done with one document differ, in text order, decision by decision: passages of one code that share
 * text, of whatever coder, are one place. `done` in the order of the comparison; with fewer than two there is nothing
 * to compare. Two places of different codes, each given by exactly those who did not give the other and with at least
 * half of their text in common, are one difference of codes, where nothing else of these codes shares text with both taken
 * together; the pairs with most in common first.
 */
export function differencesIn(codings: readonly CoderCoding[], done: readonly number[]): Compared {
  const raters = [...new Set(done)].sort((a, b) => a - b);
  if (raters.length < 2) {
    return { differences: [], agreed: [] };
  }
  const differences: Difference[] = [];
  const agreed: Agreed[] = [];
  const compared = codings.filter(({ coder, inherited }) => !inherited && raters.includes(coder));
  for (const [code, ofCode] of Map.groupBy(compared, (coding) => coding.code)) {
    for (const place of placesOf(code, ofCode)) {
      const { start, end } = place[0]!;
      const coded = raters.filter((rater) => place.some(({ coder }) => coder === rater));
      if (
        place.length === raters.length &&
        coded.length === raters.length &&
        place.every((one) => one.start === start && one.end === end)
      ) {
        agreed.push({ code, start, end });
      } else {
        differences.push(differenceOf(code, place, coded, raters));
      }
    }
  }
  return {
    differences: withDifferentCodes(differences, agreed, raters).sort(inTextOrder),
    agreed: agreed.sort(inTextOrder),
  };
}

function inTextOrder(a: Agreed, b: Agreed): number {
  return a.start - b.start || a.end - b.end || a.code - b.code;
}

/** The decisions of one code, those that share text together; chains of overlapping ones are one place. */
function placesOf(code: number, codings: readonly CoderCoding[]): Decision[][] {
  const decisions = [...Map.groupBy(codings, ({ coder }) => coder)]
    .flatMap(([coder, spans]) => spanDecisions(spans).map((span): Decision => ({ ...span, coder, code })))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.coder - b.coder);
  const places: Decision[][] = [];
  let end = -1;
  for (const decision of decisions) {
    if (decision.start < end) {
      places.at(-1)!.push(decision);
    } else {
      places.push([decision]);
    }
    end = Math.max(end, decision.end);
  }
  return places;
}

function hullOf(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

function differenceOf(
  code: number,
  decisions: readonly Decision[],
  coded: readonly number[],
  raters: readonly number[],
): Difference {
  const kind = coded.length === raters.length ? 'boundary' : coded.includes(raters[0]!) ? 'missed' : 'extra';
  return {
    ...hullOf(decisions),
    kind,
    code,
    otherCode: null,
    coded,
    notCoded: raters.filter((rater) => !coded.includes(rater)),
    decisions,
  };
}

function withDifferentCodes(
  differences: readonly Difference[],
  agreed: readonly Agreed[],
  raters: readonly number[],
): Difference[] {
  const oneSided = differences.filter(({ kind }) => kind !== 'boundary').sort(inTextOrder);
  const ofCode = Map.groupBy<number, Agreed>([...differences, ...agreed], ({ code }) => code);
  // What is decided of the pair is decided of all their codes in it.
  const standAlone = (a: Difference, b: Difference): boolean =>
    [a, b].every((one) =>
      ofCode.get(one.code)!.every((other) => other === one || !spansOverlap(other, hullOf([a, b]))),
    );
  const candidates: { a: Difference; b: Difference; common: number }[] = [];
  for (const [place, a] of oneSided.entries()) {
    for (let next = place + 1; next < oneSided.length && oneSided[next]!.start < a.end; next += 1) {
      const b = oneSided[next]!;
      const common = commonShare(a, b);
      if (a.code !== b.code && common >= SAME_PASSAGE && isComplement(a.coded, b.coded, raters) && standAlone(a, b)) {
        candidates.push({ a, b, common });
      }
    }
  }
  const taken = new Map<Difference, Difference | null>();
  const pairs: Difference[] = [];
  for (const { a, b } of candidates.sort((one, other) => other.common - one.common)) {
    const [first, second] = a.coded.includes(raters[0]!) ? [a, b] : [b, a];
    const pair = joined(first, second);
    if (!taken.has(a) && !taken.has(b) && !pairs.some((other) => shareCodeAndText(pair, other))) {
      pairs.push(pair);
      taken.set(first, pair);
      taken.set(second, null);
    }
  }
  return differences.flatMap((difference) => {
    const instead = taken.get(difference);
    return instead === undefined ? [difference] : instead === null ? [] : [instead];
  });
}

function commonShare(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (spanLength(a) + spanLength(b) - common);
}

function isComplement(a: readonly number[], b: readonly number[], raters: readonly number[]): boolean {
  return a.length + b.length === raters.length && a.every((coder) => !b.includes(coder));
}

function shareCodeAndText(a: Difference, b: Difference): boolean {
  return spansOverlap(a, b) && [a.code, a.otherCode].some((code) => code === b.code || code === b.otherCode);
}

function joined(first: Difference, second: Difference): Difference {
  return {
    ...first,
    kind: 'different',
    otherCode: second.code,
    ...hullOf([first, second]),
    decisions: [...first.decisions, ...second.decisions],
  };
}
