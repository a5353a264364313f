import { describe, expect, it } from 'vitest';
import { asId } from '../../shared/domain/ids.ts';
import { openTestCore, openTestProject, type TestCore } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';

async function withCases(text: string): Promise<TestCore> {
  const test = openTestCore();
  await test.client.call('project.create', { name: 'S', template: 'empty', place: test.ticket(test.path('s.vbt')) });
  await test.client.call('survey.import', { ticket: test.file('s.csv', text), kind: 'survey', partial: false });
  return test;
}
async function listed({ client }: TestCore) {
  const { cases, attributes } = await client.call('cases.list', {});
  return {
    id: (name: string) => cases.find((each) => each.name === name)!.id,
    of: (name: string) => cases.find((each) => each.name === name)!,
    attribute: (key: string) => attributes.find((each) => each.key === key)!,
    attributes,
    cases,
  };
}

describe('values counted as one', () => {
  it('counts a city in three scripts as one, and keeps what was written', async () => {
    const test = await withCases('id,city,x\nR1,Yunting,1\nR2,云汀市,2\nR3,雲汀市,3\nR4,Elsewhere,4\n');
    const { attribute, of } = await listed(test);
    const [city, x] = [attribute('city'), attribute('x')];
    await test.client.call('attributes.group', {
      attribute: city.id,
      values: ['Yunting', '云汀市', '雲汀市'],
      as: 'Yunting',
    });
    const figures = await test.client.call('survey.figures', { attributes: [x.id], by: city.id });
    expect(figures.items[0]!.groups.map(({ group, figures: { n } }) => [group, n])).toEqual([
      ['Yunting', 3],
      ['Elsewhere', 1],
    ]);
    expect(of('R2').values[city.id]).toBe('云汀市');
    expect((await listed(test)).attribute('city').groups).toMatchObject({ 雲汀市: 'Yunting' });
    await test.client.call('attributes.group', { attribute: city.id, values: ['雲汀市'], as: null });
    expect(Object.keys((await listed(test)).attribute('city').groups)).toHaveLength(2);
  });
});

