import type { Id } from '../../domain/ids.ts';
import { questionTerms } from './question-terms.ts';

export type QuestionMatch = { readonly question: Id<'question'>; readonly score: number };

/** Below this a match is not offered. */
export const leastScore = 0.25;
/** From here a match needs no second look, if no other question comes near; below, it is shown for review. */
export const sureScore = 0.6;
/** Another question that reaches this share of the best score comes near. */
const nearShare = 0.8;
/** So many words or phrases in common make a match that needs no second look; a single one is chance (`records`), unless only this question has it. */
const sureCommon = 2;

type Asked = {
  readonly question: Id<'question'>;
  readonly terms: ReadonlyMap<string, number>;
  readonly weight: number;
};
type Language = {
  readonly asked: readonly Asked[];
  readonly weights: ReadonlyMap<string, number>;
  readonly frequencies: ReadonlyMap<string, number>;
};

const ideographicPair = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2}$/u;
/** Where a turn may be cut into what is asked and what is said around it. */
const sentences = /[^.?!。？！…]+[.?!。？！…]*/gu;

/**
 * Finds the question of a guide that a turn asks.
 *
 * Both are sets of terms (see `questionTerms`), each weighted by how rare it is among the questions of its language: w = ln(1 + N / f), N
 * questions of which f have the term (inverse document frequency, Spärck Jones 1972). The score is the weighted Dice coefficient
 * 2 Σw(common) / (Σw(question) + Σw(turn)) (Dice 1945), where of the turn only terms the guide knows are counted: what an
 * interviewer says around a question does not speak against it. 1: the same terms; 0: none in common. Of the turn as a whole and its
 * sentences the best counts, and so of several languages.
 */
export class QuestionMatcher {
  private readonly languages: readonly Language[];

  constructor(questions: readonly { readonly id: Id<'question'>; readonly texts: Readonly<Record<string, string>> }[]) {
    const names = new Set(questions.flatMap(({ texts }) => Object.keys(texts)));
    this.languages = [...names].map((name) =>
      languageOf(
        questions.flatMap(({ id, texts }) =>
          texts[name] === undefined ? [] : [{ question: id, terms: questionTerms(texts[name]) }],
        ),
      ),
    );
  }

  /** The best match of a turn, at least {@link leastScore} and by more than a chance word; null where there is none. Below {@link sureScore} where another question comes near, or a single word speaks for it. */
  best(turn: string): QuestionMatch | null {
    const scores = new Map<Id<'question'>, number>();
    for (const language of this.languages)
      for (const piece of piecesOf(turn)) scorePiece(language, questionTerms(piece), scores);
    const [best, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
    if (best === undefined || best[1] < leastScore) return null;
    const isNear = second !== undefined && second[1] >= best[1] * nearShare;
    return { question: best[0], score: isNear ? Math.min(best[1], justUnsure) : best[1] };
  }
}

/** The highest score where it has to be looked at. */
const justUnsure = 0.59;

function piecesOf(turn: string): string[] {
  const parts = turn.match(sentences) ?? [];
  return parts.length > 1 ? [turn, ...parts] : [turn];
}

function languageOf(questions: readonly Omit<Asked, 'weight'>[]): Language {
  const frequencies = new Map<string, number>();
  for (const { terms } of questions)
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  const weights = new Map(
    [...frequencies].map(([term, frequency]) => [term, Math.log(1 + questions.length / frequency)]),
  );
  return {
    weights,
    frequencies,
    asked: questions.map((each) => ({ ...each, weight: weightOf(each.terms, weights) })),
  };
}

function scorePiece(
  { asked, weights, frequencies }: Language,
  terms: ReadonlyMap<string, number>,
  scores: Map<Id<'question'>, number>,
): void {
  const own = weightOf(terms, weights);
  if (own === 0) return;
  for (const { question, terms: wanted, weight } of asked) {
    const common = new Map([...wanted].filter(([term]) => terms.has(term)));
    const words = [...common].flatMap(([term, counts]) => (counts === 1 ? [term] : []));
    const phrases = phraseCount(words);
    if (phrases === 0 || (phrases < sureCommon && words.every((term) => frequencies.get(term)! > 1))) continue;
    const dice = (2 * weightOf(common, weights)) / (own + weight);
    // One word may be all that both say: then they are the same.
    const score = phrases < sureCommon && dice < 0.95 ? Math.min(dice, justUnsure) : dice;
    if (score > (scores.get(question) ?? 0)) scores.set(question, score);
  }
}

/** How many separate words or phrases: pairs of characters that overlap are one phrase. */
function phraseCount(terms: readonly string[]): number {
  const pairs = terms.filter((term) => ideographicPair.test(term));
  const starts = new Set(pairs.map((pair) => Array.from(pair)[0]));
  const continued = pairs.filter((pair) => starts.has(Array.from(pair)[1])).length;
  return terms.length - Math.min(continued, Math.max(0, pairs.length - 1));
}

function weightOf(terms: ReadonlyMap<string, number>, weights: ReadonlyMap<string, number>): number {
  return [...terms].reduce((sum, [term, counts]) => sum + counts * (weights.get(term) ?? 0), 0);
}
