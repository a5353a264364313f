import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { asId } from '../../shared/domain/ids.ts';
import { openTestProject } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';

const talk = `M: [Ask: What of littering?]
Ann: [Litter: I pick it up.] [Pro: Everybody should.]
Bo: [Litter: I leave it.] [Con: Nobody sees it.]
Ann: [Pro: I see it.] [Both: Always.]
Bo: [Con: Never.]
`;

/** One conversation of two people who are cases of their own, and one passage over turns of both. */
async function withGroup() {
  const project = await openTestProject(talk);
  const { client } = project.test;
  const { speakers } = await client.call('documents.get', { document: project.document });
  const make = async (name: string) => {
    const made = await client.call('cases.create', { name });
    const speaker = speakers.find((one) => one.name === name)!.id;
    await client.call('cases.assignSpeaker', { speaker, case: made.case });
    return made.case;
  };
  const people = new Map([
    ['Ann', await make('Ann')],
    ['Bo', await make('Bo')],
  ]);
  const start = project.text.indexOf('Always');
  const end = project.text.indexOf('Never') + 'Never'.length;
  await client.call('codings.add', { document: project.document, start, end, codes: [project.codes.get('Both')!] });
  const code = (name: string) => project.codes.get(name)!;
  const coder = (await client.call('coders.list', {}))[0]!.id;
  const settings = {
    rows: [code('Pro'), code('Con'), code('Both')],
    columns: { kind: 'codes' as const, codes: [code('Litter')] },
    rule: 'document' as const,
    children: 'apart' as const,
    coder,
  };
  return { ...project, client, people, code, coder, settings };
}

