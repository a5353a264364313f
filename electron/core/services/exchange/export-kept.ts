import { guidKey, isGuid } from '../../../../shared/refi/guid.ts';
import { keptAttribute, type KeptElement, keptElements, type KeptPlace } from '../../../../shared/refi/kept-element.ts';
import { type Loss, loss, type LossReason } from '../../../../shared/refi/losses.ts';
import type { RefiProject } from '../../../../shared/refi/model.ts';
import { type Writing, writtenAgain } from '../../../../shared/refi/written-again.ts';
import type { ZipEntry } from '../../export/zip.ts';
import { codingTable } from '../../store/repositories/coding-table.ts';
import { keptElementQueries, keptFileQueries } from '../../store/repositories/kept-element-table.ts';
import { selectionTable } from '../../store/repositories/selection-table.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { ExportGuids } from './export-guids.ts';
import { fileStem, made } from './export-parts.ts';
import { type ExternalIds, externalKinds, ownGuid } from './external-ids.ts';

type KeptRow = {
  readonly place: KeptPlace;
  readonly owner: string;
  readonly element: KeptElement;
  readonly id: string;
};
type Parts = {
  readonly open: OpenProject;
  readonly ids: ExternalIds;
  readonly guids: ExportGuids;
  /** What of the project is written. */
  readonly documents: ReadonlySet<string>;
  readonly coders: ReadonlySet<string>;
};

/** What is written and listed in the model, by the key of its GUID; selections and codings are asked for one by one. */
function listedGuids(project: RefiProject): Map<string, string> {
  const listed = new Map<string, string>();
  const note = ({ guid }: { readonly guid: string }): void => void listed.set(guidKey(guid), guid);
  for (const list of [project.users, project.codes, project.variables, project.cases, project.memos, project.links])
    for (const each of list) note(each);
  for (const source of project.sources) {
    note(source);
    if (source.representation !== null) note({ guid: source.representation });
  }
  return listed;
}

/** The GUID a selection or coding that came with this one is written under; null where none is. */
function writtenMark({ open, ids, guids, documents, coders }: Parts, guid: string): string | null {
  const { store } = open;
  const isWritten = (selection: string): boolean => {
    const row = store.row(selectionTable, selection);
    return row !== null && row.state !== 'detached' && documents.has(row.document);
  };
  for (const id of ids.standing('selection', guid))
    if (isWritten(id) && coders.has(store.row(selectionTable, id)!.coder)) return guids.of('selection', id);
  for (const id of ids.standing('coding', guid)) {
    const coding = store.row(codingTable, id)!;
    if (coders.has(coding.coder) && isWritten(coding.selection)) return guids.of('coding', id);
  }
  return null;
}

/**
 * Puts what was kept from other files into the model to be written: in its wrapper or on its owner, with references to what
 * the model has. What refers to something that is not written, or would not be valid, is listed.
 */
