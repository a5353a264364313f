import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { compileQuery, type SearchMode } from '../../../shared/search/search-query.ts';
import { foldText } from '../../../shared/text/fold.ts';
import { Store } from '../../../electron/core/store/store.ts';
import { documentQueries, documentTable } from '../../../electron/core/store/repositories/document-table.ts';
import { speakerTable, turnTable } from '../../../electron/core/store/repositories/turn-table.ts';
import { coderTable } from '../../../electron/core/store/repositories/coder-table.ts';
import { OpenProject } from '../../../electron/core/services/project/open-project.ts';
import { encodeText } from '../../../electron/core/store/stored-text.ts';
import { fillIndex } from '../../../electron/core/services/search/index-filler.ts';
import { TextSearch } from '../../../electron/core/services/search/text-search.ts';
import { fixedPorts } from '../../support/fixed-ports.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const pieces = fc.constantFrom(
  'trust',
  'Trust',
  'trusts',
  'dis',
  'a',
  'in',
  'x_y',
  "don't",
  '隐私',
  '私',
  '实名',
  'が',
  'か\u3099',
  'ー',
  '각',
  'é',
  'e\u0301',
  '\u{20b9f}られ',
  '😀',
  'ß',
  'ﬁ',
  'ＡＢ',
  '１',
  '\u0623\u0646\u0627',
  '\u05d0',
  '\u0915\u093f',
  '\u0e01\u0e33',
  '\ue000',
  '\u{30001}',
  '㍿',
  ' ',
  ' ',
  ' ',
  '\u3000',
  '\n',
  '.',
  ', ',
  '：',
  '-',
  '\u00ad',
  '*',
  '"',
  '\u0301',
);
const words = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
type Turn = { readonly label: string; readonly words: string };
const turns = fc.array(fc.record({ label: fc.constantFrom('', 'I: ', 'Luo (0:01): ', '问：'), words }), {
  minLength: 1,
  maxLength: 5,
});
/** Folded characters of a text, in order; what is between two of them can be cut. */
const folded = (text: string): string[] => Array.from(foldText(text).folded);
const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/u.test(character);
const isAlone = (character: string): boolean =>
  /[\p{L}\p{N}]/u.test(character) && /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]/u.test(character);
const isJoined = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}\p{Co}_]/u.test(character) && !isAlone(character);

/** How many characters from `at` on meet the query, taken character by character; null if they do not. */
function meets(text: readonly string[], at: number, query: readonly string[], mode: SearchMode): number | null {
  let here = at;
  for (let place = 0; place < query.length; place++) {
    const wanted = query[place]!;
    const isOpen =
      mode === 'words' &&
      wanted === '*' &&
      place > 0 &&
      !isBlank(query[place - 1]) &&
      (query[place + 1] === undefined || isBlank(query[place + 1]));
    if (isBlank(wanted)) {
      if (isBlank(query[place - 1])) continue;
      if (!isBlank(text[here])) return null;
      while (isBlank(text[here])) here++;
    } else if (isOpen) while (isJoined(text[here])) here++;
    else if (text[here] === wanted) here++;
    else return null;
  }
  return here - at;
}

/** Hits in one stretch by brute force: how many, left to right, not overlapping. */
function counted(stretch: string, query: string, mode: SearchMode): number {
  const text = folded(stretch);
  const wanted = Array.from(foldText(query).folded.replace(/^\s+|\s+$/gu, ''));
  if (wanted.length === 0) return 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const length = meets(text, at, wanted, mode);
    if (length === null || length === 0) continue;
    if (mode === 'words' && isJoined(wanted[0]) && isJoined(text[at - 1])) continue;
    if (mode === 'words' && isJoined(wanted.at(-1)) && isJoined(text[at + length])) continue;
    count++;
    at += length - 1;
  }
  return count;
}

