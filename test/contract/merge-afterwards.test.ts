import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import type { CodeId, CoderId } from '../../shared/domain/ids.ts';
import { connectionOf } from '../support/connections.ts';
import { openTestProject, type TestProject } from '../support/core.ts';
import { workedOn } from '../support/merging.ts';
import { fileBehind } from '../support/plain-core.ts';

const source = 'I: Why?\nR: [fear: They watch us] all day, [trust: every day].\n';
const tenYears = 10 * 365 * 86_400;

type Team = TestProject & { readonly bo: CoderId; readonly cy: CoderId };

async function team(): Promise<Team> {
  const project = await openTestProject(source);
  const { client } = project.test;
  const { id: bo } = await client.call('coders.create', { name: 'Bo' });
  const { id: cy } = await client.call('coders.create', { name: 'Cy' });
  return { ...project, bo, cy };
}

const copyFor = async (client: Client, coder: CoderId): Promise<Buffer> =>
  fileBehind(client, (await client.call('copies.make', { coder })).ticket);

const merge = ({ test }: TestProject, path: string) =>
  test.client.call('copies.merge', { tickets: [test.ticket(path)] });

/** What was done in a copy, in a file of that name. */
const worked = (
  { test }: TestProject,
  name: string,
  copy: Buffer,
  work: (client: Client) => Promise<unknown>,
  begins?: number,
): Promise<string> =>
  workedOn(
    join(test.folder, `${name}.vbt`),
    copy,
    async ({ client }) => void (await work(client)),
    begins === undefined ? {} : { begins },
  );

const coding =
  ({ document, text }: TestProject, words: string, ...codes: CodeId[]) =>
  (client: Client) =>
    client.call('codings.add', {
      document,
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      codes,
    });

const defining = (code: CodeId, definition: string) => (client: Client) =>
  client.call('codes.update', { code, texts: { en: { definition } } });

async function definitionOf(client: Client, code: CodeId): Promise<string> {
  return (await client.call('codes.list', {})).find(({ id }) => id === code)!.texts['en']!.definition;
}

it.each(['here', 'there'] as const)(
  'what was changed %s alone since the copy was made is no conflict, and stays',
  async (side) => {
    const project = await team();
    const { test, codes, bo } = project;
    const fear = codes.get('fear')!;
    await defining(fear, 'Before.')(test.client);
    const copy = await copyFor(test.client, bo);
    if (side === 'here') await defining(fear, 'After.')(test.client);
    const path = await worked(project, 'bo', copy, async (client) => {
      await coding(project, 'all day', fear)(client);
      if (side === 'there') await defining(fear, 'After.')(client);
    });
    const { files } = await merge(project, path);
    expect(files[0]!.conflicts).toEqual([]);
    expect(await definitionOf(test.client, fear)).toBe('After.');
  },
);

