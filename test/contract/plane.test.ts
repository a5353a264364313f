import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { filePieceBytes } from '../../shared/contract/methods/files.ts';
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

test('words of one respondent stand beside the answers: R02 on littering ticked 4', async () => {
  const sample = await openSample();
  const { cases, attributes } = await sample.client.call('cases.list', {});
  const r02 = cases.find(({ name }) => name === 'R02')!;
  const { behaviours: shown } = await sample.client.call('joint.compute', {
    case: r02.id,
    coder: sample.coder('A'),
    rule: 'overlap',
    children: 'apart',
  });
  const littering = shown.find(({ code }) => code === sample.code(behaviours.lg))!;
  const acceptance = littering.answers.find(({ item }) => item === 'acceptance')!;
  expect(attributes.find(({ id }) => id === acceptance.attribute)!.key).toBe('lg_accept');
  expect(acceptance.value).toBe('4');
  expect(littering.passages.length).toBeGreaterThan(0);
  expect(littering.passages.every(({ documentName }) => documentName === 's02-en-engineer.md')).toBe(true);
  expect(littering.passages.every(({ codes }) => codes.length > 0)).toBe(true);
});

test('disguised attitudes are marked or left out beside the answers', async () => {
  const sample = await openSample();
  const { cases } = await sample.client.call('cases.list', {});
  const code = sample.code('acceptance.disguised');
  const coder = sample.coder('A');
  let marked = 0;
  for (const { id, documents } of cases) {
    if (documents.length === 0) continue;
    const passages = async (treatment: 'marked' | 'left_out') => {
      const settings = { case: id, coder, rule: 'document', children: 'apart' } as const;
      const shown = await sample.client.call('joint.compute', { ...settings, marker: { code, treatment } });
      return shown.behaviours.flatMap(({ code: behaviour, passages: own }) =>
        own.map((passage) => ({ ...passage, behaviour })),
      );
    };
    const all = await passages('marked');
    const place = ({ behaviour, start, end }: (typeof all)[number]) => `${behaviour} ${start} ${end}`;
    const left = new Set((await passages('left_out')).map(place));
    marked += all.filter((passage) => passage.marked).length;
    expect(all.filter((passage) => passage.marked).some((passage) => left.has(place(passage)))).toBe(false);
  }
  expect(marked).toBeGreaterThanOrEqual(8);
});

async function fetched(sample: Sample, ticket: string): Promise<Buffer> {
  const { base64 } = await sample.client.call('files.read', { ticket, offset: 0, length: filePieceBytes });
  return Buffer.from(base64, 'base64');
}

test('the tidy table has a row for every respondent and behaviour, answers and counts in their places', async () => {
  const sample = await openSample();
  const asked = {
    codes: [sample.code('acceptance.endorsement'), sample.code('acceptance.withheld')],
    coder: sample.coder('A'),
    rule: 'overlap' as const,
    children: 'apart' as const,
  };
  const { ticket, rows } = await sample.client.call('tidy.export', { ...asked, byteOrderMark: false });
  expect(rows).toBe(160);
  const bytes = await fetched(sample, ticket);
  const table = parse(bytes, { columns: true }) as Record<string, string>[];
  expect(table).toHaveLength(160);
  const row = (respondent: string, slug: string) =>
    table.find((one) => one['respondent'] === respondent && one['behaviour'] === slug)!;
  expect(row('R02', behaviours.lg)).toMatchObject({ acceptance: '4', interviewed: 'yes', synthetic_sample: 'yes' });
  expect(row('R03', behaviours.cr)).toMatchObject({ city: '云汀市', age_group: '60+' });
  const sum = (slug: string, column: string) =>
    table.filter((one) => one['behaviour'] === slug).reduce((total, one) => total + Number(one[column] || 0), 0);
  expect(Object.values(behaviours).map((slug) => sum(slug, 'n_acceptance_endorsement'))).toEqual([6, 5, 1, 5]);
  expect(Object.values(behaviours).map((slug) => sum(slug, 'n_acceptance_withheld'))).toEqual([0, 0, 6, 1]);
  // Who was not interviewed has no counts, not zeros; who did not answer has no number.
  const without = table.filter((one) => one['interviewed'] === 'no');
  expect(without).toHaveLength(34 * 4);
  expect(without.every((one) => one['n_acceptance_endorsement'] === '')).toBe(true);
  const answered = table.filter((one) => one['behaviour'] === behaviours.iu && one['acceptance'] !== '');
  expect(answered).toHaveLength(38);

  const marked = await sample.client.call('tidy.export', { ...asked, byteOrderMark: true });
  const again = await fetched(sample, marked.ticket);
  expect([...again.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(again.subarray(3)).toEqual(bytes);
});
