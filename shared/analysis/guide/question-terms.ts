import { foldText } from '../../text/fold.ts';

/** Placeholders of a guide (`[B]`) stand for words that are put in while asking. */
const placeholders = /\[[^\]]{1,30}\]/gu;
const runs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{N}’']+/gu;
const ideographic = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const kanaOnly = /^\p{Script=Hiragana}+$/u;

/** Endings that English words lose, so that `asking` and `asked` are one term. */
const endings = /(?:ing|ed|es|s|ly|'s|’s)$/u;

/** English words that hold a question together and say nothing of what it asks. */
const grammar = new Set(
  `a about an and any are as at be been but by can could did do does else for from had has have how i if in into is it its
   let know like may me my not of on or our own put rather she he should so some somebody something take than that the their
   them then there these they this those to up us was we were what when where which who whom why will with would you your`.split(
    /\s+/,
  ),
);

/** Chinese and Japanese pairs that stand in almost any question. */
const asking =
  /^(?:什么|怎么|哪些|这个|那个|这件|件事|有没|没有|您觉|你觉|觉得|您会|你会|您怎|你怎|何で|思い|思う|聞か|教え|下さ|您的|你的|一个|是不|不是)$/u;

/**
 * The terms by which two ways of asking are compared: words without their commonest endings, and for Chinese and Japanese every
 * pair of neighbouring characters that is not grammar alone. A set: how often a word comes back says nothing here.
 */
export function questionTerms(text: string): Set<string> {
  const terms = new Set<string>();
  for (const [run] of foldText(text.replaceAll(placeholders, ' ')).folded.matchAll(runs)) {
    if (!ideographic.test(run)) {
      if (!grammar.has(run)) terms.add(run.length > 4 ? run.replace(endings, '') : run);
      continue;
    }
    const characters = Array.from(run);
    if (characters.length === 1) terms.add(run);
    for (let place = 0; place + 1 < characters.length; place++) {
      const pair = characters[place]! + characters[place + 1]!;
      if (!kanaOnly.test(pair) && !asking.test(pair)) terms.add(pair);
    }
  }
  return terms;
}
