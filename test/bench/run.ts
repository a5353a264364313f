import { benchAgreement } from './agreement-bench.ts';
import { benchCore } from './core-bench.ts';
import type { CorpusSize } from './corpus.ts';
import { benchImport } from './import-bench.ts';
import { benchPage } from './page-bench.ts';
import { benchSearch } from './search-bench.ts';

const base = { words: 10_000, codes: 60, coders: 3 };
const sizes = (documents: readonly number[]): CorpusSize[] =>
  documents.map((count) => ({ ...base, documents: count, codings: count * 200 }));

const large = process.argv.includes('--large');
if (!process.argv.includes('--page') && !process.argv.includes('--search')) {
  console.log(`The core on generated interviews of 10,000 words, 60 codes, 3 coders (Node ${process.version})`);
  console.log(await benchCore(large ? sizes([250, 500, 1000]) : sizes([25, 50, 100])));
  console.log('\nAgreement');
  console.log(await benchAgreement());
  console.log('\nThe import of files of 60 kB');
  console.log(await benchImport(large ? [250, 500, 1000] : [50, 100, 200]));
}
if (!process.argv.includes('--page') && !process.argv.includes('--core')) {
  console.log('\nSearch');
  console.log(await (large ? benchSearch(100, 100_000) : benchSearch(40, 10_000)));
}
if (!process.argv.includes('--core') && !process.argv.includes('--search')) {
  console.log('\nThe page in Chromium');
  console.log(
    await benchPage([
      { words: 10_000, codings: 500 },
      ...(large
        ? [
            { words: 50_000, codings: 2500 },
            { words: 100_000, codings: 5000 },
            { words: 100_000, codings: 20_000 },
          ]
        : []),
    ]),
  );
}
