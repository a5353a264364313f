import { describe, expect, it } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { codeNamed } from '../support/code-named.ts';
import { openTestProject } from '../support/core.ts';

const interview = 'I: Why?\nR: [fear: They watch] [worry: everyone], [fear: always] they [trust: do].\n';

async function memoOn(client: Client, coding: string, text: string) {
  await client.call('memos.save', { target: { kind: 'coding', id: coding }, text });
}

describe('merging a code', () => {
  it('counts beforehand what it then moves', async () => {
    const { test, codes, code } = await openTestProject(interview);
    const { client } = test;
    const [fear, worry] = [codes.get('fear')!, codes.get('worry')!];
    await code('always', 'worry');
    await client.call('codes.create', { name: 'dread', parent: fear });
    await client.call('codes.update', { code: fear, examples: [{ text: 'Afraid.' }] });
    await client.call('memos.save', { target: { kind: 'code', id: fear }, text: 'Broad.' });
    expect(await client.call('codes.mergePreview', { code: fear, into: worry })).toEqual({
      codings: 1,
      doubled: 1,
      children: 1,
      examples: 1,
      memos: 1,
    });
    expect(await client.call('codes.merge', { code: fear, into: worry })).toEqual({ codings: 1, doubled: 1 });
    const merged = await codeNamed(client, 'worry');
    expect(Object.values(merged.codings)).toEqual([3]);
    expect(merged.aliases).toEqual([{ text: 'fear', kind: 'alias' }]);
    expect(merged.examples.map(({ text }) => text)).toEqual(['Afraid.']);
    expect((await codeNamed(client, 'dread')).parent).toBe(worry);
    expect((await client.call('memos.list', {})).map(({ target, text }) => [target.id, text])).toEqual([
      [worry, 'Broad.'],
    ]);
  });

  it('leaves one coding where a passage carried both, with the memos of both', async () => {
    const { test, codes, code, document } = await openTestProject(interview);
    const { client } = test;
    const { codings, selection } = await code('always', 'worry');
    const all = (await client.call('codings.ofDocument', { document })).codings;
    const other = all.find((coding) => coding.selection === selection.id && coding.code === codes.get('fear'))!;
    await memoOn(client, codings[0]!.id, 'It stays.');
    await memoOn(client, other.id, 'It goes.');
    await client.call('codes.merge', { code: codes.get('fear')!, into: codes.get('worry')! });
    const after = await client.call('codings.ofDocument', { document });
    expect(after.codings.filter((coding) => coding.selection === selection.id).map(({ id }) => id)).toEqual([
      codings[0]!.id,
    ]);
    expect(after.memos.map(({ target, text }) => [target.id, text])).toEqual([
      [codings[0]!.id, 'It stays.\n\nIt goes.'],
    ]);
  });

  it('keeps what is bold in a memo that is joined with a plain one', async () => {
    const { test, codes } = await openTestProject(interview);
    const { client } = test;
    const [fear, worry] = [codes.get('fear')!, codes.get('worry')!];
    const bold = [{ kind: 'paragraph' as const, level: 1, runs: [{ text: 'Broad.', bold: true as const }] }];
    await client.call('memos.save', { target: { kind: 'code', id: fear }, body: bold });
    await client.call('memos.save', { target: { kind: 'code', id: worry }, text: 'Narrow.' });
    await client.call('codes.merge', { code: fear, into: worry });
    expect(await client.call('memos.list', {})).toMatchObject([
      {
        target: { id: worry },
        text: 'Narrow.\n\nBroad.',
        body: [{ runs: [{ text: 'Narrow.' }] }, { runs: [] }, bold[0]],
      },
    ]);
  });

  it('into a code below it lets that one take its place', async () => {
    const { test, codes } = await openTestProject(interview);
    const { client } = test;
    const fear = codes.get('fear')!;
    const child = (await client.call('codes.create', { name: 'dread', parent: fear })).id;
    const grandchild = (await client.call('codes.create', { name: 'terror', parent: child })).id;
    await client.call('codes.merge', { code: fear, into: grandchild });
    const tree = (await client.call('codes.list', {})).map(({ id, parent }) => [id, parent]);
    expect(tree).toEqual([
      [grandchild, null],
      [child, grandchild],
      [codes.get('worry'), null],
      [codes.get('trust'), null],
    ]);
  });

  it('into its own child lets that one take its place', async () => {
    const { test, codes } = await openTestProject(interview);
    const { client } = test;
    const fear = codes.get('fear')!;
    const child = (await client.call('codes.create', { name: 'dread', parent: fear })).id;
    const other = (await client.call('codes.create', { name: 'panic', parent: fear })).id;
    await client.call('codes.merge', { code: fear, into: child });
    const tree = (await client.call('codes.list', {})).map(({ id, parent }) => [id, parent]);
    expect(tree).toEqual([
      [child, null],
      [other, child],
      [codes.get('worry'), null],
      [codes.get('trust'), null],
    ]);
  });

  it('leaves one alias of each name, however often it was called so', async () => {
    const { test, codes } = await openTestProject(interview);
    const { client } = test;
    const [fear, worry] = [codes.get('fear')!, codes.get('worry')!];
    const alias = (...texts: string[]) => texts.map((text) => ({ text, kind: 'alias' as const }));
    await client.call('codes.update', {
      code: fear,
      texts: { de: { name: 'Angst' }, da: { name: 'Angst' }, sv: { name: 'worry' } },
      aliases: alias('Panik', 'dread'),
    });
    await client.call('codes.update', { code: worry, aliases: alias('dread', 'concern') });
    await client.call('codes.merge', { code: fear, into: worry });
    const { aliases } = await codeNamed(client, 'worry');
    expect(aliases.map(({ text }) => text).slice(0, 2)).toEqual(['dread', 'concern']);
    expect(aliases.map(({ text }) => text).toSorted()).toEqual(['Angst', 'Panik', 'concern', 'dread', 'fear']);
    const [step] = await client.call('codes.history', { code: worry });
    expect(step!.changes).toContainEqual({ field: 'alias', language: null, before: null, after: 'Panik' });
  });

  it('brings codings under the definition as it is now, and questions of the guide along', async () => {
    const { test, codes, document } = await openTestProject(interview);
    const { client } = test;
    const [fear, worry, trust] = [codes.get('fear')!, codes.get('worry')!, codes.get('trust')!];
    await client.call('codes.update', { code: worry, texts: { en: { definition: 'Being uneasy.' } } });
    const asking = { section: '', texts: { en: 'Why?' } };
    await client.call('guide.save', { ...asking, key: 'A1', codes: [fear, trust] });
    await client.call('guide.save', { ...asking, key: 'A2', codes: [fear, worry] });
    await client.call('codes.merge', { code: fear, into: worry });
    const { codings } = await client.call('codings.ofDocument', { document });
    expect(codings.filter(({ code }) => code === worry).map(({ codeVersion }) => codeVersion)).toEqual([2, 1, 2]);
    const questions = await client.call('guide.list', {});
    expect(questions.map(({ codes: of }) => of.toSorted())).toEqual([[worry, trust].toSorted(), [worry]]);
  });

  it('leaves what was decided of it to the other, and a difference between the two is none any more', async () => {
    const { test, codes, document, text, dump } = await openTestProject(interview);
    const { client } = test;
    const [fear, worry, trust] = [codes.get('fear')!, codes.get('worry')!, codes.get('trust')!];
    const { id: bo } = await client.call('coders.create', { name: 'Bo' });
    const ada = (await client.call('coders.list', {})).find(({ id }) => id !== bo)!;
    const start = text.indexOf('They watch');
    const watched = { document, start, end: start + 'They watch'.length };
    const deciding = { ...watched, coders: [ada.id, bo], verdict: 'both' as const };
    for (const coder of [ada.id, bo]) await client.call('documents.setDone', { document, coder, done: true });
    await client.call('coders.choose', { coder: bo });
    await client.call('codings.add', { ...watched, codes: [worry] });
    await client.call('adjudication.decide', { ...deciding, code: fear, otherCode: worry });
    await client.call('codings.add', { ...watched, codes: [trust] });
    await client.call('adjudication.decide', { ...deciding, code: trust, otherCode: null });
    await client.call('codes.merge', { code: fear, into: worry });
    const decided = dump()['adjudication'] as { code: string; other_code: string | null }[];
    expect(decided.map(({ code, other_code }) => [code, other_code])).toEqual([
      [worry, null],
      [trust, null],
    ]);
    const agreed = dump()['gold_coding'] as { code: string }[];
    expect(agreed.map(({ code }) => code)).not.toContain(fear);
  });

  it('into a heading is refused where codings would come to it, and only there', async () => {
    const { test, codes, dump } = await openTestProject(interview);
    const { client } = test;
    const guid = '00000000-0000-4000-8000-000000000009';
    const heading = `<CodeBook><Codes><Code guid="${guid}" name="Heading" isCodable="false"/></Codes></CodeBook>`;
    await client.call('codebook.import', { ticket: test.file('heading.qdc', heading) });
    const into = (await codeNamed(client, 'Heading')).id;
    const { id: unused } = await client.call('codes.create', { name: 'unused' });
    const before = dump();
    await expect(client.call('codes.merge', { code: codes.get('fear')!, into })).rejects.toMatchObject({
      code: 'code_not_codable',
    });
    expect(dump()).toEqual(before);
    expect(await client.call('codes.merge', { code: unused, into })).toEqual({ codings: 0, doubled: 0 });
  });

  it('is refused with itself, and where names would meet; nothing changes then', async () => {
    const { test, codes, dump } = await openTestProject(interview);
    const { client } = test;
    const [fear, worry] = [codes.get('fear')!, codes.get('worry')!];
    await client.call('codes.create', { name: 'dread', parent: fear });
    await client.call('codes.create', { name: 'dread', parent: worry });
    const before = dump();
    for (const [into, error] of [
      [fear, 'code_merge_self'],
      [worry, 'name_taken'],
    ] as const)
      await expect(client.call('codes.merge', { code: fear, into })).rejects.toMatchObject({ code: error });
    expect(dump()).toEqual(before);
  });
});

