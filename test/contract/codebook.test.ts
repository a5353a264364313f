import { describe, expect, it } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { contrast } from '../../shared/color/oklch.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import { codeNamed } from '../support/code-named.ts';
import { openTestCore, openTestProject } from '../support/core.ts';

const interview = 'I: Why?\nR: [fear: They watch] [worry: everyone], [fear: always] they [trust: do].\n';

describe('the shipped codebook', () => {
  async function openShipped() {
    const test = openTestCore();
    const place = test.ticket(test.path('study.vbt'));
    await test.client.call('project.create', { name: 'Study', template: 'scs', place });
    return test;
  }

  it('refuses to put a code below one that stands below it, moved or changed', async () => {
    const { client } = await openShipped();
    const codes = await client.call('codes.list', {});
    const { id: below, parent } = codes.find((code) => code.parent !== null)!;
    const cycle = { code: 'code_cycle' };
    await expect(client.call('codes.update', { code: parent!, parent: below })).rejects.toMatchObject(cycle);
    await expect(client.call('codes.move', { code: parent!, parent: below, before: null })).rejects.toMatchObject(
      cycle,
    );
    expect(await client.call('codes.list', {})).toEqual(codes);
  });

  it('has 60 codes in 5 trees, each with a definition, rules, an example and a Japanese reading', async () => {
    const { client } = await openShipped();
    const codes = await client.call('codes.list', {});
    expect(codes).toHaveLength(60);
    expect(codes.filter(({ parent }) => parent === null)).toHaveLength(5);
    for (const { slug, texts, examples, aliases } of codes) {
      expect(Object.keys(texts).toSorted(), slug ?? '').toEqual(['en', 'ja', 'zh-Hans']);
      const { definition, whenToUse, whenNotToUse } = texts['en']!;
      expect(
        [definition, whenToUse, whenNotToUse].filter((text) => text === ''),
        slug ?? '',
      ).toEqual([]);
      expect(examples, slug ?? '').toHaveLength(1);
      const readings = aliases.filter(({ kind }) => kind === 'reading');
      expect(readings.length, slug ?? '').toBeGreaterThan(0);
      for (const { text } of readings) expect(text).toMatch(/^[\p{Script=Hiragana}ー・、：]+$/u);
    }
  });

  it('asks for a memo on disguised attitudes and has the four behaviours and the stances to them under keys', async () => {
    const { client } = await openShipped();
    const codes = await client.call('codes.list', {});
    expect(codes.filter(({ asksMemo }) => asksMemo).map(({ slug }) => slug)).toEqual(['acceptance.disguised']);
    expect(codes.filter(({ pinned }) => pinned).map(({ slug }) => slug)).toEqual([
      'behaviour.criminal-records',
      'behaviour.payment-of-fees',
      'behaviour.internet-use',
      'behaviour.littering',
      'acceptance.endorsement',
      'acceptance.withheld',
      'acceptance.concern',
    ]);
    const { id } = await codeNamed(client, 'Trust');
    expect((await client.call('codes.update', { code: id, asksMemo: true })).asksMemo).toBe(true);
    expect((await client.call('codes.history', { code: id }))[0]?.changes).toMatchObject([
      { field: 'asksMemo', before: '0', after: '1' },
    ]);
    await client.call('history.undo', {});
    expect((await codeNamed(client, 'Trust')).asksMemo).toBe(false);
  });

  it('carries black text on every one of its colours at 5.5:1 or more', async () => {
    const { client } = await openShipped();
    for (const { color, slug } of await client.call('codes.list', {}))
      expect(contrast(color, '#000000'), slug ?? '').toBeGreaterThanOrEqual(5.5);
  });

  it('names a code in each language without changing what files call it', async () => {
    const { client } = await openShipped();
    const { slug, texts, id } = await codeNamed(client, '黑名单');
    expect([slug, texts['en']!.name]).toEqual(['mechanism.lists.blacklist', 'Blacklist']);
    await client.call('codes.update', { code: id, texts: { 'zh-Hans': { name: '失信名单' } } });
    const renamed = await codeNamed(client, '失信名单');
    expect([renamed.id, renamed.slug, renamed.version]).toEqual([id, slug, 1]);
  });

  it('is edited, nested, recoloured, merged and deleted, and undoing all gives it back', async () => {
    const test = await openShipped();
    const { client } = test;
    const before = await client.call('codes.list', {});
    const [lists, trust, risks] = [
      await codeNamed(client, 'Lists'),
      await codeNamed(client, 'Trust'),
      await codeNamed(client, 'Perceived risks'),
    ];
    await client.call('codes.update', { code: trust.id, color: '#112233', parent: lists.id });
    await client.call('codes.merge', { code: lists.id, into: risks.id });
    await client.call('codes.remove', { code: risks.id });
    const after = await client.call('codes.list', {});
    expect(after.length).toBeLessThan(before.length - 5);
    for (let step = 0; step < 3; step += 1) await client.call('history.undo', {});
    expect(await client.call('codes.list', {})).toEqual(before);
  });
});

