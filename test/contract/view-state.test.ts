import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openTestCore, openTestProject } from '../support/core.ts';

it.each(['{"document": "x', 'not JSON', '[1, 2]', '{"tabs": 3}'])(
  'a remembered place that is damaged is forgotten: %s',
  async (value) => {
    const { test, path, document } = await openTestProject('R: They watch.\n');
    const untouched = await test.client.call('view.get', {});
    await test.client.call('view.set', { document });
    expect((await test.client.call('view.get', {})).document).toBe(document);
    await test.close();
    const file = new Database(path);
    expect(file.prepare("UPDATE view_state SET value = ? WHERE key = 'view'").run(value).changes).toBe(1);
    file.close();

    const again = openTestCore({ folder: test.folder, first: 5000 });
    await again.client.call('project.open', { ticket: again.ticket(path) });
    expect(await again.client.call('view.get', {})).toEqual(untouched);
    await again.client.call('view.set', { document });
    expect((await again.client.call('view.get', {})).document).toBe(document);
  },
);
