import { foldSources } from '../../../../shared/refi/folded-sources.ts';
import { guidKey } from '../../../../shared/refi/guid.ts';
import { keptAttribute } from '../../../../shared/refi/kept-element.ts';
import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import type { RefiNote, RefiProject, RefiSource } from '../../../../shared/refi/model.ts';
import { refiEvents } from '../../../../shared/refi/read-events.ts';
import { SourceText } from '../../../../shared/refi/source-text.ts';
import { openContainer } from '../container.ts';
import { docxText, isDocx } from '../docx.ts';
import { decodeBytes } from '../encoding.ts';
import { DamageError, FormatError } from '../unreadable.ts';
import { xmlEvents } from '../xml-events.ts';
import { ArchiveFiles } from './archive-files.ts';
import { type ExchangeFile, exchangeFile, type ExchangeText } from './exchange-file.ts';

/**
 * Reads a .qdpx: the project file and the texts beside it. What is missing, guessed or left over is listed, not fatal.
 * Throws DamageError and FormatError for an archive or a project file that cannot be read at all.
 */
export async function readQdpx(bytes: Uint8Array, step: () => Promise<void>): Promise<ExchangeFile> {
  const files = await ArchiveFiles.open(bytes);
  const reader = refiEvents();
  const xml = xmlEvents(reader);
  await files.stream(files.projectEntry(), xml.receive);
  xml.finish();
  const { project } = reader;
  if (project.root !== 'Project') throw new FormatError('other_xml');
  const losses = foldSources(project);
  const texts = new Map<RefiSource | RefiNote, ExchangeText>();
  for (const source of project.sources) {
    const text = await textOf(files, source, source.element, losses);
    if (text !== null) texts.set(source, await withOriginal(files, source, text));
    else if (source.path !== null) files.find(source.path);
    await step();
  }
  for (const note of project.memos) {
    const text = await textOf(files, note, 'Note', losses);
    if (text !== null) texts.set(note, text);
  }
  await mendCases(files, project, texts, losses);
  const keptFiles = await filesOfKept(files, project, texts, losses);
  for (const entry of files.unused()) losses.push(loss('file', 'unreferenced_file', { name: entry }));
  return exchangeFile({ kind: 'qdpx', project, texts, losses, keptFiles });
}

/** Largest picture or recording that is kept inside a project, in bytes. */
const largestKept = 64 * 1024 * 1024;

/** The files that pictures and recordings name, as far as the archive has them; too large ones are listed. */
async function filesOfKept(
  files: ArchiveFiles,
  project: RefiProject,
  texts: ReadonlyMap<RefiSource | RefiNote, ExchangeText>,
  losses: Loss[],
): Promise<ExchangeFile['keptFiles']> {
  const withText = new Set(project.sources.filter((source) => texts.has(source)).map(({ guid }) => guidKey(guid)));
  const kept = new Map<string, { name: string; bytes: Uint8Array }>();
  for (const { place, element } of project.kept) {
    if (place !== 'source' || withText.has(guidKey(keptAttribute(element, 'guid') ?? ''))) continue;
    const path = keptAttribute(element, 'path');
    const entry = path === null ? null : files.find(path);
    if (path === null || entry === null) continue;
    if (files.size(entry) > largestKept) losses.push(loss('file', 'too_large', { name: entry }));
    else kept.set(path, { name: fileNameOf(entry), bytes: await files.bytes(entry) });
  }
  return kept;
}

