import { foldSources } from '../../../../shared/refi/folded-sources.ts';
import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import {
  emptyRefiProject,
  type RefiCode,
  type RefiNote,
  type RefiProject,
  type RefiSource,
} from '../../../../shared/refi/model.ts';
import { type Reading, SourceText } from '../../../../shared/refi/source-text.ts';
import { type ExchangeFile, exchangeFile, type ExchangeText } from '../refi/exchange-file.ts';
import { foreignNote, foreignSelection, foreignSource, rowGuid, textOf, textOrNull } from './foreign-values.ts';
import type { ForeignDatabase } from './open-foreign.ts';

const reading: Reading = { unit: 'code-points', lineEnds: 'as-in-file' };

/** The project's folder beside its database: documents as they were imported. Null where there is none of the name. */
export type FolderFile = (name: string) => Uint8Array | null;

export function isQualCoder(db: ForeignDatabase): boolean {
  return (
    db.has('source', ['id', 'name', 'fulltext']) &&
    db.has('code_text', ['cid', 'fid', 'pos0', 'pos1', 'owner']) &&
    db.has('code_name', ['cid', 'name'])
  );
}

/**
 * Reads a QualCoder project (`data.qda`): its positions are code points of the text as its database holds it. Pictures,
 * recordings, codings of them, graphs, stored queries and bibliography are listed as lost.
 */
export function readQualCoder(db: ForeignDatabase, folderFile: FolderFile): ExchangeFile {
  const project = emptyRefiProject();
  const [about] = db.rows('project', ['about', 'memo', 'date'], 'rowid');
  project.root = 'Project';
  project.origin = textOf(about?.about) || 'QualCoder';
  project.description = textOf(about?.memo);
  const seed = textOf(about?.date);
  const losses: Loss[] = [];
  const user = users(project, seed);
  const codes = readCodes(db, project, seed);
  const texts = new Map<RefiSource | RefiNote, ExchangeText>();
  const sources = readSources(db, project, seed, user, folderFile, texts);
  readCodings(db, seed, user, codes, sources, losses);
  readNotes(db, project, seed, user, sources, texts, losses);
  readCases(db, project, seed, sources, texts, losses);
  for (const [table, element] of [
    ['code_image', 'PictureSelection'],
    ['code_av', 'AudioSelection'],
    ['graph', 'Graph'],
    ['stored_sql', 'query'],
    ['ris', 'bibliography'],
  ] as const) {
    const count = db.count(table);
    if (count > 0) losses.push(loss(element, element.endsWith('Selection') ? 'not_text' : 'not_modelled', { count }));
  }
  losses.push(...foldSources(project));
  return exchangeFile({ kind: 'qualcoder', project, texts, losses }, reading);
}

/** Everyone who owns something becomes a user; answers the GUID of a name. */
function users(project: RefiProject, seed: string): (owner: unknown) => string | null {
  const known = new Map<string, string>();
  return (owner) => {
    const name = typeof owner === 'string' ? owner.trim() : '';
    if (name === '') return null;
    const standing = known.get(name);
    if (standing !== undefined) return standing;
    const guid = rowGuid('qualcoder', seed, 'user', name);
    known.set(name, guid);
    project.users.push({ guid, name, initials: null });
    return guid;
  };
}

