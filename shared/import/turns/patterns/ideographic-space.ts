import type { LabelPattern } from '../label.ts';

const label =
  /^(?:[○●◎◇◆■□△▲▽▼☆★〇◯]\s?)?(?<name>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ーＡ-ＺA-Z0-9０-９々〆・]{1,12}(?:[（(][^()（）\s]{1,16}[)）])?)(?:\u3000+(?=\S)|(?<=[\p{sc=Han}\p{sc=Katakana}][）)]?) {1,3}(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}「『（“]))/u;

/** A name set off from the words by an ideographic space, as printed Japanese conversations have it: a blank, 野村, a blank, the words; minutes put a circle before it. An ordinary blank will do between East Asian words. */
export const ideographicSpace: LabelPattern = {
  name: 'ideographic-space',
  weight: 0.9,
  alone: false,
  match(head) {
    const match = label.exec(head);
    if (match === null) return null;
    return { speaker: match.groups!['name']!, time: null, emphasised: false, length: match[0].trimEnd().length };
  },
};