async function textOf(
  files: ArchiveFiles,
  of: RefiSource | RefiNote,
  element: string,
  losses: Loss[],
): Promise<ExchangeText | null> {
  const about = { guid: of.guid, name: of.name };
  const fileName = of.name ?? 'document';
  if (of.plainPath !== null) {
    const entry = files.find(of.plainPath);
    const plain = entry === null ? null : plainText(await files.bytes(entry), entry);
    if (plain !== null) {
      if (plain.guessed) losses.push(loss(element, 'encoding_guessed', about));
      return plain.text;
    }
    losses.push(loss(element, 'file_missing', { ...about, name: of.plainPath }));
  }
  if (of.content !== null) return inlineText(of.content, `${fileName}.txt`);
  const rich = of.richPath === null ? null : files.find(of.richPath);
  if (rich === null) return null;
  const bytes = await files.bytes(rich);
  const text = await wordText(bytes);
  if (text === null) return null;
  if (element === 'Note') losses.push(loss(element, 'plain_text_only', about));
  return { text: new SourceText(text), original: bytes, originalName: fileNameOf(rich), encoding: null };
}

function plainText(bytes: Uint8Array, entry: string): { text: ExchangeText; guessed: boolean } | null {
  const decoded = decodeBytes(bytes);
  if (decoded === null) return null;
  const text = new SourceText(decoded.text);
  return {
    text: { text, original: bytes, originalName: fileNameOf(entry), encoding: decoded.encoding },
    guessed: decoded.confidence === 'guessed' || decoded.undecodable !== null,
  };
}

/** A text written in the project file itself. */
export function inlineText(content: string, originalName: string): ExchangeText {
  const text = new SourceText(content);
  return { text, original: new TextEncoder().encode(text.text), originalName, encoding: 'utf-8' };
}

async function wordText(bytes: Uint8Array): Promise<string | null> {
  try {
    const container = await openContainer(bytes);
    return isDocx(container) ? (await docxText(container, {})).text : null;
  } catch (error) {
    if (error instanceof FormatError || error instanceof DamageError) return null;
    throw error;
  }
}

/** A document keeps the Word file or the PDF as its original where the archive has it; the text stays the plain one. */
async function withOriginal(files: ArchiveFiles, source: RefiSource, text: ExchangeText): Promise<ExchangeText> {
  const path = source.richPath ?? (source.element === 'PDFSource' ? source.path : null);
  const entry = path === null ? null : files.find(path);
  if (entry === null) return text;
  const original = await files.bytes(entry);
  const isWord = original[0] === 0x50 && original[1] === 0x4b;
  const isPdf = original[0] === 0x25 && original[1] === 0x50;
  return isWord || isPdf ? { ...text, original, originalName: fileNameOf(entry) } : text;
}

/**
 * QualCoder's cases refer to the name of a source's file instead of the source, or to a second copy of the file: both are
 * found again.
 */
async function mendCases(
  files: ArchiveFiles,
  project: RefiProject,
  texts: ReadonlyMap<RefiSource | RefiNote, ExchangeText>,
  losses: Loss[],
): Promise<void> {
  const known = new Set(project.sources.map(({ guid }) => guidKey(guid)));
  for (const of of project.cases) {
    const mended: string[] = [];
    for (const reference of of.sources) {
      const source = known.has(guidKey(reference))
        ? reference
        : await sourceOfFile(files, project, texts, guidKey(reference));
      if (source === null) losses.push(loss('SourceRef', 'unresolved', { guid: reference, name: of.name }));
      else mended.push(source);
    }
    of.sources = mended;
  }
}

async function sourceOfFile(
  files: ArchiveFiles,
  project: RefiProject,
  texts: ReadonlyMap<RefiSource | RefiNote, ExchangeText>,
  stem: string,
): Promise<string | null> {
  const stemOf = (path: string | null): string =>
    path === null
      ? ''
      : fileNameOf(path)
          .replace(/\.[^.]*$/, '')
          .toLowerCase();
  const named = project.sources.find(
    ({ plainPath, richPath, path }) => stemOf(plainPath) === stem || stemOf(richPath) === stem || stemOf(path) === stem,
  );
  if (named !== undefined) return named.guid;
  const copy = files.withStem(stem);
  if (copy === null) return null;
  const words = decodeBytes(await files.bytes(copy));
  for (const [source, { text }] of texts) {
    if (words === null || new SourceText(words.text).text !== text.text) continue;
    files.markUsed(copy);
    return source.guid;
  }
  return null;
}

function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
