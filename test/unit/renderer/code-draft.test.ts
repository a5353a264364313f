import { describe, expect, it } from 'vitest';
import { detailsOf, draftOf, noTexts, separatedNames } from '../../../renderer/features/codebook/dialogs/code-draft.ts';
import { asId } from '../../../shared/domain/ids.ts';

const code: NonNullable<Parameters<typeof draftOf>[0]> = {
  color: '#112233',
  mark: 'wave',
  texts: { en: { ...noTexts, name: 'Keeping trust' }, ja: { ...noTexts, name: '約束' } },
  asksMemo: false,
  aliases: [
    { text: 'faith', kind: 'alias' },
    { text: 'まもること、やぶること', kind: 'reading' },
    { text: 'やくそく', kind: 'reading' },
  ],
  examples: [{ id: asId<'example'>('e1'), text: 'I keep it.', origin: 'own', passage: null }],
};

describe('a code being written', () => {
  it('says what it said when nothing was touched', () => {
    const details = detailsOf(draftOf(code, null), code);
    expect(details).toEqual({
      parent: null,
      color: '#112233',
      mark: 'wave',
      texts: code.texts,
      aliases: code.aliases,
      asksMemo: false,
      examples: [{ id: 'e1', text: 'I keep it.', origin: 'own' }],
    });
  });

  it('leaves out languages nothing was written in, and says which were emptied', () => {
    const draft = draftOf(code, null);
    const texts = { en: code.texts['en']!, ja: noTexts, 'zh-Hans': noTexts };
    expect(Object.keys(detailsOf({ ...draft, texts }, code).texts ?? {})).toEqual(['en', 'ja']);
    expect(detailsOf(draftOf(null, null), null)).toEqual({
      parent: null,
      texts: {},
      aliases: [],
      examples: [],
      asksMemo: false,
    });
  });

  it('separates names at the commas of any script, but not inside a name that stood', () => {
    expect(separatedNames('a, b，c、d；e', [])).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(separatedNames('x、y, z', ['x、y'])).toEqual(['x、y', 'z']);
    expect(separatedNames(' , ', [])).toEqual([]);
  });
});
