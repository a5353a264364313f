import { expect, it } from 'vitest';
import { connectionOf } from '../support/connections.ts';
import { openTestProject } from '../support/core.ts';

const interview = 'I: Do you use it?\nR: [trust: I do], though [fear: they watch us] every day.\n';
const options = { createCodes: false, markDone: true, partial: false };

it('an import whose project is closed meanwhile stores nothing and says why', async () => {
  const { test, path } = await openTestProject(interview);
  const files = ['a.txt', 'b.txt'].map((name) => ({ ticket: test.file(name, 'R: More.\n') }));
  const importing = test.client.call('imports.commit', { files });
  const closing = test.client.call('project.close', {});
  await expect(importing).rejects.toMatchObject({ code: 'no_project' });
  await closing;
  expect(await test.client.call('project.open', { ticket: test.ticket(path) })).toMatchObject({ documents: 1 });
  expect(test.ports.unforeseen).toEqual([]);
});

it('a check whose project is closed meanwhile says why', async () => {
  const { test } = await openTestProject(interview);
  const checking = test.client.call('project.check', {});
  const closing = test.client.call('project.close', {});
  await closing;
  // It may have ended before; it never ends in anything unforeseen.
  expect(await checking.catch((error: { code: string }) => error.code)).toSatisfy(
    (outcome) => outcome === 'no_project' || (outcome as { faults: unknown[] }).faults.length === 0,
  );
  expect(test.ports.unforeseen).toEqual([]);
});

it('codings of a document that goes while they come in are refused by line', async () => {
  const project = await openTestProject(interview);
  const { test, document, path } = project;
  const ticket = test.file('codings.csv', 'document,coder,code,start,end\ninterview.txt,Bo,trust,0,1\n');
  // The backup before the import is what takes time: the document goes while it is made.
  const db = connectionOf(path);
  const backup = db.backup.bind(db);
  let removed = false;
  Object.assign(db, {
    backup: async (...given: Parameters<typeof backup>) => {
      const made = await backup(...given);
      await test.client.call('documents.remove', { document });
      removed = true;
      return made;
    },
  });
  const importing = test.client.call('codings.importCsv', { ticket, ...options });
  await expect(importing).rejects.toMatchObject({
    code: 'csv_rows',
    params: { faults: [{ line: 2, problem: 'unknown_document' }] },
  });
  expect(removed).toBe(true);
  expect(test.ports.unforeseen).toEqual([]);
});
