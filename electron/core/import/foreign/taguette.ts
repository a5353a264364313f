import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import { emptyRefiProject, type RefiNote, type RefiProject, type RefiSource } from '../../../../shared/refi/model.ts';
import { SourceText } from '../../../../shared/refi/source-text.ts';
import { withPlainLineEnds } from '../../../../shared/text/line-ends.ts';
import { type ExchangeFile, exchangeFile, type ExchangeText } from '../refi/exchange-file.ts';
import { foreignSelection, foreignSource, rowGuid, textOf, textOrNull } from './foreign-values.ts';
import { HtmlOffsets } from './html-offsets.ts';
import type { ForeignDatabase } from './open-foreign.ts';

export function isTaguette(db: ForeignDatabase): boolean {
  return (
    db.has('documents', ['id', 'name', 'contents']) &&
    db.has('highlights', ['id', 'document_id', 'start_offset', 'end_offset']) &&
    db.has('highlight_tags', ['highlight_id', 'tag_id']) &&
    db.has('tags', ['id', 'path'])
  );
}

type Author = { readonly user: string | null; readonly at: string | null };

/**
 * Reads a Taguette database: offsets are UTF-8 bytes of the text of each document's HTML, turned into code points here;
 * who made a highlight is found in the log of commands. Of several projects all come in; formatting is listed as lost.
 */
export function readTaguette(db: ForeignDatabase): ExchangeFile {
  const project = emptyRefiProject();
  const projects = db.rows('projects', ['id', 'name', 'description', 'created'], 'id');
  project.root = 'Project';
  project.origin = 'Taguette';
  project.name = textOrNull(projects[0]?.name);
  project.description = projects
    .map(({ description }) => textOf(description).trim())
    .filter((description) => description !== '')
    .join('\n\n');
  const seed = projects.map(({ name, created }) => `${textOf(name)} ${textOf(created)}`).join('\n');
  const losses: Loss[] = [];
  const authors = readAuthors(db, project, seed);
  const tags = readTags(db, project, seed, projects.length > 1);
  const texts = new Map<RefiSource | RefiNote, ExchangeText>();
  const documents = new Map<string, { source: RefiSource; offsets: HtmlOffsets; codePoints: (at: number) => number }>();
  for (const row of db.rows('documents', ['id', 'name', 'description', 'filename', 'contents', 'created'], 'id')) {
    const html = withPlainLineEnds(textOf(row.contents));
    const offsets = new HtmlOffsets(html);
    const guid = rowGuid('taguette', seed, 'document', row.id, row.name);
    const made = {
      guid,
      name: textOf(row.name),
      user: authors.documents.get(textOf(row.id)) ?? null,
      at: textOrNull(row.created),
    };
    const source = foreignSource(made, textOf(row.description), offsets.text);
    project.sources.push(source);
    const originalName = `${textOf(row.filename).replace(/\.[^.]*$/, '') || 'document'}.html`;
    texts.set(source, {
      text: new SourceText(offsets.text),
      original: new TextEncoder().encode(html),
      originalName,
      encoding: 'utf-8',
    });
    documents.set(textOf(row.id), { source, offsets, codePoints: codePointOffsets(offsets.text).toCodePoint });
    if (/<(?:b|i|u|em|strong|img|table|h[1-6])\b/i.test(html))
      losses.push(loss('formatting', 'plain_text_only', { guid, name: source.name }));
  }
  const tagged = Map.groupBy(db.rows('highlight_tags', ['highlight_id', 'tag_id'], 'highlight_id, tag_id'), (row) =>
    textOf(row.highlight_id),
  );
  for (const row of db.rows('highlights', ['id', 'document_id', 'start_offset', 'end_offset', 'snippet'], 'id')) {
    const guid = rowGuid('taguette', seed, 'highlight', row.id, row.document_id, row.start_offset, row.end_offset);
    const document = documents.get(textOf(row.document_id));
    if (document === undefined) {
      losses.push(loss('highlight', 'unresolved', { guid, name: textOf(row.snippet).slice(0, 100) }));
      continue;
    }
    const { user, at } = authors.highlights.get(textOf(row.id)) ?? { user: authors.only, at: null };
    const start = document.offsets.place(Number(row.start_offset ?? Number.NaN), 'start');
    const end = document.offsets.place(Number(row.end_offset ?? Number.NaN), 'end');
    const isPlaced = start !== null && end !== null && start <= end;
    const selection = foreignSelection(
      { guid, name: null, user, at },
      isPlaced ? document.codePoints(start) : Number.NaN,
      isPlaced ? document.codePoints(end) : Number.NaN,
    );
    for (const { tag_id: tag } of tagged.get(textOf(row.id)) ?? [])
      selection.codings.push({
        guid: rowGuid(guid, 'tag', tag),
        user,
        at,
        code: tags.get(textOf(tag)) ?? textOf(tag),
        notes: [],
      });
    document.source.selections.push(selection);
  }
  return exchangeFile({ kind: 'taguette', project, texts, losses }, { unit: 'code-points', lineEnds: 'as-in-file' });
}

