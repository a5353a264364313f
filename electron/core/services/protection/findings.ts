import type { Findings, FoundName } from '../../../../shared/contract/methods/protection.ts';
import {
  type NameFinder,
  nameFinder,
  type Pseudonym,
  wholeWordsOnly,
} from '../../../../shared/pseudonyms/find-names.ts';
import type { FilePart } from './file-part.ts';
import { pathInText } from './path-in-text.ts';

/** What is looked for in a file. */
export type Wanted = {
  readonly list: readonly Pseudonym[];
  readonly folded: boolean;
  readonly coders: readonly string[];
  readonly cases: readonly string[];
  readonly confidential: readonly string[];
};

const placesNamed = 5;
const mostPaths = 200;
const mostParts = 200;

/** Counts the names of one list, and where they stand. */
class Tally {
  private readonly find: (text: string) => readonly number[];
  private readonly names: readonly string[];
  private readonly counts = new Map<number, { count: number; places: Set<string> }>();

  constructor(names: readonly string[], find: (text: string) => readonly number[]) {
    this.names = names;
    this.find = find;
  }

  look(text: string, place: string): void {
    for (const entry of this.find(text)) {
      const known = this.counts.get(entry) ?? { count: 0, places: new Set<string>() };
      known.count += 1;
      if (known.places.size < placesNamed) known.places.add(place);
      this.counts.set(entry, known);
    }
  }

  found(): FoundName[] {
    return this.names.flatMap((name, entry) => {
      const known = this.counts.get(entry);
      return known ? [{ name, count: known.count, places: [...known.places] }] : [];
    });
  }
}

/** Whole words, wherever they stand. */
function inText(finder: NameFinder): (text: string) => number[] {
  return (text) =>
    wholeWordsOnly(finder)
      .find(text)
      .map(({ entry }) => entry);
}

/** Lines; of JSON its strings, and of a table its fields: one whose lines all have as many separators as the first. */
function cellsOf(text: string): string[] {
  if (/^\s*[[{]/.test(text)) return text.split('"');
  const lines = text.split(/[\n\r\t]+/u);
  const separator = [';', ','].find((sign) => {
    const counts = lines.slice(0, 20).flatMap((line) => (line === '' ? [] : [line.split(sign).length]));
    return counts.length > 1 && counts[0]! > 1 && counts.every((count) => count >= counts[0]!);
  });
  return separator === undefined ? lines : lines.flatMap((line) => line.replaceAll('"', '').split(separator));
}

/** What fills a cell, a field or a value by itself: names of one or two letters, and of columns, are words of any text. */
function asCells(names: readonly string[]): (text: string) => number[] {
  const places = new Map(names.map((name, entry) => [name, entry]));
  return (text) => cellsOf(text).flatMap((cell) => places.get(cell.trim()) ?? []);
}

/** Names of people: short ones of letters only where they stand by themselves. */
function ofPeople(names: readonly string[]): (text: string) => number[] {
  const isShort = (name: string): boolean => /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}]{1,2}$/u.test(name);
  const long = inText(
    nameFinder(
      names.map((name) => ({ name: isShort(name) ? '' : name, pseudonym: '' })),
      false,
    ),
  );
  const short = asCells(names.map((name) => (isShort(name) ? name : '')));
  return (text) => [...long(text), ...short(text).filter((entry) => names[entry] !== '' && isShort(names[entry]!))];
}

/** Goes through what can be read in a file and says what of it tells of people. `step` lets others in between. */
export async function findingsOf(
  head: { readonly file: string; readonly size: number },
  parts: AsyncIterable<FilePart>,
  wanted: Wanted,
  step: () => Promise<void>,
): Promise<Findings> {
  const names = wanted.list.map(({ name }) => name);
  const finder = nameFinder(wanted.list, wanted.folded);
  const tallies = {
    names: new Tally(names, (text) => finder.find(text).map(({ entry }) => entry)),
    coders: new Tally(wanted.coders, ofPeople(wanted.coders)),
    cases: new Tally(wanted.cases, ofPeople(wanted.cases)),
    confidential: new Tally(wanted.confidential, asCells(wanted.confidential)),
  };
  const authors = new Map<string, { place: string; value: string }>();
  const paths = new Set<string>();
  const [originals, unread] = [new Set<string>(), new Set<string>()];
  let [steps, isEncrypted] = [0, false];
  for await (const part of parts) {
    switch (part.kind) {
      case 'text':
        for (const tally of Object.values(tallies)) tally.look(part.text, part.place);
        for (const [path] of part.text.matchAll(pathInText)) if (paths.size < mostPaths) paths.add(path);
        break;
      case 'author':
        authors.set(`${part.place} ${part.value}`, { place: part.place, value: part.value });
        break;
      case 'original':
        if (originals.size < mostParts) originals.add(part.place);
        break;
      case 'unread':
        if (unread.size < mostParts) unread.add(part.place);
        break;
      case 'step':
        steps += 1;
        break;
      case 'encrypted':
        isEncrypted = true;
        break;
      default:
        part satisfies never;
    }
    await step();
  }
  return {
    ...head,
    isEncrypted,
    names: tallies.names.found(),
    coders: tallies.coders.found(),
    cases: tallies.cases.found(),
    confidential: tallies.confidential.found(),
    authors: [...authors.values()],
    paths: [...paths],
    originals: [...originals],
    steps,
    unread: [...unread],
  };
}