describe('what stands after one copy was merged, when another copy comes', () => {
  it.each(['merged', 'removed'] as const)('a code that was %s in between stays so', async (how) => {
    const project = await team();
    const { test, codes, bo, cy, dump } = project;
    const [fear, trust] = [codes.get('fear')!, codes.get('trust')!];
    const [ofBo, ofCy] = [await copyFor(test.client, bo), await copyFor(test.client, cy)];
    await merge(project, await worked(project, 'bo', ofBo, coding(project, 'all day', fear, trust)));
    if (how === 'merged') await test.client.call('codes.merge', { code: fear, into: trust });
    else await test.client.call('codes.remove', { code: fear });
    const before = dump();
    await merge(project, await worked(project, 'cy', ofCy, coding(project, 'all', trust)));
    const after = dump();
    expect(after['code']).toEqual(before['code']);
    expect(after['coding']).toEqual(expect.arrayContaining(before['coding']!));
    expect(after['coding']).toHaveLength(before['coding']!.length + 1);
  });

  it.each([false, true])(
    'a mark of another coder taken back here stays so when that copy comes again (names sealed: %s)',
    async (isSealed) => {
      const project = await team();
      const { test, document, bo } = project;
      const { client } = test;
      const done = async () => (await client.call('documents.list', {}))[0]!.doneBy;
      const ofBo = await worked(project, 'bo', await copyFor(client, bo), async (copy) => {
        await copy.call('documents.setDone', { document, coder: bo, done: true });
        await copy.call('memos.save', { target: { kind: 'document', id: document }, text: 'of Bo' });
      });
      await merge(project, ofBo);
      expect(await done()).toEqual([bo]);
      await client.call('documents.setDone', { document, coder: bo, done: false });
      if (isSealed)
        await client.call('pseudonyms.seal', {
          list: [{ name: 'Zed', pseudonym: 'X' }],
          folded: false,
          confirmed: true,
        });
      await merge(project, ofBo);
      expect(await done()).toEqual([]);
      expect((await client.call('memos.list', {})).map(({ text }) => text)).toEqual(['of Bo']);
    },
  );

  it.each(['a done mark taken back', 'a memo written anew'])(
    '%s here, knowing of the copy of whose it is, stays so in that copy too when an older one of that coder comes',
    async (what) => {
      const project = await team();
      const { test, document, bo } = project;
      const { client } = test;
      const target = { kind: 'document', id: document } as const;
      const path = await worked(project, 'bo', await copyFor(client, bo), async (copy) => {
        await copy.call('documents.setDone', { document, coder: bo, done: true });
        await copy.call('memos.save', { target, text: 'first' });
      });
      const older = test.path('older.vbt');
      copyFileSync(path, older);
      await merge(project, path);
      await client.call('coders.choose', { coder: bo });
      if (what === 'a memo written anew') await client.call('memos.save', { target, text: 'second' });
      else await client.call('documents.setDone', { document, coder: bo, done: false });
      const main = test.path('main.vbt');
      writeFileSync(main, connectionOf(project.path).serialize());
      await workedOn(path, readFileSync(path), async (copy) => {
        const mergeThere = (file: string) => copy.client.call('copies.merge', { tickets: [copy.ticket(file)] });
        const standing = async () => [
          (await copy.client.call('documents.list', {})).map(({ doneBy }) => doneBy),
          (await copy.client.call('memos.list', {})).map(({ text }) => text),
        ];
        await mergeThere(main);
        const before = await standing();
        expect(before).toEqual(what === 'a memo written anew' ? [[[bo]], ['second']] : [[[]], ['first']]);
        expect(await mergeThere(main)).toMatchObject({ nothingToDo: true });
        await mergeThere(older);
        expect(await standing()).toEqual(before);
      });
    },
  );

  it('work on a transcript that was removed here comes back with its coder’s copy, and stays', async () => {
    const project = await team();
    const { test, document, codes, bo, cy, dump } = project;
    await test.client.call('coders.choose', { coder: bo });
    await coding(project, 'all day', codes.get('fear')!)(test.client);
    const [ofBo, ofCy] = [await copyFor(test.client, bo), await copyFor(test.client, cy)];
    await test.client.call('documents.remove', { document });
    const newCode = (client: Client) => client.call('codes.create', { name: 'habit' });
    await merge(project, await worked(project, 'bo', ofBo, newCode));
    const before = dump();
    expect(before['coding']).toMatchObject([{ coder: bo }]);
    await merge(project, await worked(project, 'cy', ofCy, (client) => client.call('cases.create', { name: 'R1' })));
    expect(dump()['coding']).toEqual(before['coding']);
    // Removed knowing of it, it stays removed.
    await test.client.call('documents.remove', { document });
    await merge(project, await worked(project, 'cy2', ofCy, (client) => client.call('cases.create', { name: 'R2' })));
    expect(dump()['coding']).toEqual([]);
    expect((await test.client.call('project.check', {})).faults).toEqual([]);
  });

  it('a change made in a copy of a copy stays, and counts as later than what was there before', async () => {
    const project = await team();
    const { test, codes, bo, cy } = project;
    const fear = codes.get('fear')!;
    const [ofBo, ofCy] = [await copyFor(test.client, bo), await copyFor(test.client, cy)];
    const older = await worked(project, 'cy', ofCy, defining(fear, 'of Cy, earlier'));
    const made: Buffer[] = [];
    await worked(project, 'bo', ofBo, async (client) => {
      await defining(fear, 'of Bo')(client);
      made.push(await copyFor(client, bo));
    });
    await merge(project, await worked(project, 'bo2', made[0]!, coding(project, 'all day', fear)));
    expect(await definitionOf(test.client, fear)).toBe('of Bo');
    await merge(project, older);
    expect(await definitionOf(test.client, fear)).toBe('of Bo');
  });
});

