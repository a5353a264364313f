import type { Code } from '../../contract/schema/entities.ts';
import { guidKey } from '../../refi/guid.ts';
import type { CodeId } from '../../domain/ids.ts';
import type { CodeEntry } from './codebook-entry.ts';

/** How a code of the file stands to the open codebook. */
export const entryStates = ['new', 'same', 'changed', 'elsewhere'] as const;

export const comparedFields = [
  'name',
  'definition',
  'whenToUse',
  'whenNotToUse',
  'color',
  'mark',
  'codable',
  'retired',
  'asksMemo',
  'example',
  'alias',
  'reading',
] as const;

/** Something the file says otherwise; what it does not say is no difference. */
export type EntryChange = {
  readonly field: (typeof comparedFields)[number];
  readonly language: string | null;
  readonly before: string;
  readonly after: string;
};

export type ComparedEntry = {
  readonly entry: CodeEntry;
  readonly state: (typeof entryStates)[number];
  /** The code it is in the open codebook. */
  readonly code: CodeId | null;
  /** Under which code of the open codebook it would come, where its parent is not in the file. */
  readonly under: CodeId | null;
  /** Its parent is neither in the file nor in the codebook. */
  readonly isLost: boolean;
  readonly changes: readonly EntryChange[];
};

/** A name as it is compared. */
function plain(name: string): string {
  return name.normalize('NFC').trim();
}

/**
 * Holds the codes of a file against the codebook that is open. A code is found by its GUID, its key, its name under the same parent,
 * else by its name where only one code has it: that one then stands elsewhere.
 */
export function compareCodebook(
  entries: readonly CodeEntry[],
  codes: readonly Code[],
  {
    guids,
    keys,
  }: {
    /** Codes by the keys of their GUIDs. */
    readonly guids: ReadonlyMap<string, string>;
    readonly keys: ReadonlyMap<string, string>;
  },
): ComparedEntry[] {
  const byId = new Map<string, Code>(codes.map((code) => [code.id, code]));
  const bySlug = new Map(codes.flatMap((code) => (code.slug === null ? [] : [[code.slug, code]])));
  const children = Map.groupBy(codes, ({ parent }) => parent);
  const claimed = new Set<string>();
  const found = entries.map(({ guid, slug }) => {
    const code =
      (guid === undefined ? undefined : byId.get(guids.get(guidKey(guid)) ?? '')) ??
      (slug === undefined ? undefined : bySlug.get(slug));
    if (code === undefined || claimed.has(code.id)) return undefined;
    claimed.add(code.id);
    return code;
  });
  const hasName = (code: Code, { name, language }: CodeEntry): boolean =>
    [code.texts[language]?.name, code.texts[code.language]?.name].some(
      (each) => each !== undefined && plain(each) === plain(name),
    );
  const free = (list: readonly Code[] | undefined, entry: CodeEntry): Code[] =>
    (list ?? []).filter((code) => !claimed.has(code.id) && hasName(code, entry));
  const outside = entries.map((entry) =>
    entry.outside === null ? null : (byId.get(keys.get(entry.outside) ?? '') ?? null),
  );
  /** The parent's code; null at the top, undefined where the parent is not in the codebook. */
  const parentOf = (place: number): CodeId | null | undefined => {
    const { parent, outside: above } = entries[place]!;
    if (above !== null) return outside[place]?.id;
    return parent === null ? null : found[parent]?.id;
  };
  for (const [place, entry] of entries.entries()) {
    const parent = parentOf(place);
    if (found[place] !== undefined || parent === undefined) continue;
    const [code] = free(children.get(parent), entry);
    if (code === undefined) continue;
    found[place] = code;
    claimed.add(code.id);
  }
  for (const [place, entry] of entries.entries()) {
    if (found[place] !== undefined) continue;
    const elsewhere = free(codes, entry);
    if (elsewhere.length !== 1) continue;
    found[place] = elsewhere[0];
    claimed.add(elsewhere[0]!.id);
  }
  return entries.map((entry, place): ComparedEntry => {
    const code = found[place];
    const rest = {
      entry,
      code: code?.id ?? null,
      under: outside[place]?.id ?? null,
      isLost: entry.outside !== null && outside[place] === null,
    };
    if (code === undefined) return { ...rest, state: 'new', changes: [] };
    const changes = differences(entry, code);
    if (code.parent !== parentOf(place)) return { ...rest, state: 'elsewhere', changes };
    return { ...rest, state: changes.length === 0 ? 'same' : 'changed', changes };
  });
}

function differences(entry: CodeEntry, code: Code): EntryChange[] {
  const changes: EntryChange[] = [];
  const note = (
    field: EntryChange['field'],
    before: string,
    after: string | undefined,
    language: string | null = null,
  ) => {
    if (after !== undefined && after !== '' && after !== before) changes.push({ field, language, before, after });
  };
  for (const [language, said] of Object.entries(entry.texts))
    for (const field of ['name', 'definition', 'whenToUse', 'whenNotToUse'] as const)
      note(field, code.texts[language]?.[field] ?? '', said[field], language);
  note('color', code.color, entry.color);
  note('mark', code.mark, entry.mark);
  for (const field of ['codable', 'retired', 'asksMemo'] as const)
    note(field, String(code[field]), entry[field] === undefined ? undefined : String(entry[field]));
  const examples = new Set(code.examples.map(({ text }) => text.trim()));
  for (const { text } of entry.examples) if (!examples.has(text.trim())) note('example', '', text);
  const aliases = new Set(code.aliases.map(({ kind, text }) => `${kind} ${text}`));
  for (const { kind, text } of entry.aliases) if (!aliases.has(`${kind} ${text}`)) note(kind, '', text);
  return changes;
}
