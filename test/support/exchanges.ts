/** A file of a kind: its name, what is in it, how many turns each speaker has, and, where it is told, the words and the time of the first turn. */
export type Convention = readonly [
  name: string,
  content: string | (() => Promise<Uint8Array>),
  turns: Readonly<Record<string, number>>,
  first?: readonly [words: string, seconds: number | null],
];

/** What two people say, with colons, times and an address in it that make nobody speak. */
export const said: readonly string[] = [
  'So how did it begin?',
  'Well, it was a long time ago: I was working nights.',
  'And then?',
  'Then we moved. Note: the flat was small.',
  'What did you think of the cameras?',
  'I thought: fine. It was 10:30 when they came, see http://example.org/a:b for it.',
  'Why?',
  'Because it is safe.',
];
export const chinese: readonly string[] = [
  '您是怎么开始的？',
  '很久以前：我上夜班。',
  '然后呢？',
  '我们搬了家。注意：房子很小。',
  '您怎么看摄像头？',
  '我觉得：还行。10:30他们来的。',
  '为什么？',
  '因为安全。',
];
export const japanese: readonly string[] = [
  'どう始まりましたか。',
  'ずいぶん前です：夜勤でした。',
  'それから。',
  '引っ越しました。注：狭い部屋でした。',
  'カメラはどう思いますか。',
  'まあ：いいです。10:30に来ました。',
  'なぜですか。',
  '安全だからです。',
];

/** Eight turns of two speakers, each written by `write`. */
export function exchange(
  first: string,
  second: string,
  write: (name: string, words: string, place: number) => string,
  words: readonly string[] = said,
): string {
  return Array.from({ length: 8 }, (_, place) =>
    write(place % 2 === 0 ? first : second, words[place % words.length]!, place),
  ).join('');
}

/** Four turns each. */
export function four(first: string, second: string): Record<string, number> {
  return { [first]: 4, [second]: 4 };
}

/** `00:01:25`, seventeen seconds a turn. */
export function clock(place: number): string {
  return `00:0${short(place).padStart(4, '0')}`;
}

/** `1:25`, seventeen seconds a turn. */
export function short(place: number): string {
  return `${Math.floor((place * 17) / 60)}:${String((place * 17) % 60).padStart(2, '0')}`;
}
