import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTestProject, type TestProject } from '../support/core.ts';

const interview = 'I: Do you use it?\nR: [trust: I do], though [fear: they watch us] every day.\n';

const steps = async ({ test }: TestProject) => (await test.client.call('history.list', { limit: 500 })).steps;
const rename = async ({ test }: TestProject, name: string): Promise<void> => {
  await test.client.call('project.rename', { name });
};

describe('the list of steps', () => {
  it('names every command, newest first, down to the making of the project, with coder and time', async () => {
    const project = await openTestProject(interview);
    const listed = await steps(project);
    expect(listed.map(({ command }) => command)).toEqual([
      'codings.add',
      'codings.add',
      'codes.create',
      'codes.create',
      'imports.commit',
      'project.create',
    ]);
    expect(listed.map(({ away }) => away)).toEqual([0, -1, -2, -3, -4, -5]);
    const { coder } = await project.test.client.call('project.summary', {});
    expect(listed[0]).toMatchObject({ label: { code: 'fear' }, coder });
    expect(listed.map(({ at }) => at)).toEqual(
      listed
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    );
  });

  it('comes in pages that join without gap or repetition and agree on how far each step is', async () => {
    const project = await openTestProject(interview);
    for (let number = 1; number <= 7; number++) await rename(project, `Name ${number}`);
    for (let number = 1; number <= 3; number++) await project.test.client.call('history.undo', {});
    const whole = await steps(project);
    for (const limit of [1, 2, 5]) {
      const joined: typeof whole = [];
      for (let more = true; more; ) {
        const before = joined.at(-1)?.revision;
        const page = await project.test.client.call('history.list', { ...(before && { before }), limit });
        expect(page.steps.length).toBeLessThanOrEqual(limit);
        joined.push(...page.steps);
        ({ more } = page);
      }
      expect(joined).toEqual(whole);
    }
  });

  it('tells what can be repeated from what was undone and replaced', async () => {
    const project = await openTestProject(interview);
    await rename(project, 'one');
    await rename(project, 'two');
    await project.test.client.call('history.undo', {});
    await rename(project, 'three');
    await rename(project, 'four');
    await project.test.client.call('history.undo', {});
    const listed = (await steps(project)).slice(0, 4);
    expect(listed.map(({ label, away }) => [label['name'], away])).toEqual([
      ['four', 1],
      ['three', 0],
      ['two', null],
      ['one', -1],
    ]);
  });
});

describe('undoing one step', () => {
  it('undoes the step that is named while it is the newest that stands, and nothing once it is not', async () => {
    const project = await openTestProject(interview);
    const { client } = project.test;
    await rename(project, 'one');
    const { revision } = await client.call('history.state', {});
    const before = project.dump();
    await rename(project, 'two');
    const overtaken = project.dump();
    await expect(client.call('history.undo', { revision })).rejects.toMatchObject({ code: 'undo_overtaken' });
    expect(project.dump()).toEqual(overtaken);
    // Once what came after it is undone, it is the newest again.
    await client.call('history.undo', {});
    expect(project.dump()).toEqual(before);
    expect((await client.call('history.undo', { revision })).step).toMatchObject({ revision, label: { name: 'one' } });
    await expect(client.call('history.undo', { revision })).rejects.toMatchObject({ code: 'undo_overtaken' });
  });
});

describe('going to a step', () => {
  it('leaves the project as it was after that step, in one commit, and back again', async () => {
    const project = await openTestProject(interview);
    const dumps = [project.dump()];
    for (const name of ['one', 'two', 'three']) {
      await rename(project, name);
      dumps.push(project.dump());
    }
    const events: number[] = [];
    project.test.client.onEvent((event) => event.name === 'changed' && events.push(event.data.revision));
    const [three, , , before] = await steps(project);
    expect(await project.test.client.call('history.goTo', { revision: before!.revision })).toMatchObject({
      undone: 3,
      redone: 0,
    });
    expect(events).toEqual([three!.revision + 3]);
    expect(project.dump()).toEqual(dumps[0]);
    expect(await project.test.client.call('history.goTo', { revision: three!.revision })).toMatchObject({
      undone: 0,
      redone: 3,
    });
    expect(project.dump()).toEqual(dumps[3]);
    expect(await project.test.client.call('history.goTo', { revision: three!.revision })).toEqual({
      undone: 0,
      redone: 0,
      place: null,
    });
  });

  it('the making of the project undoes everything, and everything comes back', async () => {
    const project = await openTestProject(interview);
    const full = project.dump();
    const listed = await steps(project);
    await project.test.client.call('history.goTo', { revision: listed.at(-1)!.revision });
    expect(await project.test.client.call('project.summary', {})).toMatchObject({ documents: 0, codes: 0, codings: 0 });
    expect(await project.test.client.call('history.state', {})).toMatchObject({ undo: null });
    const { place } = await project.test.client.call('history.goTo', { revision: listed[0]!.revision });
    expect(project.dump()).toEqual(full);
    expect(place, 'where the last repeated step was').toMatchObject({ document: project.document });
  });

  it('a step that is not reached any more, or never was one, changes nothing', async () => {
    const project = await openTestProject(interview);
    await rename(project, 'one');
    const [gone] = await steps(project);
    await project.test.client.call('history.undo', {});
    await rename(project, 'two');
    const before = project.dump();
    const state = await project.test.client.call('history.state', {});
    for (const revision of [gone!.revision, gone!.revision + 1, 9999])
      await expect(project.test.client.call('history.goTo', { revision })).rejects.toMatchObject({ code: 'not_found' });
    expect(project.dump()).toEqual(before);
    expect(await project.test.client.call('history.state', {})).toEqual(state);
  });

  it('is the same as undoing and repeating one by one, wherever one goes', async () => {
    const project = await openTestProject(interview);
    const dumps = new Map<number, unknown>();
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      await rename(project, name);
      dumps.set((await steps(project))[0]!.revision, project.dump());
    }
    const revisions = [...dumps.keys()];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...revisions), { minLength: 1, maxLength: 4 }), async (places) => {
        for (const revision of places) {
          const step = (await steps(project)).find((each) => each.revision === revision)!;
          const { undone, redone } = await project.test.client.call('history.goTo', { revision });
          expect(redone - undone).toBe(step.away);
          expect(project.dump()).toEqual(dumps.get(revision));
        }
      }),
      { numRuns: 15 },
    );
  });
});
