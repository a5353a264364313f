import * as fc from 'fast-check';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestCore, openTestProject, type TestCore } from '../support/core.ts';
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
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  picks: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)),
  words: fc.constantFrom('trust', 'fear', '隐私', '😀', 'a b'),
});
const edits = fc.array(step, { minLength: 1, maxLength: 7 });

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

const orders = [
  [0, 1, 2],
  [2, 1, 0],
  [1, 2, 0],
] as const;

/** Everything but which copy it is. */
function content(path: string): Record<string, unknown[]> {
  const { project: _, ...rest } = logicalDump(path);
  return rest;
}

describe('merging three copies', () => {
  it('gives the same in any order, whatever was done in them, and undoing it gives back what was', {
    timeout: 120_000,
  }, async () => {
    const start = await openTestProject(
      'I: Why?\nR: [fear: They watch us] all day, [trust: every day].\nR: [habit: We got used to it].\n',
    );
    const { client } = start.test;
    const coders = [(await client.call('project.summary', {})).coder];
    for (const name of ['Bo', 'Cy']) coders.push((await client.call('coders.create', { name })).id);
    const copies: Buffer[] = [];
    for (const coder of coders) {
      const { ticket } = await client.call('copies.make', { coder });
      const { base64 } = await client.call('files.read', { ticket, offset: 0, length: 1 << 20 });
      copies.push(Buffer.from(base64, 'base64'));
    }
    await start.test.close();

    await fc.assert(
      fc.asyncProperty(fc.tuple(edits, edits, edits), async (drawn) => {
        const folder = tempFolder();
        const paths: string[] = [];
        for (const [place, steps] of drawn.entries()) {
          const path = join(folder, `copy${place}.vbt`);
          writeFileSync(path, copies[place]!);
          const test = laterCore(folder);
          await test.client.call('project.open', { ticket: test.ticket(path) });
          for (const each of steps) await runStep(test.client, each);
          await test.close();
          paths.push(path);
        }
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
      { numRuns: 8, examples: [[keptThenFree]] },
    );
  });
});
