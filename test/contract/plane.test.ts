import { describe, expect, test } from 'vitest';
import { openTestCore } from '../support/core.ts';
import { openSample } from '../support/sample-core.ts';

type Sample = Awaited<ReturnType<typeof openSample>>;

const behaviours = {
  cr: 'behaviour.criminal-records',
  pf: 'behaviour.payment-of-fees',
  iu: 'behaviour.internet-use',
  lg: 'behaviour.littering',
} as const;

async function sheetOf(sample: Sample) {
  return (await sample.client.call('plane.get', {})).sheet;
}

describe('the plane of individuality and morality', () => {
  test('begins without a position, with the behaviours of the codebook and hints that are no positions', async () => {
    const test = openTestCore();
    const place = test.ticket(test.path('fresh.vbt'));
    await test.client.call('project.create', { name: 'Fresh', template: 'scs', place, coder: 'A' });
    const { sheet, hints } = await test.client.call('plane.get', {});
    expect(sheet.source).toBe('none');
    expect(sheet.behaviours).toHaveLength(4);
    expect(sheet.behaviours.every(({ position }) => position === null)).toBe(true);
    expect([sheet.individuality, sheet.morality]).toEqual([
      { low: '', high: '', definition: '' },
      { low: '', high: '', definition: '' },
    ]);
    expect(Object.values(hints)).toHaveLength(4);
  });

  test('survey means are those of the reference, with n and spread', async () => {
    const sample = await openSample();
    const sheet = await sheetOf(sample);
    const wanted = {
      cr: [2.641, 4.1795, 3.2564],
      pf: [2.3846, 3.95, 4.025],
      iu: [4.65, 2.15, 2.3421],
      lg: [1.5, 2.925, 4.325],
    };
    for (const [key, slug] of Object.entries(behaviours)) {
      const { survey } = sheet.behaviours.find(({ code }) => code === sample.code(slug))!;
      const attributes = [survey.individuality!, survey.morality!, survey.acceptance!];
      const { items } = await sample.client.call('survey.figures', { attributes });
      const means = items.map(({ all }) => (all.mean && 'value' in all.mean ? all.mean.value : null));
      expect(means).toEqual(wanted[key as keyof typeof wanted].map((mean) => expect.closeTo(mean, 3)));
      expect(items.every(({ all }) => all.n >= 38 && all.sd !== null && 'value' in all.sd)).toBe(true);
    }
  });

  test('what the researcher sets is one step that can be undone; nothing unknown is taken', async () => {
    const sample = await openSample();
    const sheet = await sheetOf(sample);
    const [first, ...others] = sheet.behaviours;
    const changed = {
      ...sheet,
      source: 'researcher' as const,
      individuality: { low: '关系到大家', high: '只是个人的事', definition: 'Ours.' },
      behaviours: [{ ...first!, position: { individuality: 2, morality: 4.5 } }, ...others],
    };
    await sample.client.call('plane.save', changed);
    expect(await sheetOf(sample)).toEqual(changed);
    await sample.client.call('history.undo', {});
    expect(await sheetOf(sample)).toEqual(sheet);
    await sample.client.call('history.redo', {});
    expect(await sheetOf(sample)).toEqual(changed);
    const nobody = { ...first!, code: sample.coder('A') as unknown as (typeof first & object)['code'] };
    await expect(sample.client.call('plane.save', { ...changed, behaviours: [nobody] })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('a code that goes leaves the sheet, and comes back with undo', async () => {
    const sample = await openSample();
    await sample.client.call('plane.save', { ...(await sheetOf(sample)), source: 'survey' });
    await sample.client.call('codes.remove', { code: sample.code(behaviours.iu) });
    expect((await sheetOf(sample)).behaviours).toHaveLength(3);
    await sample.client.call('history.undo', {});
    expect((await sheetOf(sample)).behaviours).toHaveLength(4);
  });

  test('the placing task gets two attributes a behaviour, from 1 to 5, once', async () => {
    const sample = await openSample();
    expect(await sample.client.call('plane.addPlacing', {})).toEqual({ attributes: 8 });
    expect(await sample.client.call('plane.addPlacing', {})).toEqual({ attributes: 0 });
    const sheet = await sheetOf(sample);
    const { attributes, cases } = await sample.client.call('cases.list', {});
    const { placing } = sheet.behaviours[0]!;
    const placed = attributes.find(({ id }) => id === placing.individuality)!;
    expect(placed).toMatchObject({ type: 'integer', minimum: 1, maximum: 5 });
    await sample.client.call('cases.edit', {
      cells: [
        { case: cases[0]!.id, attribute: placed.id, value: '2', missing: null },
        { case: cases[1]!.id, attribute: placed.id, value: '3', missing: null },
      ],
    });
    const { items } = await sample.client.call('survey.figures', { attributes: [placed.id] });
    expect(items[0]!.all).toMatchObject({ n: 2, mean: { value: 2.5 } });
  });
});