function readCodes(db: ForeignDatabase, project: RefiProject, seed: string): Map<string, string> {
  const categories = db.rows('code_cat', ['catid', 'name', 'memo', 'supercatid'], 'catid');
  const codes = db.rows('code_name', ['cid', 'name', 'memo', 'catid', 'supercid', 'color'], 'cid');
  const made = new Map<string, RefiCode>();
  const guids = new Map<string, string>();
  const visit = (parent: RefiCode | null, above: string | null): void => {
    for (const { catid, name, memo, supercatid } of categories) {
      const key = `cat ${textOf(catid)}`;
      if ((supercatid === null ? null : `cat ${textOf(supercatid)}`) !== above || made.has(key)) continue;
      const guid = rowGuid('qualcoder', seed, 'category', catid, name);
      add(key, { guid, name: textOf(name), codable: false, color: null, parent, description: textOf(memo), notes: [] });
    }
    for (const { cid, name, memo, catid, supercid, color } of codes) {
      const key = `code ${textOf(cid)}`;
      const under = supercid !== null ? `code ${textOf(supercid)}` : catid === null ? null : `cat ${textOf(catid)}`;
      if (under !== above || made.has(key)) continue;
      const guid = rowGuid('qualcoder', seed, 'code', cid, name);
      guids.set(textOf(cid), guid);
      const described = { color: textOrNull(color), parent, description: textOf(memo), notes: [] };
      add(key, { guid, name: textOf(name), codable: true, ...described });
    }
  };
  const add = (key: string, code: RefiCode): void => {
    made.set(key, code);
    project.codes.push(code);
    visit(code, key);
  };
  visit(null, null);
  // Codes under something that is not there, or in a circle, stand at the top.
  for (const { cid, name, memo, color } of codes) {
    if (made.has(`code ${textOf(cid)}`)) continue;
    const guid = rowGuid('qualcoder', seed, 'code', cid, name);
    guids.set(textOf(cid), guid);
    const described = { color: textOrNull(color), parent: null, description: textOf(memo), notes: [] };
    add(`code ${textOf(cid)}`, { guid, name: textOf(name), codable: true, ...described });
  }
  return guids;
}

function readSources(
  db: ForeignDatabase,
  project: RefiProject,
  seed: string,
  user: (owner: unknown) => string | null,
  folderFile: FolderFile,
  texts: Map<RefiSource | RefiNote, ExchangeText>,
): Map<string, RefiSource> {
  const sources = new Map<string, RefiSource>();
  for (const row of db.rows('source', ['id', 'name', 'fulltext', 'mediapath', 'memo', 'owner', 'date'], 'id')) {
    const name = textOf(row.name);
    const guid = rowGuid('qualcoder', seed, 'source', row.id, name);
    const made = { guid, name, user: user(row.owner), at: textOrNull(row.date) };
    const source = foreignSource(made, textOf(row.memo), textOf(row.fulltext));
    // A picture or a recording has a path and no text.
    const isMedia = row.fulltext === null || /^\/?(?:images|audio|video)[:/]/.test(textOf(row.mediapath));
    const described = isMedia ? { ...source, element: 'PictureSource', content: null } : source;
    project.sources.push(described);
    sources.set(textOf(row.id), described);
    if (isMedia) continue;
    const stored = new SourceText(textOf(row.fulltext), 'counted');
    const fileName = textOf(row.mediapath).split(/[\\/]/).at(-1) || name;
    const kept = textOf(row.mediapath).startsWith('/docs/') ? folderFile(fileName) : null;
    texts.set(described, {
      text: stored,
      original: kept ?? new TextEncoder().encode(stored.text.toWellFormed()),
      originalName: kept === null ? name : fileName,
      encoding: kept === null ? 'utf-8' : null,
    });
  }
  return sources;
}

function readCodings(
  db: ForeignDatabase,
  seed: string,
  user: (owner: unknown) => string | null,
  codes: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, RefiSource>,
  losses: Loss[],
): void {
  const columns = ['ctid', 'cid', 'fid', 'seltext', 'pos0', 'pos1', 'owner', 'date', 'memo', 'important'] as const;
  let important = 0;
  for (const row of db.rows('code_text', columns, 'ctid')) {
    const source = sources.get(textOf(row.fid));
    const guid = rowGuid('qualcoder', seed, 'coding', row.ctid, row.cid, row.fid, row.pos0, row.pos1, row.owner);
    if (source === undefined) {
      losses.push(loss('Coding', 'unresolved', { guid, name: textOf(row.seltext).slice(0, 100) }));
      continue;
    }
    const coder = user(row.owner);
    const at = textOrNull(row.date);
    const selection = foreignSelection(
      { guid: rowGuid(guid, 'selection'), name: null, user: coder, at },
      Number(row.pos0 ?? Number.NaN),
      Number(row.pos1 ?? Number.NaN),
    );
    selection.description = textOf(row.memo);
    selection.codings.push({ guid, user: coder, at, code: codes.get(textOf(row.cid)) ?? textOf(row.cid), notes: [] });
    source.selections.push(selection);
    if (Number(row.important) === 1) important++;
  }
  if (important > 0) losses.push(loss('important', 'not_modelled', { count: important }));
}

