import * as fc from 'fast-check';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergeCopy } from '../../electron/core/services/copies/merge-copies.ts';
import type { OtherCopy } from '../../electron/core/services/copies/other-copy.ts';
import { OpenProject } from '../../electron/core/services/project/open-project.ts';
import { projectQueries } from '../../electron/core/store/repositories/project-table.ts';
import { Store } from '../../electron/core/store/store.ts';
import { connectionOf } from '../support/connections.ts';
import { openTestCore, openTestProject, type TestCore } from '../support/core.ts';
import { fixedPorts } from '../support/fixed-ports.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { runStep, type Step, type StepKind } from '../support/random-commands/run-step.ts';
import { tempFolder } from '../support/temp-folder.ts';

const kinds: StepKind[] = [
  'codings.add',
  'codings.add',
  'codings.remove',
  'codings.resize',
  'codings.setCode',
  'codes.create',
  'codes.update',
  'codes.move',
  'codes.remove',
  'memos.save',
  'memos.saveOnRange',
  'documents.rename',
  'documents.setDone',
  'coders.rename',
];
/** What changes texts or how they are divided: where passages are found again depends on which text they come from. */
const textKinds: StepKind[] = [
  'documents.correct',
  'documents.correct',
  'documents.remove',
  'turns.split',
  'turns.merge',
  'turns.setSpeaker',
  'speakers.merge',
];
const stepsOf = (...some: StepKind[]): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...some),
      picks: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)),
      words: fc.constantFrom('trust', 'fear', '隐私', '😀', 'a b'),
    }),
    { minLength: 1, maxLength: 7 },
  );
const edits = stepsOf(...kinds);
const textEdits = stepsOf(...kinds, ...textKinds);

/** One removes a code that another uses and then uses no more: it is gone whichever of the two is merged first. */
const onFirst = (kind: StepKind, first = 0, second = 0): Step => ({
  kind,
  picks: [first, second, 0, 0],
  words: 'trust',
});
const keptThenFree: [Step[], Step[], Step[]] = [
  [onFirst('codings.setCode', 0, 95), onFirst('codings.add')],
  [onFirst('codings.add')],
  [onFirst('codes.remove', 2), onFirst('codings.add')],
];

let sessions = 1;
function laterCore(folder: string): TestCore {
  sessions += 1;
  return openTestCore({ folder, first: sessions * 100_000, begins: sessions * 1000 });
}

/** The orders of three other than one after the other. */
const otherOrders = [
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

const orders = [
  [0, 1, 2],
  [2, 1, 0],
  [1, 2, 0],
] as const;

/** Everything but which copy it is, and when a merge asked for a look at a passage. */
function content(path: string): Record<string, unknown[]> {
  const { project: _, selection_review: reviews = [], ...rest } = logicalDump(path);
  return { ...rest, selection_review: reviews.map((review) => ({ ...(review as object), created_at: null })) };
}

/** A project of three coders, closed, and the copy of each. */
async function threeCopies(source: string): Promise<{ path: string; copies: Buffer[] }> {
  const { test, path } = await openTestProject(source);
  const { client } = test;
  const coders = [(await client.call('project.summary', {})).coder];
  for (const name of ['Bo', 'Cy']) coders.push((await client.call('coders.create', { name })).id);
  const copies: Buffer[] = [];
  for (const coder of coders) {
    const { ticket } = await client.call('copies.make', { coder });
    const { base64 } = await client.call('files.read', { ticket, offset: 0, length: 1 << 20 });
    copies.push(Buffer.from(base64, 'base64'));
  }
  await test.close();
  return { path, copies };
}

/** Writes a copy into a folder and does things in it. */
async function edited(folder: string, name: string, copy: Buffer, steps: readonly Step[]): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, copy);
  const test = laterCore(folder);
  await test.client.call('project.open', { ticket: test.ticket(path) });
  for (const each of steps) await runStep(test.client, each);
  await test.close();
  return path;
}

const source = 'I: Why?\nR: [fear: They watch us] all day, [trust: every day].\nR: [habit: We got used to it].\n';

/** How many different things are done in the copy of each coder: 6 × 6 × 6 triples. */
const versions = 6;

class Rehearsed extends Error {}

