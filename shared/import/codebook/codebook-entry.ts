import type { CodeMark } from '../../domain/codebook.ts';

/** What a file says of a code in one language; what it does not say is not there. */
export type EntryTexts = {
  readonly name?: string;
  readonly definition?: string;
  readonly whenToUse?: string;
  readonly whenNotToUse?: string;
};

/** A code as a codebook file has it. Lists hold parents before their children. */
export type CodeEntry = {
  /** Line of a table, or number of the code in a list of codes, counted from 1. */
  readonly line: number;
  /** Place of the parent in the list; null at the top, or where the parent is not in the file. */
  readonly parent: number | null;
  /** The parent by name or key, where the file does not have it: it may stand in the open codebook. */
  readonly outside: string | null;
  /** Name in the language the code is written in. */
  readonly name: string;
  readonly language: string;
  readonly texts: Readonly<Record<string, EntryTexts>>;
  readonly slug?: string;
  readonly guid?: string;
  readonly color?: string;
  readonly mark?: CodeMark;
  readonly codable?: boolean;
  readonly retired?: boolean;
  readonly asksMemo?: boolean;
  readonly examples: readonly { readonly text: string; readonly origin: string }[];
  readonly aliases: readonly { readonly text: string; readonly kind: 'alias' | 'reading' }[];
};

export const entryProblems = [
  'no_name',
  'empty_level',
  'twice',
  'unknown_parent',
  'circle',
  'color',
  'mark',
  'yes_no',
  'shape',
] as const;

/** A row, or a code of a list, that cannot be taken. */
export type EntryFault = {
  readonly unit: 'line' | 'code';
  readonly line: number;
  readonly problem: (typeof entryProblems)[number];
  readonly value: string;
};

export type ReadCodebook = {
  readonly entries: readonly CodeEntry[];
  readonly faults: readonly EntryFault[];
  /** Columns that say nothing of a code. */
  readonly ignored: readonly string[];
};

/** An entry whose parent is still named by place in the draft list, in any order. */
export type DraftEntry = Omit<CodeEntry, 'parent'> & { readonly parent: number | null };

/**
 * Puts parents before their children, siblings as they stood. What hangs on itself is a fault, and so is a second code of one name under one parent.
 */
export function orderedEntries(drafts: readonly DraftEntry[], unit: EntryFault['unit']): Omit<ReadCodebook, 'ignored'> {
  const children = new Map<number | null, number[]>();
  for (const [place, { parent }] of drafts.entries()) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(place);
    else children.set(parent, [place]);
  }
  const entries: CodeEntry[] = [];
  const faults: EntryFault[] = [];
  const reached = new Set<number>();
  const waiting: { place: number; parent: number | null }[] = [];
  const push = (of: number | null, parent: number | null): void => {
    const first = new Map<string, number>();
    const level: { place: number; parent: number | null }[] = [];
    for (const place of children.get(of) ?? []) {
      reached.add(place);
      const { name, outside, line } = drafts[place]!;
      const key = JSON.stringify([outside, name]);
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, place);
        level.push({ place, parent });
        continue;
      }
      faults.push({ unit, line, problem: 'twice', value: name });
      // What hangs on the second hangs on the first.
      children.set(before, [...(children.get(before) ?? []), ...(children.get(place) ?? [])]);
    }
    for (const next of level.toReversed()) waiting.push(next);
  };
  push(null, null);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    entries.push({ ...drafts[next.place]!, parent: next.parent });
    push(next.place, entries.length - 1);
  }
  for (const [place, { line, name }] of drafts.entries())
    if (!reached.has(place)) faults.push({ unit, line, problem: 'circle', value: name });
  return { entries, faults };
}
