import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A seeded generator of numbers in [0, 1): mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type CorpusSize = {
  readonly documents: number;
  readonly words: number;
  readonly codes: number;
  readonly coders: number;
  readonly codings: number;
};

const syllables =
  'ba be bo da de di fo ga ge ha he ka ke la li lo ma me mi na ne no pa pe ra re ri ro sa se ta te ti to va ve wa zo'.split(
    ' ',
  );

/** Writes interviews and the codings of several coders, the same for the same seed; answers where they are. */
export function writeCorpus(
  folder: string,
  size: CorpusSize,
  seed = 1,
): { files: string[]; codings: string; characters: number } {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const words = Array.from({ length: 3000 }, () =>
    Array.from({ length: 1 + below(3) }, () => syllables[below(syllables.length)]!).join(''),
  );
  mkdirSync(join(folder, 'docs'), { recursive: true });
  const files: string[] = [];
  const rows = ['doc,coder,code,start,end'];
  let characters = 0;
  const perDocument = Math.floor(size.codings / size.documents);
  for (let number = 1; number <= size.documents; number++) {
    const name = `doc${String(number).padStart(4, '0')}.txt`;
    const { text, turns } = writeInterview(size.words, number, words, below);
    characters += text.length;
    files.push(join(folder, 'docs', name));
    writeFileSync(files.at(-1)!, text);
    rows.push(...codeInterview(name, turns, perDocument, size, random));
  }
  const codings = join(folder, 'codings.csv');
  writeFileSync(codings, `${rows.join('\n')}\n`);
  return { files, codings, characters };
}

type Word = { readonly start: number; readonly end: number };

function writeInterview(
  wanted: number,
  number: number,
  words: readonly string[],
  below: (limit: number) => number,
): { text: string; turns: Word[][] } {
  let text = '';
  const turns: Word[][] = [];
  for (let written = 0, interviewer = true; written < wanted; interviewer = !interviewer) {
    text += interviewer ? 'INTERVIEWER: ' : `P${String(number).padStart(4, '0')}: `;
    const turn: Word[] = [];
    const length = Math.min(wanted - written, interviewer ? 6 + below(25) : 30 + below(190));
    for (let place = 0; place < length; place++) {
      const word = words[below(words.length)]!;
      turn.push({ start: text.length, end: text.length + word.length });
      text += place === length - 1 ? `${word}.` : below(12) === 0 ? `${word}. ` : `${word} `;
    }
    text += '\n\n';
    turns.push(turn);
    written += length;
  }
  return { text, turns };
}

/** Each coder sees four passages in five, moves an end now and then, and sometimes takes another code. */
function codeInterview(
  name: string,
  turns: readonly Word[][],
  wanted: number,
  size: CorpusSize,
  random: () => number,
): string[] {
  const below = (limit: number): number => Math.floor(random() * limit);
  const long = turns.filter((turn) => turn.length >= 12);
  const rows = new Set<string>();
  while (rows.size < wanted) {
    const turn = long[below(long.length)]!;
    const length = Math.min(turn.length - 1, 3 + below(58));
    const first = below(turn.length - length);
    const code = below(size.codes);
    for (let coder = 1; coder <= size.coders && rows.size < wanted; coder++) {
      if (random() > 0.8) continue;
      const shift = (at: number): number =>
        Math.max(0, Math.min(turn.length - 1, random() < 0.4 ? at + below(13) - 6 : at));
      const [from, to] = [shift(first), shift(first + length)].sort((a, b) => a - b) as [number, number];
      const seen = random() < 0.1 ? below(size.codes) : code;
      rows.add(`${name},coder${coder},Code ${String(seen + 1).padStart(2, '0')},${turn[from]!.start},${turn[to]!.end}`);
    }
  }
  return [...rows];
}