/** What a project holds after merging in this order; nothing of it is kept. */
function mergedContent(project: OpenProject, others: readonly OtherCopy[], order: readonly number[]): unknown {
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

describe('merging three copies', () => {
  it('gives the same in any order for 216 triples of copies in which anything was done', {
    timeout: 120_000,
  }, async () => {
    const { path, copies } = await threeCopies(source);
    const [seed] = fc.sample(fc.nat(), 1);
    const drawn = fc.sample(edits, { seed: seed!, numRuns: copies.length * versions });
    const folder = tempFolder();
    const ports = fixedPorts(folder, { host: 'desktop', first: 9_000_000, begins: 9_000_000 });
    const pool: OtherCopy[][] = [];
    for (const [coder, copy] of copies.entries()) {
      const made: OtherCopy[] = [];
      for (let version = 0; version < versions; version++) {
        const file = `copy${coder}${version}.vbt`;
        const store = Store.open(await edited(folder, file, copy, drawn[coder * versions + version]!), ports);
        made.push({ file, store, project: store.get(projectQueries.only)!, close: () => store.close() });
      }
      pool.push(made);
    }
    const project = new OpenProject(Store.open(path, ports), ports);
    const before = content(path);
    const results = new Set<string>();
    let triple = 0;
    for (const a of pool[0]!)
      for (const b of pool[1]!)
        for (const c of pool[2]!) {
          const others = [a, b, c];
          const order = otherOrders[triple++ % otherOrders.length]!;
          const told = `${others.map(({ file }) => file).join(', ')} of seed ${seed}: ${order.join('')} as 012`;
          const held = mergedContent(project, others, [0, 1, 2]);
          expect(mergedContent(project, others, order), told).toEqual(held);
          results.add(JSON.stringify(held));
        }
    expect(triple).toBe(versions ** 3);
    // They are of different copies indeed.
    expect(results.size).toBeGreaterThan(versions ** 2);
    expect(content(path)).toEqual(before);
    for (const each of pool.flat()) each.close();
    project.store.close();
  });

  it('through files and backups as well, one after the other, and undoing it gives back what was', {
    timeout: 120_000,
  }, async () => {
    const start = await threeCopies(source);
    await fc.assert(
      fc.asyncProperty(fc.tuple(edits, edits, edits), async (drawn) => {
        const folder = tempFolder();
        const paths: string[] = [];
        for (const [place, steps] of drawn.entries())
          paths.push(await edited(folder, `copy${place}.vbt`, start.copies[place]!, steps));
        const results: unknown[] = [];
        for (const order of orders) {
          const path = join(folder, `main${order.join('')}.vbt`);
          copyFileSync(start.path, path);
          const test = laterCore(folder);
          await test.client.call('project.open', { ticket: test.ticket(path) });
          const before = content(path);
          let steps = 0;
          for (const place of order) {
            const ticket = test.ticket(paths[place]!);
            if (!(await test.client.call('copies.merge', { tickets: [ticket] })).nothingToDo) steps += 1;
          }
          expect((await test.client.call('project.check', {})).faults).toEqual([]);
          results.push(content(path));
          for (let undone = 0; undone < steps; undone++) await test.client.call('history.undo', {});
          expect(content(path)).toEqual(before);
          expect(test.ports.unforeseen).toEqual([]);
          await test.close();
        }
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
      }),
      { numRuns: 3, examples: [[keptThenFree]] },
    );
  });

  it('that changed texts, turns and speakers leaves every passage on its words or listed, and can be undone', {
    timeout: 120_000,
  }, async () => {
    const start = await threeCopies(source);
    await fc.assert(
      fc.asyncProperty(fc.tuple(textEdits, textEdits, textEdits), async (drawn) => {
        const folder = tempFolder();
        const path = join(folder, 'main.vbt');
        copyFileSync(start.path, path);
        const test = laterCore(folder);
        await test.client.call('project.open', { ticket: test.ticket(path) });
        const before = content(path);
        let steps = 0;
        for (const [place, each] of drawn.entries()) {
          const copy = await edited(folder, `copy${place}.vbt`, start.copies[place]!, each);
          const { nothingToDo } = await test.client.call('copies.merge', { tickets: [test.ticket(copy)] });
          if (!nothingToDo) steps += 1;
          expect((await test.client.call('project.check', {})).faults).toEqual([]);
        }
        for (let undone = 0; undone < steps; undone++) await test.client.call('history.undo', {});
        expect(content(path)).toEqual(before);
        expect(test.ports.unforeseen).toEqual([]);
        await test.close();
      }),
      { numRuns: 12 },
    );
  });
});
