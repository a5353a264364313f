import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRow } from '../../shared/export/csv.ts';
import { openTestCore, openTestProject } from '../support/core.ts';
import { tempFolder } from '../support/temp-folder.ts';

const text = 'R: They watch us all day, 😀 every day, and we got used to it.\n';
const length = Array.from(text).length;

/** Passages of three coders with two codes, close enough together to overlap in every way there is. */
const passages = fc.array(
  fc.record({
    coder: fc.constantFrom('Ada', 'Bo', 'Cy'),
    code: fc.constantFrom('fear', 'trust', 'habit'),
    start: fc.integer({ min: 3, max: length - 12 }),
    size: fc.integer({ min: 2, max: 10 }),
  }),
  { minLength: 3, maxLength: 16 },
);
const done = fc.constantFrom<string[]>(['Ada', 'Bo'], ['Bo', 'Cy'], ['Ada', 'Bo', 'Cy']);

const passage = (coder: string, code: string, start: number, size: number) => ({ coder, code, start, size });
/** Two codes for one passage, and a third passage of one of them that begins before the second ends. */
const besidePair = [passage('Ada', 'fear', 3, 10), passage('Bo', 'trust', 6, 11), passage('Ada', 'fear', 15, 8)];
const pairBesidePair = [
  passage('Ada', 'fear', 3, 10),
  passage('Bo', 'trust', 5, 12),
  passage('Ada', 'fear', 17, 10),
  passage('Bo', 'habit', 15, 10),
];

it('every difference in the list can be decided, decides nothing else, and a coder who is not done has no part in it', async () => {
  await fc.assert(
    fc.asyncProperty(passages, done, fc.array(fc.nat(99), { minLength: 1 }), async (coded, finished, picks) => {
      const { test, document } = await openTestProject(text, openTestCore({ folder: tempFolder() }));
      const { client } = test;
      for (const name of ['Bo', 'Cy']) await client.call('coders.create', { name });
      const header = csvRow(['document', 'coder', 'code', 'start', 'end']);
      const rows = coded.map(({ coder, code, start, size }) =>
        csvRow(['interview.txt', coder, code, start, start + size]),
      );
      const ticket = test.file('codings.csv', header + rows.join(''));
      await client.call('codings.importCsv', { ticket, createCodes: true, markDone: false, partial: false });
      for (const { id: coder, name } of await client.call('coders.list', {}))
        if (finished.includes(name)) await client.call('documents.setDone', { document, coder, done: true });
      const list = () => client.call('agreement.differences', { unit: 'character' });
      const { coders, total } = await list();
      const names = coders.map(({ name }) => name);
      for (let decided = 0; decided < total; decided += 1) {
        const open = (await list()).differences.filter(({ decision }) => decision === null);
        expect(open).toHaveLength(total - decided);
        const pick = picks[decided % picks.length]!;
        const { start, end, code, otherCode, decisions } = open[pick % open.length]!;
        expect(finished).toEqual(expect.arrayContaining(decisions.map(({ coder }) => names[coder])));
        const coder = coders.find(({ name }) => name === finished[0])!.id;
        const verdict = (['coder', 'both', 'neither'] as const)[pick % 3]!;
        await client.call('adjudication.decide', {
          document,
          start,
          end,
          code,
          otherCode,
          coders: coders.map(({ id }) => id),
          verdict,
          ...(verdict === 'coder' ? { chosen: coder } : {}),
        });
      }
      const figures = await client.call('adjudication.figures', { unit: 'character' });
      expect([figures.decided, figures.codes.every(({ open }) => open === 0)]).toEqual([total, true]);
      expect(test.ports.unforeseen).toEqual([]);
      await test.close();
    }),
    {
      numRuns: 25,
      examples: [
        [besidePair, ['Ada', 'Bo'], [0]],
        [pairBesidePair, ['Ada', 'Bo'], [1]],
      ],
    },
  );
});
