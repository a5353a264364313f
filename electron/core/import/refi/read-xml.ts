import { foldSources } from '../../../../shared/refi/folded-sources.ts';
import { loss } from '../../../../shared/refi/losses.ts';
import type { RefiNote, RefiProject, RefiSource } from '../../../../shared/refi/model.ts';
import { refiEvents } from '../../../../shared/refi/read-events.ts';
import { FormatError } from '../unreadable.ts';
import { xmlEvents } from '../xml-events.ts';
import { type ExchangeFile, exchangeFile, type ExchangeText, inlineText } from './exchange-file.ts';

/** Pieces handed to the parser, in bytes. */
const piece = 1 << 20;

/**
 * Reads a .qdc, or a project file (.qde) outside its archive: then only texts written in it are there. Throws DamageError and
 * FormatError.
 */
export function readRefiXml(bytes: Uint8Array): ExchangeFile {
  const reader = refiEvents();
  const xml = xmlEvents(reader);
  for (let at = 0; at < bytes.length; at += piece) xml.receive(bytes.subarray(at, at + piece));
  xml.finish();
  const { project } = reader;
  if (project.root === null) throw new FormatError('other_xml');
  const losses = foldSources(project);
  const texts = new Map<RefiSource | RefiNote, ExchangeText>();
  const take = (of: RefiSource | RefiNote, element: string): void => {
    if (of.content !== null) texts.set(of, inlineText(of.content, `${of.name ?? 'document'}.txt`));
    else if (of.plainPath !== null) losses.push(loss(element, 'file_missing', { guid: of.guid, name: of.plainPath }));
  };
  for (const source of project.sources) take(source, source.element);
  for (const note of project.memos) take(note, 'Note');
  if (project.root === 'CodeBook') unwrapNodes(project);
  return exchangeFile({ kind: project.root === 'CodeBook' ? 'qdc' : 'qdpx', project, texts, losses });
}

/** NVivo puts the whole codebook under one code of its own named "Nodes". */
function unwrapNodes({ codes }: RefiProject): void {
  const top = codes.filter(({ parent }) => parent === null);
  const [wrapper] = top;
  if (top.length !== 1 || wrapper?.name !== 'Nodes' || wrapper.codable || codes.length === 1) return;
  const kept = codes
    .filter((code) => code !== wrapper)
    .map((code) => (code.parent === wrapper ? Object.assign(code, { parent: null }) : code));
  codes.splice(0, codes.length, ...kept);
}
