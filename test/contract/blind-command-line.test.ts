import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, runCommandLine } from '../../electron/cli/main.ts';
import { openContainer } from '../../electron/core/import/container.ts';
import { reportKinds } from '../../shared/contract/methods/reports.ts';
import { sharedStudy, type Study } from '../support/shared-study.ts';
import { openTestCore } from '../support/core.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { fileBehind } from '../support/plain-core.ts';

const reports = reportKinds.flatMap((kind) =>
  (['csv', 'docx'] as const).map((format) => `report P --kind ${kind} --format ${format} -o out/${kind}.${format}`),
);

/** How each command is called on the project P of a blind coder. */
const calls: Readonly<Record<string, readonly string[]>> = {
  inspect: ['inspect P', 'inspect given.csv --project P'],
  export: [
    'export P --format qdpx -o out/a.qdpx',
    'export P --format qdc -o out/a.qdc',
    'export P --format qdpx --coders Ada,Bo -o out/b.qdpx',
  ],
  copy: [
    'copy P --for Ada -o out/ada.vbt',
    'copy P --for Bo -o out/bo.vbt',
    'copy P --for Ada --assigned -o out/as.vbt',
  ],
  merge: ['merge P ada.vbt --preview', 'merge P ada.vbt'],
  share: ['share P -o out/share.vbt --keep memos,coders,confidential,originals'],
  privacy: ['privacy P', 'privacy P --json'],
  'document list': ['document list P', 'document list P --json'],
  'document text': ['document text P interview.txt'],
  'document turns': ['document turns P interview.txt'],
  'document export': [
    'document export P interview.txt --format docx -o out/a.docx',
    'document export P interview.txt --format html --coders Ada,Bo -o out/a.html',
  ],
  'document reimport': ['document reimport P interview.txt given.txt --preview --json'],
  'cases import': ['cases import P given.csv --dry-run --json'],
  'cases export': ['cases export P'],
  'cases purge': ['cases purge P R1 --yes'],
  'survey import': ['survey import P given.csv --dry-run'],
  'survey export': ['survey export P'],
  'survey figures': ['survey figures P --json'],
  'guide import': ['guide import P given.json'],
  'pseudonyms preview': ['pseudonyms preview P names.csv --json'],
  'pseudonyms apply': ['pseudonyms apply P names.csv'],
  'pseudonyms seal': ['pseudonyms seal P names.csv --yes'],
  'pseudonyms check': ['pseudonyms check P names.csv --json'],
  'codebook export': ['codebook export P', 'codebook export P -o out/codes.json'],
  'codebook import': ['codebook import P given.csv --preview'],
  'codings import': ['codings import P given.csv --json'],
  'codings export': ['codings export P', 'codings export P --coder Ada', 'codings export P --coder Bo'],
  cooccurrence: [
    'cooccurrence P --json',
    'cooccurrence P --coder Ada --json',
    'cooccurrence P --together --csv',
    'cooccurrence P --gold --json',
    'cooccurrence P --relation overlaps --json',
  ],
  compare: [
    'compare P --columns fear,trust --json',
    'compare P --columns fear --coder Ada --csv',
    'compare P --columns fear --coder gold',
  ],
  tidy: ['tidy P --coder together', 'tidy P --coder Ada -o out/tidy.csv', 'tidy P --coder gold'],
  agreement: [
    'agreement P --json',
    'agreement P --coders Ada,Bo --json',
    'agreement P --coders Ada,Bo --by code --bootstrap 100',
    'agreement P --round bilimb --json',
  ],
  'rounds create': ['rounds create P Second --coders Ada,Bo'],
  'rounds list': ['rounds list P', 'rounds list P --json'],
  'adjudicate export': ['adjudicate export P', 'adjudicate export P --coders Ada,Bo --json'],
  report: [...reports, 'report P --kind passages --format csv --coder Ada -o out/ada.csv'],
  query: ['query P fear --json', "query P 'coder:Ada' --json", "query P 'memo:kum*' --json"],
  frequency: ['frequency P --code fear --json'],
  kwic: ['kwic P watch --code fear --json'],
  search: ['search P watch', 'search P kumqua', 'search P used --json'],
  check: ['check P', 'check P --json'],
  'archive write': ['archive write P -o out/a.zip --with-confidential'],
  encrypt: ['encrypt P -o out/a.vbtx --passphrase-file phrase.txt'],
  lock: ['lock P --passphrase-file phrase.txt'],
  'backup folder': ['backup folder'],
  'backup list': ['backup list', 'backup list --json'],
  'backup restore': ['backup restore 1 --out out/back.vbt', 'backup restore Study --out out/study.vbt'],
  import: ['import P more.txt --json'],
};

/** Commands that are told of no project a coder could be blind in. */
const apart = new Set(['new', 'sample', 'demo', 'verify', 'archive restore', 'decrypt']);

