/** Scales of words that surveys use, each from low to high, as their answers are written in lower case. */
const wordScales: readonly (readonly (readonly string[])[])[] = [
  [
    ['strongly disagree', 'completely disagree'],
    ['disagree', 'mostly disagree'],
    ['somewhat disagree', 'slightly disagree'],
    ['neutral', 'neither agree nor disagree', 'undecided'],
    ['somewhat agree', 'slightly agree'],
    ['agree', 'mostly agree'],
    ['strongly agree', 'completely agree'],
  ],
  [['never'], ['rarely', 'seldom'], ['sometimes', 'occasionally'], ['often', 'frequently'], ['always']],
  [
    ['very dissatisfied'],
    ['dissatisfied'],
    ['somewhat dissatisfied'],
    ['neutral', 'neither satisfied nor dissatisfied'],
    ['somewhat satisfied'],
    ['satisfied'],
    ['very satisfied'],
  ],
  [['not at all'], ['a little', 'slightly'], ['somewhat', 'moderately'], ['quite a bit', 'very'], ['extremely']],
  [['very low'], ['low'], ['medium', 'moderate'], ['high'], ['very high']],
  [['very poor'], ['poor'], ['fair'], ['good'], ['very good'], ['excellent']],
  [
    ['非常不同意', '完全不同意'],
    ['不同意', '比较不同意'],
    ['有点不同意'],
    ['一般', '中立', '不确定', '说不清'],
    ['有点同意'],
    ['同意', '比较同意'],
    ['非常同意', '完全同意'],
  ],
  [['从不', '从来不'], ['很少', '偶尔'], ['有时'], ['经常', '常常'], ['总是']],
  [['非常不满意'], ['不满意', '比较不满意'], ['一般'], ['满意', '比较满意'], ['非常满意']],
  [
    ['全くそう思わない', 'まったくそう思わない', '全くあてはまらない'],
    ['そう思わない', 'あまりそう思わない', 'あまりあてはまらない'],
    ['どちらともいえない', 'どちらとも言えない'],
    ['そう思う', 'ややそう思う', 'ややあてはまる'],
    ['とてもそう思う', '非常にそう思う', 'とてもあてはまる'],
  ],
  [
    ['全くない', 'まったくない'],
    ['あまりない', 'めったにない'],
    ['時々ある', 'ときどきある'],
    ['よくある'],
    ['いつもある'],
  ],
  [
    ['とても不満', '非常に不満'],
    ['不満', 'やや不満'],
    ['普通', 'どちらともいえない'],
    ['満足', 'やや満足'],
    ['とても満足', '非常に満足'],
  ],
];

/** Answers in the order of the one scale that has all of them, two or more, each at a place of its own; null without one. */
export function orderedAnswers(values: readonly string[]): string[] | null {
  if (values.length < 2) return null;
  for (const scale of wordScales) {
    const places = values.map((value) => scale.findIndex((words) => words.includes(value.trim().toLowerCase())));
    if (places.includes(-1) || new Set(places).size < values.length) continue;
    return values.toSorted((a, b) => places[values.indexOf(a)]! - places[values.indexOf(b)]!);
  }
  return null;
}