/** Annotations become memos on their words, the journal memos of the project. */
function readNotes(
  db: ForeignDatabase,
  project: RefiProject,
  seed: string,
  user: (owner: unknown) => string | null,
  sources: ReadonlyMap<string, RefiSource>,
  texts: Map<RefiSource | RefiNote, ExchangeText>,
  losses: Loss[],
): void {
  const add = (guid: string, name: string | null, owner: unknown, date: unknown, text: string): RefiNote => {
    const at = typeof date === 'string' ? date : null;
    const note = foreignNote({ guid, name, user: user(owner), at }, text);
    const stored = new SourceText(text);
    texts.set(note, { text: stored, original: new Uint8Array(), originalName: '', encoding: 'utf-8' });
    project.memos.push(note);
    return note;
  };
  for (const row of db.rows('annotation', ['anid', 'fid', 'pos0', 'pos1', 'memo', 'owner', 'date'], 'anid')) {
    const guid = rowGuid('qualcoder', seed, 'annotation', row.anid, row.fid, row.pos0, row.pos1);
    const source = sources.get(textOf(row.fid));
    const note = add(guid, null, row.owner, row.date, textOf(row.memo));
    if (source === undefined) {
      losses.push(loss('annotation', 'place_unknown', { guid }));
      continue;
    }
    const made = { guid: rowGuid(guid, 'selection'), name: null, user: note.user, at: note.at };
    note.selections.push(foreignSelection(made, Number(row.pos0 ?? Number.NaN), Number(row.pos1 ?? Number.NaN)));
    source.notes.push(guid);
  }
  for (const row of db.rows('journal', ['jid', 'name', 'jentry', 'date', 'owner'], 'jid'))
    add(
      rowGuid('qualcoder', seed, 'journal', row.jid, row.name),
      textOrNull(row.name),
      row.owner,
      row.date,
      textOf(row.jentry),
    );
}

function readCases(
  db: ForeignDatabase,
  project: RefiProject,
  seed: string,
  sources: ReadonlyMap<string, RefiSource>,
  texts: ReadonlyMap<RefiSource | RefiNote, ExchangeText>,
  losses: Loss[],
): void {
  const variables = new Map<string, string>();
  for (const { name, memo, valuetype } of db.rows('attribute_type', ['name', 'memo', 'valuetype'], 'rowid')) {
    const guid = rowGuid('qualcoder', seed, 'variable', name);
    variables.set(textOf(name), guid);
    const type = /numeric/i.test(textOf(valuetype)) ? 'Float' : 'Text';
    project.variables.push({ guid, name: textOf(name), type, description: textOf(memo) });
  }
  const cases = new Map<string, RefiProject['cases'][number]>();
  for (const { caseid, name, memo } of db.rows('cases', ['caseid', 'name', 'memo'], 'caseid')) {
    const guid = rowGuid('qualcoder', seed, 'case', caseid, name);
    const of = {
      guid,
      name: textOf(name),
      description: textOf(memo),
      values: [],
      codes: [],
      sources: [],
      selections: [],
    };
    cases.set(textOf(caseid), of);
    project.cases.push(of);
  }
  for (const { caseid, fid, pos0, pos1 } of db.rows('case_text', ['caseid', 'fid', 'pos0', 'pos1'], 'id')) {
    const of = cases.get(textOf(caseid));
    const source = sources.get(textOf(fid));
    if (of === undefined || source === undefined) continue;
    const length = texts.get(source)?.text.lengthIn(reading) ?? 0;
    if (Number(pos0) > 0 || Number(pos1) < length - 1)
      losses.push(loss('SelectionRef', 'not_modelled', { name: of.name }));
    else if (!of.sources.includes(source.guid)) of.sources.push(source.guid);
  }
  for (const { name, attr_type, value, id } of db.rows('attribute', ['name', 'attr_type', 'value', 'id'], 'attrid')) {
    const of = textOf(attr_type) === 'case' ? cases.get(textOf(id)) : sources.get(textOf(id));
    const variable = variables.get(textOf(name)) ?? null;
    if (of === undefined) losses.push(loss('VariableValue', 'unresolved', { name: textOf(name) }));
    else of.values.push({ variable, value: textOrNull(value) });
  }
}
