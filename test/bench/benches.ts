import { benchAgreement } from './agreement-bench.ts';
import { benchAnalysis } from './analysis-bench.ts';
import { benchCore } from './core-bench.ts';
import type { CorpusSize } from './corpus.ts';
import { benchDrop } from './drop-bench.ts';
import { benchExchange } from './exchange-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchMerge } from './merge-bench.ts';
import { benchPage } from './page-bench.ts';
import { benchPeers } from './peers-bench.ts';
import { benchSearch } from './search-bench.ts';
import { benchStudy } from './study-bench.ts';
import { benchViews } from './views-bench.ts';

type Bench = {
  readonly title: string;
  /** Measures and answers a table; large takes minutes. */
  readonly run: (isLarge: boolean) => Promise<string>;
};

const sizes = (documents: readonly number[]): CorpusSize[] =>
  documents.map((count) => ({ words: 10_000, codes: 60, coders: 3, documents: count, codings: count * 200 }));

/** Everything that is measured, by the name one asks for it; in the order of a whole run. */
export const benches: Readonly<Record<string, Bench>> = {
  core: {
    title: 'The core on generated interviews of 10,000 words, 60 codes, 3 coders',
    run: (isLarge) => benchCore(sizes(isLarge ? [250, 500, 1000] : [25, 50, 100])),
  },
  analysis: {
    title: 'Co-occurrence, comparison and queries on generated interviews of 10,000 words, 60 codes, 3 coders',
    run: (isLarge) => benchAnalysis(sizes(isLarge ? [250, 500, 1000] : [25, 50, 100])),
  },
  agreement: { title: 'Agreement', run: benchAgreement },
  merge: {
    title: 'Two copies made, coded apart and merged: 60 codes, interviews of 2,000 words with 1,000 codings each',
    run: (isLarge) =>
      benchMerge(
        (isLarge ? [40, 80, 160] : [10, 20, 40]).map((documents) => ({
          words: 2000,
          codes: 60,
          coders: 2,
          documents,
          codings: documents * 1000,
        })),
      ),
  },
  import: {
    title: 'The import of files of 60 kB',
    run: (isLarge) => benchImport(isLarge ? [250, 500, 1000] : [50, 100, 200]),
  },
  drop: {
    title: 'Files of 60 kB dropped on the page and imported',
    run: (isLarge) => benchDrop(isLarge ? 1000 : 100),
  },
  views: {
    title: 'Every view of a large project in the page',
    run: (isLarge) =>
      benchViews(
        isLarge
          ? { documents: 1000, words: 1200, codes: 200, codings: 40_000, memos: 1000 }
          : { documents: 100, words: 1200, codes: 60, codings: 4000, memos: 100 },
      ),
  },
  exchange: {
    title: 'REFI-QDA projects written, read and taken back',
    run: (isLarge) => benchExchange(isLarge ? [250, 500, 1000] : [25, 50, 100]),
  },
  search: {
    title: 'Search',
    run: (isLarge) => (isLarge ? benchSearch(100, 116_000) : benchSearch(40, 10_000)),
  },
  study: { title: 'A real study in the page: 40 interviews of 9,000 words, 10,000 codings', run: benchStudy },
  page: {
    title: 'The page in Chromium',
    run: (isLarge) =>
      benchPage([
        { words: 10_000, codings: 500 },
        ...(isLarge
          ? [
              { words: 50_000, codings: 5000 },
              { words: 100_000, codings: 5000 },
              { words: 100_000, codings: 20_000 },
            ]
          : []),
      ]),
  },
  peers: { title: 'Side by side with another tool, on its corpus', run: benchPeers },
};
