import { describe, expect, it } from 'vitest';
import type { CodingId } from '../../shared/domain/ids.ts';
import { importTexts, openTestProject, type TestProject } from '../support/core.ts';

const source = '[fear: I:] [time: Why?]\nR: They watch us all day, and nobody asked 😀 anyone. It is only fair.\n';

async function quotes({ test, document, text }: TestProject): Promise<readonly string[]> {
  const { selections, codings } = await test.client.call('codings.ofDocument', { document });
  return codings
    .map(({ selection }) => selections.find(({ id }) => id === selection)!)
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start }) => start > text.indexOf('\n'))
    .map(({ start, end }) => text.slice(start, end));
}

function range({ text }: TestProject, words: string): { start: number; end: number } {
  return { start: text.indexOf(words), end: text.indexOf(words) + words.length };
}

async function coded(project: TestProject, words: string, code: string): Promise<CodingId> {
  return (await project.code(words, code)).codings[0]!.id;
}

/** The project has the codes `fear` and `time`, on words no test looks at. */
async function withFear(words: string): Promise<{ project: TestProject; coding: CodingId }> {
  const project = await openTestProject(source);
  return { project, coding: await coded(project, words, 'fear') };
}

describe('taking words out of a coding', () => {
  it('trims it when they stand at an end', async () => {
    const { project, coding } = await withFear('They watch us all day');
    const done = await project.test.client.call('codings.erase', {
      codings: [coding],
      ...range(project, 'They watch'),
    });
    expect(await quotes(project)).toEqual(['us all day']);
    expect(done.codings.map(({ id }) => id)).toEqual([coding]);
    expect(done.removed).toEqual([]);
  });

  it('splits it when they stand inside, keeping the memo with the first part, in one undoable step', async () => {
    const { project, coding } = await withFear('They watch us all day');
    const { client } = project.test;
    await client.call('memos.save', { target: { kind: 'coding', id: coding }, text: 'strong' });
    const before = project.dump();
    await client.call('codings.erase', { codings: [coding], ...range(project, 'watch us') });
    expect(await quotes(project)).toEqual(['They', 'all day']);
    const { selections, codings, memos } = await client.call('codings.ofDocument', { document: project.document });
    const first = selections.find(({ id }) => codings.find((one) => one.id === coding)?.selection === id)!;
    expect(project.text.slice(first.start, first.end)).toBe('They');
    expect(memos).toMatchObject([{ target: { kind: 'coding', id: coding }, text: 'strong' }]);
    await client.call('history.undo', {});
    expect(project.dump()['coding']).toEqual(before['coding']);
    expect(project.dump()['selection']).toEqual(before['selection']);
    await client.call('history.redo', {});
    expect(await quotes(project)).toEqual(['They', 'all day']);
  });

  it('removes it when nothing but blanks is left', async () => {
    const { project, coding } = await withFear('us all day');
    const done = await project.test.client.call('codings.erase', {
      codings: [coding],
      ...range(project, 'watch us all day,'),
    });
    expect(done.removed).toEqual([coding]);
    expect(await quotes(project)).toEqual([]);
  });

  it('never cuts a character in two', async () => {
    const { project, coding } = await withFear('asked 😀 anyone');
    const { start } = range(project, '😀');
    await project.test.client.call('codings.erase', { codings: [coding], start: start + 1, end: start + 1 + 1 });
    expect(await quotes(project)).toEqual(['asked', 'anyone']);
  });

  it('leaves alone what it does not touch, and makes no step of the history', async () => {
    const { project, coding } = await withFear('us all day');
    const done = await project.test.client.call('codings.erase', { codings: [coding], ...range(project, 'fair') });
    expect(done).toEqual({ revision: null, selections: [], codings: [], removed: [] });
  });

  it('leaves the passage of an example where it is, and cuts a coding named twice once', async () => {
    const { project, coding } = await withFear('us all day');
    const { client } = project.test;
    const code = project.codes.get('time')!;
    await client.call('codes.addExample', { code, document: project.document, ...range(project, 'us all day') });
    const erased = { codings: [coding, coding], ...range(project, 'us all day') };
    expect((await client.call('codings.erase', erased)).removed).toEqual([coding]);
    const { examples } = (await client.call('codes.list', {})).find(({ id }) => id === code)!;
    expect(examples).toMatchObject([{ text: 'us all day', passage: range(project, 'us all day') }]);
  });

  it('takes only the codings named, not the other codes on the same words', async () => {
    const { project, coding } = await withFear('us all day');
    await coded(project, 'us all day', 'time');
    await project.test.client.call('codings.erase', { codings: [coding], ...range(project, 'us') });
    expect(await quotes(project)).toEqual(['us all day', 'all day']);
  });
});

