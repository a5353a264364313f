import { strangeLetters } from './alphabets.ts';

/** What a letter costs that no language of the encoding has. */
const strangeness = 0.8;

/**
 * How much a decoded sample reads like text somebody wrote: the mean weight of its characters beyond ASCII, about 1 for
 * text in its own encoding, far below 0.5 for another's, less what letters cost that no one language of the encoding explains. Only comparable between decodings of the same bytes.
 */
export function textPlausibility(sample: string, encoding: string): number {
  const letters = new Map<string, number>();
  let total = 0;
  let counted = 0;
  let run = 0;
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at);
    if (unit < 0x80) {
      run = 0;
      if (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d && unit !== 0x0c) total -= 1;
      continue;
    }
    if (unit >= 0xdc00 && unit <= 0xdfff) continue;
    run++;
    counted++;
    if (((unit >= 0xc0 && unit <= 0x24f) || (unit >= 0x400 && unit <= 0x45f)) && isLetter(unit)) {
      const found = String.fromCharCode(unit).toLowerCase();
      letters.set(found, (letters.get(found) ?? 0) + 1);
    }
    total += weight(unit, sample.charCodeAt(at - 1) || 0x20, sample.charCodeAt(at + 1) || 0x20, run);
  }
  return counted === 0 ? 0 : (total - strangeLetters(letters, encoding) * strangeness) / counted;
}

const frequentHan = new Set(
  // The commonest characters of running Chinese and Japanese, simplified, traditional and shinjitai together.
  '的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應向头頭文体體政美相见見被利什二等产產或新己制身果加月话話合回特代内內信表化老给給世位次度门門任常先通教原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活更别別打女变變四总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直资資命金指许許统統区區保至社空决決治展科司五基眼书書非则則听聽白却達放强即像难難且权權思完设設式色路记記品住告类類求据據程规規万萬取望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運嗯吗嗎吧呢啊请請谢謝访訪谈談您今私彼気実対県',
);
const frequentHangul = new Set(
  '이다는을의에가고하지한도로서기사를은그나자어시대있아니리수인것거보면해들일라요네제여저습안있게부정생각우주세',
);
const frequentCyrillic = new Set('оеаинтсрвл');
const frequentGreek = new Set('αοιετσνηυρπκλμςάέήίόύώ');
const frequentHebrew = new Set('יוהלאתרמבש');
/** Hebrew letters of this form end a word, and so does the Greek one. */
const finalForms = new Set('ךםןףץς');
const aloneInFrench = new Set('àéóèíáêæøåâöä');

function weight(unit: number, before: number, after: number, run: number): number {
  if (unit === 0xfffd) return -6;
  if (unit === 0x85) return -1;
  if (unit < 0xa0) return -4;
  if (unit >= 0xe000 && unit <= 0xf8ff) return -3;
  if (unit >= 0xd800 && unit <= 0xdbff) return 0;
  if (unit >= 0x2e80 || isHangulJamo(unit)) return eastAsianWeight(unit, before, after);
  if (isMisreadCyrillic(unit, before, after)) return -0.8;
  if (unit >= 0x2000 && unit <= 0x206f) return punctuationWeight(unit, before, after);
  return isLetter(unit) ? letterWeight(unit, before, after, run) : symbolWeight(unit);
}

/** Signs that stand with a blank behind them, or in front of what they close: right before a word one is its capital misread. */
const notBeforeWords = new Set('»–—…•†‡‰‹›‚‘’”÷√≈∆¬¿¡№\u00a0');

/** Whether a sign stands where only a letter of Cyrillic can: the tables of Windows and the Mac have one's letters at the other's signs. */
function isMisreadCyrillic(unit: number, before: number, after: number): boolean {
  if (unit === 0x20ac) return isCyrillic(before);
  return isCyrillic(after) && !isLetter(before) && notBeforeWords.has(String.fromCharCode(unit));
}

function isCyrillic(unit: number): boolean {
  return unit >= 0x0400 && unit <= 0x04ff;
}

