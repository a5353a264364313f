import { z } from 'zod';
import { wordForm } from '../../../../shared/analysis/words/scoped-words.ts';
import type { StopList } from '../../../../shared/contract/methods/words.ts';
import { primaryLanguage } from '../../../../shared/domain/transcript.ts';
import { defaultStopWords } from '../../../../shared/text/stop-words.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { stopListQueries, stopListTable } from '../../store/repositories/stop-list-table.ts';
import type { OpenProject } from '../project/open-project.ts';

const kept = z.array(z.string());

/** The stop lists of the transcripts' languages (every kind of Chinese together), and those the project keeps for others. */
export function stopLists({ store }: OpenProject): StopList[] {
  const own = new Map(
    store.all(stopListQueries.all).map(({ language, words }) => [language, kept.parse(JSON.parse(words))]),
  );
  const languages = new Set([
    ...store.all(documentQueries.all).map(({ language }) => primaryLanguage(language)),
    ...own.keys(),
  ]);
  return [...languages].sort().map((language) => ({
    language,
    words: [...(own.get(language) ?? defaultStopWords(language))],
    isOwn: own.has(language),
  }));
}

/** The forms left out of counts, by language. */
export function stoppedForms(project: OpenProject): (language: string) => ReadonlySet<string> {
  const forms = new Map(stopLists(project).map(({ language, words }) => [language, new Set(words.map(wordForm))]));
  const none = new Set<string>();
  return (language) => forms.get(primaryLanguage(language)) ?? none;
}

/** Keeps a stop list: words trimmed, each once, in the order given; null goes back to the program's own. */
export function setStopList(project: OpenProject, language: string, words: readonly string[] | null): void {
  const key = primaryLanguage(language);
  const standing = project.store.row(stopListTable, key);
  const given =
    words === null
      ? null
      : JSON.stringify([...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))]);
  if ((standing?.words ?? null) === given) return;
  project.change('words.setStopList', { language: key }, (log) => {
    if (given === null) log.remove(stopListTable, key);
    else if (standing) log.update(stopListTable, key, { words: given });
    else log.insert(stopListTable, { language: key, words: given });
  });
}
