import { foldText } from '../../text/fold.ts';
import { interrogatives } from './interrogatives.ts';

/** Placeholders of a guide (`[B]`) stand for words that are put in while asking. */
const placeholders = /\[[^\]]{1,30}\]/gu;
const runs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{N}’']+/gu;
const ideographic = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const kanaOnly = /^\p{Script=Hiragana}+$/u;
const han = /^\p{Script=Han}$/u;

/** Endings that English words lose, so that `asking` and `asked`, `fitting` and `fits` are one term. */
const plural = /(?:'s|’s|(?<=[^s])s)$/u;
const endings = /(?:ing|edly|ed|ly|al|able)$/u;
const doubled = /([bdfglmnprt])\1$/u;

/** English words that hold a question together and say nothing of what it asks. */
const grammar = new Set(
  `a about an and any anything are as at be been but by can could did do does else for from had has have how i if in into is it its
   let know like may me my not of on one or our own put rather she he should so some somebody something take than that the thing things
   their them then there these they this those to too up us was we were what when where which while who whom why will with would you
   your yes no well okay go going let come next first second third fourth now also just very really`.split(/\s+/),
);

/** Chinese and Japanese pairs, and characters alone, that stand in almost any question. */
const asking =
  /^(?:什么|怎么|么样|怎样|哪些|这个|那个|这些|那些|这件|件事|有没|没有|您觉|你觉|觉得|您会|你会|您怎|你怎|么看|何で|思い|思う|思わ|聞か|教え|下さ|您的|你的|一个|是不|不是|您是|你是|的人|人的)$/u;
const empty =
  /^[谁誰的了是在有和与或就都也很您你我他她它们这那哪什么怎个件事会能要想说看到让把被从对吗呢吧啊得没不还又上下里中一思何言出来行人様方]$/u;

/** How much a single character counts beside a pair, and what a question asks for beside a word. */
const lightWeight = 0.4;
/** English words that say a little of what is asked. */
const light = new Set(['should']);

/**
 * The terms by which two ways of asking are compared, each with how much it counts: words without their commonest endings; for Chinese
 * and Japanese every pair of neighbouring characters that is not grammar alone, and, for less, every single Han character, and what is
 * asked for (who, where …). How often a term comes back says nothing here.
 */
export function questionTerms(text: string): Map<string, number> {
  const terms = new Map<string, number>();
  for (const kind of interrogatives(text)) terms.set(`${kind}?`, lightWeight);
  for (const [run] of foldText(text.replaceAll(placeholders, ' ')).folded.matchAll(runs)) {
    if (!ideographic.test(run)) {
      if (light.has(run)) terms.set(run, lightWeight);
      else if (!grammar.has(run)) terms.set(stem(run), 1);
      continue;
    }
    const characters = Array.from(run);
    for (const character of characters)
      if (han.test(character) && !empty.test(character)) terms.set(character, lightWeight);
    for (let place = 0; place + 1 < characters.length; place++) {
      const pair = characters[place]! + characters[place + 1]!;
      if (!kanaOnly.test(pair) && !asking.test(pair)) terms.set(pair, 1);
    }
  }
  return terms;
}

function stem(word: string): string {
  if (word.length < 4) return word;
  const singular = word.replace(plural, '');
  const bare = singular.length > 5 ? singular.replace(endings, '').replace(doubled, '$1') : singular;
  return bare.length > 3 ? bare.replace(/e$/u, '') : bare;
}
