import { describe, expect, it } from 'vitest';
import { connectionOf } from '../support/connections.ts';
import { openTestProject } from '../support/core.ts';

const source = `I: Do you [use: use the score] every day?
R: Yes, [trust: I open it and I trust what it says about me].
I: Are you afraid?
R: [fear: They watch us all the time], my neighbours say.
R: [quiet: I keep quiet when I am in the street with others].
`;

async function openTalk() {
  const project = await openTestProject(source);
  const { test, document, text } = project;
  const { client } = test;
  const corrected = (edit: (text: string) => string, name = 'corrected.txt') => ({
    ticket: test.file(name, edit(text)),
  });
  const base = async () => (await client.call('documents.get', { document })).textHash;
  const words = async () => {
    const now = (await client.call('documents.get', { document })).text;
    const { selections } = await client.call('codings.ofDocument', { document });
    return selections.map(({ start, end, state }) => `${state}: ${now.slice(start, end)}`);
  };
  return { ...project, client, corrected, base, words };
}

/** A typo mended before, one within a passage, a passage half rewritten, one taken out, and a line added. */
const edit = (text: string): string =>
  text
    .replace('every day', 'each day')
    .replace('I trust what', 'I trusted what')
    .replace('They watch us all the time', 'They watched us for such a time')
    .replace('R: I keep quiet when I am in the street with others.\n', 'I: Anything else?\nM: No.\n');

describe('a corrected file', () => {
  it('is shown before anything is done: what differs, and what becomes of every passage', async () => {
    const { client, document, corrected, dump, codes } = await openTalk();
    const before = dump();
    const preview = await client.call('reimport.preview', { document, file: corrected(edit) });
    expect(preview).toMatchObject({
      file: 'corrected.txt',
      turns: { before: 5, after: 6 },
      newSpeakers: ['M'],
      counts: { same: 1, sure: 1, doubtful: 1, lost: 1 },
    });
    expect(preview.passages.map(({ finding, quote, now }) => [finding, quote, now])).toEqual([
      ['lost', 'I keep quiet when I am in the street with others', ''],
      ['doubtful', 'They watch us all the time', 'They watched us for such a time'],
      ['sure', 'I open it and I trust what it says about me', 'I open it and I trusted what it says about me'],
    ]);
    expect(preview.passages[1]!.codes).toEqual([codes.get('fear')]);
    expect(preview.changes).toBe(preview.shown.length);
    expect(preview.shown[0]).toMatchObject({ turn: 1 });
    expect(dump()).toEqual(before);
  });

  it('is taken over in one step that undo reverses: passages on their words, bytes kept, doubts listed', async () => {
    const { test, client, path, document, text, corrected, base, words, dump } = await openTalk();
    const before = dump();
    const file = corrected(edit, 'second.txt');
    const done = await client.call('reimport.commit', { document, file, base: await base() });
    expect(done).toMatchObject({ doubtful: 1, lost: 1 });
    const { text: now, turns, speakers } = await client.call('documents.get', { document });
    expect(now).toBe(edit(text));
    expect(await words()).toEqual([
      'placed: use the score',
      'placed: I open it and I trusted what it says about me',
      'uncertain: They watched us for such a time',
      'detached: ',
    ]);
    const said = turns.map(({ contentStart, end, speaker }) => [
      speakers.find(({ id }) => id === speaker)?.name,
      now.slice(contentStart, end),
    ]);
    expect(said.slice(3)).toEqual([
      ['R', 'They watched us for such a time, my neighbours say.'],
      ['I', 'Anything else?'],
      ['M', 'No.'],
    ]);
    expect((await client.call('review.list', {})).map(({ cause, quote }) => [cause, quote])).toEqual([
      ['reimported', 'They watch us all the time'],
      ['reimported', 'I keep quiet when I am in the street with others'],
    ]);
    const original = connectionOf(path)
      .prepare('SELECT bytes FROM blob JOIN document ON document.original = hash')
      .pluck();
    expect(String(original.get())).toBe(edit(text));
    expect((await client.call('project.check', {})).faults).toEqual([]);
    const after = dump();
    await client.call('history.undo', {});
    expect(dump()).toEqual(before);
    expect(String(original.get())).toBe(text);
    await client.call('history.redo', {});
    expect(dump()).toEqual(after);
    expect((await client.call('project.check', {})).faults).toEqual([]);
    expect(test.ports.unforeseen).toEqual([]);
  });

  it('leaves renamed and merged speakers, roles and the identity of turns as they were', async () => {
    const { client, document, corrected, base } = await openTalk();
    const before = await client.call('documents.get', { document });
    const respondent = before.speakers.find(({ name }) => name === 'R')!.id;
    await client.call('speakers.rename', { speaker: respondent, name: 'Edogawa' });
    await client.call('turns.setTime', { turn: before.turns[1]!.id, time: 7 });
    await client.call('reimport.commit', {
      document,
      file: corrected((text) => text.replace('Yes', 'Yes yes')),
      base: await base(),
    });
    const after = await client.call('documents.get', { document });
    expect(after.turns.map(({ id, speaker, time }) => [id, speaker, time])).toEqual(
      before.turns.map(({ id, speaker }, place) => [id, speaker, place === 1 ? 7 : null]),
    );
    expect(after.speakers.map(({ name }) => name).toSorted()).toEqual(['Edogawa', 'I']);
  });

  it('that says nothing new still brings its bytes; one that cannot be read, or meets a changed text, changes nothing', async () => {
    const { test, client, document, text, corrected, base, dump } = await openTalk();
    const same = await client.call('reimport.preview', { document, file: corrected((one) => one) });
    expect([same.changes, same.counts]).toEqual([0, { same: 4, sure: 0, doubtful: 0, lost: 0 }]);
    const before = dump();
    const stale = client.call('reimport.commit', { document, file: corrected(edit), base: 'another' });
    await expect(stale).rejects.toMatchObject({ code: 'text_changed' });
    const empty = client.call('reimport.preview', { document, file: { ticket: test.file('empty.txt', '') } });
    await expect(empty).rejects.toMatchObject({ code: 'file_empty' });
    expect(dump()).toEqual(before);
    await client.call('reimport.commit', { document, file: corrected((one) => `\uFEFF${one}`), base: await base() });
    expect((await client.call('documents.get', { document })).text).toBe(text);
  });
});
