import type { Id } from '../../domain/ids.ts';
import { questionTerms } from './question-terms.ts';

export type QuestionMatch = { readonly question: Id<'question'>; readonly score: number };

/** Below this a match is not offered. */
export const leastScore = 0.3;
/** One term in common is chance (`records`), unless it is most of what is said. */
const fewestCommon = 2;
const singleTermScore = 0.7;
/** From here a match needs no second look; below, it is shown for review. */
export const sureScore = 0.6;

type Known = { readonly question: Id<'question'>; readonly terms: ReadonlySet<string> };

/**
 * Finds the question of a guide that a turn asks.
 *
 * Both are sets of terms (see `questionTerms`), each term weighted by how rare it is in the guide: w = ln(1 + N / f), N ways of
 * asking of which f have the term (inverse document frequency, Spärck Jones 1972). The score is the weighted Dice coefficient
 * 2 Σw(common) / (Σw(question) + Σw(turn)) (Dice 1945), where of the turn only terms the guide knows are counted: what an
 * interviewer says around a question does not speak against it. 1: the same terms; 0: none in common. Of several languages the
 * best counts.
 */
export class QuestionMatcher {
  private readonly known: readonly Known[];
  private readonly weights = new Map<string, number>();

  constructor(questions: readonly { readonly id: Id<'question'>; readonly texts: Readonly<Record<string, string>> }[]) {
    this.known = questions.flatMap(({ id, texts }) =>
      Object.values(texts).map((text) => ({ question: id, terms: questionTerms(text) })),
    );
    const frequencies = new Map<string, number>();
    for (const { terms } of this.known)
      for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    for (const [term, frequency] of frequencies) this.weights.set(term, Math.log(1 + this.known.length / frequency));
  }

  /** The best match of a turn: at least {@link leastScore}, with two terms in common or a score of 0.7; null where there is none. */
  best(turn: string): QuestionMatch | null {
    const terms = questionTerms(turn);
    const own = this.weightOf([...terms]);
    let best: QuestionMatch | null = null;
    for (const { question, terms: asked } of this.known) {
      const common = [...asked].filter((term) => terms.has(term));
      const score = common.length === 0 ? 0 : (2 * this.weightOf(common)) / (own + this.weightOf([...asked]));
      const isOffered = score >= leastScore && (common.length >= fewestCommon || score >= singleTermScore);
      if (isOffered && score > (best?.score ?? 0)) best = { question, score };
    }
    return best;
  }

  private weightOf(terms: readonly string[]): number {
    return terms.reduce((sum, term) => sum + (this.weights.get(term) ?? 0), 0);
  }
}