describe('deleting a code', () => {
  it('says how many codings went, and undo brings them back', async () => {
    const { test, codes, dump } = await openTestProject(interview);
    const before = dump();
    expect(await test.client.call('codes.remove', { code: codes.get('fear')! })).toEqual({ codes: 1, codings: 2 });
    await test.client.call('history.undo', {});
    expect(dump()).toEqual(before);
  });

  it('takes linked examples and the passages only they held', async () => {
    const { test, codes, document, text, dump } = await openTestProject(interview);
    const start = text.indexOf('do');
    await test.client.call('codes.addExample', { code: codes.get('fear')!, document, start, end: start + 1 });
    await test.client.call('codes.remove', { code: codes.get('fear')! });
    expect(dump()['code_example']).toEqual([]);
    const { selections } = await test.client.call('codings.ofDocument', { document });
    expect(selections.map((selection) => text.slice(selection.start, selection.end))).toEqual(['everyone', 'do']);
  });
});

describe('what is said of a code', () => {
  it('is changed in all languages, with aliases, readings, examples and parent, in one step', async () => {
    const { test, codes } = await openTestProject(interview);
    const { client } = test;
    const code = codes.get('fear')!;
    const { revision } = await client.call('history.state', {});
    const changed = await client.call('codes.update', {
      code,
      parent: codes.get('trust')!,
      texts: { en: { name: 'Fear', definition: 'Being afraid.' }, ja: { name: '恐れ' }, 'zh-Hans': { name: ' ' } },
      aliases: [
        { text: 'おそれ', kind: 'reading' },
        { text: 'angst', kind: 'alias' },
        { text: 'angst ', kind: 'alias' },
        { text: '', kind: 'alias' },
      ],
      examples: [{ text: 'I am afraid.' }, { text: ' ' }],
    });
    expect((await client.call('history.state', {})).revision).toBe(revision + 1);
    expect(Object.keys(changed.texts).toSorted()).toEqual(['en', 'ja']);
    expect(changed.aliases.map(({ text }) => text)).toEqual(['おそれ', 'angst']);
    expect(changed.examples.map(({ text }) => text)).toEqual(['I am afraid.']);
    expect(changed.parent).toBe(codes.get('trust'));
    await client.call('codes.update', { code, aliases: changed.aliases, examples: changed.examples });
    expect((await client.call('history.state', {})).revision).toBe(revision + 1);
  });

  it('keeps its name in the language it was written in', async () => {
    const { test, codes } = await openTestProject(interview);
    const code = codes.get('fear')!;
    for (const name of ['', '  '])
      await expect(test.client.call('codes.update', { code, texts: { en: { name } } })).rejects.toMatchObject({
        code: 'name_empty',
      });
  });

  it('links a passage as an example, whose words stay when the passage goes', async () => {
    const { test, codes, document, text } = await openTestProject(interview);
    const { client } = test;
    const code = codes.get('fear')!;
    const start = text.indexOf('watch everyone');
    const span = { start, end: start + 14 };
    const made = await client.call('codes.addExample', { code, document, ...span });
    expect(made.revision).toBe((await client.call('history.state', {})).revision);
    const { examples, revision } = await client.call('codes.addExample', { code, document, ...span });
    expect(revision).toBeNull();
    expect(examples).toMatchObject([{ text: 'watch everyone', passage: { document, ...span } }]);
    await client.call('documents.remove', { document });
    expect((await codeNamed(client, 'fear')).examples).toMatchObject([{ text: 'watch everyone', passage: null }]);
  });

  it('removing a linked example removes the passage only it held', async () => {
    const { test, codes, document, text, dump } = await openTestProject(interview);
    const { client } = test;
    const code = codes.get('fear')!;
    const before = dump()['selection'];
    const start = text.indexOf('watch everyone');
    await client.call('codes.addExample', { code, document, start, end: start + 14 });
    await client.call('codes.update', { code, examples: [] });
    expect(dump()['selection']).toEqual(before);
  });
});