function storedProject(documents: readonly (readonly Turn[])[]): OpenProject {
  const folder = tempFolder();
  const ports = fixedPorts(folder, { host: 'cli' });
  const store = Store.create(`${folder}/study.vbt`, ports);
  onTestFinished(() => store.close());
  const at = '2026-01-01T00:00:00.000Z';
  store.transact({ name: 'x', coder: null }, (log) => {
    log.insert(coderTable, { id: 'coder', name: 'A', created_at: at });
    for (const [place, parts] of documents.entries()) {
      const id = `d${String(place).padStart(4, '0')}`;
      const text = parts.map(({ label, words }) => `${label}${words}`).join('\n');
      const hash = store.blobs.put(encodeText(text));
      log.insert(documentTable, {
        id,
        name: id,
        position: place,
        language: 'en',
        format: 'txt',
        encoding: null,
        pattern: 'x',
        original: hash,
        original_name: id,
        text: hash,
        utf16_length: text.length,
        code_points: text.length,
        study_case: null,
        created_at: at,
      });
      log.insert(speakerTable, { id: `s${id}`, document: id, name: 'S', role: 'respondent', study_case: null });
      let from = 0;
      for (const [number, { label, words }] of parts.entries()) {
        const start = { start_at: from, content_at: from + label.length, end_at: from + label.length + words.length };
        log.insert(turnTable, {
          id: `${id}t${number}`,
          document: id,
          ...start,
          speaker: `s${id}`,
          time: null,
          question: null,
        });
        from += label.length + words.length + 1;
      }
    }
  });
  return new OpenProject(store, ports);
}

describe('searching all documents', () => {
  const documents = fc.sample(turns, { numRuns: 150, seed: 7 });
  const all = documents.flatMap((parts) => parts.map(({ words }) => words)).join('\n');
  const queries = fc.oneof(
    // Cut out of what is there, so that there is something to find.
    fc
      .tuple(fc.nat(all.length), fc.integer({ min: 1, max: 7 }))
      .map(([from, length]) => all.slice(from, from + length)),
    fc.array(pieces, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
  );
  const found = (project: OpenProject, query: string, mode: SearchMode, labels: boolean) =>
    documents.map((_, place) => {
      const row = project.document(`d${String(place).padStart(4, '0')}`);
      return new TextSearch(project, { query, mode, labels }).in(row).hits;
    });

  it.each(['text', 'words'] as const)(
    'by the index finds what is found without it, and as many as by brute force (%s)',
    (mode) => {
      let asked = 0;
      const indexed = storedProject(documents);
      const plain = storedProject(documents);
      fillIndex(indexed);
      fc.assert(
        fc.property(queries, fc.boolean(), (query, labels) => {
          const hits = found(indexed, query, mode, labels);
          expect(hits).toEqual(found(plain, query, mode, labels));
          asked += Number(compileQuery(query, mode)?.match != null && hits.some(({ length }) => length > 0));
          for (const [place, parts] of documents.entries()) {
            const stretches = parts.flatMap(({ label, words }) => (labels ? [label, words] : [words]));
            const expected = stretches.reduce((sum, stretch) => sum + counted(stretch, query, mode), 0);
            // Two hits in the expansion of one character (㍿, ß) are one.
            if (!/[㍿ﬁß]/u.test(stretches.join('')) && expected !== hits[place]!.length)
              expect({ query, text: stretches, hits: hits[place]!.length }).toEqual({
                query,
                text: stretches,
                hits: expected,
              });
          }
        }),
        { numRuns: 50 },
      );
      expect(asked, 'queries the index answered with hits').toBeGreaterThan(0);
    },
  );

  it.each(['\\w+', '^.', '(?<=a)\\S'])(
    'the pattern %s finds in many documents at once what it finds in each',
    (query) => {
      const project = storedProject(documents);
      const rows = project.store.all(documentQueries.all);
      const search = new TextSearch(project, { query, mode: 'pattern', labels: true });
      const together = [...search.through(rows)];
      expect(together).toEqual(rows.map((row) => search.in(row)));
      expect(together.some(({ hits }) => hits.length > 0)).toBe(true);
    },
  );

  it('the index takes in documents in their order, again those that have changed, and never looks through all', () => {
    const project = storedProject([0, 1, 2, 3].map((number) => [{ label: 'A: ', words: `word ${number}` }]));
    const { store } = project;
    const read = vi.spyOn(store, 'all');
    const inIndex = () => store.searchIndex.documents().map(({ document }) => document);
    fillIndex(project);
    expect(inIndex()).toEqual(['d0000', 'd0001', 'd0002', 'd0003']);
    store.transact({ name: 'x', coder: null }, (log) => log.update(turnTable, 'd0001t0', { content_at: 0, end_at: 0 }));
    expect(inIndex()).toEqual(['d0000', 'd0002', 'd0003']);
    fillIndex(project);
    expect(inIndex()).toEqual(['d0000', 'd0002', 'd0003', 'd0001']);
    expect(read).not.toHaveBeenCalledWith(documentQueries.all);
  });
});
