import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../shared/contract/schema/entities.ts';
import { openTestCore, openTestProject, type TestCore, type TestProject } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';

const interview = 'I: Why?\nR: [fear: They watch us.] I [trust: do not mind].\n';

async function openEmpty(): Promise<TestCore> {
  const test = openTestCore();
  await test.client.call('project.create', {
    name: 'Empty',
    template: 'empty',
    place: test.ticket(test.path('empty.vbt')),
    coder: 'Ada',
  });
  return test;
}

async function read(test: TestCore, ticket: string): Promise<Buffer> {
  return fileBehind(test.client, ticket);
}

/** Codes as `Parent / Name: definition`, in tree order. */
async function codesOf({ client }: Pick<TestCore, 'client'>): Promise<string[]> {
  const codes = await client.call('codes.list', {});
  const byId = new Map(codes.map((code) => [code.id, code]));
  const nameOf = (code: Code): string => {
    const above = code.parent === null ? '' : `${nameOf(byId.get(code.parent)!)} / `;
    return `${above}${code.texts[code.language]!.name}`;
  };
  return codes.map((code) => {
    const { definition } = code.texts[code.language]!;
    return definition === '' ? nameOf(code) : `${nameOf(code)}: ${definition}`;
  });
}

function importing({ client, file }: TestCore, name: string, content: string | Uint8Array, more: object = {}) {
  return client.call('codebook.import', { ticket: file(name, content), ...more });
}

function preview(test: TestCore, name: string, content: string | Uint8Array) {
  return test.client.call('codebook.preview', { ticket: test.file(name, content) });
}