describe('versions of a code', () => {
  async function redefined(code: CodeId, client: Client) {
    await client.call('codes.update', { code, texts: { en: { definition: 'Being afraid.' } } });
  }

  it('count up when the definition or a rule changes, not for names, translations or looks', async () => {
    const { test, codes } = await openTestProject(interview);
    const { client } = test;
    const code = codes.get('fear')!;
    const version = async () => (await codeNamed(client, 'fear')).version;
    await redefined(code, client);
    expect(await version()).toBe(2);
    await client.call('codes.update', { code, texts: { ja: { name: '恐れ', definition: '恐れること。' } } });
    await client.call('codes.update', { code, color: '#112233', mark: 'wave', pinned: true, retired: true });
    expect(await version()).toBe(2);
    await client.call('codes.update', { code, texts: { en: { whenNotToUse: 'Not for worry.' } } });
    expect(await version()).toBe(3);
    const made = await client.call('codes.create', { name: 'new', texts: { en: { definition: 'At once.' } } });
    expect([made.version, made.texts['en']?.definition]).toEqual([1, 'At once.']);
  });

  it('name the codings made under an older one, until they are confirmed', async () => {
    const { test, codes, code } = await openTestProject(interview);
    const { client } = test;
    const fear = codes.get('fear')!;
    await redefined(fear, client);
    await code('everyone', 'fear');
    expect((await codeNamed(client, 'fear')).outdated).toBe(2);
    const outdated = await client.call('codes.codings', { code: fear, outdated: true });
    expect(outdated.map(({ passage, codeVersion }) => [passage.quote, codeVersion])).toEqual([
      ['They watch', 1],
      ['always', 1],
    ]);
    await client.call('codes.confirmCodings', { codings: [outdated[0]!.coding] });
    expect((await codeNamed(client, 'fear')).outdated).toBe(1);
    await client.call('coders.create', { name: 'Bo' });
    const bo = (await client.call('coders.list', {})).find(({ name }) => name === 'Bo')!;
    await client.call('coders.choose', { coder: bo.id });
    await expect(client.call('codes.confirmCodings', { codings: [outdated[1]!.coding] })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('are told as a history: what changed, when and by whom; undone steps are not in it', async () => {
    const { test, codes } = await openTestProject(interview);
    const { client } = test;
    const fear = codes.get('fear')!;
    const { coder } = await client.call('project.summary', {});
    await redefined(fear, client);
    await client.call('codes.update', { code: fear, retired: true });
    await client.call('history.undo', {});
    await client.call('codes.update', {
      code: fear,
      texts: { en: { name: 'Fear' } },
      aliases: [{ text: 'angst', kind: 'alias' }],
      parent: codes.get('trust')!,
    });
    await client.call('codes.move', { code: codes.get('worry')!, parent: null, before: null });
    await client.call('codes.merge', { code: codes.get('worry')!, into: fear });
    const steps = await client.call('codes.history', { code: fear });
    expect(steps.map(({ command, version }) => [command, version])).toEqual([
      ['codes.merge', null],
      ['codes.update', null],
      ['codes.update', 2],
      ['codes.create', 1],
    ]);
    expect(steps.map((step) => step.coder)).toEqual([coder, coder, coder, coder]);
    expect(steps[0]).toMatchObject({
      label: { from: 'worry', to: 'Fear', codings: 1 },
      changes: [{ field: 'alias', before: null, after: 'worry' }],
    });
    expect(steps[1]!.changes).toEqual([
      { field: 'parent', language: null, before: '', after: 'trust' },
      { field: 'name', language: 'en', before: 'fear', after: 'Fear' },
      { field: 'alias', language: null, before: null, after: 'angst' },
    ]);
    expect(steps[2]!.changes).toEqual([{ field: 'definition', language: 'en', before: null, after: 'Being afraid.' }]);
    const times = steps.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it('begin with the codebook a code came with', async () => {
    const test = openTestCore();
    const place = test.ticket(test.path('study.vbt'));
    await test.client.call('project.create', { name: 'Study', template: 'scs', place });
    const { id } = await codeNamed(test.client, 'Blacklist');
    expect(await test.client.call('codes.history', { code: id })).toMatchObject([
      { revision: null, command: 'codes.create', coder: null, version: 1 },
    ]);
  });
});
