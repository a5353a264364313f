import * as fc from 'fast-check';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ChangeLog } from '../../electron/core/store/change-log.ts';
import { coderDocumentTable, coderTable } from '../../electron/core/store/repositories/coder-table.ts';
import { codeTable, codeTextTable } from '../../electron/core/store/repositories/code-table.ts';
import { projectTable } from '../../electron/core/store/repositories/project-table.ts';
import { Store } from '../../electron/core/store/store.ts';
import { fixedPorts } from '../support/fixed-ports.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { tempFolder } from '../support/temp-folder.ts';

/* The change log by itself, with change sets no command makes today: the same row many times, unique names taken over, parents last. */

type Operation = { readonly on: 'coder' | 'code' | 'text'; readonly key: number; readonly value: number };
const operation: fc.Arbitrary<Operation> = fc.record({
  on: fc.constantFrom('coder', 'coder', 'code', 'text'),
  key: fc.nat(3),
  value: fc.nat(4),
});
const changeSets = fc.array(fc.record({ operations: fc.array(operation, { maxLength: 12 }), fails: fc.nat(4) }), {
  minLength: 1,
  maxLength: 8,
});

const coderRow = (key: number, name: number) => ({ id: `c${key}`, name: `n${name}`, created_at: 'then' });
const codeRow = (key: number, parent: number) => ({
  id: `k${key}`,
  parent: parent === 0 || parent === key + 1 ? null : `k${parent - 1}`,
  position: parent,
  slug: null,
  color: '#000000',
  mark: 'solid',
  codable: 1,
  pinned: 0,
  retired: 0,
  version: 1,
  language: 'en',
  created_at: 'then',
  asks_memo: null,
});
const textRow = (key: number, value: number) => ({
  code: `k${key}`,
  language: `l${value % 2}`,
  name: `v${value}`,
  definition: '',
  when_to_use: '',
  when_not_to_use: '',
});

/** Inserts, changes or removes a row, whichever its key and value come to; what a constraint forbids is left out. */
function apply(log: ChangeLog, { on, key, value }: Operation): void {
  try {
    if (on === 'coder') {
      const standing = log.current(coderTable, `c${key}`);
      if (!standing) log.insert(coderTable, coderRow(key, value));
      else if (value === 4) log.remove(coderTable, `c${key}`);
      else log.update(coderTable, `c${key}`, { name: `n${value}` });
    } else if (on === 'code') {
      const standing = log.current(codeTable, `k${key}`);
      if (!standing) log.insert(codeTable, codeRow(key, value));
      else if (value === 4) log.remove(codeTable, `k${key}`);
      else log.update(codeTable, `k${key}`, codeRow(key, value));
    } else {
      const row = textRow(key, value);
      const id = JSON.stringify([row.code, row.language]);
      const standing = log.current(codeTextTable, id);
      if (!standing) log.insert(codeTextTable, row);
      else if (value === 4) log.remove(codeTextTable, id);
      else log.update(codeTextTable, id, { name: row.name });
    }
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw error;
  }
}

const project = {
  id: 'p',
  copy_id: 'p',
  base_revision: 0,
  name: 'Study',
  language: 'en',
  synthetic: 0,
  template: 'empty',
  created_at: 'then',
};

it('any change sets are undone and redone exactly, and one that fails leaves nothing', () => {
  const folder = tempFolder();
  let runs = 0;
  fc.assert(
    fc.property(changeSets, (sets) => {
      const path = join(folder, `${runs++}.vbt`);
      const store = Store.create(path, fixedPorts(folder));
      store.transact({ name: 'project.create', coder: null }, (log) => log.insert(projectTable, project));
      const dumps = [logicalDump(path)];
      for (const { operations, fails } of sets) {
        const { revision } = store;
        const run = (log: ChangeLog): void => {
          for (const each of operations) apply(log, each);
          if (fails === 0) throw new RangeError('in the midst of it');
        };
        if (fails === 0) expect(() => store.transact({ name: 'test', coder: null }, run)).toThrow(RangeError);
        else store.transact({ name: 'test', coder: null }, run);
        const dump = logicalDump(path);
        if (store.revision === revision) expect(dump).toEqual(dumps.at(-1));
        else dumps.push(dump);
      }
      for (const dump of dumps.slice(0, -1).reverse()) {
        store.undo(null);
        expect(logicalDump(path)).toEqual(dump);
      }
      expect(store.nextSteps().undo).toBeNull();
      for (const dump of dumps.slice(1)) {
        store.redo(null);
        expect(logicalDump(path)).toEqual(dump);
      }
      expect(store.nextSteps().redo).toBeNull();
      expect(store.fileFaults()).toEqual([]);
      store.close();
    }),
    { numRuns: 150 },
  );
});

it('a row of several key columns is found again', () => {
  const folder = tempFolder();
  const path = join(folder, 'study.vbt');
  const store = Store.create(path, fixedPorts(folder));
  const mark = { coder: 'c"0', document: 'd', done_at: 'now' };
  expect(store.row(coderDocumentTable, JSON.stringify([mark.coder, mark.document]))).toBeNull();
  const missing = () => store.transact({ name: 'test', coder: null }, (log) => log.insert(coderDocumentTable, mark));
  expect(missing, 'a mark of a coder nobody knows').toThrow(/FOREIGN KEY/);
  expect(store.revision).toBe(0);
  store.close();
});
