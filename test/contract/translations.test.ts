import { describe, expect, it } from 'vitest';
import { openTestProject } from '../support/core.ts';

const place = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

describe('a translation', () => {
  it('stands on its passage in a language, can be changed and checked, and goes when it is emptied; undo takes each back', async () => {
    const { test, document, text, dump } = await openTestProject('问：为什么？\n答：[怕: 他们在看。]没办法。\n');
    const { client } = test;
    const passage = { document, ...place(text, '没办法。') };
    const before = dump();
    const said = { ...passage, language: 'en', text: ' There is no way round. ', translator: 'Mei', isChecked: false };
    const made = await client.call('translations.save', said);
    expect(made).toMatchObject({ text: 'There is no way round.', translator: 'Mei', isChecked: false, ...passage });
    await client.call('translations.save', { ...said, language: 'ja', text: '仕方がない。' });
    await client.call('translations.save', { ...said, isChecked: true });
    expect(await client.call('translations.ofDocument', { document })).toMatchObject([
      { id: made!.id, language: 'en', isChecked: true },
      { language: 'ja', text: '仕方がない。' },
    ]);
    expect(await client.call('translations.save', { ...said, text: '  ' })).toBeNull();
    expect(await client.call('translations.ofDocument', { document })).toHaveLength(1);
    for (let step = 0; step < 4; step++) await client.call('history.undo', {});
    expect(dump()).toEqual(before);
    expect(await client.call('translations.save', { ...said, text: '' })).toBeNull();
    expect(dump()).toEqual(before);
  });

  it('keeps its passage when the coding on it goes, and goes with the transcript', async () => {
    const { test, document, text, dump } = await openTestProject('R: [fear: They watch.] Yes.\n');
    const { client } = test;
    const written = {
      document,
      ...place(text, 'They watch.'),
      language: 'de',
      text: 'Sie sehen zu.',
      translator: '',
      isChecked: false,
    };
    await client.call('translations.save', written);
    const { codings } = await client.call('codings.ofDocument', { document });
    await client.call('codings.remove', { codings: codings.map(({ id }) => id) });
    expect(await client.call('translations.ofDocument', { document })).toMatchObject([{ text: 'Sie sehen zu.' }]);
    const before = dump();
    await client.call('documents.remove', { document });
    expect(dump()['translation']).toEqual([]);
    await client.call('history.undo', {});
    expect(dump()).toEqual(before);
    expect((await client.call('project.check', {})).faults).toEqual([]);
  });
});