describe('splitting a code', () => {
  it('takes the chosen codings with their memos to a new code right after it, and undo takes it back', async () => {
    const { test, codes, text, dump } = await openTestProject(interview);
    const { client } = test;
    const fear = codes.get('fear')!;
    const before = await client.call('codes.codings', { code: fear });
    expect(before.map(({ passage }) => passage.quote)).toEqual(['They watch', 'always']);
    await memoOn(client, before[1]!.coding, 'Keep me.');
    const standing = dump();
    const made = await client.call('codes.split', { code: fear, name: 'being watched', codings: [before[1]!.coding] });
    const names = (await client.call('codes.list', {})).map(({ texts }) => texts['en']?.name);
    expect(names).toEqual(['fear', 'being watched', 'worry', 'trust']);
    const moved = await client.call('codes.codings', { code: made.id });
    expect(moved.map(({ coding, passage }) => [coding, text.slice(passage.start, passage.end)])).toEqual([
      [before[1]!.coding, 'always'],
    ]);
    expect((await client.call('memos.list', {}))[0]?.target).toEqual({ kind: 'coding', id: before[1]!.coding });
    await client.call('history.undo', {});
    expect(dump()).toEqual(standing);
  });

  it('refuses codings of another code and a name its siblings have', async () => {
    const { test, codes } = await openTestProject(interview);
    const { client } = test;
    const code = codes.get('fear')!;
    const [own] = await client.call('codes.codings', { code });
    const [other] = await client.call('codes.codings', { code: codes.get('worry')! });
    await expect(
      client.call('codes.split', { code, name: 'new', codings: [own!.coding, other!.coding] }),
    ).rejects.toMatchObject({ code: 'not_found', params: { kind: 'coding' } });
    await expect(client.call('codes.split', { code, name: 'trust', codings: [own!.coding] })).rejects.toMatchObject({
      code: 'name_taken',
    });
  });
});
