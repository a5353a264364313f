import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cooccurrenceUnits } from '../../shared/contract/methods/cooccurrence.ts';
import { openSample } from '../support/sample-core.ts';

test('filters commute: by name, by attribute and by marker in any order, coder by coder, leave the same figures', async () => {
  const sample = await openSample();
  const { client } = sample;
  const documents = await client.call('documents.list', {});
  const { attributes, cases } = await client.call('cases.list', {});
  const attribute = attributes.find(({ key }) => key === 'language')!.id;
  const languageOf = new Map(cases.flatMap((one) => one.documents.map((id) => [String(id), one.values[attribute]])));
  const code = sample.code('acceptance.disguised');
  const coders = [sample.coder('A'), sample.coder('B')];

  let added = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(
        documents.map(({ id }) => id),
        { minLength: 1 },
      ),
      fc.subarray(['en', 'zh-Hans', 'ja'], { minLength: 1 }),
      fc.constantFrom(...cooccurrenceUnits),
      fc.option(fc.constantFrom('marked' as const, 'left_out' as const), { nil: undefined }),
      fc.constantFrom('apart' as const, 'parents' as const),
      async (named, languages, unit, treatment, children) => {
        const settings = {
          unit,
          children,
          ...(treatment === undefined ? {} : { marker: { code, treatment } }),
        };
        const compute = async (more: object) =>
          (await client.call('cooccurrence.compute', { ...settings, ...more })).blocks;
        const both = named.filter((id) => languages.includes(languageOf.get(id) ?? ''));
        const byBoth = await compute({ documents: named, cases: [{ attribute, values: languages }], coders });
        if (both.length > 0) expect(await compute({ documents: both, coders })).toEqual(byBoth);
        // Coder by coder, whoever else is asked for.
        for (const [place, coder] of coders.entries())
          expect(
            await compute({ documents: named, cases: [{ attribute, values: languages }], coders: [coder] }),
          ).toEqual([byBoth[place]]);
        // Transcripts of which each is let through alone add up to all of them (units never reach over two).
        if (both.length < 2 || unit === 'case') return;
        added += 1;
        const [whole] = await compute({ documents: both, coders: [coders[0]!] });
        const alone: typeof byBoth = [];
        for (const id of both) alone.push((await compute({ documents: [id], coders: [coders[0]!] }))[0]!);
        const sum = (a: string, b: string): number =>
          alone.reduce((total, { pairs }) => {
            const pair = pairs.find((one) => one.a === a && one.b === b);
            return total + (pair ? (pair.n11 ?? pair.overlapPairs) : 0);
          }, 0);
        expect(whole!.pairs.map(({ a, b }) => sum(a, b))).toEqual(
          whole!.pairs.map(({ n11, overlapPairs }) => n11 ?? overlapPairs),
        );
      },
    ),
    { numRuns: 40, seed: 7 },
  );
  expect(added).toBeGreaterThan(10);
});