describe('the grid', () => {
  it('lets a case keep its name, takes out one named twice once, and empties no cell of a column there is not', async () => {
    const test = await withCases('id,age\nR1,30\nR2,40\n');
    const { client } = test;
    const { id } = await listed(test);
    await client.call('cases.rename', { case: id('R1'), name: ' R1 ' });
    await expect(client.call('cases.rename', { case: id('R1'), name: 'R2' })).rejects.toMatchObject({
      code: 'name_taken',
    });
    const nowhere = { case: id('R1'), attribute: asId<'attribute'>('nothing'), value: null, missing: null };
    await expect(client.call('cases.edit', { cells: [nowhere] })).rejects.toMatchObject({ code: 'not_found' });
    await client.call('cases.remove', { cases: [id('R1'), id('R1')] });
    expect((await listed(test)).cases.map(({ name }) => name)).toEqual(['R2']);
  });

  it('writes a block in one step, or nothing of it', async () => {
    const test = await withCases('id,age\nR1,30\nR2,40\n');
    const { client } = test;
    const { id, attribute } = await listed(test);
    const age = attribute('age').id;
    const cell = (name: string, value: string) => ({ case: id(name), attribute: age, value, missing: null });
    await expect(client.call('cases.edit', { cells: [cell('R1', '31'), cell('R2', 'old')] })).rejects.toMatchObject({
      code: 'cell_values',
      params: { faults: [{ case: 'R2', attribute: 'age', value: 'old', problem: 'integer' }] },
    });
    expect((await listed(test)).of('R1').values[age]).toBe('30');
    await client.call('cases.edit', {
      cells: [cell('R1', '31'), { case: id('R2'), attribute: age, value: null, missing: 'refused' }],
      names: [{ case: id('R1'), name: 'R1b' }],
      created: [{ name: 'R3', values: { [age]: '50' } }],
    });
    const after = await listed(test);
    expect(after.cases.map(({ name, values, missing }) => [name, values[age] ?? missing[age]])).toEqual([
      ['R1b', '31'],
      ['R2', 'refused'],
      ['R3', '50'],
    ]);
    await client.call('history.undo', {});
    expect((await listed(test)).cases.map(({ name }) => name)).toEqual(['R1', 'R2']);
  });

  it.each([
    ['two swap', { R1: 'R2', R2: 'R1' }, ['R2', 'R1', 'R3']],
    ['three go round', { R1: 'R2', R2: 'R3', R3: 'R1' }, ['R2', 'R3', 'R1']],
    ['one takes the name another leaves', { R1: 'R2', R2: 'Ann' }, ['R2', 'Ann', 'R3']],
  ])('gives cases each other’s names in one step that is undone and repeated: %s', async (_, names, after) => {
    const test = await withCases('id,age\nR1,30\nR2,40\nR3,50\n');
    const { client } = test;
    const { id, cases } = await listed(test);
    const named = async () => {
      const now = (await listed(test)).cases;
      return cases.map((before) => now.find((each) => each.id === before.id)!.name);
    };
    const given = Object.entries(names).map(([of, name]) => ({ case: id(of), name }));
    expect(await client.call('cases.edit', { cells: [], names: given })).toMatchObject({ changed: given.length });
    expect(await named()).toEqual(after);
    await client.call('history.undo', {});
    expect(await named()).toEqual(['R1', 'R2', 'R3']);
    await client.call('history.redo', {});
    expect(await named()).toEqual(after);
  });

  it('refuses one name for two cases, and changes nothing', async () => {
    const test = await withCases('id,age\nR1,30\nR2,40\nR3,50\n');
    const { id } = await listed(test);
    for (const names of [
      { R1: 'R2', R2: 'R3' },
      { R1: 'Ann', R2: ' Ann ' },
    ])
      await expect(
        test.client.call('cases.edit', {
          cells: [],
          names: Object.entries(names).map(([of, name]) => ({ case: id(of), name })),
        }),
      ).rejects.toMatchObject({ code: 'name_taken', params: { kind: 'case' } });
    expect((await listed(test)).cases.map(({ name }) => name)).toEqual(['R1', 'R2', 'R3']);
  });

  it('says what would not fit another type, and keeps the text of what becomes missing', async () => {
    const test = await withCases('id,a\nR1,1\nR2,about two\n');
    const { client } = test;
    const { attribute } = await listed(test);
    const of = attribute('a').id;
    const integer = { type: 'integer', categories: null, minimum: null, maximum: null } as const;
    expect(await client.call('attributes.misfits', { attribute: of, ...integer })).toMatchObject([
      { caseName: 'R2', value: 'about two', problem: 'integer' },
    ]);
    const retyped = { attribute: of, patch: { ...integer, name: 'years', lowLabel: 'young' } };
    await expect(client.call('attributes.update', retyped)).rejects.toMatchObject({ code: 'cell_values' });
    expect((await listed(test)).attribute('a')).toMatchObject({ type: 'text', name: 'a', lowLabel: null });
    expect(await client.call('attributes.update', { ...retyped, misfitsToMissing: true })).toEqual({ misfits: 1 });
    const { ticket } = await client.call('survey.export', { kind: 'survey' });
    const bytes = await fileBehind(client, ticket);
    expect(bytes.toString()).toBe('id,a\r\nR1,1\r\nR2,about two\r\n');
    await client.call('history.undo', {});
    const undone = await listed(test);
    expect(undone.attribute('a')).toMatchObject({ type: 'text', name: 'a', lowLabel: null });
    expect(undone.of('R2').values[of]).toBe('about two');
  });

  it('puts an attribute before another, or last', async () => {
    const test = await withCases('id,a,b,c\nR1,1,2,3\n');
    const order = async () => (await listed(test)).attributes.map(({ key }) => key);
    const { attribute } = await listed(test);
    await test.client.call('attributes.move', { attribute: attribute('c').id, before: attribute('b').id });
    expect(await order()).toEqual(['a', 'c', 'b']);
    await test.client.call('attributes.move', { attribute: attribute('a').id, before: null });
    expect(await order()).toEqual(['c', 'b', 'a']);
  });

  it('makes an attribute with all that is said of it in one step', async () => {
    const test = await withCases('id,a\nR1,1\n');
    const made = {
      name: 'Trust',
      type: 'integer',
      minimum: 1,
      maximum: 5,
      lowLabel: 'none',
      highLabel: 'full',
    } as const;
    await test.client.call('attributes.create', { ...made, confidential: true });
    expect((await listed(test)).attribute('Trust')).toMatchObject({ ...made, confidential: true });
    await test.client.call('history.undo', {});
    expect((await listed(test)).attributes.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('what belongs to a case', () => {
  it('is whole transcripts, or single speakers of a group discussion', async () => {
    const { test, document } = await openTestProject('I: Why?\nAnn: So.\nBo: Or so.\n');
    const { client } = test;
    const { case: ann } = await client.call('cases.create', { name: 'Ann' });
    const { speakers } = await client.call('documents.get', { document });
    await client.call('cases.assignSpeaker', { speaker: speakers.find(({ name }) => name === 'Ann')!.id, case: ann });
    expect((await listed(test)).of('Ann').speakers).toMatchObject([{ name: 'Ann', document }]);
    await client.call('cases.assignDocument', { document, case: ann });
    expect((await listed(test)).of('Ann').documents).toEqual([document]);
    await client.call('cases.remove', { cases: [ann] });
    expect((await client.call('documents.list', {}))[0]!.case).toBeNull();
    await client.call('history.undo', {});
    expect((await listed(test)).of('Ann')).toMatchObject({ documents: [document], speakers: [{ name: 'Ann' }] });
  });
});
