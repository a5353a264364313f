import { expect, it } from 'vitest';
import { openTestProject } from '../support/core.ts';

it('the borders of a coding, its code and the coding itself are changed in steps, and every step is undone and repeated', async () => {
  const project = await openTestProject('I: Why?\nR: [fear: They watch us] all day, [time: every day].\n');
  const { client } = project.test;
  const { selections, codings } = await client.call('codings.ofDocument', { document: project.document });
  const fear = codings.find(
    ({ selection }) => selections.find(({ id }) => id === selection)!.start === project.text.indexOf('They'),
  )!;
  const time = codings.find(({ id }) => id !== fear.id)!;
  const dumps = [project.dump()];
  const step = async (change: () => Promise<unknown>): Promise<void> => {
    await change();
    dumps.push(project.dump());
  };
  const end = project.text.indexOf(' all day') + ' all day'.length;
  await step(() =>
    client.call('codings.resize', { selection: fear.selection, start: project.text.indexOf('watch'), end }),
  );
  await step(() => client.call('codings.setCode', { coding: fear.id, code: time.code }));
  await step(() => client.call('codings.remove', { codings: [fear.id] }));
  await step(() => client.call('codings.remove', { codings: [time.id] }));
  for (const dump of dumps.toReversed().slice(1)) {
    await client.call('history.undo', {});
    expect(project.dump()).toEqual(dump);
  }
  for (const dump of dumps.slice(1)) {
    await client.call('history.redo', {});
    expect(project.dump()).toEqual(dump);
  }
});

it('a coding that becomes another there is already hands its memos over', async () => {
  const project = await openTestProject('R: [fear: They watch us] [trust: always].\n');
  const { client } = project.test;
  const [fear] = (await project.code('They watch us', 'fear')).codings;
  const [trust] = (await project.code('They watch us', 'trust')).codings;
  await client.call('memos.save', { target: { kind: 'coding', id: fear!.id }, text: 'Who are they?' });
  await client.call('codings.setCode', { coding: fear!.id, code: trust!.code });
  expect(await client.call('memos.list', {})).toMatchObject([
    { target: { kind: 'coding', id: trust!.id }, text: 'Who are they?' },
  ]);
});

it('no coder moves the ends of another’s coding', async () => {
  const project = await openTestProject('R: [fear: They watch us] all day.\n');
  const { client } = project.test;
  const { selections } = await client.call('codings.ofDocument', { document: project.document });
  const bo = (await client.call('coders.create', { name: 'Bo' })).id;
  await client.call('coders.choose', { coder: bo });
  const before = project.dump();
  const resize = { selection: selections[0]!.id, start: 3, end: project.text.length - 1 };
  await expect(client.call('codings.resize', resize)).rejects.toMatchObject({ code: 'not_found' });
  expect(project.dump()).toEqual(before);
});

it('the codes used last are as many as are asked for, each once, the newest first', async () => {
  const project = await openTestProject('R: [fear: They watch us] [trust: all day] [time: long], [fear: always].\n');
  const recent = (limit: number) => project.test.client.call('codings.recentCodes', { limit });
  const [fear, trust, time] = ['fear', 'trust', 'time'].map((name) => project.codes.get(name)!);
  expect(await recent(9)).toEqual([fear, time, trust]);
  expect(await recent(2)).toEqual([fear, time]);
});

it('a coding that ends where the text ends stands on its words', async () => {
  const { test, document } = await openTestProject('I: Why?\nR: [fear: So it is]');
  const { selections } = await test.client.call('codings.ofDocument', { document });
  expect(selections.map(({ state }) => state)).toEqual(['placed']);
  expect((await test.client.call('project.check', {})).faults).toEqual([]);
});