/** Tags are paths parted by points: every step is a code of its own. */
function readTags(db: ForeignDatabase, project: RefiProject, seed: string, several: boolean): Map<string, string> {
  const tags = new Map<string, string>();
  const rows = db.rows('tags', ['id', 'project_id', 'path', 'description'], 'id');
  const made = new Map<string, RefiProject['codes'][number]>();
  const paths = new Map(rows.map((row) => [`${textOf(row.project_id)} ${textOf(row.path)}`, row]));
  const codeOf = (owner: string, path: string): RefiProject['codes'][number] => {
    const key = `${owner} ${path}`;
    const standing = made.get(key);
    if (standing !== undefined) return standing;
    const cut = /^(.+)\.([^.]+)$/s.exec(path);
    const parent = cut === null ? null : codeOf(owner, cut[1]!);
    const row = paths.get(key);
    const code = {
      guid: rowGuid('taguette', seed, 'tag', several ? owner : '', path),
      name: (cut?.[2] ?? path).trim(),
      // A step that is only part of other tags' paths was never a tag.
      codable: row !== undefined,
      color: null,
      parent,
      description: textOf(row?.description),
      notes: [],
    };
    made.set(key, code);
    project.codes.push(code);
    return code;
  };
  for (const { id, project_id: owner, path } of rows) tags.set(textOf(id), codeOf(textOf(owner), textOf(path)).guid);
  return tags;
}

/** Who made highlights and documents, by the log of commands. */
function readAuthors(
  db: ForeignDatabase,
  project: RefiProject,
  seed: string,
): { highlights: Map<string, Author>; documents: Map<string, string>; only: string | null } {
  const known = new Map<string, string>();
  const user = (login: unknown): string | null => {
    const name = typeof login === 'string' ? login.trim() : '';
    if (name === '') return null;
    const standing = known.get(name);
    if (standing !== undefined) return standing;
    const guid = rowGuid('taguette', seed, 'user', name);
    known.set(name, guid);
    project.users.push({ guid, name, initials: null });
    return guid;
  };
  for (const { user_login: login } of db.rows('project_members', ['user_login'], 'user_login')) user(login);
  const highlights = new Map<string, Author>();
  const documents = new Map<string, string>();
  for (const row of db.rows('commands', ['date', 'user_login', 'document_id', 'payload'], 'id')) {
    const payload = objectOf(textOf(row.payload));
    const by = user(row.user_login);
    if (payload['type'] === 'document_add' && by !== null && row.document_id !== null)
      documents.set(textOf(row.document_id), by);
    const highlight = payload['highlight_id'];
    if (payload['type'] !== 'highlight_add' || (typeof highlight !== 'number' && typeof highlight !== 'string'))
      continue;
    // Written again when its ends or tags change: it stays its first author's.
    if (!highlights.has(String(highlight))) highlights.set(String(highlight), { user: by, at: textOrNull(row.date) });
  }
  return { highlights, documents, only: project.users.length === 1 ? project.users[0]!.guid : null };
}

function objectOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
