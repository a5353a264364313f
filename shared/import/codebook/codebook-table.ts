import { codeMarks } from '../../domain/codebook.ts';
import { plainColor } from '../../refi/color.ts';
import { codebookColumn, type CodebookRole } from './codebook-columns.ts';
import {
  type CodeEntry,
  type DraftEntry,
  type EntryFault,
  type EntryTexts,
  orderedEntries,
  type ReadCodebook,
} from './codebook-entry.ts';

export type CodebookRow = { readonly line: number; readonly cells: readonly string[] };

/** What parts the levels of a path; the first that some path of the file has. */
const levelMarks = [' / ', ' > ', '::', '\\', '>', '/'];

const yes = new Set(['1', 'true', 'yes', 'y', 'x', '是', 'はい']);
const no = new Set(['0', 'false', 'no', 'n', '否', 'いいえ']);

/** A fault of one cell, which the whole row falls with. */
class CellFault extends Error {
  readonly problem: EntryFault['problem'];
  readonly value: string;

  constructor(problem: EntryFault['problem'], value: string) {
    super(problem);
    this.problem = problem;
    this.value = value;
  }
}

type Cell = (role: CodebookRole) => string;

/**
 * The codes of a table. Three forms: a path that names every level ("Privacy / Being watched"); a name with the name or key of its parent;
 * a name alone (tags). Empty cells say nothing. Texts without a language in their header are in the language given.
 */
export function codebookOfTable(
  header: readonly string[],
  rows: readonly CodebookRow[],
  language: string,
): ReadCodebook {
  const columns = header.map(codebookColumn);
  const has = (role: CodebookRole): boolean => columns.some((column) => column?.role === role);
  const isPaths = has('path') || !has('name');
  const pathRole = has('path') ? 'path' : 'key';
  const faults: EntryFault[] = [];
  const read: { line: number; cell: Cell; said: SaidOfCode }[] = [];
  for (const { line, cells } of rows) {
    const cell: Cell = (role) =>
      cells.find((text, place) => columns[place]?.role === role && text.trim() !== '')?.trim() ?? '';
    try {
      read.push({ line, cell, said: saidOf(columns, cells, cell, language) });
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      faults.push({ unit: 'line', line, problem: error.problem, value: error.value });
    }
  }
  const drafts = isPaths ? ofPaths(read, pathRole, language, faults) : ofParents(read, faults);
  const ordered = orderedEntries(drafts, 'line');
  return {
    entries: ordered.entries,
    faults: [...faults, ...ordered.faults].sort((a, b) => a.line - b.line),
    ignored: header.filter((name, place) => columns[place] === null && name.trim() !== ''),
  };
}

type SaidOfCode = Omit<CodeEntry, 'line' | 'parent' | 'outside'>;

function saidOf(
  columns: readonly ReturnType<typeof codebookColumn>[],
  cells: readonly string[],
  cell: Cell,
  usual: string,
): SaidOfCode {
  const texts: Record<string, { -readonly [Field in keyof EntryTexts]: EntryTexts[Field] }> = {};
  const plain = cell('language') || usual;
  for (const [place, column] of columns.entries()) {
    const text = cells[place] ?? '';
    if (column === null || text.trim() === '') continue;
    const of = (texts[column.language ?? plain] ??= {});
    if (column.role === 'name') of.name ??= text.trim();
    else if (column.role === 'definition' || column.role === 'whenToUse' || column.role === 'whenNotToUse')
      of[column.role] ??= text;
  }
  for (const [language, said] of Object.entries(texts)) if (Object.keys(said).length === 0) delete texts[language];
  const written = [plain, ...Object.keys(texts)].find((each) => texts[each]?.name !== undefined) ?? plain;
  const color = cell('color') === '' ? '' : colorOf(cell('color'));
  const given = cell('mark');
  const mark = codeMarks.find((each) => each === given.toLowerCase());
  if (given !== '' && mark === undefined) throw new CellFault('mark', given);
  const codable = yesOrNo(cell('codable'));
  const retired = yesOrNo(cell('retired'));
  const asksMemo = yesOrNo(cell('asksMemo'));
  return {
    name: texts[written]?.name ?? '',
    language: written,
    texts,
    ...(color === '' ? {} : { color }),
    ...(mark === undefined ? {} : { mark }),
    ...(codable === null ? {} : { codable }),
    ...(retired === null ? {} : { retired }),
    ...(asksMemo === null ? {} : { asksMemo }),
    examples: lines(cell('examples')).map((text) => ({ text, origin: '' })),
    aliases: [
      ...lines(cell('aliases')).map((text) => ({ text, kind: 'alias' as const })),
      ...lines(cell('readings')).map((text) => ({ text, kind: 'reading' as const })),
    ],
  };
}