describe('a conversation of several cases', () => {
  it('makes each speaker who is a case a respondent of the comparison, with what was said in their own turns', async () => {
    const { client, settings } = await withGroup();
    const { respondents, documents, all } = await client.call('comparison.compute', settings);
    const named = respondents.map(({ name }) => name);
    expect(named.slice(0, 2)).toEqual(['Ann', 'Bo']);
    expect(documents).toBe(1);
    const who = (row: number) =>
      all.cells[row]![0]!.respondents.map(({ respondent, passages }) => [named[respondent], passages]);
    expect([who(0), who(1)]).toEqual([[['Ann', 2]], [['Bo', 2]]]);
  });

  it('counts a passage over turns of two people once in its cell and once for each of them', async () => {
    const { client, settings } = await withGroup();
    const { all } = await client.call('comparison.compute', settings);
    const cell = all.cells[2]![0]!;
    // “Always.” of Ann's alone, and the one over both.
    expect(cell).toMatchObject({ passages: 2, respondents: [{ passages: 2 }, { passages: 1 }] });
    expect(await client.call('comparison.passages', { ...settings, row: 2, column: 0 })).toHaveLength(2);
  });

  it('gives a passage in nobody’s turn to the case of the transcript, who may be one of its speakers', async () => {
    const { client, document, people, code, coder, settings } = await withGroup();
    await client.call('cases.assignDocument', { document, case: people.get('Ann')! });
    await client.call('codings.add', { document, start: 0, end: 1, codes: [code('Con')] });
    const { respondents, all } = await client.call('comparison.compute', settings);
    const who = all.cells[1]![0]!.respondents.map(({ respondent, passages }) => [
      respondents[respondent]!.name,
      passages,
    ]);
    expect(who).toEqual([
      ['Ann', 1],
      ['Bo', 2],
    ]);
    const { codes } = await client.call('portraits.frequency', { coder, by: 'case', children: 'apart' });
    expect(codes.find((one) => one.code === code('Con'))!.total).toBe(3);
  });

  it('shows the words of one speaker beside the case in the joint display', async () => {
    const { client, people, code, coder } = await withGroup();
    const { sheet } = await client.call('plane.get', {});
    const none = { individuality: null, morality: null };
    const behaviour = { position: null, survey: { ...none, acceptance: null, privacy: null }, placing: none };
    await client.call('plane.save', { ...sheet, behaviours: [{ ...behaviour, code: code('Litter') }] });
    const quotes = async (name: string) => {
      const { behaviours } = await client.call('joint.compute', {
        case: people.get(name)!,
        coder,
        rule: 'turn',
        children: 'apart',
      });
      return behaviours[0]!.passages.map(({ quote }) => quote);
    };
    expect(await quotes('Ann')).toEqual(['I pick it up.', 'Everybody should.']);
    expect(await quotes('Bo')).toEqual(['I leave it.', 'Nobody sees it.']);
  });

  it('is as many units as it has cases where cases are counted, each with its own codes', async () => {
    const { client, code } = await withGroup();
    const { blocks } = await client.call('cooccurrence.compute', { unit: 'case' });
    const { n, codes, pairs, coder } = blocks[0]!;
    expect(n).toBe(2);
    expect(Object.fromEntries(codes.map((one) => [one.code, one.count]))).toMatchObject({
      [code('Litter')]: 2,
      [code('Pro')]: 1,
      [code('Con')]: 1,
      [code('Both')]: 2,
    });
    const pair = (a: string, b: string) =>
      pairs.find((one) => [code(a), code(b)].includes(one.a) && [code(a), code(b)].includes(one.b))!;
    expect([pair('Pro', 'Con').n11, pair('Pro', 'Litter').n11, pair('Both', 'Litter').n11]).toEqual([0, 1, 2]);
    const opened = await client.call('cooccurrence.passages', {
      unit: 'case',
      coder,
      a: code('Pro'),
      b: code('Litter'),
    });
    expect(opened.map(({ quote }) => quote)).toEqual(['I pick it up.', 'Everybody should.', 'I see it.']);
  });

  it('answers queries by case and attribute with the turns of those asked for, and counts who said it', async () => {
    const { client, people } = await withGroup();
    const { attribute } = await client.call('attributes.create', { name: 'Age', type: 'text' });
    await client.call('cases.edit', { cells: [{ case: people.get('Bo')!, attribute, value: 'old', missing: null }] });
    const ask = async (query: string) => {
      const { passages, respondents, contradictions } = await client.call('query.run', { query });
      return { quotes: passages.map(({ quote }) => quote), respondents, contradictions };
    };
    expect(await ask('code:Litter AND case:Ann')).toMatchObject({ quotes: ['I pick it up.'], respondents: 1 });
    expect(await ask('code:Litter AND attr.Age:old')).toMatchObject({ quotes: ['I leave it.'], respondents: 1 });
    expect(await ask('code:Litter')).toMatchObject({ respondents: 2 });
    // A passage over turns of both is each one's, so that asking for both contradicts nothing.
    expect(await ask('code:Both AND case:Ann AND case:Bo')).toMatchObject({
      quotes: ['Always. Never'],
      respondents: 2,
      contradictions: [],
    });
  });

  it('counts respondents behind an arrow of the structure by who said it', async () => {
    const { client, code } = await withGroup();
    const make = (name: string, x: number) =>
      client.call('structure.addVariable', { name, code: code(name), items: {}, x, y: 0 });
    const [both, con] = [await make('Both', 0), await make('Con', 200)];
    await client.call('structure.addArrow', { source: both.id, target: con.id });
    const [whole] = await client.call('structure.evidence', { rule: 'turn' });
    expect(whole!.passages).toEqual({ count: 1, respondents: 2 });
  });

  it('names in a report who said a passage, both where it reaches over turns of two', async () => {
    const { client, people } = await withGroup();
    const { attribute } = await client.call('attributes.create', { name: 'Age', type: 'text' });
    await client.call('cases.edit', { cells: [{ case: people.get('Bo')!, attribute, value: 'old', missing: null }] });
    const { ticket } = await client.call('reports.write', {
      report: { kind: 'passages', group: attribute },
      format: 'csv',
      language: 'en',
      anonymised: null,
    });
    const bytes = await fileBehind(client, ticket);
    const csv = bytes.toString('utf8');
    const rows = parse(csv, { bom: true, columns: true, comment: '#', comment_no_infix: true }) as Record<
      string,
      string
    >[];
    const said = (text: string) => rows.find((row) => row['text'] === text);
    expect(said('I leave it.')).toMatchObject({ respondent: 'Bo', Age: 'old' });
    expect(said('I pick it up.')).toMatchObject({ respondent: 'Ann', Age: '' });
    expect(said('Always. Never')).toMatchObject({ respondent: 'Ann; Bo', Age: 'old' });
  });

  it('has a column for each of them in the portrait by case, and each figure opens its own passages', async () => {
    const { client, code, coder } = await withGroup();
    const { columns, codes } = await client.call('portraits.frequency', { coder, by: 'case', children: 'apart' });
    const both = codes.find((one) => one.code === code('Both'))!;
    const figures = new Map(columns.map(({ name }, place) => [name, both.counts[place]]));
    expect([figures.get('Ann'), figures.get('Bo')]).toEqual([2, 1]);
    for (const [place, { id, isCase, documents }] of columns.entries())
      for (const one of codes) {
        const { total } = await client.call('portraits.passages', {
          coder,
          code: one.code,
          documents,
          case: isCase ? asId<'case'>(id) : null,
        });
        expect(total).toBe(one.counts[place]);
      }
  });

  it('counts the words of one of them', async () => {
    const { client, people } = await withGroup();
    const words = async (name: string) =>
      (await client.call('words.frequency', { filter: { cases: [people.get(name)!] }, all: true })).counts.map(
        ({ word }) => word,
      );
    expect(await words('Ann')).toContain('pick');
    expect(await words('Ann')).not.toContain('leave');
    expect(await words('Bo')).toContain('leave');
  });

  it('lets a filter by attribute through only the turns of those it names', async () => {
    const { client, people, settings } = await withGroup();
    const { attribute } = await client.call('attributes.create', { name: 'Age', type: 'text' });
    await client.call('cases.edit', { cells: [{ case: people.get('Bo')!, attribute, value: 'old', missing: null }] });
    const filtered = await client.call('comparison.compute', { ...settings, cases: [{ attribute, values: ['old'] }] });
    expect(filtered.respondents.map(({ name }) => name)).toEqual(['Bo']);
    expect(filtered.all.cells.map(([cell]) => cell!.passages)).toEqual([0, 2, 1]);
    const whole = await client.call('comparison.compute', settings);
    const byAge = await client.call('comparison.compute', {
      ...settings,
      columns: { kind: 'attribute', attribute },
    });
    expect(byAge.values).toEqual(['old', null]);
    expect(byAge.all.cells[1]!.map(({ passages }) => passages)).toEqual([2, 0]);
    expect(whole.all.cells[1]![0]!.passages).toBe(2);
  });
});
