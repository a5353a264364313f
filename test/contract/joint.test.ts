import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { fileBehind } from '../support/plain-core.ts';
import { openSample } from '../support/sample-core.ts';

const behaviours = [
  'behaviour.criminal-records',
  'behaviour.payment-of-fees',
  'behaviour.internet-use',
  'behaviour.littering',
];

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
  const littering = shown.find(({ code }) => code === sample.code('behaviour.littering'))!;
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
  const bytes = await fileBehind(sample.client, ticket);
  const table = parse(bytes, { columns: true }) as Record<string, string>[];
  expect(table).toHaveLength(160);
  const row = (respondent: string, slug: string) =>
    table.find((one) => one['respondent'] === respondent && one['behaviour'] === slug)!;
  expect(row('R02', 'behaviour.littering')).toMatchObject({
    acceptance: '4',
    interviewed: 'yes',
    synthetic_sample: 'yes',
  });
  expect(row('R03', 'behaviour.criminal-records')).toMatchObject({ city: '云汀市', age_group: '60+' });
  const sum = (slug: string, column: string) =>
    table.filter((one) => one['behaviour'] === slug).reduce((total, one) => total + Number(one[column] || 0), 0);
  expect(behaviours.map((slug) => sum(slug, 'n_acceptance_endorsement'))).toEqual([6, 5, 1, 5]);
  expect(behaviours.map((slug) => sum(slug, 'n_acceptance_withheld'))).toEqual([0, 0, 6, 1]);
  // Who was not interviewed has no counts, not zeros; who did not answer has no number.
  const without = table.filter((one) => one['interviewed'] === 'no');
  expect(without).toHaveLength(34 * 4);
  expect(without.every((one) => one['n_acceptance_endorsement'] === '')).toBe(true);
  const answered = table.filter((one) => one['behaviour'] === 'behaviour.internet-use' && one['acceptance'] !== '');
  expect(answered).toHaveLength(38);

  const marked = await sample.client.call('tidy.export', { ...asked, byteOrderMark: true });
  const again = await fileBehind(sample.client, marked.ticket);
  expect([...again.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(again.subarray(3)).toEqual(bytes);
});
