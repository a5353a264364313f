import { liesWithin, scopedWords, wordForm, type WordSource } from '../../../../shared/analysis/words/scoped-words.ts';
import { WordTally } from '../../../../shared/analysis/words/word-counts.ts';
import type { SearchHit } from '../../../../shared/contract/methods/search.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { breathe, type Context, type Service } from '../project/context.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { PassageMaker } from '../codings/passages.ts';
import { TextSearch } from '../search/text-search.ts';
import { setStopList, stopLists, stoppedForms } from './stop-lists.ts';
import { wordSources } from './word-sources.ts';

/** Places of a text in what counts: anywhere, or where it is a whole word. */
function placesOf(source: WordSource, row: DocumentRow, search: TextSearch | null, form: string): readonly Span[] {
  if (search === null) return [...scopedWords(source)].filter((word) => word.form === form);
  const { hits } = search.in(row);
  return hits.filter((span) => liesWithin(span, source.said) && liesWithin(span, source.within));
}

type Names = 'words.frequency' | 'words.kwic' | 'words.stopLists' | 'words.setStopList';

export function wordsService(context: Context): Service<Names> {
  return {
    'words.frequency': async ({ filter, all, find, offset, limit }) => {
      const project = context.project();
      const stopped = stoppedForms(project);
      const tally = new WordTally();
      const none = new Set<string>();
      let documents = 0;
      for (const { source } of wordSources(project, filter)) {
        tally.add(source, all ? none : stopped(source.language));
        documents += 1;
        await breathe();
      }
      const result = tally.result();
      const wanted = find === undefined ? '' : wordForm(find);
      const listed = wanted === '' ? result.counts : result.counts.filter(({ form }) => form.includes(wanted));
      return {
        words: result.words,
        stopped: result.stopped,
        forms: result.counts.length,
        documents,
        total: listed.length,
        counts: listed.slice(offset, offset + limit),
      };
    },
    'words.kwic': async ({ filter, text, whole, offset, limit }) => {
      const project = context.project();
      const hits: SearchHit[] = [];
      let total = 0;
      let documents = 0;
      const search = whole ? null : new TextSearch(project, { query: text });
      const form = wordForm(text);
      for (const { row, source } of wordSources(project, filter)) {
        const places = placesOf(source, row, search, form);
        const shown = places.slice(Math.max(0, offset - total), Math.max(0, offset + limit - total));
        total += places.length;
        documents += Number(places.length > 0);
        if (shown.length > 0) {
          const maker = new PassageMaker(project, row);
          hits.push(...shown.map((span) => maker.inContext(maker.make(span, []))));
        }
        await breathe();
      }
      return { total, documents, hits };
    },
    'words.stopLists': () => stopLists(context.project()),
    'words.setStopList': ({ language, words }) => {
      setStopList(context.project(), language, words);
      return {};
    },
  };
}
