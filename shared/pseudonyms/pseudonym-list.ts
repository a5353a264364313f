import { csvRow } from '../export/csv.ts';
import { nameFinder, type Pseudonym } from './find-names.ts';

export const listFaults = ['no_pseudonym', 'twice', 'circular'] as const;
/** What is wrong with an entry: nothing stands for it, its name stands for two, or a pseudonym holds a name of the list. */
export type ListFault = { readonly reason: (typeof listFaults)[number]; readonly name: string };

const headNames = /^(?:name|names|real ?name|original|person|实名|實名|姓名|真名|原名|真实姓名|氏名|名前|実名|本名)$/iu;
const headPseudonyms =
  /^(?:pseudonym|pseudonyms|alias|code ?name|replacement|replace with|化名|假名|代号|代號|代称|替换|仮名|偽名|匿名|置換)$/iu;
const arrow = /\s*(?:→|⇒|->|=>|⟶|\t|＝|=)\s*/u;

/**
 * The entries of a pasted or read list, one a line: a table with two columns (comma, semicolon or tab; a head is passed over), or `name → pseudonym`,
 * `name = pseudonym`. Blank lines and lines with `#` before them say nothing. A name without a pseudonym has an empty one.
 */
export function pseudonymList(text: string): Pseudonym[] {
  const entries: Pseudonym[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [name = '', pseudonym = ''] = cellsOf(line).map((cell) => cell.trim());
    const isHead = entries.length === 0 && headNames.test(name) && headPseudonyms.test(pseudonym);
    if (name !== '' && !isHead) entries.push({ name, pseudonym });
  }
  return entries;
}

function cellsOf(line: string): string[] {
  if (!line.includes('"') && arrow.test(line)) return line.split(arrow);
  const delimiter = ['\t', ',', ';', '，', '；'].find((each) => line.includes(each)) ?? ',';
  const cells: string[] = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}]*))(?:[${delimiter}]|$)`, 'gu');
  for (const match of line.matchAll(cell)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match.index + match[0].length >= line.length) break;
  }
  return cells;
}

/** The first thing that keeps a list from being used; null for a good one. */
export function listFault(list: readonly Pseudonym[], folded: boolean): ListFault | null {
  const known = new Map<string, string>();
  for (const { name, pseudonym } of list) {
    if (pseudonym.trim() === '') return { reason: 'no_pseudonym', name };
    const standing = known.get(name);
    if (standing !== undefined && standing !== pseudonym) return { reason: 'twice', name };
    known.set(name, pseudonym);
  }
  const finder = nameFinder(list, folded);
  const circular = list.find(({ pseudonym }) => finder.find(pseudonym).length > 0);
  return circular === undefined ? null : { reason: 'circular', name: circular.pseudonym };
}

/** The list as a file of its own: the key by which names could be found again. */
export function keyFile(list: readonly Pseudonym[]): string {
  return `\ufeff${csvRow(['name', 'pseudonym'])}${list.map(({ name, pseudonym }) => csvRow([name, pseudonym])).join('')}`;
}
