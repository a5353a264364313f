import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { mergeCopy } from '../../electron/core/services/copies/merge-copies.ts';
import type { OtherCopy } from '../../electron/core/services/copies/other-copy.ts';
import type { OpenProject } from '../../electron/core/services/project/open-project.ts';
import { connectionOf } from './connections.ts';
import { openTestCore, openTestProject, type TestCore } from './core.ts';
import { logicalDump } from './logical-dump.ts';
import { fileBehind } from './plain-core.ts';
import { runStep, type Step } from './random-commands/run-step.ts';

let sessions = 1;

/** A core whose clock and identifiers come after those of all before. */
export function laterCore(
  folder: string,
  options: { readonly idsEnd?: string; readonly begins?: number } = {},
): TestCore {
  sessions += 1;
  return openTestCore({ folder, first: sessions * 10_000, begins: sessions * 1000, ...options });
}

/** The orders of three other than one after the other. */
export const otherOrders = [
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

/** Everything but which copy it is, and when a merge asked for a look at a passage. */
export function content(path: string): Record<string, unknown[]> {
  const { project: _, selection_review: reviews = [], ...rest } = logicalDump(path);
  return { ...rest, selection_review: reviews.map((review) => ({ ...(review as object), created_at: null })) };
}

/** A project of three coders, closed, and the copy of each. */
export async function threeCopies(source: string): Promise<{ path: string; copies: Buffer[] }> {
  const { test, path } = await openTestProject(source);
  const { client } = test;
  const coders = [(await client.call('project.summary', {})).coder];
  for (const name of ['Bo', 'Cy']) coders.push((await client.call('coders.create', { name })).id);
  const copies: Buffer[] = [];
  for (const coder of coders) {
    const { ticket } = await client.call('copies.make', { coder });
    copies.push(await fileBehind(client, ticket));
  }
  await test.close();
  return { path, copies };
}

/** Writes a copy into a folder and works in it. */
export async function workedOn(
  path: string,
  copy: Buffer,
  work: (test: TestCore) => Promise<void>,
  options: { readonly idsEnd?: string; readonly begins?: number } = {},
): Promise<string> {
  writeFileSync(path, copy);
  const test = laterCore(dirname(path), options);
  await test.client.call('project.open', { ticket: test.ticket(path) });
  await work(test);
  await test.close();
  return path;
}

/** Writes a copy into a folder and does things in it. */
export function edited(folder: string, name: string, copy: Buffer, steps: readonly Step[]): Promise<string> {
  return workedOn(join(folder, name), copy, async ({ client }) => {
    for (const each of steps) await runStep(client, each);
  });
}

class Rehearsed extends Error {}

/** What a project holds after merging in this order; nothing of it is kept. */
export function mergedContent(project: OpenProject, others: readonly OtherCopy[], order: readonly number[]): unknown {
  let held: unknown = null;
  const command = { name: 'copies.merge', coder: project.coder, defersReferences: true };
  try {
    project.store.transact(command, (log) => {
      for (const place of order) mergeCopy(project, log, others[place]!, {});
      expect(connectionOf(project.store.path).pragma('foreign_key_check')).toEqual([]);
      held = content(project.store.path);
      throw new Rehearsed('nothing is kept');
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return held;
}
