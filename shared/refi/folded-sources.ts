import { guidKey } from './guid.ts';
import { type Loss, loss } from './losses.ts';
import type { RefiProject, RefiSelection, RefiSource } from './model.ts';

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
      twin.selections.push(...source.selections);
      twin.notes.push(...source.notes);
      project.foldedTranscripts.set(guidKey(source.guid), twin.guid);
      folded.push(loss('Transcript', 'folded', { guid: source.guid, name: source.name ?? twin.name }));
    }
  }
  project.sources.splice(0, project.sources.length, ...kept);
  for (const { selections } of kept) {
    const texts = new Set(selections.filter(isText).map(({ guid }) => guidKey(guid)));
    const areas = selections.filter((selection) => !isText(selection) && texts.has(guidKey(selection.guid)));
    for (const { guid, element } of areas) folded.push(loss(element, 'folded', { guid }));
    if (areas.length === 0) continue;
    const gone = new Set(areas);
    selections.splice(0, selections.length, ...selections.filter((selection) => !gone.has(selection)));
  }
  return folded;
}

function isText({ start }: RefiSelection): boolean {
  return start !== null;
}
