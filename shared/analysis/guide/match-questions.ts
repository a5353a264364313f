import type { Id } from '../../domain/ids.ts';
import { foldText } from '../../text/fold.ts';
import { type Interrogative, interrogatives } from './interrogatives.ts';
import { questionTerms } from './question-terms.ts';

export type QuestionMatch = { readonly question: Id<'question'>; readonly score: number };

/** Below this a match is not offered. */
const leastScore = 0.25;
/** Offered from here where a phrase of its own tells it, and the next question reaches only that share of its score. */
const leastTold = 0.13;
const aheadShare = 0.7;
/** From here a match needs no second look, if no other question comes near; below, it is shown for review. */
export const sureScore = 0.6;
/** Another question that reaches this share of the best score comes near. */
const nearShare = 0.8;
/** So many words or phrases in common make a match that needs no second look; a single one is chance (`records`), unless only this question has it. */
const sureCommon = 2;

/** How well a question fits; `isTold`: by a phrase that no other question has, in a sentence that asks. */
type Fit = { readonly score: number; readonly isTold: boolean };

type Asked = {
  readonly question: Id<'question'>;
  readonly terms: ReadonlyMap<string, number>;
  readonly asksFor: ReadonlySet<Interrogative>;
  /** Its words as they stand, where they are enough to be known by. */
  readonly wording: string | null;
  readonly weight: number;
};
type Language = {
  readonly asked: readonly Asked[];
  readonly weights: ReadonlyMap<string, number>;
  readonly frequencies: ReadonlyMap<string, number>;
};

/** What is left of a score where one asks who and the other where. */
const contradicted = 0.5;
/** So many words in a row are a question's own. */
const tellingWords = 4;

const ideographicPair = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2}$/u;
/** One sentence that asks. */
const askingSentence = /^[^.?!。？！]*(?:[?？]|[吗呢么]。?|か。?)\s*$/u;
/** Where a turn may be cut into what is asked and what is said around it. */
const sentences = /[^.?!。？！…]+[.?!。？！…]*/gu;

/**
 * Finds the question of a guide that a turn asks.
 *
 * Both are sets of terms (see `questionTerms`), each weighted by how rare it is among the questions of its language: w = ln(1 + N / f), N
 * questions of which f have the term (inverse document frequency, Spärck Jones 1972). The score is the weighted Dice coefficient
 * 2 Σw(common) / (Σw(question) + Σw(turn)) (Dice 1945), where of the turn only terms the guide knows are counted: what an
 * interviewer says around a question does not speak against it. 1: the same terms; 0: none in common. It is halved where one asks
 * who and the other where, or the like. A question whose words stand in the turn as they are written fits wholly. Of the turn as a
 * whole and its sentences the best counts, and so of several languages.
 */
export class QuestionMatcher {
  private readonly languages: readonly Language[];

  constructor(questions: readonly { readonly id: Id<'question'>; readonly texts: Readonly<Record<string, string>> }[]) {
    const names = new Set(questions.flatMap(({ texts }) => Object.keys(texts)));
    this.languages = [...names].map((name) =>
      languageOf(questions.flatMap(({ id, texts }) => (texts[name] === undefined ? [] : [asked(id, texts[name])]))),
    );
  }

  /** The best match of a turn, at least {@link leastScore} and by more than a chance word; null where there is none. Below {@link sureScore} where another question comes near, or a single word speaks for it. */
  best(turn: string): QuestionMatch | null {
    const scores = new Map<Id<'question'>, Fit>();
    for (const language of this.languages) for (const piece of piecesOf(turn)) scorePiece(language, piece, scores);
    const [best, second] = [...scores].toSorted(([, a], [, b]) => b.score - a.score);
    if (best === undefined) return null;
    const [question, { score, isTold }] = best;
    const next = second?.[1].score ?? 0;
    if (score < leastScore && !(isTold && score >= leastTold && next < score * aheadShare)) return null;
    return { question, score: next >= score * nearShare ? Math.min(score, justUnsure) : score };
  }
}

/** The highest score where it has to be looked at. */
const justUnsure = 0.59;

function asked(question: Id<'question'>, text: string): Omit<Asked, 'weight'> {
  const words = wordsOf(text);
  const wording = words.split(' ').length >= tellingWords && !text.includes('[') ? words : null;
  return { question, terms: questionTerms(text), asksFor: interrogatives(text), wording };
}

/** Words in a row, punctuation aside. */
function wordsOf(text: string): string {
  return (foldText(text).folded.match(/[\p{L}\p{N}’']+/gu) ?? []).join(' ');
}

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

function scorePiece({ asked, weights, frequencies }: Language, piece: string, scores: Map<Id<'question'>, Fit>): void {
  const terms = questionTerms(piece);
  const asksFor = interrogatives(piece);
  const said = ` ${wordsOf(piece)} `;
  const asks = askingSentence.test(piece);
  const own = weightOf(terms, weights);
  for (const { question: id, terms: wanted, wording, weight, ...each } of asked) {
    if (wording !== null && said.includes(` ${wording} `)) scores.set(id, { score: 1, isTold: true });
    if (own === 0) continue;
    const common = new Map([...wanted].filter(([term]) => terms.has(term)));
    // A question of nothing but light words is known by these.
    const isLight = [...wanted.values()].every((counts) => counts < 1);
    const words = [...common].flatMap(([term, counts]) => (counts === 1 || isLight ? [term] : []));
    const phrases = phraseCount(words);
    const telling = words.filter((term) => frequencies.get(term) === 1);
    if (phrases === 0 || (phrases < sureCommon && (telling.length === 0 || !asks))) continue;
    const isContradicted = contradict(asksFor, each.asksFor);
    const dice = ((2 * weightOf(common, weights)) / (own + weight)) * (isContradicted ? contradicted : 1);
    // One word may be all that both say: then they are the same.
    const score = phrases < sureCommon && dice < 0.95 ? Math.min(dice, justUnsure) : dice;
    const isTold = asks && !isContradicted && telling.some((term) => ideographicPair.test(term));
    const known = scores.get(id);
    if (score > (known?.score ?? 0)) scores.set(id, { score, isTold: isTold || known?.isTold === true });
  }
}

/** Whether one asks for somebody and the other for a place, and the like. */
function contradict(one: ReadonlySet<Interrogative>, other: ReadonlySet<Interrogative>): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some((kind) => other.has(kind));
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
