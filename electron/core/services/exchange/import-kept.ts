import { guidKey } from '../../../../shared/refi/guid.ts';
import {
  type Kept,
  keptAttribute,
  type KeptElement,
  keptElements,
  withAttributes,
} from '../../../../shared/refi/kept-element.ts';
import { loss } from '../../../../shared/refi/losses.ts';
import type { RefiProject } from '../../../../shared/refi/model.ts';
import { keptElementQueries, keptElementTable, keptFileTable } from '../../store/repositories/kept-element-table.ts';
import type { ImportRun } from './import-run.ts';

/** What stands in a PDF's shell around its text: the areas marked on its pages. */
const shellChildren = new Set(['PDFSelection', 'Coding']);
/** Written from the project itself, or not known here: nothing of a transcript that became part of a document. */
const ofDocument = new Set(['PlainTextContent', 'TranscriptSelection', 'Description', 'NoteRef']);

/**
 * Keeps what has no counterpart here so that it can be written again: sets, graphs, links, recordings and pictures with what is
 * marked on them, codings of whole sources, and what cases refer to besides sources.
 */
export class ImportedKept {
  private readonly run: ImportRun;
  /** Keys of the GUIDs in what was kept before, and whole contents. */
  private readonly known = new Set<string>();

  constructor(run: ImportRun) {
    this.run = run;
    for (const row of run.project.store.all(keptElementQueries.all)) {
      this.known.add(contentKey(row.place, row.owner, row.content));
      for (const element of keptElements(JSON.parse(row.content) as KeptElement)) {
        const guid = keptAttribute(element, 'guid');
        if (guid !== null) this.known.add(guidKey(guid));
      }
    }
  }

  /** Keeps the elements of the file; `linked` are the links that became memos on what they lead to. */
  importAll(linked: ReadonlySet<string>): void {
    const { project } = this.run.file;
    for (const kept of project.kept) {
      const guid = keptAttribute(kept.element, 'guid') ?? '';
      if (kept.place === 'link' && linked.has(guidKey(guid))) continue;
      const ready = this.ready(kept, project);
      if (ready === null) continue;
      this.count(ready);
      this.store(ready, guid);
    }
  }

  /** The element as it is kept; null where the project says all of it by itself. */
  private ready(kept: Kept, project: RefiProject): Kept | null {
    const guid = keptAttribute(kept.element, 'guid') ?? '';
    if (kept.place !== 'source') return kept;
    const hasText = this.run.documents.has(guidKey(guid));
    if (kept.element.name === 'PDFSource' && hasText) {
      const source = project.sources.find((each) => guidKey(each.guid) === guidKey(guid));
      const areas = new Set<string>();
      for (const area of source?.selections ?? []) if (area.start === null) areas.add(guidKey(area.guid));
      const children = kept.element.children
        .filter(({ name }) => shellChildren.has(name))
        .filter((child) => child.name === 'Coding' || areas.has(guidKey(keptAttribute(child, 'guid') ?? '')));
      const representation: KeptElement = {
        name: 'Representation',
        attributes: [['guid', source?.representation ?? '']],
        children: [],
        text: '',
      };
      const shell = withAttributes(kept.element, { plainTextPath: null, richTextPath: null });
      return { place: 'shell', owner: guid, element: { ...shell, children: [...children, representation] } };
    }
    return { ...kept, element: { ...kept.element, children: this.mediaChildren(kept.element, project) } };
  }

  /** Transcripts that became documents are written as such; those put together with a text lead to it. */
  private mediaChildren({ children }: KeptElement, project: RefiProject): KeptElement[] {
    return children.flatMap((child) => {
      if (child.name !== 'Transcript') return [child];
      const key = guidKey(keptAttribute(child, 'guid') ?? '');
      const twin = project.foldedTranscripts.get(key);
      if (twin === undefined) return this.run.documents.has(key) ? [] : [child];
      const linked = withAttributes(child, { plainTextPath: `document:${twin}`, richTextPath: null });
      return [{ ...linked, children: child.children.filter(({ name }) => !ofDocument.has(name)) }];
    });
  }

  private count({ place, element }: Kept): void {
    const { tally } = this.run;
    const inner = place === 'source' || place === 'shell' ? countedElements(element) : [element];
    for (const each of inner) {
      if ((each === element && place === 'shell') || !counted.test(each.name)) continue;
      const guid = keptAttribute(each, 'guid');
      const isKnown = guid !== null && this.known.has(guidKey(guid));
      tally.count(each.name, isKnown ? 'present' : 'imported');
      if (!isKnown) tally.note(loss(each.name, 'kept_unseen', { guid, name: keptAttribute(each, 'name') || null }));
    }
  }

  private store({ place, owner, element }: Kept, guid: string): void {
    const { project, log, file } = this.run;
    const content = JSON.stringify(element);
    if (this.known.has(contentKey(place, owner ?? '', content))) return;
    if (guid !== '' && this.known.has(guidKey(guid))) return;
    const id = project.newId<'kept'>();
    log.insert(keptElementTable, { id, place, owner: owner ?? '', guid, content });
    this.known.add(contentKey(place, owner ?? '', content));
    for (const each of keptElements(element))
      for (const [, path] of each.attributes) {
        const found = file.keptFiles.get(path);
        if (found === undefined) continue;
        const bytes = project.store.blobs.put(found.bytes());
        log.insert(keptFileTable, { element: id, path, name: found.name, bytes });
      }
  }
}

/** Elements with books of their own. */
const counted = /^(?:(?:PDF|Picture|Audio|Video)Selection|Coding|SyncPoint|\w*Source|Set|Graph|Link)$/;
/** Selections of text are counted where they are placed, or listed as needing attention. */
const countedElsewhere = new Set(['PlainTextSelection', 'TranscriptSelection']);

function* countedElements(of: KeptElement): Generator<KeptElement> {
  yield of;
  for (const child of of.children) if (!countedElsewhere.has(child.name)) yield* countedElements(child);
}

function contentKey(place: string, owner: string, content: string): string {
  return `${place} ${guidKey(owner)} ${content}`;
}
