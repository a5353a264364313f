import { pictures } from './label.ts';
import { roleOfWord } from './role-words.ts';

export type NameShape = {
  /** Could be a person, a role or an initial, judged by its letters alone. */
  readonly plausible: boolean;
  /** Latin letters all in capitals. */
  readonly upper: boolean;
};

const pictured = new RegExp(`[${pictures}]+`, 'gu');

const particles = new Set(
  'de del della di da do dos das du des la le les van von der den ter ten bin ibn al el y e i and und et of the or jr sr mr ms mrs dr prof'.split(
    ' ',
  ),
);
/** Words that begin a sentence before a colon, rarely a name. */
const openers = new Set(
  (
    'at after before during under over between since until about upon within without through against toward towards among despite ' +
    'the this that these those there it its and but so if when what why how who where which then because for from in on at by with as to not ' +
    'first second third fourth finally also another one two three my our your his her their he she they we you yes no ok okay well now here ' +
    'question remember basically like just only some any all more most other das die ist und aber also wenn weil le les une mais donc el los una pero'
  ).split(' '),
);
/** Characters of running Chinese that names do not hold. */
const chineseGrammar =
  /[的了是我你您她它这這那哪就说說想吗嗎呢吧很都还還会會把让讓跟什么麼怎]|因为|所以|如果|但是|可以|没有/u;

/** What software calls a voice it cannot name. */
const anonymousVoice =
  /^(?:说话人|說話人|讲话人|講話人|发言人|發言人|演讲者|讲者|講者|话者|話者|発言者|화자|발화자|참석자)/u;

/** Several at once, or somebody nobody could tell. */
const groupVoice =
  /^(?:all|both|everyone|everybody|group|several|many|audience|crowd|(?:multiple|several|many|various|all|both|overlapping) (?:speakers|voices|people|participants|respondents)|(?:unidentified|unknown|unnamed|another|male|female)(?: (?:speaker|male|female|man|woman|voice|person|participant|respondent|student))?(?: \d{1,2})?|众人|眾人|大家|全体|全體|多人|一同|全員|全员|会場|会场|观众|觀眾|모두|다같이)$/iu;
/** Whether a label stands for several at once, or for somebody nobody could tell: `All`, `Unidentified speaker`. */
export function isGroupVoice(name: string): boolean {
  return groupVoice.test(name.replace(/\s?[(（].*$/u, '').trim());
}

/** How a Chinese sentence leads on to what was said. */
const chineseReport =
  /(?:表示|认为|認為|指出|强调|強調|介绍|介紹|透露|报道|報道|报导|報導|解释|解釋|补充|補充|写道|寫道|回答|问道|問道|说道|說道|如下|获悉|獲悉)$|..[称稱曰]$|...道$|...[电電讯訊]$|\d ?[年月日分秒]/u;

/** Judges whether a label reads like a name. Names seen once need it; names that come back are trusted with less. */
export function nameShape(name: string): NameShape {
  const bare = name
    .replace(/\s?[(（<].*$/u, '')
    .replace(pictured, '')
    .trim();
  const role = roleOfWord(name);
  const latin = /\p{sc=Latin}|\p{sc=Cyrillic}|\p{sc=Greek}/u.test(bare);
  const upper = latin && bare === bare.toUpperCase();
  if (role !== null || groupVoice.test(bare)) return { plausible: true, upper };
  const parts = bare.split(/\s*[/|]\s*/u);
  if (parts.length > 1 && parts.length < 4 && !parts.includes('') && bare.length <= 42)
    return { plausible: parts.every((part) => nameShape(part).plausible), upper };
  if (!/\p{L}/u.test(bare)) return { plausible: false, upper };
  if (/\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}/u.test(bare))
    // Meetings add where somebody comes from: `王芳-社会学系`.
    return { plausible: isEastAsianName(bare.length > 20 ? bare : bare.replace(/(?<=\p{L})[-_＿－].*$/u, '')), upper };
  return { plausible: isSpacedName(bare), upper };
}

/** Several words of which the first is none that names begin with: `There are two things`. */
export function opensLikeSentence(name: string): boolean {
  const words = name.trim().split(/[\s\u00a0]+/);
  return words.length > 1 && openers.has(words[0]!.toLowerCase());
}

function isSpacedName(bare: string): boolean {
  const words = bare.split(/[\s\u00a0]+/);
  // `J. D.`, `J.D.`
  if (/^(?:\p{Lu}\.\s?){1,4}$/u.test(bare)) return true;
  if (words.length > 1 && /^the$/iu.test(words[0]!)) {
    const rest = words.slice(1).join(' ');
    return /^\p{Lu}/u.test(rest) && rest.length <= 60 && isSpacedName(rest.replaceAll(/ (?:for|to) /gu, ' of '));
  }
  if (words.length > 5 || bare.length > 42 || /[.]$/.test(bare.replace(/\b(?:\p{Lu}|Jr|Sr|Dr|Mr|Ms|Mrs)\.$/u, '')))
    return false;
  const first = words[0]!.toLowerCase();
  // `IT`, `NO` may be initials.
  if (openers.has(first) && !(words.length === 1 && bare.length <= 2 && bare === bare.toUpperCase())) return false;
  if (words.length === 1) return true;
  if (!/\p{Lu}|\p{Lo}/u.test(bare)) return /^(?:speaker|person|voice|man|woman|male|female|unknown)\b/.test(bare);
  return words.every(
    (word) => /^[\p{Lu}\p{Lo}\p{N}&/+'’·#-]/u.test(word) || particles.has(word.replace(/\.$/, '').toLowerCase()),
  );
}

function isEastAsianName(bare: string): boolean {
  if (anonymousVoice.test(bare)) return bare.length <= 10;
  if (bare.length > 14 || chineseGrammar.test(bare) || chineseReport.test(bare)) return false;
  // Hiragana stands in a name as an honorific or a given name, hardly in the midst of a phrase.
  const withoutHonorific = bare.replace(/(?:さん|さま|くん|ちゃん|たち)$/u, '');
  return !/\p{sc=Hiragana}/u.test(withoutHonorific) || /^\p{sc=Han}{0,3}\p{sc=Hiragana}{1,4}$/u.test(withoutHonorific);
}
