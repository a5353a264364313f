import type { Leaving, NamePlace } from '../../../../shared/contract/methods/pseudonyms.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { NameFinder } from '../../../../shared/pseudonyms/find-names.ts';
import { countBackups } from '../../store/backup.ts';
import { scrubbedJson } from '../../store/erasure.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import type { Context } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { pathInText } from '../protection/path-in-text.ts';
import { namedColumns } from './named-columns.ts';

const mostPaths = 200;

/** What would leave with the project as it is: names of the list anywhere, coders' names, paths, and the past that still holds them. */
export function leavingNow({ ports }: Context, project: OpenProject, finder: NameFinder): Leaving {
  const documents = project.store.all(documentQueries.all).flatMap((row) => {
    const count = finder.find(project.texts.of(row)).length;
    return count === 0 ? [] : [{ document: asId<'document'>(row.id), name: row.name, count }];
  });
  const places: NamePlace[] = [];
  const paths = new Set<string>();
  for (const { table, column, words } of project.store.words.standing()) {
    const count = countIn(words, finder);
    if (count > 0) places.push({ part: partOf(table, column), text: excerpt(words), count });
    if (paths.size < mostPaths) for (const [found] of words.matchAll(pathInText)) paths.add(found);
  }
  let history = 0;
  for (const words of project.store.words.past()) if (countIn(words, finder) > 0) history++;
  const originals = project.store.all(documentQueries.all).filter(({ original, text }) => original !== text).length;
  return {
    documents,
    places: together(places),
    past: { history, originals, backups: countBackups(ports, project.summary().id) },
    coders: project.store.all(coderQueries.all).map(({ name }) => name),
    paths: [...paths].slice(0, mostPaths),
  };
}

/** The same words in the same part of the project once, with all their hits. */
export function together<Place extends NamePlace>(places: readonly Place[]): Place[] {
  const groups = Map.groupBy(places, ({ part, text }) => `${part}\n${text}`);
  return [...groups.values()].map((same) => ({ ...same[0]!, count: same.reduce((sum, { count }) => sum + count, 0) }));
}

/** Hits in a text, or in the strings of a text that is JSON: identifiers in it are nobody's name. */
function countIn(words: string, finder: NameFinder): number {
  if (!/^[[{]/.test(words)) return finder.find(words).length;
  let count = 0;
  scrubbedJson(words, (text) => {
    count += finder.find(text).length;
    return text;
  });
  return count;
}

function partOf(table: string, column: string): string {
  const known = namedColumns.find((each) => each.table.name === table && each.columns.includes(column));
  return known?.part ?? (table === 'coder' ? 'coders' : `${table}.${column}`);
}

function excerpt(words: string): string {
  return words.slice(0, 120).toWellFormed().replaceAll(/\s+/gu, ' ');
}