it('a code in use comes back with the code it stands below, name and all, though both copies removed that one', async () => {
  const project = await openTestProject('I: Why?\nR: They watch us all day.\n');
  const { client } = project.test;
  const { coder: ada } = await client.call('project.summary', {});
  const { id: bo } = await client.call('coders.create', { name: 'Bo' });
  const { id: trust } = await client.call('codes.create', { name: 'trust' });
  const { id: habit } = await client.call('codes.create', { name: 'habit' });
  const [ofAda, ofBo] = [await copyFor(client, ada), await copyFor(client, bo)];
  const paths = [
    await worked(project, 'ada', ofAda, async (there) => {
      await there.call('codes.move', { code: habit, parent: trust, before: null });
      await there.call('codes.remove', { code: trust });
    }),
    await worked(project, 'bo', ofBo, async (there) => {
      await there.call('codes.remove', { code: trust });
      await coding(project, 'all day', habit)(there);
    }),
  ];
  const merged: unknown[] = [];
  for (const order of [paths, paths.toReversed()]) {
    for (const path of order) await merge(project, path);
    const { code, code_text, coding: codings } = project.dump();
    merged.push({ code, code_text, codings });
    expect((await client.call('project.check', {})).faults).toEqual([]);
    for (const _ of order) await client.call('history.undo', {});
  }
  expect(merged[1]).toEqual(merged[0]);
  expect(merged[0]).toMatchObject({
    code: [
      { id: trust, parent: null },
      { id: habit, parent: trust },
    ],
    code_text: [{ name: 'trust' }, { name: 'habit' }],
    codings: [{ code: habit, coder: bo }],
  });
});

describe('a clock that is wrong', () => {
  it('ahead in a copy: what is changed here knowing of that copy stays', async () => {
    const project = await team();
    const { test, codes, bo, cy } = project;
    const fear = codes.get('fear')!;
    const [ofBo, ofCy] = [await copyFor(test.client, bo), await copyFor(test.client, cy)];
    await merge(project, await worked(project, 'bo', ofBo, defining(fear, 'of Bo'), tenYears));
    await defining(fear, 'ours')(test.client);
    const other = defining(codes.get('trust')!, 'of Cy');
    await merge(project, await worked(project, 'cy', ofCy, other));
    expect(await definitionOf(test.client, fear)).toBe('ours');
  });

  it('behind in a copy: what is changed in it is later than what it was given', async () => {
    const project = await team();
    const { test, codes, bo } = project;
    const fear = codes.get('fear')!;
    await defining(fear, 'ours')(test.client);
    const ofBo = await copyFor(test.client, bo);
    await merge(project, await worked(project, 'bo', ofBo, defining(fear, 'of Bo'), -tenYears));
    expect(await definitionOf(test.client, fear)).toBe('of Bo');
  });

  it('set back between two changes: the second stands, whatever is merged then', async () => {
    const project = await team();
    const { test, codes, bo, cy } = project;
    const fear = codes.get('fear')!;
    const [ofBo, ofCy] = [await copyFor(test.client, bo), await copyFor(test.client, cy)];
    const path = await worked(project, 'bo', ofBo, defining(fear, 'first'), tenYears);
    const between = readFileSync(path);
    await merge(project, await worked(project, 'bo2', between, defining(fear, 'second'), 50_000));
    expect(await definitionOf(test.client, fear)).toBe('second');
    await merge(project, await worked(project, 'cy', ofCy, defining(codes.get('trust')!, 'of Cy')));
    expect(await definitionOf(test.client, fear)).toBe('second');
  });
});

it('who codes what is decided where the copies come together, not by the copy of whom it is about', async () => {
  const project = await team();
  const { test, document, bo, codes } = project;
  await test.client.call('assignments.set', { coder: bo, document, assigned: true });
  const ofBo = await copyFor(test.client, bo);
  await test.client.call('assignments.set', { coder: bo, document, assigned: false });
  await merge(project, await worked(project, 'bo', ofBo, coding(project, 'all day', codes.get('fear')!)));
  expect(await test.client.call('assignments.list', {})).toEqual([]);
});

it('two codings of a passage that exchange their codes in a copy need no code twice at any moment', async () => {
  const project = await team();
  const { test, codes, bo, document } = project;
  const [fear, trust] = [codes.get('fear')!, codes.get('trust')!];
  const { id: habit } = await test.client.call('codes.create', { name: 'habit' });
  await test.client.call('coders.choose', { coder: bo });
  await coding(project, 'all day', fear, trust)(test.client);
  const ofBo = await copyFor(test.client, bo);
  const path = await worked(project, 'bo', ofBo, async (client) => {
    const { codings } = await client.call('codings.ofDocument', { document });
    const of = (code: CodeId) => codings.find((one) => one.code === code)!.id;
    const [first, second] = [of(fear), of(trust)];
    for (const [each, code] of [
      [first, habit],
      [second, fear],
      [first, trust],
    ] as const)
      await client.call('codings.setCode', { coding: each, code });
  });
  const before = project.dump();
  const there = (await merge(project, path)).files[0]!;
  expect(there.tables.find(({ table }) => table === 'coding')).toMatchObject({ changed: 2, removed: 0 });
  expect((await test.client.call('project.check', {})).faults).toEqual([]);
  await test.client.call('history.undo', {});
  expect(project.dump()).toEqual(before);
});
