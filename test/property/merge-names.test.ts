import * as fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OpenProject } from '../../electron/core/services/project/open-project.ts';
import { projectQueries } from '../../electron/core/store/repositories/project-table.ts';
import { Store } from '../../electron/core/store/store.ts';
import type { TestCore } from '../support/core.ts';
import { fixedPorts } from '../support/fixed-ports.ts';
import { mergedContent, otherOrders, threeCopies, workedOn } from '../support/merging.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Identifiers that end alike, and names that look as if a merge had given them. */
const idsEnd = '0000';
const names = fc.uniqueArray(fc.constantFrom('R1', 'R1 (0000)', 'R1 (0000) (0000)', 'R1 (10000)', 'R1 (20000)'), {
  minLength: 1,
});
type Copy = { readonly cases: readonly string[]; readonly queries: readonly string[] };
const copy: fc.Arbitrary<Copy> = fc.record({ cases: names, queries: names });

const rowsOf = (held: unknown, table: string): { name: string }[] =>
  (held as Record<string, { name: string }[]>)[table]!;

describe('two things of one name in the copies of a merge', () => {
  it('are both kept under names of their own, the same in any order, however alike names and identifiers are', async () => {
    const start = await threeCopies('I: Why?\nR: [fear: They watch us].\n');
    const ports = fixedPorts(tempFolder(), { first: 9_000_000, begins: 9_000_000 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(copy, copy, copy), async (drawn) => {
        const folder = tempFolder();
        const others = [];
        for (const [place, { cases, queries }] of drawn.entries()) {
          const file = `copy${place}.vbt`;
          const work = async ({ client }: TestCore): Promise<void> => {
            for (const name of cases) await client.call('cases.create', { name });
            for (const name of queries) await client.call('queries.save', { name, query: '"trust"' });
          };
          const path = await workedOn(join(folder, file), start.copies[place]!, work, { idsEnd });
          const store = Store.open(path, ports);
          others.push({ file, store, project: store.get(projectQueries.only)!, close: () => store.close() });
        }
        const project = new OpenProject(Store.open(start.path, ports), ports);
        try {
          const held = mergedContent(project, others, [0, 1, 2]);
          for (const order of otherOrders) expect(mergedContent(project, others, order)).toEqual(held);
          for (const [table, made] of [
            ['study_case', drawn.map(({ cases }) => cases)],
            ['saved_query', drawn.map(({ queries }) => queries)],
          ] as const) {
            const stand = rowsOf(held, table).map(({ name }) => name);
            expect(stand).toHaveLength(made.flat().length);
            expect(new Set(stand).size).toBe(stand.length);
            // Whoever was first keeps the name.
            expect(stand).toEqual(expect.arrayContaining([...new Set(made.flat())]));
          }
        } finally {
          for (const each of [...others, project.store]) each.close();
        }
      }),
      { numRuns: 8 },
    );
  });
});
