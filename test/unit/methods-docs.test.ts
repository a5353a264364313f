import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/* What the program computes, docs/methods explains: the list of statistics and of their sources is the code's own. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = globSync(
  [
    'shared/agreement/{coefficients,unitizing,spans,resampling}/*.ts',
    'shared/analysis/{association,comparison,survey}/*.ts',
  ],
  { cwd: root },
).sort();
const pages = globSync('docs/methods/*.md', { cwd: root }).map(read);
const methods = pages.join('\n').replaceAll(/\s+/g, ' ');
/** Headings and emphasised terms, in plain letters. */
const terms = pages
  .flatMap((page) => [
    ...[...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!),
    ...[...page.matchAll(/\*([^*\n]{3,40})\*/g)].map(([, term]) => term!),
  ])
  .map((term) => term.toLowerCase());

type Source = { readonly author: string; readonly year: string };

/** "Cohen 1960", "Fleiss, Cohen & Everitt 1969", "Haldane (1956)" in the comments of a file, by first author. */
function sourcesOf(path: string): Source[] {
  const comments = [...read(path).matchAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm)]
    .map(([comment]) => comment.replaceAll(/^\s*(?:\/\*+|\*+\/?|\/\/)/gm, ' '))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  const name = String.raw`[A-Z][\p{L}’'-]+`;
  const cited = new RegExp(`(${name})(?:, ${name})*(?: (?:&|and) ${name})? \\(?((?:18|19|20)\\d\\d)\\b`, 'gu');
  return [...comments.matchAll(cited)].map(([, author, year]) => ({ author: author!, year: year! }));
}

function isCited({ author, year }: Source): boolean {
  return new RegExp(`${author}[^.;:()]{0,60}?\\(?${year}`, 'u').test(methods);
}

describe('docs/methods', () => {
  it('is held against a good part of the code', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((path) => sourcesOf(path).length > 0).length).toBeGreaterThan(35);
  });

  it.each(files)('names every source that %s names', (path) => {
    expect(sourcesOf(path).filter((source) => !isCited(source))).toEqual([]);
  });

  it('has a heading or a term for every statistic that has no source', () => {
    const unsourced = files.filter(
      (path) =>
        sourcesOf(path).length === 0 &&
        /export function[^{;]*\): (?:Measure|Statistic|ChanceCorrected)\b/.test(read(path)),
    );
    const missing = unsourced.filter((path) => {
      const words = basename(path, '.ts').split('-');
      return !terms.some((term) => words.every((word) => term.includes(word)));
    });
    expect(missing).toEqual([]);
  });
});
