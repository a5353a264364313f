import { ownOrigin } from '../../../../shared/refi/code-description.ts';
import { guidKey } from '../../../../shared/refi/guid.ts';
import { plainInstant, unknownInstant } from '../../../../shared/refi/instant.ts';
import { loss } from '../../../../shared/refi/losses.ts';
import type { RefiNote, RefiProject } from '../../../../shared/refi/model.ts';
import { memoQueries } from '../../store/repositories/memo-table.ts';
import type { ImportedCodings } from './import-codings.ts';
import type { ImportRun, NoteTarget } from './import-run.ts';

/**
 * Takes notes over as memos on what refers to them, annotations as memos on their words; free ones are the project's. Answers
 * the keys of the links that said so.
 */
export function importNotes(run: ImportRun, codings: ImportedCodings): ReadonlySet<string> {
  const linked = importLinks(run);
  const { project } = run.file;
  run.refers(project.notes, {});
  if (project.description.trim() !== '') {
    const standing = run.project.store
      .all(memoQueries.onProject)
      .some(({ text }) => text === plainText(project.description));
    const at = plainInstant(project.at) ?? unknownInstant;
    const coder = project.user === null ? run.project.coder : run.coder(project.user);
    if (!standing) run.insertDescription({ coder, text: plainText(project.description), at }, '');
  }
  const referring = sourcesByNote(project);
  for (const note of project.memos) importNote(run, codings, referring, note);
  return linked;
}

/** GUIDs of the sources that refer to a note, by the note's key. */
type Referring = ReadonlyMap<string, readonly string[]>;

function sourcesByNote({ sources }: RefiProject): Referring {
  const referring = new Map<string, string[]>();
  for (const { guid, notes } of sources)
    for (const key of new Set(notes.map((note) => guidKey(note)))) {
      const known = referring.get(key);
      if (known === undefined) referring.set(key, [guid]);
      else known.push(guid);
    }
  return referring;
}

function importNote(run: ImportRun, codings: ImportedCodings, referring: Referring, note: RefiNote): void {
  const { tally, ids, log } = run;
  const about = { guid: note.guid, name: note.name };
  if (ids.entity('memo', note.guid) !== null) {
    tally.count('Note', 'present');
    return;
  }
  const text = noteText(run, note);
  if (text === null) {
    tally.lose(loss('Note', 'no_text', about));
    return;
  }
  const coder = run.coder(note.user ?? note.modifier);
  const at = plainInstant(note.at) ?? plainInstant(note.modified) ?? unknownInstant;
  const referred = run.noteTargets.get(guidKey(note.guid)) ?? [];
  const sources = referring.get(guidKey(note.guid)) ?? [];
  const targets = note.selections.length > 0 ? annotationTargets(sources, codings, note, coder, at) : referred;
  if (note.selections.length > 0 && targets.length === 0) {
    tally.note(loss('Note', 'place_unknown', { ...about, name: text.slice(0, 100) }));
    targets.push(...referred);
  }
  if (targets.length === 0) targets.push({});
  for (const target of targets) {
    const memo = run.insertMemo({ ...target, coder, text, at, updated: plainInstant(note.modified) ?? at });
    ids.remember(log, 'memo', memo, note.guid);
  }
  tally.count('Note', 'imported');
}

/** Positions of an annotation count in the source that refers to it. */
function annotationTargets(
  sources: readonly string[],
  codings: ImportedCodings,
  note: RefiNote,
  coder: string,
  at: string,
): NoteTarget[] {
  return sources.flatMap((source) =>
    note.selections.flatMap((selection) => {
      const made = codings.annotated(source, selection, coder, at);
      return made === null ? [] : [{ selection: made }];
    }),
  );
}

/** Words and title: the title is put before the words unless they begin with it. */
function noteText(run: ImportRun, note: RefiNote): string | null {
  const words = plainText(run.file.textOf(note)?.text.text ?? note.content ?? '') || plainText(note.description);
  // Titles this program writes are the words' own beginning.
  const title = run.file.project.origin.startsWith(ownOrigin) ? '' : (note.name ?? '').trim();
  const plain = words.replaceAll(/\s+/g, ' ');
  if (title === '' || plain.startsWith(title.replace(/…$/u, ''))) return words.trim() === '' ? null : words;
  return words.trim() === '' ? title : `${title}\n\n${words}`;
}

function plainText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').toWellFormed();
}

/** A link between a note and something makes the note a memo on it; other links are kept as they are. */
function importLinks(run: ImportRun): ReadonlySet<string> {
  const { links, memos } = run.file.project;
  const linked = new Set<string>();
  const notes = new Set(memos.map(({ guid }) => guidKey(guid)));
  for (const link of links) {
    const [origin, target] = [link.origin ?? '', link.target ?? ''];
    const note = [origin, target].find((guid) => notes.has(guidKey(guid)));
    const place = note === undefined ? null : placeOf(run, note === origin ? target : origin);
    if (note === undefined || place === null) continue;
    run.refers([note], place);
    run.tally.count('Link', 'imported');
    linked.add(guidKey(link.guid));
  }
  return linked;
}

function placeOf({ ids }: ImportRun, guid: string): NoteTarget | null {
  const selection = ids.entity('selection', guid);
  if (selection !== null) return { selection };
  const coding = ids.entity('coding', guid);
  if (coding !== null) return { coding };
  const code = ids.entity('code', guid);
  if (code !== null) return { code };
  const document = ids.entity('document', guid);
  if (document !== null) return { document };
  const study_case = ids.entity('case', guid);
  return study_case === null ? null : { study_case };
}
