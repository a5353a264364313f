import { describe, expect, test } from 'vitest';
import { asId } from '../../shared/domain/ids.ts';
import { openSample } from '../support/sample-core.ts';

describe('portraits of the sample study', () => {
  test('frequencies are the codings of the code list, and each cell opens as many passages', async () => {
    const sample = await openSample();
    const coder = sample.coder('A');
    const { codes, columns, codings } = await sample.client.call('portraits.frequency', {
      coder,
      by: 'document',
      children: 'apart',
    });
    const listed = await sample.client.call('codes.list', {});
    for (const { code, total, counts } of codes) {
      expect(total).toBe(listed.find(({ id }) => id === code)!.codings[coder]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
    }
    expect(codes.reduce((sum, { total }) => sum + total, 0)).toBe(codings);
    const { code, counts } = codes[0]!;
    for (const [place, count] of counts.entries()) {
      const { total, passages } = await sample.client.call('portraits.passages', {
        coder,
        code,
        documents: columns[place]!.documents,
      });
      expect([total, passages.length]).toEqual([count, count]);
    }
  });

  test('by case, with the codes above counted in: the parent has the passages of its children, each once, and opens them', async () => {
    const sample = await openSample();
    const asked = { coder: 'together', children: 'parents' } as const;
    const { codes, columns } = await sample.client.call('portraits.frequency', { ...asked, by: 'case' });
    const listed = await sample.client.call('codes.list', {});
    const parents = codes.filter(({ code }) => listed.some(({ parent }) => parent === code));
    let twice = 0;
    for (const { code, total, counts } of parents) {
      const children = codes.filter((one) => listed.some(({ id, parent }) => id === one.code && parent === code));
      twice += Number(children.reduce((sum, one) => sum + one.total, 0) > total);
      expect((await sample.client.call('portraits.passages', { ...asked, code })).total).toBe(total);
      for (const [place, { id, isCase, documents }] of columns.entries()) {
        const cell = { ...asked, code, documents, case: isCase ? asId<'case'>(id) : null };
        expect((await sample.client.call('portraits.passages', cell)).total).toBe(counts[place]);
      }
    }
    // There are passages with two children of one code.
    expect(twice).toBeGreaterThan(0);
    expect(columns.some(({ isCase }) => isCase)).toBe(true);
  });

  test('one interview: tiles and lines tell of the same characters, bars open the words they stand for', async () => {
    const sample = await openSample();
    const documents = await sample.client.call('documents.list', {});
    const { id } = documents.find(({ codings }) => codings > 0)!;
    const coder = sample.coder('A');
    const seen = await sample.client.call('portraits.interview', { document: id, coder });
    const { codings } = await sample.client.call('codings.ofDocument', { document: id });
    expect(seen.codings).toBe(codings.filter((one) => one.coder === coder).length);
    for (const line of seen.lines) {
      const inTiles = seen.tiles
        .flatMap(({ codes }) => codes.filter(({ code }) => code === line.code))
        .reduce((sum, { characters }) => sum + characters, 0);
      expect(inTiles).toBe(line.characters);
      const { text } = await sample.client.call('documents.get', { document: id });
      for (const { start, end, from, to } of line.bars)
        expect(Array.from(text.slice(start, end))).toHaveLength(to - from);
    }
    expect(seen.coded).toBeLessThanOrEqual(seen.characters);
  });

  test('the curve ends with all codes used; each new code opens a passage that has it', async () => {
    const sample = await openSample();
    const coder = sample.coder('A');
    const { steps, uncoded } = await sample.client.call('portraits.saturation', { coder, order: 'listed' });
    const documents = await sample.client.call('documents.list', {});
    expect(steps.length + uncoded).toBe(documents.length);
    expect(steps.map(({ document }) => document)).toEqual(
      documents.map(({ id }) => id).filter((id) => steps.some(({ document }) => document === id)),
    );
    const used = (await sample.client.call('codes.list', {})).filter(({ codings }) => (codings[coder] ?? 0) > 0);
    expect(steps.at(-1)!.known).toBe(used.length);
    const [first] = steps;
    const { passages } = await sample.client.call('portraits.passages', {
      coder,
      code: first!.first[0]!.code,
      documents: [first!.document],
    });
    expect(passages).toContainEqual(
      expect.objectContaining({ start: first!.first[0]!.start, end: first!.first[0]!.end }),
    );
    const coded = await sample.client.call('portraits.saturation', { coder, order: 'coded' });
    expect(coded.steps.at(-1)!.known).toBe(used.length);
  });

  test('days add up to the codings of each coder and open their passages', async () => {
    const sample = await openSample();
    const { coders, days } = await sample.client.call('portraits.activity', { timeZone: 'Asia/Shanghai' });
    const listed = await sample.client.call('coders.list', {});
    coders.forEach(({ id, codings }, place) => {
      expect(codings).toBe(listed.find((one) => one.id === id)!.codings);
      expect(days.reduce((sum, { counts }) => sum + counts[place]!, 0)).toBe(codings);
    });
    const { passages } = await sample.client.call('portraits.passages', {
      coder: coders[0]!.id,
      day: { day: days[0]!.day, timeZone: 'Asia/Shanghai' },
      limit: 1000,
    });
    expect(passages.reduce((sum, { codes }) => sum + codes.length, 0)).toBe(days[0]!.counts[0]);
    await expect(sample.client.call('portraits.activity', { timeZone: 'Nowhere' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  test('what is not there is said', async () => {
    const sample = await openSample();
    await expect(
      sample.client.call('portraits.frequency', {
        coder: asId<'coder'>('nobody'),
        by: 'document',
        children: 'apart',
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
