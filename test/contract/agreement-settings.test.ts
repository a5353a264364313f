import { expect, test } from 'vitest';
import { agreementUnit } from '../../shared/contract/methods/agreement.ts';
import { openTestCore } from '../support/core.ts';
import { openSample } from '../support/sample-core.ts';

/** Character units, code by code, on the sample study. */
const kappas = {
  'behaviour.criminal-records': 0.791867,
  'behaviour.payment-of-fees': 0.769643,
  'behaviour.internet-use': 0.831372,
  'behaviour.littering': 0.683488,
  'acceptance.concern': 0.107556,
  'mechanism.gathering.real-name': 1,
};

test('agreement per code and per document has the figures of the study, with unit and child codes stated', async () => {
  const { client, code: idOf } = await openSample();
  const result = await client.call('agreement.compute', { unit: 'character' });
  expect(result).toMatchObject({ unit: 'character', scope: 'text', children: 'apart', n: 13_169 });
  for (const [slug, kappa] of Object.entries(kappas)) {
    const code = result.codes.find(({ code: id }) => id === idOf(slug))!;
    expect((code.measures.cohenKappa as { value: number }).value, slug).toBeCloseTo(kappa, 6);
  }
  expect((result.overall.pooled.cohenKappa as { value: number }).value).toBeCloseTo(0.677892, 6);
  const { documents } = await client.call('agreement.breakdown', { unit: 'character', by: 'document' });
  expect(documents).toHaveLength(6);
  expect(documents.reduce((sum, { n }) => sum + n, 0)).toBe(13_169);
  // A document's figures are those of comparing it alone.
  const { document, pooled } = documents[0]!;
  const alone = await client.call('agreement.compute', { unit: 'character', documents: [document.id] });
  expect(alone.overall.pooled.cohenKappa).toEqual(pooled.cohenKappa);
});

test('a code neither coder used is not defined, and said to be used by nobody', async () => {
  const { client } = await openSample();
  const codes = await client.call('codes.list', {});
  const all = await client.call('agreement.compute', { unit: 'character' });
  const unused = codes.find(({ id }) => all.unused.includes(id))!.id;
  const result = await client.call('agreement.compute', { unit: 'character', codes: [unused] });
  expect(result).toMatchObject({ codes: [], unused: [unused] });
  expect(result.overall.pooled.cohenKappa).toEqual({ undefined: 'no_units' });
});

test('every unit counts something, and its rule only makes coded units fewer', async () => {
  const { client, code: idOf } = await openSample();
  for (const unit of agreementUnit.options) {
    const segments = unit === 'segment' ? { segments: idOf('behaviour.littering') } : {};
    const any = await client.call('agreement.compute', { unit, ...segments });
    const half = await client.call('agreement.compute', { unit, ...segments, rule: 'half' });
    expect(any.n, unit).toBeGreaterThan(0);
    expect(half.n, unit).toBe(any.n);
    const coded = ({ codes }: typeof any): number =>
      codes.reduce((sum, { counts }) => sum + counts.reduce<number>((all, count) => all + (count ?? 0), 0), 0);
    expect(coded(half), unit).toBeLessThanOrEqual(coded(any));
  }
  await expect(client.call('agreement.compute', { unit: 'segment' })).rejects.toMatchObject({
    code: 'segments_missing',
  });
});

test('child codes count into their parents only where that is chosen', async () => {
  const { client } = await openSample();
  const codes = await client.call('codes.list', {});
  const apart = await client.call('agreement.compute', { unit: 'turn' });
  const joined = await client.call('agreement.compute', { unit: 'turn', children: 'parents' });
  expect(joined.children).toBe('parents');
  const used = new Set(apart.codes.map(({ code }) => code));
  const parent = joined.codes.find(({ code }) => !used.has(code) && codes.some((one) => one.parent === code))!;
  expect(Math.max(...parent.counts.map(Number))).toBeGreaterThan(0);
  expect(joined.outside).toBe(apart.outside);
  for (const code of apart.codes) {
    const same = joined.codes.find((one) => one.code === code.code)!;
    for (const [coder, count] of code.counts.entries()) expect(same.counts[coder]).toBeGreaterThanOrEqual(count!);
  }
});

test('a coder who has not marked a document as done is missing there, not "not coded"', async () => {
  const { client } = await openSample();
  const before = await client.call('agreement.compute', { unit: 'turn' });
  const { id } = before.documents[0]!;
  await client.call('documents.setDone', { document: id, coder: before.coders[1]!.id, done: false });
  const after = await client.call('agreement.compute', { unit: 'turn' });
  expect(after.notDone.map((one) => one.id)).toEqual([id]);
  expect(after.n).toBeLessThan(before.n);
});

