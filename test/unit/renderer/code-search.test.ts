import { describe, expect, it } from 'vitest';
import { namedCodes } from '../../../renderer/features/codebook/code-names.ts';
import { codeSearch, hitInName } from '../../../renderer/features/codebook/pick/code-search.ts';
import { loadSpeller } from '../../../renderer/features/codebook/pick/pinyin.ts';
import { codeTree, countWithChildren } from '../../../renderer/features/codebook/tree/code-tree.ts';
import type { Code } from '../../../shared/contract/schema/entities.ts';
import { asId } from '../../../shared/domain/ids.ts';

let next = 0;
function code(names: Record<string, string>, more: Partial<Code> & { under?: Code } = {}): Code {
  next += 1;
  const { under, ...rest } = more;
  return {
    id: asId<'code'>(`c${next}`),
    parent: under?.id ?? null,
    position: next,
    slug: null,
    color: '#008ec9',
    mark: 'solid',
    codable: true,
    retired: false,
    pinned: false,
    asksMemo: false,
    version: 1,
    language: 'en',
    texts: Object.fromEntries(
      Object.entries(names).map(([tag, name]) => [tag, { name, definition: '', whenToUse: '', whenNotToUse: '' }]),
    ),
    examples: [],
    aliases: [],
    codings: {},
    outdated: 0,
    ...rest,
  };
}

const acceptance = code({ en: 'Public acceptance', 'zh-Hans': '公众接受度' }, { codings: { A: 2 } });
const concern = code(
  { en: 'Concern', 'zh-Hans': '担忧', ja: '懸念' },
  { under: acceptance, slug: 'acceptance.concern', codings: { A: 5, B: 1 } },
);
const freedom = code({ en: 'Concern for political freedom' }, { under: concern, codings: { A: 1 } });
const conduct = code({ en: 'Morally ambiguous conduct' }, { aliases: [{ text: 'grey area', kind: 'alias' }] });
const codes = [freedom, conduct, concern, acceptance];
const names = (language: string, query: string) =>
  codeSearch([...namedCodes(codes, language).values()])(query).map(({ name }) => name);

describe('searching codes', () => {
  it('puts names that begin so before words in names before letters in them', () => {
    expect(names('en', 'con')).toEqual(['Concern', 'Concern for political freedom', 'Morally ambiguous conduct']);
  });

  it('finds a code by its name in any language, its slug, its initials and its aliases', () => {
    expect(names('en', '担忧')).toEqual(['Concern']);
    expect(names('en', '懸')).toEqual(['Concern']);
    expect(names('zh-Hans', 'acceptance.concern')[0]).toBe('担忧');
    expect(names('en', 'cfpf')).toEqual(['Concern for political freedom']);
    expect(names('en', 'grey')).toEqual(['Morally ambiguous conduct']);
  });

  it('finds a code by its reading in either kana, and by pinyin and its initials', async () => {
    const list = [
      code({ en: 'Blacklist', ja: 'ブラックリスト', 'zh-Hans': '黑名单' }),
      code(
        { en: 'Real name', ja: '実名登録制', 'zh-Hans': '实名制' },
        { aliases: [{ text: 'じつめい', kind: 'reading' }] },
      ),
      code({ en: 'Legal protection', 'zh-Hans': '法律保护' }),
    ];
    const search = codeSearch([...namedCodes(list, 'en').values()]);
    const found = (query: string) => search(query).map(({ name }) => name);
    expect(found('ぶらっく')).toEqual(['Blacklist']);
    expect(found('ﾌﾞﾗｯｸ')).toEqual(['Blacklist']);
    expect(found('ジツメイ')).toEqual(['Real name']);
    await loadSpeller();
    expect(found('heimingdan')).toEqual(['Blacklist']);
    expect(found('hmd')).toEqual(['Blacklist']);
    expect(found('shiming')).toEqual(['Real name']);
    expect(found('falv')).toEqual(['Legal protection']);
  });

  it('forgives a slip of the fingers only where nothing fits as typed', () => {
    expect(names('en', 'concren')).toContain('Concern');
    expect(names('en', 'xyzzy')).toEqual([]);
    expect(names('en', '  ')).toEqual([]);
  });

  it('shows where the letters stand in the name', () => {
    expect(hitInName('Morally ambiguous conduct', 'CON')).toEqual(['Morally ambiguous ', 'con', 'duct']);
    expect(hitInName('Concern', '担忧')).toEqual(['Concern', '', '']);
  });
});

describe('names of codes', () => {
  it('are in the language asked for where there is one, with the path above', () => {
    const named = namedCodes(codes, 'zh-Hans');
    expect(named.get(concern.id)).toMatchObject({ name: '担忧', lang: 'zh-Hans', path: '公众接受度', depth: 1 });
    expect(named.get(freedom.id)).toMatchObject({ lang: 'en', path: '公众接受度 › 担忧', depth: 2 });
    expect([...named.keys()].indexOf(acceptance.id)).toBeLessThan([...named.keys()].indexOf(concern.id));
  });
});

describe('the tree', () => {
  it('counts with children', () => {
    const [top] = codeTree(namedCodes(codes, 'en').values(), null);
    const counts = new Map([
      [acceptance.id, 2],
      [concern.id, 5],
      [freedom.id, 1],
    ]);
    expect(countWithChildren(top!, counts)).toBe(8);
    expect(countWithChildren(top!.children[0]!, counts)).toBe(6);
  });

  it('keeps what stands above a code that is found', () => {
    const named = namedCodes(codes, 'en').values();
    const tree = codeTree(named, ({ code: one }) => one.id === freedom.id);
    expect(tree.map(({ code: one }) => one.name)).toEqual(['Public acceptance']);
    expect(tree[0]!.children[0]!.children[0]!.code.name).toBe('Concern for political freedom');
  });
});
