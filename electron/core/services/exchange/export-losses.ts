import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import {
  codeAliasQueries,
  codeExampleQueries,
  codeQueries,
  codeTextQueries,
} from '../../store/repositories/code-table.ts';
import { coderDocumentQueries } from '../../store/repositories/coder-table.ts';
import { turnQueries } from '../../store/repositories/turn-table.ts';
import { translationQueries } from '../../store/repositories/translation-table.ts';
import type { Store } from '../../store/store.ts';

/** What a project has and the standard has no place for, by kind with how often. */
export function ownExtras(store: Store): Loss[] {
  const codes = store.all(codeQueries.all);
  const written = new Map(codes.map(({ id, language }) => [id, language]));
  const counts: Readonly<Record<string, number>> = {
    'code in another language': store
      .all(codeTextQueries.all)
      .filter(({ code, language }) => written.get(code) !== language).length,
    'code example': store.all(codeExampleQueries.all).length,
    'code alias': store.all(codeAliasQueries.all).length,
    translation: store.get(translationQueries.count)?.count ?? 0,
    'retired code': codes.filter(({ retired }) => retired === 1).length,
    'code that asks for a memo': codes.filter(({ asks_memo }) => asks_memo === 1).length,
    'finished document': store.all(coderDocumentQueries.all).length,
    'speaker turn': store.all(turnQueries.counts).reduce((sum, { turns }) => sum + turns, 0),
  };
  return Object.entries(counts).flatMap(([element, count]) =>
    count === 0 ? [] : [loss(element, 'not_modelled', { count })],
  );
}