test('a coder who is done and coded nothing judged every unit "not coded"; one who only coded, or never came, is missing', async () => {
  const { client, file } = openTestCore();
  await client.call('project.create', { name: 'Zeros', template: 'empty', coder: 'A' });
  const text = 'R: I was afraid. I am not now.\n';
  await client.call('imports.commit', { files: [{ ticket: file('a.txt', text) }, { ticket: file('b.txt', text) }] });
  const importing = (name: string, csv: string, markDone: boolean) =>
    client.call('codings.importCsv', {
      ticket: file(name, `document,coder,code,start,end\n${csv}`),
      createCodes: true,
      markDone,
      partial: false,
    });
  // A coded both, B is done with both and coded nothing in either; C coded and is not done, so its counts are missing; D never came.
  const done = await importing('done.csv', 'a.txt,A,fear,3,16\nb.txt,A,fear,3,16\na.txt,B,,,\nb.txt,B,,,\n', true);
  expect(done).toMatchObject({ imported: 2, coders: ['A', 'B'], refused: [] });
  await importing('begun.csv', 'a.txt,C,fear,3,16\n', false);
  await client.call('coders.create', { name: 'D' });
  const result = await client.call('agreement.compute', { unit: 'character' });
  expect(result.coders.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  expect(result).toMatchObject({ n: 2 * text.length, notDone: [] });
  // 26 of 62 characters are coded by A, none by B: they agree on the others, and no more than by chance.
  expect(result.codes[0]).toMatchObject({ counts: [26, 0, null], both: 0 });
  expect(result.overall.pooled.counts).toEqual([26, 0, null]);
  const { coders } = result;
  const ab = await client.call('agreement.compute', { unit: 'character', coders: [coders[0]!.id, coders[1]!.id] });
  expect(ab.codes[0]).toMatchObject({
    table: { n11: 0, n10: 26, n01: 0, n00: 36 },
    measures: { percentAgreement: { value: 36 / 62 }, cohenKappa: { value: 0 } },
  });
  const ac = await client.call('agreement.compute', { unit: 'character', coders: [coders[0]!.id, coders[2]!.id] });
  expect(ac).toMatchObject({ n: 0, documents: [] });
});

test('three coders: the pairs are compared two by two, alpha over all, kappa says why it is not there', async () => {
  const { client, file } = openTestCore();
  await client.call('project.create', { name: 'Three', template: 'empty', coder: 'A' });
  await client.call('imports.commit', {
    files: [{ ticket: file('a.txt', 'I: Well?\n\nR: I was afraid. I am not now.\n') }],
  });
  const csv = 'document,coder,code,start,end\na.txt,A,fear,13,26\na.txt,B,fear,13,20\na.txt,C,fear,13,26\n';
  const rows = { ticket: file('c.csv', csv), createCodes: true, markDone: true, partial: false };
  await client.call('codings.importCsv', rows);
  const result = await client.call('agreement.compute', { unit: 'character' });
  expect(result.codes[0]).toMatchObject({
    counts: [13, 7, 13],
    both: 7,
    table: null,
    measures: { cohenKappa: { undefined: 'two_coders_only' }, krippendorffAlpha: { value: expect.any(Number) } },
  });
  const { pairs } = await client.call('agreement.breakdown', { unit: 'character', by: 'pair' });
  expect(pairs.map(({ coders }) => coders)).toEqual([
    ['A', 'B'],
    ['A', 'C'],
    ['B', 'C'],
  ]);
  expect(pairs[1]!.pooled.cohenKappa).toEqual({ value: 1 });
});

test('what an interviewer says inside a question and answer is in no unit, and its passages are in no F1 and no difference', async () => {
  const { client, file } = openTestCore();
  await client.call('project.create', { name: 'Scope', template: 'empty', coder: 'A' });
  const text = 'I: Were you afraid?\nR: Yes, very much.\n';
  await client.call('imports.commit', { files: [{ ticket: file('a.txt', text) }] });
  // Both coded “Yes”; A alone the question.
  await client.call('codings.importCsv', {
    ticket: file('c.csv', 'document,coder,code,start,end\na.txt,A,fear,3,19\na.txt,A,fear,23,26\na.txt,B,fear,23,26\n'),
    createCodes: true,
    markDone: true,
    partial: false,
  });
  for (const unit of ['turn', 'exchange', 'document', 'sentence'] as const) {
    const { outside, codes } = await client.call('agreement.compute', { unit, scope: 'respondent' });
    expect({ unit, outside, spans: codes[0]!.spans }).toEqual({
      unit,
      outside: 1,
      spans: { exact: { value: 1 }, overlap: { value: 1 }, iou: { value: 1 } },
    });
    expect(await client.call('adjudication.figures', { unit, scope: 'respondent' })).toMatchObject({ total: 0 });
    const whole = await client.call('agreement.compute', { unit, scope: 'content' });
    expect(whole.codes[0]!.spans.exact).toEqual({ value: 2 / 3 });
  }
});

test('a passage tells who judged it: a coder who is not done with the transcript neither coded it nor left it out', async () => {
  const { client, file } = openTestCore();
  await client.call('project.create', { name: 'Missing', template: 'empty', coder: 'A' });
  const text = 'R: Yes, very much.\n';
  for (const name of ['a.txt', 'b.txt']) await client.call('imports.commit', { files: [{ ticket: file(name, text) }] });
  const importing = (name: string, csv: string, markDone: boolean) =>
    client.call('codings.importCsv', {
      ticket: file(name, `document,coder,code,start,end\n${csv}`),
      createCodes: true,
      markDone,
      partial: false,
    });
  await importing(
    'done.csv',
    'a.txt,A,fear,3,6\na.txt,B,fear,3,6\nb.txt,A,fear,3,6\nb.txt,B,fear,3,6\nb.txt,C,,,\n',
    true,
  );
  await importing('begun.csv', 'a.txt,C,fear,3,6\n', false);
  const [fear] = await client.call('codes.list', {});
  const { agreed, differing } = await client.call('agreement.passages', { unit: 'character', code: fear!.id });
  const who = ({ documentName, coders, notCoded }: (typeof agreed)[number]) => [documentName, coders, notCoded];
  expect(agreed.map(who)).toEqual([['a.txt', ['A', 'B'], []]]);
  expect(differing.map(who)).toEqual([['b.txt', ['A', 'B'], ['C']]]);
});
