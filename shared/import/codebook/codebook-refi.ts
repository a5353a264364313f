import { codeParts } from '../../refi/code-description.ts';
import { plainColor } from '../../refi/color.ts';
import type { RefiProject } from '../../refi/model.ts';
import { type DraftEntry, orderedEntries, type ReadCodebook } from './codebook-entry.ts';

/** The codes of a REFI-QDA codebook, their texts in the language of the project; null for a file without any. */
export function codebookOfRefi({ codes, sets, origin }: RefiProject, language: string): ReadCodebook | null {
  if (codes.length === 0) return null;
  const places = new Map(codes.map((code, place) => [code, place]));
  const drafts = codes.map(({ guid, name, codable, color, parent, description }, place): DraftEntry => {
    const plain = color === null ? null : plainColor(color);
    return {
      line: place + 1,
      parent: parent === null ? null : (places.get(parent) ?? null),
      outside: null,
      name: name.toWellFormed(),
      language,
      texts: { [language]: { name: name.toWellFormed(), ...codeParts(description, origin) } },
      ...(guid === '' ? {} : { guid }),
      ...(plain === null ? {} : { color: plain }),
      codable,
      examples: [],
      aliases: [],
    };
  });
  const nameless = drafts.filter(({ name }) => name.trim() === '');
  const faults = nameless.map(({ line }) => ({ unit: 'code', line, problem: 'no_name', value: '' }) as const);
  const read = orderedEntries(withoutNameless(drafts), 'code');
  return { ...read, faults: [...faults, ...read.faults], ignored: sets.map(({ name }) => name) };
}

/** Codes with a name; what hangs on a nameless one stands at the top. */
function withoutNameless(drafts: readonly DraftEntry[]): DraftEntry[] {
  const kept = drafts.filter(({ name }) => name.trim() !== '');
  const places = new Map(kept.map((draft, place) => [draft, place]));
  return kept.map((draft) => {
    const above = draft.parent === null ? undefined : places.get(drafts[draft.parent]!);
    return { ...draft, parent: above ?? null };
  });
}
