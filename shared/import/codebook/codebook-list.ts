import { z } from 'zod';
import { codeMarks } from '../../domain/codebook.ts';
import {
  type DraftEntry,
  type EntryFault,
  type EntryTexts,
  orderedEntries,
  type ReadCodebook,
} from './codebook-entry.ts';

const byLanguage = z.record(z.string(), z.string());
const textOrLanguages = z.union([z.string(), byLanguage]);

/** A code in the program's own form of a codebook. */
const listedCode = z.looseObject({
  slug: z.string().optional(),
  parent: z.string().nullish(),
  guid: z.string().optional(),
  name: textOrLanguages,
  language: z.string().optional(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  mark: z.enum(codeMarks).optional(),
  codable: z.boolean().optional(),
  retired: z.boolean().optional(),
  asks_memo: z.boolean().optional(),
  definition: textOrLanguages.default(''),
  include: z.string().default(''),
  exclude: z.string().default(''),
  /** Rules in further languages. */
  rules: z
    .record(z.string(), z.object({ include: z.string().default(''), exclude: z.string().default('') }))
    .default({}),
  example: z.string().default(''),
  example_origin: z.string().default(''),
  more_examples: z.array(z.object({ text: z.string(), origin: z.string().default('') })).default([]),
  aliases: z.array(z.string()).default([]),
  readings: z.array(z.string()).default([]),
});
type ListedCode = z.infer<typeof listedCode>;

const codebook = z.looseObject({ codes: z.array(z.unknown()) });

/** An identifier the program gives a code that has no key: it names the code within the file only. */
const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The language a code of the list is written in unless it says so: English where there is an English name, else that of its first name. */
export function languageOfNames(names: readonly string[]): string | undefined {
  return names.includes('en') ? 'en' : names[0];
}

/** The codes of a list in the program's own form (JSON); null where it is none. Texts without a language are in the language given. */
export function codebookOfList(value: unknown, language: string): ReadCodebook | null {
  const parsed = codebook.safeParse(Array.isArray(value) ? { codes: value } : value);
  if (!parsed.success || parsed.data.codes.length === 0) return null;
  const faults: EntryFault[] = [];
  const listed: { line: number; code: ListedCode }[] = [];
  for (const [place, each] of parsed.data.codes.entries()) {
    const code = listedCode.safeParse(each);
    const line = place + 1;
    if (code.success) listed.push({ line, code: code.data });
    else faults.push({ unit: 'code', line, problem: 'shape', value: code.error.issues[0]?.path.join('.') ?? '' });
  }
  if (listed.length === 0) return null;
  const places = new Map<string, number>();
  const drafts: DraftEntry[] = [];
  for (const { line, code } of listed) {
    const draft = draftOf(code, line, language);
    if (draft.name === '') {
      faults.push({ unit: 'code', line, problem: 'no_name', value: code.slug ?? '' });
      continue;
    }
    if (code.slug !== undefined && places.has(code.slug)) {
      faults.push({ unit: 'code', line, problem: 'twice', value: code.slug });
      continue;
    }
    if (code.slug !== undefined) places.set(code.slug, drafts.length);
    drafts.push(draft);
  }
  const resolved = drafts.map((draft): DraftEntry => {
    const parent = draft.outside === null ? null : (places.get(draft.outside) ?? null);
    return { ...draft, parent, outside: parent === null ? draft.outside : null };
  });
  const ordered = orderedEntries(resolved, 'code');
  return {
    entries: ordered.entries,
    faults: [...faults, ...ordered.faults].sort((a, b) => a.line - b.line),
    ignored: [],
  };
}

function draftOf(code: ListedCode, line: number, usual: string): DraftEntry {
  const names = filled(code.name, code.language ?? usual);
  const language = code.language ?? languageOfNames(Object.keys(names)) ?? usual;
  const definitions = filled(code.definition, language);
  const base = 'en' in names ? 'en' : language;
  const texts: Record<string, EntryTexts> = {};
  const rules = { [base]: { include: code.include, exclude: code.exclude }, ...code.rules };
  for (const each of new Set([...Object.keys(names), ...Object.keys(definitions), ...Object.keys(rules)])) {
    const said = {
      ...(each in names ? { name: names[each]!.trim() } : {}),
      ...(each in definitions ? { definition: definitions[each]! } : {}),
      ...(rules[each]?.include ? { whenToUse: rules[each].include } : {}),
      ...(rules[each]?.exclude ? { whenNotToUse: rules[each].exclude } : {}),
    };
    if (Object.keys(said).length > 0) texts[each] = said;
  }
  const { slug, guid, color, mark, codable, retired, asks_memo: asksMemo } = code;
  return {
    line,
    parent: null,
    outside: code.parent ?? null,
    name: texts[language]?.name ?? '',
    language,
    texts,
    ...(slug === undefined || identifier.test(slug) ? {} : { slug }),
    ...(guid === undefined ? {} : { guid }),
    ...(color === undefined ? {} : { color: color.toLowerCase() }),
    ...(mark === undefined ? {} : { mark }),
    ...(codable === undefined ? {} : { codable }),
    ...(retired === undefined ? {} : { retired }),
    ...(asksMemo === undefined ? {} : { asksMemo }),
    examples: [{ text: code.example, origin: code.example_origin }, ...code.more_examples].filter(
      ({ text }) => text.trim() !== '',
    ),
    aliases: [
      ...code.aliases.map((text) => ({ text, kind: 'alias' as const })),
      ...code.readings.map((text) => ({ text, kind: 'reading' as const })),
    ],
  };
}

function filled(said: string | Record<string, string>, language: string): Record<string, string> {
  const all = typeof said === 'string' ? { [language]: said } : said;
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text.trim() !== ''));
}
