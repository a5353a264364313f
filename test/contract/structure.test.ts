import { describe, expect, it } from 'vitest';
import { openSample } from '../support/sample-core.ts';

async function drawTrust({ client, code, attribute: item }: Awaited<ReturnType<typeof openSample>>) {
  const perBehaviour = Object.fromEntries(
    [
      ['criminal-records', 'cr'],
      ['payment-of-fees', 'pf'],
      ['internet-use', 'iu'],
      ['littering', 'lg'],
    ].map(([slug, short]) => [code(`behaviour.${slug}`), item(`${short}_accept`)]),
  );
  const trust = await client.call('structure.addVariable', {
    name: 'Trust',
    code: code('acceptance.trust'),
    items: { '': item('gen_trust') },
    x: 100,
    y: 100,
  });
  const endorsement = await client.call('structure.addVariable', {
    name: 'Endorsement',
    code: code('acceptance.endorsement'),
    items: perBehaviour,
    x: 400,
    y: 100,
  });
  const arrow = await client.call('structure.addArrow', { source: trust.id, target: endorsement.id });
  return { trust, endorsement, arrow };
}

describe('the endorsement structure sheet', () => {
  it('is empty at first and has the four behaviours side by side', async () => {
    const { client, code } = await openSample();
    expect(await client.call('structure.get', {})).toEqual({
      variables: [],
      arrows: [],
      behaviours: ['criminal-records', 'payment-of-fees', 'internet-use', 'littering'].map((slug) =>
        code(`behaviour.${slug}`),
      ),
      isChosen: false,
    });
    expect(await client.call('structure.evidence', { rule: 'overlap' })).toEqual([]);
  });

  it.each(['overlap', 'turn'] as const)(
    'opens from an arrow the passages with both codes and the correlation with its n (%s)',
    async (rule) => {
      const sample = await openSample();
      const { client, code } = sample;
      const { arrow } = await drawTrust(sample);
      const evidence = await client.call('structure.evidence', { rule });
      expect(evidence).toHaveLength(5);
      for (const each of evidence) {
        const passages = await client.call('structure.passages', { arrow: arrow.id, behaviour: each.behaviour, rule });
        expect(passages).toHaveLength(each.passages!.count);
        const relation = rule === 'overlap' ? 'OVERLAPS' : 'NEAR(0 turns)';
        const behaviour = each.behaviour === null ? '' : ` ${relation} code:${behaviourName(each.behaviour, code)}`;
        const both = await client.call('query.run', {
          query: `code:acceptance.trust ${relation} code:acceptance.endorsement${behaviour}`,
        });
        // The same passages, which a query of the relation leaves uncut.
        for (const { document, start, end } of passages)
          expect(
            both.passages.some((other) => other.document === document && other.start <= start && end <= other.end),
          ).toBe(true);
      }
      const records = evidence.find(({ behaviour }) => behaviour === code('behaviour.criminal-records'))!;
      const [reference] = await client.call('survey.correlations', {
        attributes: [sample.attribute('gen_trust'), sample.attribute('cr_accept')],
        method: 'spearman',
      });
      expect(records.correlation).toMatchObject({ n: reference!.n, coefficient: reference!.coefficient });
      expect(reference!.n).toBeGreaterThan(30);
      // Asked once for each behaviour, endorsement has no item for all of them together.
      expect(evidence.find(({ behaviour }) => behaviour === null)!.correlation).toBeNull();
    },
  );

  it('takes an answer for the number that the survey figures take it for', async () => {
    const sample = await openSample();
    const { client } = sample;
    const { endorsement } = await drawTrust(sample);
    // Ordered categories have their places; what only looks like a number to a programming language is none.
    const { attribute } = await client.call('attributes.create', {
      name: 'Care',
      type: 'ordered',
      categories: ['0x10', '1e3', 'much'],
    });
    const { cases } = await client.call('cases.list', {});
    const cells = cases.slice(0, 30).map(({ id }, at) => ({
      case: id,
      attribute,
      value: ['0x10', '1e3', 'much'][(at * 7) % 3]!,
      missing: null,
    }));
    await client.call('cases.edit', { cells });
    const care = await client.call('structure.addVariable', {
      name: 'Care',
      code: null,
      items: { '': attribute },
      x: 1,
      y: 1,
    });
    const arrow = await client.call('structure.addArrow', { source: care.id, target: endorsement.id });
    const evidence = await client.call('structure.evidence', { rule: 'turn' });
    const found = evidence.find(
      (each) => each.arrow === arrow.id && each.behaviour === sample.code('behaviour.littering'),
    )!;
    const [reference] = await client.call('survey.correlations', {
      attributes: [attribute, sample.attribute('lg_accept')],
      method: 'spearman',
    });
    expect(reference!.n).toBeGreaterThan(20);
    expect(found.correlation).toMatchObject({ n: reference!.n, coefficient: reference!.coefficient });
  });

  it('says of a variable without code or item that there is nothing behind its arrows', async () => {
    const sample = await openSample();
    const { client } = sample;
    const { endorsement } = await drawTrust(sample);
    const bare = await client.call('structure.addVariable', { name: 'Fate', code: null, items: {}, x: 1, y: 1 });
    const arrow = await client.call('structure.addArrow', { source: bare.id, target: endorsement.id });
    const evidence = await client.call('structure.evidence', { rule: 'turn' });
    for (const each of evidence.filter((each) => each.arrow === arrow.id))
      expect(each).toMatchObject({ passages: null, correlation: null });
    expect(await client.call('structure.passages', { arrow: arrow.id, behaviour: null, rule: 'turn' })).toEqual([]);
  });

  it('keeps one arrow each way, none to itself, and lets go of arrows with their variable', async () => {
    const sample = await openSample();
    const { client } = sample;
    const { trust, endorsement, arrow } = await drawTrust(sample);
    expect(await client.call('structure.addArrow', { source: trust.id, target: endorsement.id })).toEqual(arrow);
    await expect(client.call('structure.addArrow', { source: trust.id, target: trust.id })).rejects.toMatchObject({
      code: 'arrow_to_itself',
    });
    const before = await client.call('structure.get', {});
    await client.call('structure.removeVariable', { variable: trust.id });
    expect((await client.call('structure.get', {})).arrows).toEqual([]);
    await client.call('history.undo', {});
    expect(await client.call('structure.get', {})).toEqual(before);
  });
});

function behaviourName(id: string, code: (slug: string) => string): string {
  return ['criminal-records', 'payment-of-fees', 'internet-use', 'littering']
    .map((slug) => `behaviour.${slug}`)
    .find((slug) => code(slug) === id)!;
}