describe('tables of codes', () => {
  it.each([
    ['a list of tags', 'tag,description,number of highlights\nfear,Being afraid,3\n"trust, blind",,1\n'],
    ['paths', 'Path;Description\nfear;Being afraid\n"trust, blind";\n'],
    ['names in Chinese', '标签\t说明\nfear\tBeing afraid\n"trust, blind"\t\n'],
    ['names in Japanese', 'コード名,定義\nfear,Being afraid\n"trust, blind",\n'],
  ])('%s', async (_, table) => {
    const test = await openEmpty();
    expect(await importing(test, 'codes.csv', table)).toEqual({
      created: 2,
      changed: 0,
      moved: 0,
      left: 0,
      refused: [],
    });
    expect(await codesOf(test)).toEqual(['fear: Being afraid', 'trust, blind']);
  });

  it('paths make the levels above, parents may come after their children', async () => {
    const test = await openEmpty();
    await importing(test, 'paths.csv', 'path,definition\nPrivacy / Watched / At home,a\nPrivacy,b\n');
    expect(await codesOf(test)).toEqual(['Privacy: b', 'Privacy / Watched', 'Privacy / Watched / At home: a']);
    await importing(test, 'parents.csv', 'name,parent\nCamera,Device\nDevice,At home\n');
    expect((await codesOf(test)).slice(3)).toEqual([
      'Privacy / Watched / At home / Device',
      'Privacy / Watched / At home / Device / Camera',
    ]);
  });

  it('wrong rows are named by their line; nothing is imported unless the rest alone is asked for', async () => {
    const test = await openEmpty();
    const table =
      'name,parent,definition,color\nA,,"two\nlines",\n,A,no name,\nB,Nowhere,,\nC,,,bluish\nD,D2,,\nD2,D,,\nA,,again,\nE,A,,#102030\n';
    const faults = [
      { unit: 'line', line: 4, problem: 'no_name', value: '' },
      { unit: 'line', line: 5, problem: 'unknown_parent', value: 'Nowhere' },
      { unit: 'line', line: 6, problem: 'color', value: 'bluish' },
      { unit: 'line', line: 7, problem: 'circle', value: 'D' },
      { unit: 'line', line: 8, problem: 'circle', value: 'D2' },
      { unit: 'line', line: 9, problem: 'twice', value: 'A' },
    ];
    await expect(importing(test, 'codes.csv', table)).rejects.toMatchObject({
      code: 'codebook_rows',
      params: { file: 'codes.csv', faults },
    });
    expect(await codesOf(test)).toEqual([]);
    expect((await importing(test, 'codes.csv', table, { partial: true })).refused).toEqual(faults);
    expect(await codesOf(test)).toEqual(['A: two\nlines', 'A / E']);
  });

  it.each([
    ['a table of something else', 'respondent,age\nP1,30\n', 'file_format'],
    ['JSON of something else', '{"codes": 3}', 'file_format'],
    ['nothing', '', 'file_empty'],
    ['a broken workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'file_damaged'],
  ])('%s is refused by name', async (_, content, code) => {
    const test = await openEmpty();
    await expect(preview(test, 'codes.csv', content)).rejects.toMatchObject({ code, params: { file: 'codes.csv' } });
  });
});

describe('into a codebook that has codes', () => {
  const table = 'path,definition\nfear,Being afraid\ntrust,\nFeelings / fear of all,\nPeople / trust,Whom\n';
  const states = async (project: TestProject, text: string) =>
    (await preview(project.test, 'codes.csv', text)).entries.map(({ name, state }) => `${name} ${state}`);

  it('says what is new, same, changed and elsewhere, and does as is chosen, as one step, codings untouched', async () => {
    const project = await openTestProject(interview);
    const { client } = project.test;
    const before = project.dump();
    expect(await states(project, 'path,definition\nfear,Being afraid\nPeople / trust,Whom\n')).toEqual([
      'fear changed',
      'People new',
      'trust elsewhere',
    ]);
    expect(await states(project, table)).toEqual([
      'fear changed',
      'trust same',
      'Feelings new',
      'fear of all new',
      'People new',
      'trust new',
    ]);
    expect(project.dump()).toEqual(before);
    const codings = before['coding'];

    const moving = 'path,definition\nfear,Being afraid\nPeople / trust,Whom\n';
    const kept = await importing(project.test, 'codes.csv', moving, { choices: [{ entry: 0, choice: 'keep' }] });
    expect(kept).toMatchObject({ created: 1, changed: 0, moved: 0, left: 2 });
    expect(await codesOf(project.test)).toEqual(['fear', 'trust', 'People']);
    const moved = await importing(project.test, 'codes.csv', moving, { choices: [{ entry: 2, choice: 'move' }] });
    expect(moved).toMatchObject({ created: 0, changed: 1, moved: 1, left: 0 });
    expect(await codesOf(project.test)).toEqual(['fear: Being afraid', 'People', 'People / trust: Whom']);
    expect(project.dump()['coding']).toEqual(codings);
    const [fear] = await client.call('codes.list', {});
    expect(fear).toMatchObject({ version: 2, outdated: 1 });

    expect(await states(project, moving)).toEqual(['fear same', 'People same', 'trust same']);
    await client.call('history.undo', {});
    await client.call('history.undo', {});
    expect(project.dump()['code']).toEqual(before['code']);
    expect(project.dump()['code_text']).toEqual(before['code_text']);
  });
});

it('the codebook that comes with the program, imported into an empty project, is that codebook', async () => {
  const bytes = readFileSync(new URL('../../shared/codebooks/social-credit.json', import.meta.url));
  const test = await openEmpty();
  expect(await importing(test, 'codebook.json', bytes)).toMatchObject({ created: 60, refused: [] });
  const written = await read(test, (await test.client.call('codebook.exportJson', {})).ticket);
  expect(JSON.parse(written.toString())).toEqual(JSON.parse(bytes.toString()));
  const { entries } = await preview(test, 'codebook.json', bytes);
  expect(new Set(entries.map(({ state }) => state))).toEqual(new Set(['same']));
});

describe('a REFI-QDA codebook beside the one that stands', () => {
  const guid = (number: number): string => `00000000-aaaa-4000-8000-${String(number).padStart(12, '0')}`;
  const code = (number: number, name: string, inside = '', more = ' color="#ef8256"'): string =>
    `<Code guid="${guid(number)}" name="${name}" isCodable="true"${more}>${inside}</Code>`;
  const book = (codes: string, sets = '', space = 'urn:QDA-XML:codebook:0:4'): string =>
    `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="${space}" origin="MAXQDA 24"><Codes>${codes}</Codes>${sets}</CodeBook>`;
  const definition = (text: string): string => `<Description>${text}</Description>`;

  it('is held against it code by code, and taken over as chosen; codings stay', async () => {
    const project = await openTestProject(interview);
    const { test } = project;
    const [fear, trust] = ['fear', 'trust'].map((name) => project.codes.get(name)!);
    const file = book(
      code(1, 'fear', definition('Being afraid')) +
        code(2, 'Feelings', code(3, 'trust') + code(4, 'hope', code(5, 'plans'))) +
        code(6, ''),
      `<Sets><Set guid="${guid(9)}" name="First wave"><MemberCode guid="${guid(1)}"/></Set></Sets>`,
    );
    const { entries, faults, ignored } = await preview(test, 'b.qdc', file);
    expect(entries.map(({ name, state, parent }) => [name, state, parent])).toEqual([
      ['fear', 'changed', null],
      ['Feelings', 'new', null],
      ['trust', 'elsewhere', 1],
      ['hope', 'new', 1],
      ['plans', 'new', 3],
    ]);
    expect(faults).toEqual([{ unit: 'code', line: 6, problem: 'no_name', value: '' }]);
    expect(ignored).toEqual(['First wave']);
    const before = project.dump();
    const choices = [{ entry: 2, choice: 'move' }];
    expect(await importing(test, 'b.qdc', file, { choices, partial: true })).toMatchObject({
      created: 3,
      changed: 1,
      moved: 1,
    });
    expect(await codesOf(test)).toEqual([
      'fear: Being afraid',
      'Feelings',
      'Feelings / trust',
      'Feelings / hope',
      'Feelings / hope / plans',
    ]);
    expect(project.dump()['coding']).toEqual(before['coding']);

    // Known by its GUID from now on, whatever it is called and however the GUID is written; and written again with it.
    await test.client.call('codes.update', { code: fear!, texts: { en: { name: 'Dread' } } });
    await test.client.call('codes.update', { code: trust!, texts: { en: { name: 'Faith' } } });
    const again = await preview(test, 'c.qdc', book(code(1, 'fear').replace(guid(1), `{${guid(1).toUpperCase()}}`)));
    expect(again.entries).toMatchObject([{ state: 'changed', code: fear }]);
    const { ticket } = await test.client.call('exchange.export', { format: 'qdc' });
    const written = (await read(test, ticket)).toString();
    for (const number of [1, 2, 3, 4, 5]) expect(written).toContain(`guid="${guid(number)}"`);
  });

  it('that this program wrote says nothing new, after renaming too', async () => {
    const { test, codes } = await openTestProject(interview);
    await test.client.call('codes.update', {
      code: codes.get('fear')!,
      texts: { en: { definition: 'Being afraid', whenToUse: 'Often', whenNotToUse: '' } },
    });
    const { ticket } = await test.client.call('exchange.export', { format: 'qdc' });
    const written = await read(test, ticket);
    const states = async () => (await preview(test, 'own.qdc', written)).entries.map(({ state }) => state);
    expect(await states()).toEqual(['same', 'same']);
    await test.client.call('codes.update', { code: codes.get('trust')!, texts: { en: { name: 'Faith' } } });
    expect(await states()).toEqual(['same', 'changed']);
  });

  it.each([
    ['no codes', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>', 'no_codes'],
    ['other XML', '<?xml version="1.0"?><html/>', 'other_xml'],
    ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]><CodeBook/>', 'doctype'],
  ])('is refused with %s', async (_, file, reason) => {
    const test = await openEmpty();
    await expect(preview(test, 'b.qdc', file)).rejects.toMatchObject({ code: 'file_format', params: { reason } });
  });
});