/** The words of a line; quoted ones stay together. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);

let study: Study;

beforeEach(async () => {
  study = await sharedStudy();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function runIn(at: string, argv: readonly string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const keep = (text: unknown): boolean => Boolean((said += String(text)));
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.stubEnv('VERBATIM_DATA', join(at, 'data'));
  vi.stubEnv('VERBATIM_PROJECTS', join(at, 'projects'));
  const code = await runCommandLine(
    argv.map((word) =>
      /^(P|out\/.*|(given|names|phrase|ada|more)\..*)$/.test(word) ? join(at, word === 'P' ? 'study.vbt' : word) : word,
    ),
  );
  vi.restoreAllMocks();
  return { code, said };
}

/** Everything the files of a folder say, packed ones unpacked. */
async function heldIn(at: string): Promise<string> {
  const pieces: string[] = [];
  for (const name of existsSync(at) ? readdirSync(at) : []) {
    const path = join(at, name);
    if (statSync(path).isDirectory()) continue;
    const bytes = readFileSync(path);
    pieces.push(bytes.toString());
    if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) continue;
    const archive = await openContainer(bytes);
    for (const inner of archive.names) pieces.push((await archive.whole(inner)).toString());
  }
  return pieces.join('\n');
}

function filesFor(at: string): void {
  mkdirSync(join(at, 'out'), { recursive: true });
  writeFileSync(join(at, 'given.csv'), 'document,coder,code,start,end\ninterview.txt,Bo,fear,0,3\n');
  writeFileSync(join(at, 'given.txt'), 'I: Why?\nR: They watch us every day.\nI: And then?\nR: We got used to it.\n');
  writeFileSync(join(at, 'more.txt'), 'I: Why?\nR: Because.\n');
  writeFileSync(join(at, 'given.json'), '[]');
  writeFileSync(join(at, 'names.csv'), 'name,pseudonym\nwatch,look\n');
  writeFileSync(join(at, 'phrase.txt'), 'nobody knows this\n');
}

describe('the command line in a shared file', () => {
  it('has every command tried below, or says why it need not be', () => {
    expect(
      commands
        .map(({ name }) => name)
        .filter((name) => !apart.has(name))
        .sort(),
    ).toEqual(Object.keys(calls).sort());
  });

  /** Runs every command on a copy of the project of its own; answers what was heard of the other coder. */
  async function heard(more: readonly string[], left: readonly string[] = []): Promise<string[]> {
    const { ticket } = await study.test.client.call('copies.make', { coder: study.ada });
    const bytes = await fileBehind(study.test.client, ticket);
    if (more.length === 0 && left.length > 0) await study.test.client.call('blinding.begin', {});
    await study.test.close();
    const found: string[] = [];
    for (const [name, lines] of Object.entries(calls)) {
      if (left.includes(name)) continue;
      const at = tempFolder();
      filesFor(at);
      copyFileSync(study.path, join(at, 'study.vbt'));
      cpSync(join(study.test.folder, 'data'), join(at, 'data'), { recursive: true });
      writeFileSync(join(at, 'ada.vbt'), bytes);
      for (const line of lines) {
        const { said } = await runIn(at, [...wordsOf(line), ...more]);
        const held = `${said}\n${await heldIn(join(at, 'out'))}`;
        for (const word of study.canaries) if (held.includes(word)) found.push(`${name}: ${line}: ${word}`);
      }
    }
    return found;
  }

  it('with --as Bo no command prints, writes or keeps anything of the other coder', async () => {
    expect(await heard(['--as', 'Bo'])).toEqual([]);
  });

  it('while Bo codes blind in it none does either; a restored backup is a file of its own', async () => {
    expect(await heard([], ['backup restore'])).toEqual([]);
  });

  it('nor what is said of a backup restored then, nor what a command says of that', async () => {
    await study.test.client.call('blinding.begin', {});
    await study.test.close();
    const at = tempFolder();
    cpSync(join(study.test.folder, 'data'), join(at, 'data'), { recursive: true });
    const restored = await runIn(at, wordsOf('backup restore Study --out P --json'));
    expect(JSON.parse(restored.said)).toMatchObject({ name: 'Study', codings: 1 });
    const { code, said } = await runIn(at, wordsOf('codings export P'));
    expect([code, said.split('\n').filter((line) => line !== '')]).toMatchObject([0, { length: 2 }]);
    expect(study.canaries.filter((word) => said.includes(word))).toEqual([]);
  });

  it('otherwise they tell all there is', async () => {
    const found = await heard([]);
    for (const word of study.canaries)
      expect(
        found.filter((each) => each.endsWith(`: ${word}`)),
        word,
      ).not.toEqual([]);
  });

  it('whoever takes another coder’s place with --as while one is blind stands in the record', async () => {
    await study.test.client.call('blinding.begin', {});
    await study.test.close();
    await runIn(study.test.folder, ['codings', 'export', 'P', '--as', 'Ada']);
    const test = openTestCore({ folder: study.test.folder, first: 7000 });
    await test.client.call('project.open', { ticket: test.ticket(study.path) });
    expect(await test.client.call('blinding.log', {})).toMatchObject([
      { act: 'began', coder: study.bo },
      { act: 'left', coder: study.bo, reason: 'Ada' },
    ]);
  });
});
