import { describe, expect, it } from 'vitest';
import { importTexts, openTestProject } from '../support/core.ts';

const source =
  '[00:00:05] 江戸川: [fear: 見られている]と思います。\n聞き手: なぜですか。\n江戸川乱歩: 隣の人が話すからです。\n';

async function openTalk() {
  const { test, ...project } = await openTestProject('R: nothing\n');
  const { client } = test;
  const text = source.replaceAll(/\[fear: (.*?)\]/g, '$1');
  const [document] = await importTexts(test, { 'talk.txt': text });
  const code = (await client.call('codes.create', { name: 'fear' })).id;
  const start = text.indexOf('見られている');
  await client.call('codings.add', { document: document!, start, end: start + 6, codes: [code] });
  const get = () => client.call('documents.get', { document: document! });
  const speakers = async () => new Map((await get()).speakers.map(({ name, id }) => [name, id]));
  const said = async () => {
    const { text: now, turns, speakers: all } = await get();
    return turns.map(({ contentStart, end, speaker, time }) => [
      all.find(({ id }) => id === speaker)?.name ?? null,
      now.slice(contentStart, end),
      time,
    ]);
  };
  const coded = async () => {
    const { text: now } = await get();
    const { selections } = await client.call('codings.ofDocument', { document: document! });
    return selections.map(({ start: from, end, state }) => [now.slice(from, end), state]);
  };
  return { ...project, test, client, document: document!, get, speakers, said, coded };
}

describe('speakers', () => {
  it('who are one person become one in two steps, 江戸川 first named, then merged; codings stay and undo parts them', async () => {
    const { client, speakers, said, coded, dump } = await openTalk();
    const before = dump();
    const names = await speakers();
    const taken = client.call('speakers.rename', { speaker: names.get('江戸川')!, name: '江戸川乱歩' });
    await expect(taken).rejects.toMatchObject({ code: 'name_taken' });
    const self = client.call('speakers.merge', { speaker: names.get('江戸川')!, into: names.get('江戸川')! });
    await expect(self).rejects.toMatchObject({ code: 'not_found' });
    expect(
      await client.call('speakers.merge', { speaker: names.get('江戸川')!, into: names.get('江戸川乱歩')! }),
    ).toEqual({ turns: 1 });
    expect((await said()).map(([name]) => name)).toEqual(['江戸川乱歩', '聞き手', '江戸川乱歩']);
    expect([...(await speakers()).keys()].toSorted()).toEqual(['江戸川乱歩', '聞き手'].toSorted());
    expect(await coded()).toEqual([['見られている', 'placed']]);
    await client.call('history.undo', {});
    expect(dump()).toEqual(before);
  });

  it('are renamed, and removed once nobody speaks under that name', async () => {
    const { client, get, speakers, said } = await openTalk();
    const speaker = (await speakers()).get('聞き手')!;
    await client.call('speakers.rename', { speaker, name: ' 山田 ' });
    await client.call('speakers.rename', { speaker, name: '山田' });
    expect((await said())[1]![0]).toBe('山田');
    await expect(client.call('speakers.rename', { speaker, name: '  ' })).rejects.toMatchObject({ code: 'name_empty' });
    await expect(client.call('speakers.remove', { speaker })).rejects.toMatchObject({ code: 'speaker_has_turns' });
    const turn = (await get()).turns[1]!;
    await client.call('turns.setSpeaker', { turns: [turn.id], speaker: null });
    await client.call('speakers.remove', { speaker });
    expect((await said())[1]![0]).toBeNull();
  });
});

it('speakers of another transcript are neither merged with nor given turns', async () => {
  const { client, test, get, speakers, dump } = await openTalk();
  const [other] = await importTexts(test, {
    'other.txt': '聞き手: なぜ。\n山田: さあ。\n聞き手: はい。\n山田: ええ。\n',
  });
  const stranger = (await client.call('documents.get', { document: other! })).speakers[0]!.id;
  const own = (await speakers()).get('江戸川')!;
  const before = dump();
  const refused = { code: 'not_found' };
  await expect(client.call('speakers.merge', { speaker: own, into: stranger })).rejects.toMatchObject(refused);
  const [turn] = (await get()).turns;
  const given = client.call('turns.setSpeaker', { turns: [turn!.id], speaker: stranger });
  await expect(given).rejects.toMatchObject(refused);
  expect(dump()).toEqual(before);
});

describe('turns', () => {
  it('are given to another speaker, or to a new one', async () => {
    const { client, get, speakers, said } = await openTalk();
    const { turns } = await get();
    await client.call('turns.setSpeaker', { turns: [turns[0]!.id], speaker: (await speakers()).get('聞き手')! });
    await client.call('turns.setSpeaker', { turns: [turns[2]!.id], speaker: { name: '妻' } });
    await client.call('turns.setSpeaker', { turns: [turns[1]!.id], speaker: { name: '妻' } });
    expect((await said()).map(([name]) => name)).toEqual(['聞き手', '妻', '妻']);
    expect((await get()).speakers).toHaveLength(4);
  });

  it('are split between their words without touching the text, and joined again without the label between them', async () => {
    const { client, get, said, coded, dump } = await openTalk();
    const before = dump();
    const { text, turns } = await get();
    await client.call('turns.split', { turn: turns[0]!.id, at: text.indexOf('と思い') });
    expect((await said()).map(([, words, time]) => [words, time]).slice(0, 2)).toEqual([
      ['見られている', 5],
      ['と思います。', null],
    ]);
    expect((await get()).text).toBe(text);
    expect(await coded()).toEqual([['見られている', 'placed']]);
    await client.call('turns.merge', { turn: turns[0]!.id });
    expect((await said())[0]![1]).toBe('見られていると思います。');
    await client.call('turns.merge', { turn: turns[0]!.id });
    expect((await said())[0]![1]).toBe('見られていると思います。\nなぜですか。');
    expect(await coded()).toEqual([['見られている', 'placed']]);
    expect((await client.call('project.check', {})).faults).toEqual([]);
    for (let step = 0; step < 3; step++) await client.call('history.undo', {});
    expect(dump()).toEqual(before);
  });

  it('are not cut where one side would be empty, and the last has nothing to join', async () => {
    const { client, get } = await openTalk();
    const { turns } = await get();
    for (const at of [turns[0]!.contentStart, turns[0]!.end, 0, 9999])
      await expect(client.call('turns.split', { turn: turns[0]!.id, at })).rejects.toMatchObject({
        code: 'turn_not_cut',
      });
    await expect(client.call('turns.merge', { turn: turns[2]!.id })).rejects.toMatchObject({ code: 'turn_is_last' });
  });

  it('begin when one says they do', async () => {
    const { client, get, said } = await openTalk();
    const { turns } = await get();
    await client.call('turns.setTime', { turn: turns[1]!.id, time: 12.5 });
    expect((await said())[1]![2]).toBe(12.5);
    await client.call('turns.setTime', { turn: turns[1]!.id, time: null });
    expect((await said())[1]![2]).toBeNull();
  });
});