export function exportKept(parts: Parts, project: RefiProject, files: ZipEntry[], losses: Loss[]): void {
  const { open, ids, guids } = parts;
  const rows: KeptRow[] = open.store.all(keptElementQueries.all).map(({ id, place, owner, content }) => ({
    id,
    place: place as KeptPlace,
    owner,
    element: JSON.parse(content) as KeptElement,
  }));
  if (rows.length === 0) return;
  const written = listedGuids(project);
  const paths = new Map<string, string>();
  const taken = new Set(files.map(({ name }) => name.slice('sources/'.length).toLowerCase()));
  for (const { element, path, name, bytes } of open.store.all(keptFileQueries.all)) {
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
    const wanted = `${stemOf(rows.find(({ id }) => id === element)?.element, path) ?? ''}${extension}`;
    const isFree = wanted !== extension && !taken.has(wanted.toLowerCase());
    const file = isFree ? wanted : `${ownGuid(`${element} ${path}`)}${extension}`;
    taken.add(file.toLowerCase());
    paths.set(`${element} ${path}`, `internal://${file}`);
    files.push({ name: `sources/${file}`, bytes: made(() => open.store.blobs.get(bytes)) });
  }
  const reference = (guid: string): string | null => {
    const direct = written.get(guidKey(guid)) ?? writtenMark(parts, guid);
    if (direct !== null) return direct;
    for (const kind of externalKinds)
      for (const entity of ids.standing(kind, guid)) {
        const other = written.get(guidKey(guids.of(kind, entity)));
        if (other !== undefined) return other;
      }
    return null;
  };
  const isMark = (guid: string): boolean => {
    const mark = writtenMark(parts, guid);
    return mark !== null && guidKey(mark) === guidKey(guid);
  };
  const writing = (row: string): Writing => ({
    reference,
    claim: (guid) => {
      if (written.has(guidKey(guid)) || isMark(guid)) return false;
      written.set(guidKey(guid), guid);
      return true;
    },
    path: (path) => paths.get(`${row} ${path}`) ?? textPath(project, path, reference),
    lose: (element, reason: LossReason) => {
      const name = keptAttribute(element, 'name');
      const guid = keptAttribute(element, 'guid') ?? keptAttribute(element, 'targetGUID');
      losses.push(loss(element.name, reason, { guid, name }));
    },
  });
  const again = (row: KeptRow): KeptElement[] => {
    const element = writtenAgain(row.element, writing(row.id));
    return element === null ? [] : [element];
  };
  // What is referred to comes before what refers.
  const inPlace = (place: KeptPlace): KeptRow[] => rows.filter((row) => row.place === place);
  for (const row of [...inPlace('shell'), ...inPlace('coding')]) putOnSource(row, project, again, losses);
  for (const place of ['source', 'set', 'graph', 'link'] as const)
    for (const row of inPlace(place))
      for (const element of again(row)) project.kept.push({ place, owner: null, element });
  for (const row of inPlace('case')) putOnCase(row, project, again);
  for (const { owner, element } of inPlace('variable')) {
    const guid = reference(owner);
    const variable = project.variables.find((each) => each.guid === guid);
    if (variable !== undefined) variable.description = element.text;
  }
}

/** A file is called as the standard has it: by the GUID of what names it. */
function stemOf(kept: KeptElement | undefined, path: string): string | null {
  for (const element of kept === undefined ? [] : keptElements(kept)) {
    const guid = keptAttribute(element, 'guid') ?? '';
    if (isGuid(guid) && element.attributes.some(([, value]) => value === path)) return fileStem(guid);
  }
  return null;
}

/** The file of a text that is written anyway, where a transcript was put together with it; else a path outside the archive. */
function textPath(project: RefiProject, path: string, reference: (guid: string) => string | null): string | null {
  if (!path.startsWith('document:')) return /^(?:relative|absolute):\/\//.test(path) ? path : null;
  const guid = reference(path.slice('document:'.length));
  return project.sources.find((source) => source.guid === guid)?.plainPath ?? null;
}

function putOnSource(row: KeptRow, project: RefiProject, again: (row: KeptRow) => KeptElement[], losses: Loss[]): void {
  const source = project.sources.find(({ guid }) => guidKey(guid) === guidKey(row.owner));
  if (source === undefined) {
    losses.push(loss(row.element.name, 'unresolved', { guid: keptAttribute(row.element, 'guid'), name: row.owner }));
    return;
  }
  const { areas, codings } = source.again ?? { areas: [], codings: [] };
  if (row.place === 'coding') {
    source.again = { areas, codings: [...codings, ...again(row)] };
    return;
  }
  const made = row.element.children.flatMap((element) =>
    element.name === 'Representation' ? [] : again({ ...row, element }),
  );
  source.again = {
    areas: [...areas, ...made.filter(({ name }) => name !== 'Coding')],
    codings: [...codings, ...made.filter(({ name }) => name === 'Coding')],
  };
}

function putOnCase(row: KeptRow, project: RefiProject, again: (row: KeptRow) => KeptElement[]): void {
  const of = project.cases.find(({ guid }) => guidKey(guid) === guidKey(row.owner));
  for (const element of of === undefined ? [] : again(row)) {
    const target = keptAttribute(element, 'targetGUID')!;
    const list = element.name === 'CodeRef' ? of!.codes : of!.selections;
    if (!list.includes(target)) list.push(target);
  }
}

/** What is known of the PDF around a document's text: the GUID of its text, and that it is one. */
export function pdfShells(open: OpenProject): ReadonlyMap<string, { readonly representation: string }> {
  const shells = new Map<string, { representation: string }>();
  for (const { place, owner, content } of open.store.all(keptElementQueries.all)) {
    if (place !== 'shell') continue;
    const { children } = JSON.parse(content) as KeptElement;
    const representation = children.find(({ name }) => name === 'Representation');
    shells.set(guidKey(owner), { representation: (representation && keptAttribute(representation, 'guid')) ?? '' });
  }
  return shells;
}