/** Six digits are red, green, blue, with their sign or without. */
function colorOf(written: string): string {
  const plain = plainColor(/^[0-9a-f]{6}$/i.test(written) ? `#${written}` : written);
  if (plain === null) throw new CellFault('color', written);
  return plain;
}

function yesOrNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (word === '') return null;
  if (yes.has(word)) return true;
  if (no.has(word)) return false;
  throw new CellFault('yes_no', text);
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

type ReadRow = { readonly line: number; readonly cell: Cell; readonly said: SaidOfCode };

/** Levels that have no row of their own are made, on the line that first named them. */
function ofPaths(rows: readonly ReadRow[], role: CodebookRole, language: string, faults: EntryFault[]): DraftEntry[] {
  const paths = rows.map(({ cell }) => cell(role));
  const levelMark = levelMarks.find((each) => paths.some((path) => path.includes(each)));
  const drafts: DraftEntry[] = [];
  const places = new Map<string, number>();
  const made = new Set<number>();
  for (const [row, { line, said }] of rows.entries()) {
    const path = paths[row]!;
    const fault = (problem: EntryFault['problem']) => faults.push({ unit: 'line', line, problem, value: path });
    if (path === '') {
      fault('no_name');
      continue;
    }
    const levels = (levelMark === undefined ? [path] : path.split(levelMark)).map((level) => level.trim());
    if (levels.includes('')) {
      fault('empty_level');
      continue;
    }
    let parent: number | null = null;
    for (const [depth, name] of levels.entries()) {
      const key = JSON.stringify(levels.slice(0, depth + 1));
      const isLast = depth === levels.length - 1;
      const standing = places.get(key);
      if (standing !== undefined && !isLast) {
        parent = standing;
        continue;
      }
      const own: SaidOfCode = isLast ? said : { name, language, texts: {}, examples: [], aliases: [] };
      const texts = { ...own.texts, [own.language]: { ...own.texts[own.language], name } };
      const draft: DraftEntry = { ...own, line, parent, outside: null, name, texts };
      if (standing !== undefined && made.has(standing)) {
        drafts[standing] = draft;
        made.delete(standing);
      } else if (standing === undefined) {
        places.set(key, drafts.length);
        if (!isLast) made.add(drafts.length);
        parent = drafts.push(draft) - 1;
      } else fault('twice');
    }
  }
  return drafts;
}

/** The parent is the nearest row above of that key or name, else the only one of the file, else it is outside of it. */
function ofParents(rows: readonly ReadRow[], faults: EntryFault[]): DraftEntry[] {
  const named: ReadRow[] = [];
  for (const row of rows) {
    if (row.said.name !== '') named.push(row);
    else faults.push({ unit: 'line', line: row.line, problem: 'no_name', value: row.cell('key') });
  }
  const keys = placesBy(named, ({ cell }) => cell('key'));
  const names = placesBy(named, ({ said }) => said.name);
  const nearest = (places: readonly number[] | undefined, row: number): number | undefined =>
    places?.findLast((place) => place < row) ?? (places?.length === 1 ? places[0] : undefined);
  return named.map(({ line, cell, said }, row) => {
    const above = cell('parent');
    const parent = above === '' ? null : (nearest(keys.get(above), row) ?? nearest(names.get(above), row) ?? null);
    const key = cell('key');
    // A path is what a code without a key of its own goes by.
    const slug = key === '' || key.includes(' / ') || key === said.name ? {} : { slug: key };
    return { ...said, ...slug, line, parent, outside: above !== '' && parent === null ? above : null };
  });
}

function placesBy(rows: readonly ReadRow[], word: (row: ReadRow) => string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, row] of rows.entries()) {
    const list = places.get(word(row));
    if (list) list.push(place);
    else places.set(word(row), [place]);
  }
  return places;
}
