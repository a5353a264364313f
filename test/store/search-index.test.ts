import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectTable } from '../../electron/core/store/repositories/project-table.ts';
import { Store } from '../../electron/core/store/store.ts';
import { fixedPorts } from '../support/fixed-ports.ts';
import { tempFolder } from '../support/temp-folder.ts';

it('a purged index leaves no word in the file', () => {
  const folder = tempFolder();
  const path = `${folder}/study.vbt`;
  const bytes = () => readFileSync(path).toString('latin1');
  const store = Store.create(path, fixedPorts(folder));
  const names = { id: 'p', copy_id: 'c', base_revision: 0, name: 'x', language: 'en', synthetic: 0, template: 'empty' };
  store.transact({ name: 'x', coder: null }, (log) =>
    log.insert(projectTable, { ...names, created_at: 'now', base_copy: null, copy_for: null }),
  );
  store.searchIndex.add(
    'one',
    Array.from({ length: 500 }, (_, place) => ({ words: `canaryword${place} and more words`, label: 'canarylabel' })),
  );
  expect(store.searchIndex.rows('canaryword7', 0, 1000, 10)).toEqual([8]);
  store.close();
  expect(bytes(), 'the probe finds what is there').toContain('canary');

  const again = Store.open(path, fixedPorts(folder));
  again.searchIndex.purge();
  expect(again.searchIndex.documents()).toEqual([]);
  expect(again.searchIndex.rows('canaryword7', 0, 1000, 10)).toEqual([]);
  again.close();
  expect(bytes()).not.toContain('canary');
});
