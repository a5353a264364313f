import { guidKey } from './guid.ts';
import { type Loss, loss } from './losses.ts';
import type { RefiProject, RefiSelection, RefiSelections, RefiSource } from './model.ts';

/**
 * Puts together what a file writes twice: a transcript whose text is also a text source becomes that source, and of a
 * selection written both as text and as area under one GUID the text stays. Changes the model; answers what was folded.
 */
export function foldSources(project: RefiProject): Loss[] {
  const folded: Loss[] = [];
  const byPath = new Map<string, RefiSource>();
  for (const source of project.sources)
    if (source.element === 'TextSource' && source.plainPath !== null)
      byPath.set(source.plainPath.toLowerCase(), source);
  const kept: RefiSource[] = [];
  for (const source of project.sources) {
    const twin = source.element === 'Transcript' ? byPath.get(source.plainPath?.toLowerCase() ?? '') : undefined;
    if (twin === undefined) kept.push(source);
    else {
      for (const selection of source.selections) twin.selections.push(selection);
      twin.notes.push(...source.notes);
      project.foldedTranscripts.set(guidKey(source.guid), twin.guid);
      folded.push(loss('Transcript', 'folded', { guid: source.guid, name: source.name ?? twin.name }));
    }
  }
  project.sources.splice(0, project.sources.length, ...kept);
  // Areas stand in PDFs and pictures only.
  for (const source of kept) {
    if (source.element === 'TextSource' || source.element === 'Transcript') continue;
    const { selections } = source;
    const texts = new Set<string>();
    for (const selection of selections) if (isText(selection)) texts.add(guidKey(selection.guid));
    let twins = 0;
    for (const { guid, element, start } of selections) {
      if (start !== null || !texts.has(guidKey(guid))) continue;
      folded.push(loss(element, 'folded', { guid }));
      twins++;
    }
    if (twins > 0) source.selections = without(selections, texts);
  }
  return folded;
}

/** The same without the areas that are texts as well. */
function without(selections: RefiSelections, texts: ReadonlySet<string>): RefiSelections {
  return {
    push: (selection) => selections.push(selection),
    *[Symbol.iterator]() {
      for (const selection of selections) if (isText(selection) || !texts.has(guidKey(selection.guid))) yield selection;
    },
  };
}

function isText({ start }: RefiSelection): boolean {
  return start !== null;
}