function eastAsianWeight(unit: number, before: number, after: number): number {
  if ((unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fc)) return 1;
  if (unit >= 0x3000 && unit <= 0x301f) return 0.9;
  if (unit >= 0xff61 && unit <= 0xff9f) return -0.2;
  if (unit >= 0xff01 && unit <= 0xff5e) return isAsciiLetter(unit - 0xfee0) ? 0.5 : 0.9;
  const character = String.fromCharCode(unit);
  if (unit >= 0xac00 && unit <= 0xd7a3) return frequentHangul.has(character) ? 1 : 0.15;
  if (unit < 0x4e00 || unit > 0x9fff) return -1;
  if (isAsciiLetter(before) && isAsciiLetter(after)) return -0.6;
  return frequentHan.has(character) ? 1 : 0.1;
}

function letterWeight(unit: number, before: number, after: number, run: number): number {
  if (unit > 0x024f) {
    // A Cyrillic, Greek, Hebrew, Arabic or Thai letter inside a Latin word is a Latin letter misread.
    if (isAsciiLetter(before) || isAsciiLetter(after)) return -1;
    const finality = finalWeight(unit, after);
    if (finality !== null) return finality;
    if (!isCased(unit))
      return isLetter(before) || isLetter(after) ? (frequentHebrew.has(String.fromCharCode(unit)) ? 0.9 : 0.6) : 0;
  } else if (run >= 3) return -1;
  const character = String.fromCharCode(unit);
  const inWord = isLetter(before) || isLetter(after);
  if (isUpper(unit)) {
    if (isLetter(before) && !isUpper(before)) return -1;
    if (':;,.!?'.includes(String.fromCharCode(before))) return -0.4;
    return isLetter(after) ? 0.5 : 0;
  }
  if (!inWord) return aloneInFrench.has(character) ? 0.2 : -0.4;
  if (unit >= 0x0400 && unit <= 0x04ff) return frequentCyrillic.has(character) ? 1 : 0.5;
  if (unit >= 0x0370 && unit <= 0x03ff) return frequentGreek.has(character) ? 0.9 : 0.3;
  return 'ðþý'.includes(character) ? 0.2 : 0.8;
}

/** Letters whose form says whether a word ends there: they fit or they do not. Null for all others. */
function finalWeight(unit: number, after: number): number | null {
  const character = String.fromCharCode(unit);
  if (finalForms.has(character)) return isLetter(after) ? -1 : 1;
  return character === 'σ' && !isLetter(after) ? -1 : null;
}

function punctuationWeight(unit: number, before: number, after: number): number {
  const opens = unit === 0x2018 || unit === 0x201c || unit === 0x201e;
  const closes = unit === 0x2019 || unit === 0x201d;
  // East Asian text writes the same marks without blanks around them.
  if (before >= 0x2e80 || after >= 0x2e80) return 0.9;
  if (unit === 0x2019 && isLetter(before) && isLetter(after)) return 1;
  if (opens) return isLetter(before) ? -0.5 : 1;
  if (closes) return before === 0x20 ? -0.3 : 1;
  return unit >= 0x2013 && unit <= 0x2026 && unit !== 0x2020 && unit !== 0x2021 ? 0.6 : -0.3;
}

function symbolWeight(unit: number): number {
  if (unit === 0xa0) return 0.2;
  if (unit === 0xab || unit === 0xbb || unit === 0xbf || unit === 0xa1) return 0.6;
  return '€£°§©®·½•'.includes(String.fromCharCode(unit)) ? 0.1 : -0.8;
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

const known = 1;
const letter = 2;
const cased = 4;
const capital = 8;

/** What a unit is, once asked: a sample asks the same few again and again. */
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const kept = kinds[unit]!;
  if (kept !== 0) return kept;
  const character = String.fromCharCode(unit);
  const upper = character.toUpperCase();
  const hasCase = character.toLowerCase() !== upper;
  const reads = isAsciiLetter(unit) || (unit >= 0xa0 && /\p{L}|\p{M}/u.test(character));
  const kind = known | (reads ? letter : 0) | (hasCase ? cased : 0) | (hasCase && character === upper ? capital : 0);
  kinds[unit] = kind;
  return kind;
}

function isLetter(unit: number): boolean {
  return (kindOf(unit) & letter) !== 0;
}

function isCased(unit: number): boolean {
  return (kindOf(unit) & cased) !== 0;
}

function isUpper(unit: number): boolean {
  return (kindOf(unit) & capital) !== 0;
}

function isHangulJamo(unit: number): boolean {
  return unit >= 0x1100 && unit <= 0x11ff;
}
