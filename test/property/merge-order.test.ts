import * as fc from 'fast-check';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OtherCopy } from '../../electron/core/services/copies/other-copy.ts';
import { OpenProject } from '../../electron/core/services/project/open-project.ts';
import { projectQueries } from '../../electron/core/store/repositories/project-table.ts';
import { Store } from '../../electron/core/store/store.ts';
import { fixedPorts } from '../support/fixed-ports.ts';
import { content, edited, laterCore, mergedContent, otherOrders, threeCopies, workedOn } from '../support/merging.ts';
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

const orders = [
  [0, 1, 2],
  [2, 1, 0],
  [1, 2, 0],
] as const;

const source = 'I: Why?\nR: [fear: They watch us] all day, [trust: every day].\nR: [habit: We got used to it].\n';

/** How many different things are done in the copy of each coder: 6 × 6 × 6 triples. */
const versions = 6;

describe('merging three copies', () => {
  it('gives the same in any order for 216 triples of copies in which anything was done', async () => {
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

  it('through files and backups as well, one after the other, and undoing it gives back what was', async () => {
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

  it('that changed texts, turns and speakers leaves every passage on its words or listed, and can be undone', async () => {
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

  it('into a copy what the project made of an older state of it: that older state changes nothing any more', async () => {
    const start = await threeCopies(source);
    await fc.assert(
      fc.asyncProperty(fc.tuple(edits, edits), async ([before, after]) => {
        const folder = tempFolder();
        const copy = await edited(folder, 'copy.vbt', start.copies[1]!, before);
        const older = join(folder, 'older.vbt');
        copyFileSync(copy, older);
        const main = join(folder, 'main.vbt');
        copyFileSync(start.path, main);
        await workedOn(main, readFileSync(main), async (test) => {
          await test.client.call('copies.merge', { tickets: [test.ticket(copy)] });
          for (const each of after) await runStep(test.client, each);
        });
        await workedOn(copy, readFileSync(copy), async (test) => {
          const merge = (path: string) => test.client.call('copies.merge', { tickets: [test.ticket(path)] });
          await merge(main);
          expect(await merge(main)).toMatchObject({ nothingToDo: true });
          const held = content(copy);
          await merge(older);
          expect(content(copy)).toEqual(held);
        });
      }),
      { numRuns: 3 },
    );
  });
});
