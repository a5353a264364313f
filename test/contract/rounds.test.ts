import { describe, expect, it } from 'vitest';
import { importTexts, openTestProject } from '../support/core.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { fileBehind } from '../support/plain-core.ts';

async function codedTwice() {
  const project = await openTestProject(
    'I: Why?\nR: [fear: They watch us] all day.\nI: So?\nR: [trust: We got used] to it.\nR: No more.\n',
  );
  const { client } = project.test;
  const ada = (await client.call('project.summary', {})).coder;
  const bo = (await client.call('coders.create', { name: 'Bo' })).id;
  await client.call('coders.choose', { coder: bo });
  await project.code('They watch', 'fear');
  for (const coder of [ada, bo])
    await client.call('documents.setDone', { document: project.document, coder, done: true });
  return { ...project, client, ada, bo };
}

describe('a reliability round', () => {
  it('stays what it was, whatever is coded, corrected and removed afterwards', async () => {
    const { client, test, document, code, codes, ada, bo, text } = await codedTwice();
    const now = await client.call('agreement.compute', { unit: 'turn' });
    const { round } = await client.call('rounds.create', { name: 'Pilot', coders: [ada, bo] });
    const frozen = await client.call('agreement.compute', { unit: 'turn', round });
    const figures = ({ n, codes: each, overall, coders }: typeof now) => ({ n, each, overall, coders });
    expect(figures(frozen)).toEqual(figures(now));
    const characters = await client.call('agreement.compute', { unit: 'character', round });
    await code('We got used', 'trust');
    const [row] = logicalDump(test.path('study.vbt'))['document'] as { text: string }[];
    const base = row!.text;
    const from = text.indexOf('They');
    await client.call('documents.correct', { document, base, changes: [{ from, to: from + 4, insert: 'People' }] });
    await client.call('codes.update', { code: codes.get('fear')!, texts: { en: { name: 'worry', definition: 'x' } } });
    expect((await client.call('agreement.compute', { unit: 'turn' })).overall).not.toEqual(now.overall);
    await client.call('documents.remove', { document });
    expect(figures(await client.call('agreement.compute', { unit: 'turn', round }))).toEqual(figures(now));
    expect(figures(await client.call('agreement.compute', { unit: 'character', round }))).toEqual(figures(characters));
    expect(await client.call('rounds.trend', { unit: 'turn' })).toMatchObject([
      { round, n: now.n, documents: 1, pooled: { cohenKappa: now.overall.pooled.cohenKappa } },
    ]);
    expect(await client.call('rounds.list', {})).toMatchObject([
      { name: 'Pilot', codings: 3, drawnFrom: 1, seed: null, documents: [{ name: 'interview.txt' }] },
    ]);
  });

  it('says that child codes stand for themselves, whatever is asked for', async () => {
    const { client, codes, ada, bo } = await codedTwice();
    await client.call('codes.move', { code: codes.get('fear')!, parent: codes.get('trust')!, before: null });
    const { round } = await client.call('rounds.create', { name: 'Pilot', coders: [ada, bo] });
    const asked = { unit: 'turn', round } as const;
    const { revision: _, ...frozen } = await client.call('agreement.compute', { ...asked, children: 'parents' });
    expect(frozen.children).toBe('apart');
    expect(await client.call('agreement.compute', asked)).toMatchObject(frozen);
  });

  it('keeps nothing of who does not belong to it', async () => {
    const { client, code, ada, bo, document, dump } = await codedTwice();
    const cy = (await client.call('coders.create', { name: 'Cy' })).id;
    await client.call('coders.choose', { coder: cy });
    await code('We got used', 'trust');
    await client.call('documents.setDone', { document, coder: cy, done: true });
    const { round } = await client.call('rounds.create', { name: 'Pilot', coders: [ada, bo], documents: [document] });
    expect(await client.call('rounds.list', {})).toMatchObject([{ codings: 3, seed: null }]);
    const frozen = await client.call('agreement.compute', { unit: 'turn', round });
    expect(frozen.coders.map(({ id }) => id)).toEqual([ada, bo]);
    const [kept] = dump()['round_document'] as { done: string }[];
    expect((JSON.parse(kept!.done) as string[]).toSorted()).toEqual([ada, bo].toSorted());
  });

  it('names no seed where its transcripts were chosen, though one was given', async () => {
    const { client, ada, bo, document } = await codedTwice();
    const sample = { count: 1, seed: 7 };
    await client.call('rounds.create', { name: 'Chosen', coders: [ada, bo], documents: [document], sample });
    expect(await client.call('rounds.list', {})).toMatchObject([{ seed: null, documents: [{ id: document }] }]);
  });

  it('numbers in an anonymised report what is not there any more after what is, one by one', async () => {
    const { client, test, document, ada, bo } = await codedTwice();
    const [second] = await importTexts(test, { 'second.txt': 'I: And?\nR: Well.\n' });
    for (const coder of [ada, bo]) await client.call('documents.setDone', { document: second!, coder, done: true });
    const { round } = await client.call('rounds.create', { name: 'Pilot', coders: [ada, bo] });
    for (const gone of [document, second!]) await client.call('documents.remove', { document: gone });
    const { settings } = await client.call('reports.read', {
      report: { kind: 'agreement', unit: 'turn', round, resampling: 'documents', resamples: 100, seed: 1 },
      language: 'en',
      anonymised: { attributes: [] },
      blocks: 1,
    });
    expect(settings.map(([, value]) => value)).toContain('Interview 3 and Interview 4');
  });

  it('is drawn by its seed, named once, and not made or seen while blind', async () => {
    const { client, ada, bo } = await codedTwice();
    const coders = [ada, bo];
    const sample = { count: 1, seed: 7 };
    await client.call('rounds.create', { name: 'Round 1', coders, sample });
    expect(await client.call('rounds.list', {})).toMatchObject([{ seed: 7, drawnFrom: 1 }]);
    await expect(client.call('rounds.create', { name: 'Round 1', coders })).rejects.toMatchObject({
      code: 'name_taken',
    });
    await expect(client.call('rounds.create', { name: 'x', coders: [ada, ada] })).rejects.toMatchObject({
      code: 'coders_too_few',
    });
    await client.call('blinding.begin', {});
    expect(await client.call('rounds.list', {})).toEqual([]);
    expect(await client.call('rounds.trend', { unit: 'turn' })).toEqual([]);
    await expect(client.call('rounds.create', { name: 'x', coders })).rejects.toMatchObject({ code: 'blind' });
  });

  it('documents are dealt out by the seed: a sample to all, the others to one each', async () => {
    const { client, test, ada, bo } = await codedTwice();
    await importTexts(test, Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.txt`, `R: ${name}.\n`])));
    const deal = () => client.call('assignments.deal', { coders: [ada, bo], sample: 1, seed: 5 });
    const dealt = await deal();
    expect(dealt).toHaveLength(6);
    expect(
      dealt
        .filter(({ inSample }) => inSample)
        .map(({ coder }) => coder)
        .sort(),
    ).toEqual([ada, bo].sort());
    expect(await deal()).toEqual(dealt);
    await client.call('history.undo', {});
  });

  it('what one coder codes is changed by hand, as one step, and not twice', async () => {
    const { client, document, ada } = await codedTwice();
    const set = (assigned: boolean) => client.call('assignments.set', { coder: ada, document, assigned });
    await set(true);
    expect(await client.call('assignments.list', {})).toEqual([{ coder: ada, document, inSample: false, seed: null }]);
    const { revision } = await client.call('project.summary', {});
    await set(true);
    expect(await client.call('project.summary', {})).toMatchObject({ revision });
    await set(false);
    expect(await client.call('assignments.list', {})).toEqual([]);
    await client.call('history.undo', {});
    expect(await client.call('assignments.list', {})).toHaveLength(1);
  });

  it('the protocol for coders says who codes what, by which codebook and unit, and the same each time', async () => {
    const { client, test, ada, bo } = await codedTwice();
    await importTexts(test, { 'a.txt': 'R: a.\n', 'b.txt': 'R: b.\n' });
    const protocol = async (more: object = {}) => {
      const { ticket } = await client.call('reports.write', {
        report: { kind: 'protocol', ...more },
        format: 'md',
        language: 'en',
      });
      return (await fileBehind(client, ticket)).toString();
    };
    expect(await protocol()).toContain('Nothing is dealt out: everybody codes every transcript.');
    // Nobody has drawn a sample: there is no column that would stay empty.
    expect(await protocol()).not.toContain('| Sample |');
    await client.call('assignments.deal', { coders: [ada, bo], sample: 1, seed: 5 });
    const dealt = await protocol({ rule: 'half' });
    expect(dealt).toContain('| Sample |');
    expect(dealt).toContain('Sample drawn with seed 5');
    expect(dealt).toMatch(/Frozen round.*Round 1/);
    expect(dealt).toContain('Fingerprint of the codebook');
    expect(dealt).toContain('when at least half of it is');
    expect(dealt).toContain('Send the file back');
    expect(dealt).toMatch(/\| Transcripts \| 2 \| 2 \|/);
    expect(await protocol({ rule: 'half' })).toBe(dealt);
  });
});
