import type { Span } from '../../../../shared/domain/span.ts';
import { spacedForIndex } from '../../../../shared/search/search-words.ts';
import { foldText } from '../../../../shared/text/fold.ts';
import type { Ports } from '../../ports.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** How long after opening, and after a change, the index is brought up to date, in milliseconds. */
const pause = 400;
/** Between two documents other calls come first. */
const between = 10;

/** Takes out of the index what is stale, or puts one document in; answers whether there may be more to do. */
function fillOne({ store, texts, parts }: OpenProject): boolean {
  store.searchIndex.dropStale();
  const row = store.get(documentQueries.notIndexed);
  if (!row) return false;
  const text = texts.of(row);
  const indexForm = ({ start, end }: Span): string => spacedForIndex(foldText(text.slice(start, end)).folded);
  const indexedParts = parts.of(row).map(({ words, label }) => ({ words: indexForm(words), label: indexForm(label) }));
  store.searchIndex.add(row.id, indexedParts);
  return true;
}

/** Brings the search index up to date at once. */
export function fillIndex(project: OpenProject): void {
  while (fillOne(project));
}

/** Keeps the search index of the open project at what the texts say, one document at a time. The command line, which opens in passing, does without. */
export class IndexFiller {
  private readonly ports: Ports;
  private project: OpenProject | null = null;
  private timer: NodeJS.Timeout | null = null;
  private unlisten = (): void => {};

  constructor(ports: Ports) {
    this.ports = ports;
  }

  /** Turns to another project, or to none. */
  watch(project: OpenProject | null): void {
    if (this.timer) clearTimeout(this.timer);
    this.unlisten();
    this.project = project === null || this.ports.host === 'cli' || project.store.readOnly ? null : project;
    if (this.project === null) return;
    this.unlisten = this.project.store.onCommit(({ tables }) => {
      if (tables.includes('document') || tables.includes('turn')) this.later(pause);
    });
    this.later(pause);
  }

  private later(wait: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      try {
        if (this.project?.store.isBusy) this.later(pause);
        else if (this.project && fillOne(this.project)) this.later(between);
      } catch {
        // A full disk or a damaged file: what is not in the index is searched in its text, and opening says what is wrong.
      }
    }, wait);
    this.timer.unref();
  }
}