describe('what is left of a coding', () => {
  it('that stands already is not made twice, and inherits the memos', async () => {
    const { project, coding } = await withFear('us all day');
    const standing = await coded(project, 'all day', 'fear');
    const { client } = project.test;
    await client.call('memos.save', { target: { kind: 'coding', id: coding }, text: 'Who?' });
    const done = await client.call('codings.erase', { codings: [coding], ...range(project, 'us') });
    expect(done.removed).toEqual([coding]);
    expect(await quotes(project)).toEqual(['all day']);
    expect(await client.call('memos.list', {})).toMatchObject([
      { target: { kind: 'coding', id: standing }, text: 'Who?' },
    ]);
  });

  it('that has lost its words cannot be cut', async () => {
    const { project, coding } = await withFear('us all day');
    const { client } = project.test;
    const { textHash } = await client.call('documents.get', { document: project.document });
    const { start, end } = range(project, 'us all day');
    const changes = [{ from: start, to: end, insert: '' }];
    await client.call('documents.correct', { document: project.document, base: textHash, changes });
    const cut = client.call('codings.split', { codings: [coding], at: start });
    await expect(cut).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('splitting and joining', () => {
  it('cuts a coding in two without blanks at the cut', async () => {
    const { project, coding } = await withFear('They watch us all day');
    const at = range(project, 'us all').start;
    await project.test.client.call('codings.split', { codings: [coding], at });
    expect(await quotes(project)).toEqual(['They watch', 'us all day']);
  });

  it('does nothing at an end or outside', async () => {
    const { project, coding } = await withFear('They watch us');
    const { start, end } = range(project, 'They watch us');
    for (const at of [start, end, 0, project.text.length + 9])
      expect((await project.test.client.call('codings.split', { codings: [coding], at })).revision).toBeNull();
  });

  it('joins codings of one code, with the words between them and their memos', async () => {
    const { project, coding } = await withFear('They watch');
    const { client } = project.test;
    const second = await coded(project, 'It is only fair', 'fear');
    await client.call('memos.save', { target: { kind: 'coding', id: coding }, text: 'one' });
    await client.call('memos.save', { target: { kind: 'coding', id: second }, text: 'two' });
    const before = await quotes(project);
    const done = await client.call('codings.join', { codings: [second, coding] });
    expect(done.removed).toEqual([second]);
    expect(await quotes(project)).toEqual(['They watch us all day, and nobody asked 😀 anyone. It is only fair']);
    const { memos } = await client.call('codings.ofDocument', { document: project.document });
    expect(memos.map(({ text }) => text)).toEqual(['one\n\ntwo']);
    await client.call('history.undo', {});
    expect(await quotes(project)).toEqual(before);
  });

  it('joins one that lies inside another to nothing longer than that', async () => {
    const { project, coding } = await withFear('They watch us all day');
    const inner = await coded(project, 'watch', 'fear');
    const done = await project.test.client.call('codings.join', { codings: [coding, inner] });
    expect(done.removed).toEqual([inner]);
    expect(await quotes(project)).toEqual(['They watch us all day']);
  });

  it('refuses to join different codes, or codings of different transcripts', async () => {
    const { project, coding } = await withFear('They watch');
    const { client } = project.test;
    const [elsewhere] = await importTexts(project.test, { 'other.txt': project.text });
    const there = { document: elsewhere!, ...range(project, 'all day'), codes: [project.codes.get('fear')!] };
    const others = [await coded(project, 'all day', 'time'), (await client.call('codings.add', there)).codings[0]!.id];
    const before = project.dump();
    for (const other of others)
      await expect(client.call('codings.join', { codings: [coding, other] })).rejects.toMatchObject({
        code: 'not_found',
      });
    expect(project.dump()).toEqual(before);
  });
});
