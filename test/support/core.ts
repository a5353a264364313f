import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Core } from '../../electron/core/app.ts';
import type { Ports } from '../../electron/core/ports.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { Output } from '../../shared/contract/methods.ts';
import type { CodeId, DocumentId } from '../../shared/domain/ids.ts';
import { type FixedPorts, fixedPorts } from './fixed-ports.ts';
import { logicalDump } from './logical-dump.ts';
import { markedTranscript } from './interviews/marked-transcript.ts';
import { startCore } from './plain-core.ts';
import { tempFolder } from './temp-folder.ts';

/** A real core on files of its own, spoken to through the contract; what it answers is held to the contract. */
export type TestCore = {
  readonly client: Client;
  readonly core: Core;
  readonly ports: FixedPorts;
  readonly folder: string;
  /** A path in the test's folder. */
  readonly path: (name: string) => string;
  /** Writes a file into the test's folder and answers a ticket for it. */
  readonly file: (name: string, content: string | Uint8Array) => string;
  /** A ticket for a path. */
  readonly ticket: (path: string) => string;
  /** Ends this core as a host does: the project is closed. */
  readonly close: () => Promise<void>;
};

/** Opens a core in a new folder, or in that of another to see what it left. */
export function openTestCore({
  folder = tempFolder(),
  host = 'desktop',
  first = 1,
  begins = 0,
  idsEnd = '',
}: {
  folder?: string;
  host?: Ports['host'];
  first?: number;
  begins?: number;
  idsEnd?: string;
} = {}): TestCore {
  mkdirSync(folder, { recursive: true });
  const ports = fixedPorts(folder, { host, first, begins, idsEnd });
  const { core, client, grant, close } = startCore(ports, { validateOutput: true });
  const path = (name: string): string => join(folder, name);
  onTestFinished(() => core.close());
  return {
    client,
    core,
    ports,
    folder,
    path,
    file: (name, content) => {
      writeFileSync(path(name), content);
      return grant(path(name));
    },
    ticket: grant,
    close,
  };
}

/** A project to work on: its file, one interview, its codes by name, the codings marked in it. */
export type TestProject = {
  readonly test: TestCore;
  readonly path: string;
  readonly document: DocumentId;
  readonly text: string;
  readonly codes: ReadonlyMap<string, CodeId>;
  /** Codes one passage by its words. */
  readonly code: (words: string, ...codes: string[]) => Promise<Output<'codings.add'>>;
  /** Everything the project says. */
  readonly dump: () => Record<string, unknown[]>;
};

/** Imports texts as files; answers their documents. Throws what the first refused file was refused for. */
export async function importTexts(
  test: TestCore,
  texts: Readonly<Record<string, string | Uint8Array>>,
): Promise<DocumentId[]> {
  const files = Object.entries(texts).map(([name, content]) => ({ ticket: test.file(name, content) }));
  const { imported, failed } = await test.client.call('imports.commit', { files });
  if (failed[0]) throw new Error(`${failed[0].file}: ${JSON.stringify(failed[0].error)}`);
  return imported.map(({ document }) => document);
}

/**
 * Makes a project `study.vbt` with one interview written with its codings in it (`I: Why? \nR: [fear: They watch.]`);
 * the codes named in it are made, and the passages coded by the first coder.
 */
export async function openTestProject(source: string, test = openTestCore()): Promise<TestProject> {
  const { client } = test;
  const path = test.path('study.vbt');
  await client.call('project.create', { name: 'Study', template: 'empty', place: test.ticket(path), coder: 'Ada' });
  const { text, marks } = markedTranscript(source);
  const [document] = await importTexts(test, { 'interview.txt': text });
  const codes = new Map<string, CodeId>();
  for (const name of new Set(marks.map(({ code }) => code)))
    codes.set(name, (await client.call('codes.create', { name })).id);
  const add = (start: number, end: number, names: readonly string[]) =>
    client.call('codings.add', { document: document!, start, end, codes: names.map((name) => codes.get(name)!) });
  for (const { code, start, end } of marks) await add(start, end, [code]);
  return {
    test,
    path,
    document: document!,
    text,
    codes,
    code: (words, ...names) => add(text.indexOf(words), text.indexOf(words) + words.length, names),
    dump: () => logicalDump(path),
  };
}
