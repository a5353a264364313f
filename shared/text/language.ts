import type { LanguageTag } from '../domain/transcript.ts';

/** How much of a text is looked at in each of three places, in UTF-16 units: the beginning alone may be a header in another language. */
const pieceLength = 5000;

/** Frequent words decide among Latin languages long before this many code units. */
const latinSampleLength = 6_000;

/** Characters written one way in simplified and another in traditional Chinese, the most frequent pairs. */
const simplifiedOnly = new Set(
  '这个们来对时为会说国过发现开关问题没动经学样还进实点应种与头从现业长门见话车东给让边听写记录谁请谢吗样觉间认识报务产义议级则较张区难传统团战术类据单计划设办带员几总号资银钱铁陆队阳阶际风飞马鱼鸟龙齐师归岁币帮库应广庆质',
);
const traditionalOnly = new Set(
  '這個們來對時為會說國過發現開關問題沒動經學樣還進實點應種與頭從業長門見話車東給讓邊聽寫記錄誰請謝嗎覺間認識報務產義議級則較張區難傳統團戰術類據單計劃設辦帶員幾總號資銀錢鐵陸隊陽階際風飛馬魚鳥龍齊師歸歲幣幫庫廣慶質',
);
/** Frequent words by which a language in Latin script is told. */
const latinWords: Readonly<Record<string, string>> = {
  en: 'the and of to is that it you was for with this they have not what are but so',
  de: 'der die und das ist nicht ich ein zu den mit sich auch es wir auf dass wie haben sie',
  fr: 'le la les et est que pas je vous des une un pour dans qui ce il nous on mais',
  es: 'el los y es que no una las por con para se lo pero como más muy yo está su',
  pt: 'o os e é que não uma as por com para se mas como mais muito eu você isso são',
  it: 'il e è che non una gli per con di si ma come più io sono anche della questo ho',
  nl: 'de het en een van ik dat niet is op te zijn voor maar met ook als er wat heb',
  sv: 'och det att är jag en som på inte för med har den av så men vi om ett man',
  pl: 'i w nie to się na że jest do jak z ja ale tak co po za czy był mnie',
};
/** The languages each of these words speaks for. */
const languagesOfWord = Map.groupBy(
  Object.entries(latinWords).flatMap(([language, words]) => words.split(' ').map((word) => ({ language, word }))),
  ({ word }) => word,
);

/**
 * The language a text is most likely written in, as a BCP 47 tag: by script first (any share of kana makes Han text
 * Japanese; Han alone is `zh-Hans` or `zh-Hant` by characters that differ), then for Latin script by a vote of frequent
 * words. `en` where nothing speaks against it, also for a text without letters.
 */
export function guessLanguage(text: string): LanguageTag {
  const sample = sampleOf(text);
  // Most of most texts is ASCII, of which nothing but Latin letters is counted.
  const asciiLetters = countAsciiLetters(sample);
  const foreign = sample.replaceAll(/\p{ASCII}+/gu, ' ');
  const count = (script: RegExp): number => foreign.match(script)?.length ?? 0;
  const kana = count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu);
  const han = count(/\p{sc=Han}/gu);
  const shares: [number, () => LanguageTag][] = [
    // A Han or kana character carries about as much as two letters.
    [(kana + han) * 2, () => (kana * 20 > han + kana ? 'ja' : chineseVariant(sample))],
    [count(/\p{sc=Hangul}/gu) * 2, () => 'ko'],
    [asciiLetters + count(/\p{sc=Latin}/gu), () => latinLanguage(sample)],
    [count(/\p{sc=Cyrillic}/gu), () => (count(/[іїєґ]/giu) > count(/[ыэъё]/giu) ? 'uk' : 'ru')],
    [count(/\p{sc=Arabic}/gu), () => (count(/[پچژگکی]/gu) > count(/[كيةى]/gu) ? 'fa' : 'ar')],
    [count(/\p{sc=Hebrew}/gu), () => 'he'],
    [count(/\p{sc=Greek}/gu), () => 'el'],
    [count(/\p{sc=Thai}/gu), () => 'th'],
    [count(/\p{sc=Devanagari}/gu), () => 'hi'],
  ];
  let best: [number, () => LanguageTag] = [0, () => 'en'];
  for (const share of shares) if (share[0] > best[0]) best = share;
  return best[1]();
}

/** The beginning, the middle and the end of a long text. */
function sampleOf(text: string): string {
  if (text.length <= 3 * pieceLength) return text;
  const middle = Math.floor((text.length - pieceLength) / 2);
  return [0, middle, text.length - pieceLength].map((from) => text.slice(from, from + pieceLength)).join(' ');
}

function countAsciiLetters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const lower = text.charCodeAt(at) | 0x20;
    if (lower >= 0x61 && lower <= 0x7a) count++;
  }
  return count;
}

function chineseVariant(sample: string): LanguageTag {
  let simplified = 0;
  let traditional = 0;
  for (const character of sample) {
    if (simplifiedOnly.has(character)) simplified++;
    if (traditionalOnly.has(character)) traditional++;
  }
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}

function latinLanguage(sample: string): LanguageTag {
  const votes = new Map<LanguageTag, number>();
  for (const [word] of sample
    .slice(0, latinSampleLength)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    for (const { language } of languagesOfWord.get(word) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  let best = 'en';
  // Another language must be clearly ahead: English words stand in every recording.
  for (const [language, count] of votes) {
    if (language !== 'en' && count > 2 && count > (votes.get(best) ?? 0) * (best === 'en' ? 1.3 : 1)) best = language;
  }
  return best;
}
