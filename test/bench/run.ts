import { benchCore } from './core-bench.ts';
import type { CorpusSize } from './corpus.ts';

const base = { words: 10_000, codes: 60, coders: 3 };
const sizes = (documents: readonly number[]): CorpusSize[] =>
  documents.map((count) => ({ ...base, documents: count, codings: count * 200 }));

const large = process.argv.includes('--large');
console.log(`The core on generated interviews of 10,000 words, 60 codes, 3 coders (Node ${process.version})`);
console.log(await benchCore(large ? sizes([250, 500, 1000]) : sizes([25, 50, 100])));
