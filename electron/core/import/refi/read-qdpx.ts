import { AttributionEvidence } from '../../../../shared/refi/attribution.ts';
import { ownOrigin } from '../../../../shared/refi/code-description.ts';
import { foldSources } from '../../../../shared/refi/folded-sources.ts';
import { guidKey } from '../../../../shared/refi/guid.ts';
import { keptAttribute } from '../../../../shared/refi/kept-element.ts';
import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import type { RefiProject } from '../../../../shared/refi/model.ts';
import { ConventionEvidence } from '../../../../shared/refi/position-convention.ts';
import { refiEvents } from '../../../../shared/refi/read-events.ts';
import { SourceText } from '../../../../shared/refi/source-text.ts';
import { decodeBytes } from '../encoding.ts';
import { FormatError } from '../unreadable.ts';
import { xmlEvents } from '../xml-events.ts';
import { ArchiveFiles, fileNameOf } from './archive-files.ts';
import { ArchiveTexts } from './archive-texts.ts';
import type { ExchangeFile } from './exchange-file.ts';
import { PackedSelections } from './packed-selections.ts';

/**
 * Reads a .qdpx: the project file and the texts beside it. What is missing, guessed or left over is listed, not fatal. Every
 * text is looked at once, and read again when it is asked for.
 * Throws DamageError and FormatError for an archive or a project file that cannot be read at all.
 */
export async function readQdpx(bytes: Uint8Array, step: () => Promise<void>): Promise<ExchangeFile> {
  const files = await ArchiveFiles.open(bytes);
  const reader = refiEvents(() => new PackedSelections());
  const xml = xmlEvents(reader);
  await files.stream(files.projectEntry(), xml.receive);
  xml.finish();
  const { project } = reader;
  if (project.root !== 'Project') throw new FormatError('other_xml');
  const losses = foldSources(project);
  const texts = new ArchiveTexts(files, losses, project.origin.startsWith(ownOrigin));
  const counted = new ConventionEvidence(project.origin);
  const written = new AttributionEvidence(project.origin);
  for (const source of project.sources) {
    const text = await texts.look(source, source.element);
    if (text !== null) counted.add(text.text, source.selections);
    else if (source.path !== null) files.find(source.path);
    written.add(source);
    await step();
  }
  for (const note of project.memos) {
    await texts.look(note, 'Note');
    await step();
  }
  await mendCases(files, project, texts, losses);
  const keptFiles = filesOfKept(files, project, texts, losses);
  for (const entry of files.unused()) losses.push(loss('file', 'unreferenced_file', { name: entry }));
  return {
    kind: 'qdpx',
    project,
    textOf: (of) => texts.of(of),
    convention: counted.convention,
    attribution: written.attribution,
    losses,
    keptFiles,
  };
}

/** Largest picture or recording that is kept inside a project, in bytes. */
const largestKept = 64 * 1024 * 1024;

/** The files that pictures and recordings name, as far as the archive has them; too large ones are listed. */
function filesOfKept(
  files: ArchiveFiles,
  project: RefiProject,
  texts: ArchiveTexts,
  losses: Loss[],
): ExchangeFile['keptFiles'] {
  const withText = new Set(project.sources.filter((source) => texts.has(source)).map(({ guid }) => guidKey(guid)));
  const kept = new Map<string, { name: string; bytes: () => Uint8Array }>();
  for (const { place, element } of project.kept) {
    if (place !== 'source' || withText.has(guidKey(keptAttribute(element, 'guid') ?? ''))) continue;
    const path = keptAttribute(element, 'path');
    const entry = path === null ? null : files.find(path);
    if (path === null || entry === null) continue;
    if (files.size(entry) > largestKept) losses.push(loss('file', 'too_large', { name: entry }));
    else kept.set(path, { name: fileNameOf(entry), bytes: () => files.bytesNow(entry) });
  }
  return kept;
}

/**
 * QualCoder's cases refer to the name of a source's file instead of the source, or to a second copy of the file: both are
 * found again.
 */
async function mendCases(
  files: ArchiveFiles,
  project: RefiProject,
  texts: ArchiveTexts,
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
  texts: ArchiveTexts,
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
  if (words === null) return null;
  const { text } = new SourceText(words.text);
  const source = project.sources.find((each) => texts.says(each, text));
  if (source === undefined) return null;
  files.markUsed(copy);
  return source.guid;
}
