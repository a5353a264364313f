import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../electron/cli/commands/export-formats.ts';
import { commands } from '../../electron/cli/main.ts';
import { transcriptFormats } from '../../electron/core/import/parsed-file.ts';
import { codedTranscriptFormats } from '../../shared/contract/methods/coded-transcripts.ts';
import { exchangeKinds } from '../../shared/contract/methods/exchange.ts';
import { reportFormats, reportKinds } from '../../shared/contract/methods/reports.ts';
import { settings } from '../../shared/contract/methods/settings.ts';
import { shareableParts } from '../../shared/contract/methods/protection.ts';
import { catalogues } from '../../shared/messages/catalogues.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

/* What the program has, the documentation has: nothing is added without a word on it. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).map(read).join('\n');

/** The first cells of the tables of a page. */
function firstCells(path: string): string[] {
  return [...read(path).matchAll(/^\| ((?:[^|\\]|\\.)*?) \|/gm)].map(([, cell]) => cell!);
}

describe('the documentation', () => {
  it('has a row for every command of the window, with its keys', () => {
    const page = read('docs/commands.md');
    const cells = firstCells('docs/commands.md');
    const names = Object.entries(catalogues.en).flatMap(([key, text]) => (key.startsWith('command.') ? [text] : []));
    const shown = names.map((text) => text.replaceAll(/\{(\w+)[^}]*\}/g, '…'));
    expect(shown.filter((name) => !cells.some((cell) => cell.startsWith(name)))).toEqual([]);
    const keys = [...sources.matchAll(/\bkeys: \[([^\]]*)\]/g)].flatMap(([, list]) =>
      [...list!.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, key]) => key!.replace('\\', '')),
    );
    expect(keys.length).toBeGreaterThan(40);
    // Lists for the search of names are called keys too: a chord begins with a capital or a sign.
    const chords = keys.filter((key) => !/^[a-z]/.test(key));
    expect(chords.filter((key) => !page.includes(`\`${key === ' ' ? 'Space' : key}\``))).toEqual([]);
  });

  it('has a row for every setting', () => {
    const page = read('docs/settings.md');
    expect(Object.keys(settings.shape).filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
  });

  it('has a row for every command of the command line, and no row for one that is not there', () => {
    const cells = firstCells('docs/command-line.md').flatMap((cell) =>
      [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, usage]) => usage!.split('\\|')),
    );
    const missing = commands.filter(({ name }) => !cells.some((cell) => cell.startsWith(name)));
    expect(missing.map(({ name }) => name)).toEqual([]);
    const first = new Set([...commands.map(({ name }) => name.split(' ')[0]!), 'serve']);
    const rows = firstCells('docs/command-line.md').map((cell) => /^`([a-z]+)/.exec(cell)?.[1]);
    expect(rows.filter((word) => word !== undefined && !first.has(word))).toEqual([]);
  });

  it('names every kind and format of report, and what a copy to share may keep', () => {
    const line = read('docs/command-line.md').replaceAll('\\|', '|');
    expect(line).toContain(`--kind ${reportKinds.join('|')}`);
    expect(line).toContain(`--format ${reportFormats.join('|')}`);
    expect(line).toContain(`none|${shareableParts.join(',')}`);
  });

  it('has a heading for every kind of file that comes in', () => {
    const headings = (page: string): string[] =>
      [...read(page).matchAll(/^## (.+)$/gm)].map(([, line]) => plain(line!));
    const plain = (words: string): string => words.toLowerCase().replaceAll(/[^a-z]/g, '');
    const without = (formats: readonly string[], page: string): string[] =>
      formats.filter((format) => !headings(page).some((heading) => heading.includes(plain(format))));
    expect(without(transcriptFormats, 'docs/formats.md')).toEqual([]);
    expect(without(exchangeKinds, 'docs/exchange.md')).toEqual([]);
  });

  it('names every format that goes out', () => {
    const line = read('docs/command-line.md').replaceAll('\\|', '|');
    expect(exportFormats.filter((format) => !line.includes(format))).toEqual([]);
    expect(line).toContain(`NAME --format ${codedTranscriptFormats.join('|')}`);
    const reports = read('docs/reports.md').toLowerCase();
    expect(reportFormats.filter((format) => !reports.includes(format === 'md' ? 'markdown' : format))).toEqual([]);
  });

  it.each([
    ['zh-Hans', /“([^”]+)”/g],
    ['ja', /「([^」]+)」/g],
  ] as const)('calls things in the guide what the window calls them: %s', (language, quoted) => {
    const words = new Set<string>(Object.values(catalogues[language]));
    // What a cell of a survey says, and a sign.
    const others = new Set(['没有回答', '?']);
    const guide = globSync(`docs/guide/${language}/*.md`, { cwd: root });
    expect(guide.length).toBe(globSync('docs/guide/*.md', { cwd: root }).length);
    const named = guide.flatMap((page) => [...read(page).matchAll(quoted)].flatMap(([, name]) => name!.split(' › ')));
    expect(named.filter((name) => !words.has(name) && !others.has(name))).toEqual([]);
  });

  it('speaks of commands that are there', () => {
    const spoken = pages.flatMap((page) =>
      [...read(page).matchAll(/`(?:verbatim|npm run -s verbatim --) ([a-z][^`]*)`/g)].map(([, line]) => line!),
    );
    expect(spoken.length).toBeGreaterThan(5);
    const isThere = (line: string): boolean =>
      line.startsWith('serve') || commands.some(({ name }) => `${line} `.startsWith(`${name} `));
    expect(spoken.filter((line) => !isThere(line))).toEqual([]);
  });

  it('shows queries that can be read and command lines that run', { timeout: 120_000 }, async () => {
    const lines = pages.flatMap((page) =>
      [...read(page).matchAll(/^ {4}(?:verbatim|npm run -s verbatim --) (.+)$/gm)].map(([, line]) => ({
        page,
        line: line!,
      })),
    );
    expect(lines.length).toBeGreaterThan(8);
    const folder = tempFolder();
    await runVerbatim(folder, 'sample', 'study.vbt');
    const queries = [...read('docs/queries.md').matchAll(/^ {4}(.+)$/gm)].map(([, query]) => query!);
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) {
      const { code, error } = await runVerbatim(folder, 'query', 'study.vbt', query);
      expect([code, error], query).toEqual([0, '']);
    }
    for (const { page, line } of lines.filter(({ line: shown }) => shown !== 'sample study.vbt')) {
      const { code, error } = await runVerbatim(folder, ...line.split(' '));
      expect([code, error], `${page}: verbatim ${line}`).toEqual([0, '']);
    }
  });
});
