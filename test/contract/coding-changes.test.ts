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
