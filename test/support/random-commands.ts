import type { Client } from '../../shared/contract/client.ts';
import { VerbatimError } from '../../shared/contract/errors.ts';
import { attributeTypes, missingKinds } from '../../shared/domain/attribute.ts';
import { csvRow } from '../../shared/export/csv.ts';
import { memoKinds } from '../../shared/contract/schema/entities.ts';

/** A step drawn at random: what to do, numbers to choose by (each taken modulo what there is), and some words. */
export type Step = {
  readonly kind: StepKind;
  readonly picks: readonly [number, number, number, number];
  readonly words: string;
};

/** What refuses a step that does not fit the state it meets; anything else is a fault. */
const expectedRefusals = new Set([
  'name_taken',
  'name_empty',
  'code_cycle',
  'code_merge_self',
  'not_found',
  'selection_empty',
  'selection_out_of_range',
  'pseudonym_list',
  'text_change_invalid',
  'speaker_has_turns',
  'turn_not_cut',
  'turn_is_last',
  'cell_values',
  'coders_too_few',
  'code_not_codable',
  'query_syntax',
  'arrow_to_itself',
  'file_empty',
]);

const transcripts = [
  'I: Do you use it?\nR: I do, every day. 我不怕。\n',
  'Interviewer: Why?\nRespondent: Nobody asked us.\nRespondent: 😀 It is watched.\n',
  '研究者：请问您怎么看？\n受访者：隐私很重要。\n',
  'No turns here, only a note on the e\u0301vening.\n',
  'I: Only this.\n',
];

/** Brings bytes to the core as a window does. */
export async function upload(client: Client, name: string, content: string | Uint8Array): Promise<string> {
  const bytes = Buffer.from(content);
  const { ticket } = await client.call('files.begin', { name, size: bytes.length });
  const piece = 1 << 20;
  for (let from = 0; from < bytes.length; from += piece)
    await client.call('files.append', { ticket, base64: bytes.subarray(from, from + piece).toString('base64') });
  return ticket;
}

function chosen<Item>(items: readonly Item[], pick: number): Item {
  const item = items[pick % Math.max(1, items.length)];
  if (item === undefined) throw new VerbatimError('not_found', { kind: 'item', name: 'none there yet' });
  return item;
}

/** The copy a client made last: a later step merges it back. */
const copies = new WeakMap<Client, Buffer>();

type Run = (client: Client, step: Step) => Promise<unknown>;

async function someDocument(client: Client, pick: number) {
  const { id } = chosen(await client.call('documents.list', {}), pick);
  return client.call('documents.get', { document: id });
}
const someCode = async (client: Client, pick: number) => chosen(await client.call('codes.list', {}), pick);
const someVariable = async (client: Client, pick: number) =>
  chosen((await client.call('structure.get', {})).variables, pick);
const someCoder = async (client: Client, pick: number) => chosen(await client.call('coders.list', {}), pick);

const someCase = async (client: Client, pick: number) => chosen((await client.call('cases.list', {})).cases, pick);
const someAttribute = async (client: Client, pick: number) =>
  chosen((await client.call('cases.list', {})).attributes, pick);
const someQuestion = async (client: Client, pick: number) => chosen(await client.call('guide.list', {}), pick);
const nothing = { value: null, missing: null };

async function someMarks(client: Client, pick: number) {
  const { id } = chosen(await client.call('documents.list', {}), pick);
  const { coder } = await client.call('project.summary', {});
  const { selections, codings } = await client.call('codings.ofDocument', { document: id });
  return {
    selections: selections.filter((selection) => selection.coder === coder),
    codings: codings.filter((coding) => coding.coder === coder),
  };
}

function range(text: string, from: number, length: number): { start: number; end: number } {
  const start = from % (text.length + 1);
  return { start, end: Math.min(text.length, start + (length % 12)) };
}

const runs = {
  'imports.commit': async (client, { picks: [a, b], words }) => {
    const texts = [transcripts[a % transcripts.length]!, ...(b % 3 === 0 ? [`R: ${words}.\n`] : [])];
    const files = [];
    for (const [place, text] of texts.entries())
      files.push({ ticket: await upload(client, `${'abc'[(b + place) % 3]}.txt`, text) });
    await client.call('imports.commit', { files });
  },
  'codes.create': async (client, { picks: [a, b], words }) => {
    const codes = await client.call('codes.list', {});
    const parent = a % 2 === 0 ? null : (codes[b % Math.max(1, codes.length)]?.id ?? null);
    await client.call('codes.create', { name: words, parent });
  },
  'codes.update': async (client, { picks: [a, b, c], words }) => {
    const { id, examples } = await someCode(client, a);
    const patches = [
      { texts: { en: { name: words } } },
      { texts: { en: { definition: words, whenToUse: words } } },
      { texts: { ja: { name: words, definition: words }, en: { definition: `${c}` } }, parent: null },
      {
        examples: [
          ...(c % 3 === 0 ? [] : examples.toReversed().map(({ id, text }) => ({ id, text }))),
          { text: words, origin: 'own' },
        ],
      },
      {
        aliases: [
          { text: words, kind: 'alias' as const },
          { text: `${c}`, kind: 'reading' as const },
        ].slice(c % 3),
      },
      { retired: c % 2 === 0, pinned: c % 3 === 0, mark: 'wave' as const },
    ];
    await client.call('codes.update', { code: id, ...chosen(patches, b) });
  },
  'codes.move': async (client, { picks: [a, b, c] }) => {
    const codes = await client.call('codes.list', {});
    const { id } = chosen(codes, a);
    const parent = b % 3 === 0 ? null : chosen(codes, b).id;
    const siblings = codes.filter((code) => code.parent === parent && code.id !== id);
    const before = c % 2 === 0 ? null : (siblings[c % Math.max(1, siblings.length)]?.id ?? null);
    await client.call('codes.move', { code: id, parent, before });
  },
  'codes.remove': async (client, { picks: [a] }) =>
    client.call('codes.remove', { code: (await someCode(client, a)).id }),
  'codes.merge': async (client, { picks: [a, b] }) =>
    client.call('codes.merge', { code: (await someCode(client, a)).id, into: (await someCode(client, b)).id }),
  'codes.split': async (client, { picks: [a, b, c], words }) => {
    const used = (await client.call('codes.list', {})).filter(({ codings }) => Object.keys(codings).length > 0);
    const { id } = chosen(used, a);
    const codings = (await client.call('codes.codings', { code: id })).map(({ coding }) => coding);
    const parent = c % 3 === 0 ? {} : { parent: c % 3 === 1 ? null : (await someCode(client, c)).id };
    const from = codings.indexOf(chosen(codings, b));
    await client.call('codes.split', { code: id, name: words, codings: codings.slice(from), ...parent });
  },
  'codes.addExample': async (client, { picks: [a, b, c, d] }) => {
    const { id, text } = await someDocument(client, a);
    await client.call('codes.addExample', { code: (await someCode(client, b)).id, document: id, ...range(text, c, d) });
  },
  'codes.confirmCodings': async (client, { picks: [a, b, c] }) => {
    const { codings } = await someMarks(client, a);
    const held = new Set([chosen(codings, b).id, chosen(codings, c).id]);
    await client.call('codes.confirmCodings', { codings: [...held] });
  },
  'adjudication.decide': async (client, { picks: [a, b, c, d], words }) => {
    const { coders, differences } = await client.call('agreement.differences', { unit: 'character' });
    const { document, start, end, code, otherCode } = chosen(differences, a);
    const ids = coders.map(({ id }) => id);
    const verdict = chosen(['coder', 'both', 'neither', 'own'] as const, b);
    await client.call('adjudication.decide', {
      document,
      start,
      end,
      code,
      otherCode,
      coders: ids,
      verdict,
      reason: words,
      ...(verdict === 'coder' ? { chosen: chosen(ids, c) } : {}),
      ...(verdict === 'own' ? { own: [{ start, end: Math.max(start + 1, end - (d % 3)), code }] } : {}),
    });
  },
  'adjudication.withdraw': async (client, { picks: [a] }) => {
    const { differences } = await client.call('agreement.differences', { unit: 'character' });
    const { decision } = chosen(
      differences.filter((difference) => difference.decision !== null),
      a,
    );
    await client.call('adjudication.withdraw', { adjudication: decision!.id });
  },
  'codings.add': async (client, { picks: [a, b, c, d] }) => {
    const { id, text } = await someDocument(client, a);
    const codes = [await someCode(client, b), await someCode(client, d)].map((code) => code.id);
    await client.call('codings.add', { document: id, ...range(text, c, d), codes });
  },
  'codings.remove': async (client, { picks: [a, b, c] }) => {
    const { codings } = await someMarks(client, a);
    const doomed = new Set([chosen(codings, b).id, chosen(codings, c).id]);
    await client.call('codings.remove', { codings: [...doomed] });
  },
  'codings.setCode': async (client, { picks: [a, b, c] }) => {
    const { codings } = await someMarks(client, a);
    await client.call('codings.setCode', { coding: chosen(codings, b).id, code: (await someCode(client, c)).id });
  },
  'codings.resize': async (client, { picks: [a, b, c, d] }) => {
    const { selections } = await someMarks(client, a);
    const { id, document } = chosen(selections, b);
    const { text } = await client.call('documents.get', { document });
    await client.call('codings.resize', { selection: id, ...range(text, c, d) });
  },
  'codings.erase': async (client, { picks: [a, b, c, d] }) => {
    const { selections, codings } = await someMarks(client, a);
    const { id, selection } = chosen(codings, b);
    const { document } = selections.find((one) => one.id === selection)!;
    const { text } = await client.call('documents.get', { document });
    await client.call('codings.erase', { codings: [id, chosen(codings, d).id], ...range(text, c, d) });
  },
  'codings.split': async (client, { picks: [a, b, c, d] }) => {
    const { codings } = await someMarks(client, a);
    await client.call('codings.split', { codings: [chosen(codings, b).id, chosen(codings, d).id], at: c % 60 });
  },
  'codings.join': async (client, { picks: [a, b] }) => {
    const { codings } = await someMarks(client, a);
    const { code } = chosen(codings, b);
    const alike = codings.filter((coding) => coding.code === code).map(({ id }) => id);
    if (alike.length > 1) await client.call('codings.join', { codings: alike });
  },
  'codings.importCsv': async (client, { picks: [a, b, c, d], words }) => {
    const { name, text } = await someDocument(client, a);
    const length = Array.from(text).length;
    const start = c % Math.max(1, length - 3);
    const rows = [words, 'Made / Up'].map((code, place) => csvRow([name, 'Bo', code, start, start + 1 + place]));
    const header = csvRow(['document', 'coder', 'code', 'start', 'end']);
    const ticket = await upload(client, 'codings.csv', header + rows.join(''));
    const options = {
      createCodes: true,
      markDone: b % 2 === 0,
      partial: true,
      ...(d % 2 === 0 ? {} : { coder: 'Cy' }),
    };
    await client.call('codings.importCsv', { ticket, ...options });
  },
  'codebook.import': async (client, { picks: [a, b, c], words }) => {
    const { name } = chosen(Object.values((await someCode(client, a)).texts), 0);
    const rows = [
      [`Kept ${b % 3} / ${words.replaceAll('/', '')}`, words],
      [name, words],
      [`Moved / ${name}`, ''],
    ];
    const table = [csvRow(['path', 'definition']), ...rows.map((row) => csvRow(row))].join('');
    const choice = (['take', 'keep', 'move', 'new'] as const)[c % 4]!;
    const choices = [0, 1, 2, 3, 4].map((entry) => ({ entry, choice }));
    await client.call('codebook.import', { ticket: await upload(client, 'codes.csv', table), choices, partial: true });
  },
  'exchange.import': async (client, { picks: [a, b], words }) => {
    const guid = (kind: number, number: number): string =>
      `0000000${kind}-0000-4000-8000-${String(number % 3).padStart(12, '0')}`;
    const title = words.replaceAll(/[<&]/g, '');
    const qde = `<Project name="x" origin="Elsewhere"><Users><User guid="${guid(1, b)}" name="Di"/></Users>
<CodeBook><Codes><Code guid="${guid(2, a)}" name="Taken ${a % 3}" isCodable="true"/></Codes></CodeBook>
<Variables><Variable guid="${guid(3, 0)}" name="Age" typeOfVariable="Integer"/></Variables>
<Cases><Case guid="${guid(4, b)}" name="P"><VariableValue><VariableRef targetGUID="${guid(3, 0)}"/><IntegerValue>4</IntegerValue></VariableValue><SourceRef targetGUID="${guid(5, b)}"/></Case></Cases>
<Sources><TextSource guid="${guid(5, b)}" name="taken.txt"><PlainTextContent>I: Why?\nR: They watch.</PlainTextContent>
<PlainTextSelection guid="${guid(6, a)}" startPosition="8" endPosition="13" creatingUser="${guid(1, b)}"><Description>${title}</Description>
<Coding guid="${guid(7, a)}" creatingUser="${guid(1, b)}"><CodeRef targetGUID="${guid(2, a)}"/><NoteRef targetGUID="${guid(8, a)}"/></Coding></PlainTextSelection></TextSource></Sources>
<Notes><Note guid="${guid(8, a)}" creatingUser="${guid(1, b)}"><PlainTextContent>${title}.</PlainTextContent></Note></Notes></Project>`;
    await client.call('exchange.import', { ticket: await upload(client, 'taken.qde', qde) });
  },
  'search.code': async (client, { picks: [a, b, c], words }) => {
    const unit = (['hit', 'sentence', 'turn', 'exchange'] as const)[a % 4]!;
    const { hits } = await client.call('search.text', { query: b % 2 === 0 ? 'i' : words, labels: c % 2 === 0 });
    const { id } = await someCode(client, c);
    const chosenHits = hits.slice(0, 1 + (b % 5)).map(({ document, start, end }) => ({ document, start, end }));
    chosen(chosenHits, 0);
    await client.call('search.code', { hits: chosenHits, unit, codes: [id] });
  },
  'rounds.create': async (client, { picks: [a, b], words }) => {
    const coders = (await client.call('coders.list', {})).slice(0, 3).map(({ id }) => id);
    const sample = { count: 1 + (a % 3), seed: b };
    if (coders.length > 1) await client.call('rounds.create', { name: words, coders, sample });
  },
  'assignments.deal': async (client, { picks: [a, b] }) => {
    const coders = (await client.call('coders.list', {})).slice(0, 3).map(({ id }) => id);
    await client.call('assignments.deal', { coders, sample: a % 3, seed: b });
  },
  'assignments.set': async (client, { picks: [a, b, c] }) => {
    const { id: document } = await someDocument(client, a);
    const { id: coder } = await someCoder(client, b);
    await client.call('assignments.set', { document, coder, assigned: c % 2 === 0 });
  },
  'copies.merge': async (client, { picks: [a] }) => {
    const earlier = copies.get(client);
    const { ticket } = await client.call('copies.make', { coder: (await someCoder(client, a)).id });
    const { size } = await client.call('files.read', { ticket, offset: 0, length: 1 });
    const pieces: Buffer[] = [];
    for (let offset = 0; offset < size; offset += pieces.at(-1)!.length)
      pieces.push(Buffer.from((await client.call('files.read', { ticket, offset, length: 1 << 20 })).base64, 'base64'));
    copies.set(client, Buffer.concat(pieces));
    if (earlier) await client.call('copies.merge', { tickets: [await upload(client, 'earlier.vbt', earlier)] });
  },
  'memos.save': async (client, { picks: [a, b, c, d], words }) => {
    const kind = chosen(memoKinds, a);
    const text = d % 3 === 0 ? '' : words;
    const target = async (): Promise<string | null> => {
      if (kind === 'project') return null;
      if (kind === 'document') return (await someDocument(client, b)).id;
      if (kind === 'code') return (await someCode(client, b)).id;
      if (kind === 'case') return (await someCase(client, b)).id;
      const { selections, codings } = await someMarks(client, b);
      return kind === 'selection' ? chosen(selections, c).id : chosen(codings, c).id;
    };
    await client.call('memos.save', { target: { kind, id: await target() }, text });
  },
  'structure.addVariable': async (client, { picks: [a, b, c], words }) => {
    const code = a % 3 === 0 ? null : (await someCode(client, a)).id;
    await client.call('structure.addVariable', { name: words, code, items: {}, x: b % 900, y: c % 600 });
  },
  'structure.updateVariable': async (client, { picks: [a, b, c, d], words }) => {
    const variable = (await someVariable(client, a)).id;
    await client.call('structure.updateVariable', {
      variable,
      ...(d % 2 === 0 ? { name: words } : { x: b % 900, y: c % 600 }),
    });
  },
  'structure.removeVariable': async (client, { picks: [a] }) => {
    await client.call('structure.removeVariable', { variable: (await someVariable(client, a)).id });
  },
  'structure.addArrow': async (client, { picks: [a, b] }) => {
    const [source, target] = [(await someVariable(client, a)).id, (await someVariable(client, b)).id];
    await client.call('structure.addArrow', { source, target });
  },
  'structure.noteArrow': async (client, { picks: [a], words }) => {
    const { arrows } = await client.call('structure.get', {});
    await client.call('structure.noteArrow', { arrow: chosen(arrows, a).id, note: words });
  },
  'structure.removeArrow': async (client, { picks: [a] }) => {
    const { arrows } = await client.call('structure.get', {});
    await client.call('structure.removeArrow', { arrow: chosen(arrows, a).id });
  },
  'structure.setBehaviours': async (client, { picks: [a, b] }) => {
    const codes = b % 3 === 0 ? [] : [(await someCode(client, a)).id, (await someCode(client, b)).id];
    await client.call('structure.setBehaviours', { codes });
  },
  'words.setStopList': async (client, { picks: [a, b], words }) => {
    const language = ['en', 'zh', 'ja'][a % 3]!;
    await client.call('words.setStopList', { language, words: b % 3 === 0 ? null : [words, `${b % 5}`] });
  },
  'queries.save': async (client, { picks: [a, b], words }) => {
    const query = `"${words.replaceAll(/["\\]/g, '')} " OR ${a % 2 === 0 ? 'role:respondent' : 'memo:any'}`;
    await client.call('queries.save', { name: `${words} ${b % 3}`, query });
  },
  'queries.remove': async (client, { picks: [a] }) => {
    await client.call('queries.remove', { query: chosen(await client.call('queries.list', {}), a).id });
  },
  'memos.saveOnRange': async (client, { picks: [a, , c, d], words }) => {
    const { id, text } = await someDocument(client, a);
    await client.call('memos.saveOnRange', { document: id, ...range(text, c, d), text: words });
  },
  'documents.correct': async (client, { picks: [a, b, c, d], words }) => {
    const { id, text, textHash } = await someDocument(client, a);
    const first = range(text, b, c);
    const second = { start: first.end + 3, end: Math.min(text.length, first.end + 3 + (d % 4)) };
    const changes = [{ from: first.start, to: first.end, insert: d % 3 === 0 ? '' : words }];
    if (second.start < text.length && d % 2 === 0) changes.push({ from: second.start, to: second.end, insert: '' });
    await client.call('documents.correct', { document: id, base: textHash, changes });
  },
  'reimport.commit': async (client, { picks: [a, b, c, d], words }) => {
    const { id, text, textHash } = await someDocument(client, a);
    const { start, end } = range(text, b, c);
    const corrected = d % 4 === 0 ? chosen(transcripts, b) : `${text.slice(0, start)}${words}${text.slice(end)}`;
    const ticket = await upload(client, 'corrected.txt', corrected.toWellFormed());
    await client.call('reimport.commit', { document: id, file: { ticket }, base: textHash });
  },
  'pseudonyms.apply': async (client, { picks: [a, b, c, d], words }) => {
    const { text } = await someDocument(client, a);
    const { start, end } = range(text, b, 1 + (c % 6));
    const name = text.slice(start, end).toWellFormed().trim();
    if (name === '') return;
    const list = [{ name, pseudonym: `${words}${d % 7}` }];
    await client.call('pseudonyms.apply', {
      list,
      folded: c % 2 === 0,
      except: [],
      parts: ['speakers', 'documents', 'memos'],
    });
  },
  'translations.save': async (client, { picks: [a, b, c, d], words }) => {
    const { id, text } = await someDocument(client, a);
    const written = { language: b % 2 === 0 ? 'en' : 'ja', text: d % 4 === 0 ? '' : words, translator: words };
    await client.call('translations.save', { document: id, ...range(text, c, d), ...written, isChecked: b % 3 === 0 });
  },
  'documents.rename': async (client, { picks: [a], words }) =>
    client.call('documents.rename', { document: (await someDocument(client, a)).id, name: words }),
  'documents.remove': async (client, { picks: [a] }) =>
    client.call('documents.remove', { document: (await someDocument(client, a)).id }),
  'documents.setDone': async (client, { picks: [a, b, c] }) => {
    const { id } = await someDocument(client, a);
    await client.call('documents.setDone', { document: id, coder: (await someCoder(client, b)).id, done: c % 2 === 0 });
  },
  'speakers.rename': async (client, { picks: [a, b], words }) => {
    const { speakers } = await someDocument(client, a);
    await client.call('speakers.rename', { speaker: chosen(speakers, b).id, name: words });
  },
  'speakers.merge': async (client, { picks: [a, b, c] }) => {
    const { speakers } = await someDocument(client, a);
    await client.call('speakers.merge', { speaker: chosen(speakers, b).id, into: chosen(speakers, c).id });
  },
  'speakers.remove': async (client, { picks: [a, b] }) => {
    const { speakers } = await someDocument(client, a);
    await client.call('speakers.remove', { speaker: chosen(speakers, b).id });
  },
  'turns.setSpeaker': async (client, { picks: [a, b, c, d], words }) => {
    const { turns, speakers } = await someDocument(client, a);
    const ids = [chosen(turns, b).id, chosen(turns, c).id];
    const speaker = [null, { name: words }, chosen(speakers, d).id][d % 3]!;
    await client.call('turns.setSpeaker', { turns: ids, speaker });
  },
  'turns.split': async (client, { picks: [a, b, c] }) => {
    const { turns } = await someDocument(client, a);
    const { id, contentStart, end } = chosen(turns, b);
    await client.call('turns.split', { turn: id, at: contentStart + (c % (end - contentStart + 1)) });
  },
  'turns.merge': async (client, { picks: [a, b] }) => {
    const { turns } = await someDocument(client, a);
    await client.call('turns.merge', { turn: chosen(turns, b).id });
  },
  'turns.setTime': async (client, { picks: [a, b, c] }) => {
    const { turns } = await someDocument(client, a);
    await client.call('turns.setTime', { turn: chosen(turns, b).id, time: c % 4 === 0 ? null : c / 2 });
  },
  'review.place': async (client, { picks: [a, b, c] }) => {
    const { selection, document } = chosen(await client.call('review.list', {}), a);
    const { text } = await client.call('documents.get', { document });
    await client.call('review.place', { selection, ...range(text, b, c) });
  },
  'review.keep': async (client, { picks: [a, b] }) => {
    const doubted = await client.call('review.list', {});
    await client.call('review.keep', { selections: [chosen(doubted, a).selection, chosen(doubted, b).selection] });
  },
  'review.remove': async (client, { picks: [a] }) => {
    const doubted = await client.call('review.list', {});
    await client.call('review.remove', { selections: [chosen(doubted, a).selection] });
  },
  'documents.setSpeakerRole': async (client, { picks: [a, b, c] }) => {
    const { speakers } = await someDocument(client, a);
    const roles = ['interviewer', 'respondent', 'other'] as const;
    await client.call('documents.setSpeakerRole', { speaker: chosen(speakers, b).id, role: chosen(roles, c) });
  },
  'plane.save': async (client, { picks: [a, b, c], words }) => {
    const { sheet } = await client.call('plane.get', {});
    const { id } = await someCode(client, a);
    const behaviour = {
      code: id,
      position: b % 3 === 0 ? null : { individuality: 1 + (b % 5), morality: 1 + (c % 5) },
      survey: { individuality: null, morality: null, acceptance: null, privacy: null },
      placing: { individuality: null, morality: null },
    };
    await client.call('plane.save', {
      ...sheet,
      source: 'researcher',
      morality: { low: words, high: `${c}`, definition: '' },
      behaviours: [...sheet.behaviours.filter(({ code }) => code !== id).slice(0, 3), behaviour],
    });
  },
  'plane.addPlacing': (client) => client.call('plane.addPlacing', {}),
  'cases.create': (client, { words }) => client.call('cases.create', { name: words }),
  'cases.rename': async (client, { picks: [a], words }) =>
    client.call('cases.rename', { case: (await someCase(client, a)).id, name: words }),
  'cases.remove': async (client, { picks: [a, b] }) =>
    client.call('cases.remove', { cases: [(await someCase(client, a)).id, (await someCase(client, b)).id] }),
  'cases.edit': async (client, { picks: [a, b, c, d], words }) => {
    const attribute = (await someAttribute(client, b)).id;
    const kinds = [{ value: words, missing: null }, { value: null, missing: missingKinds[c % 4]! }, nothing];
    await client.call('cases.edit', {
      cells: [{ case: (await someCase(client, a)).id, attribute, ...chosen(kinds, c) }],
      names: d % 3 === 0 ? [{ case: (await someCase(client, a)).id, name: `${words}!` }] : [],
      created: d % 2 === 0 ? [{ name: `new ${d}`, values: { [attribute]: words } }] : [],
    });
  },
  'cases.assignDocument': async (client, { picks: [a, b, c] }) => {
    const { id } = await someDocument(client, a);
    await client.call('cases.assignDocument', {
      document: id,
      case: c % 3 === 0 ? null : (await someCase(client, b)).id,
    });
  },
  'cases.assignSpeaker': async (client, { picks: [a, b, c] }) => {
    const { id } = chosen((await someDocument(client, a)).speakers, c);
    await client.call('cases.assignSpeaker', {
      speaker: id,
      case: c % 3 === 0 ? null : (await someCase(client, b)).id,
    });
  },
  'cases.joinDocuments': (client) => client.call('cases.joinDocuments', {}),
  'attributes.create': async (client, { picks: [a], words }) => {
    const types = [{ type: 'text' as const }, { type: 'one_of' as const, categories: ['trust', words] }];
    await client.call('attributes.create', { name: words, ...chosen(types, a) });
  },
  'attributes.update': async (client, { picks: [a, b], words }) => {
    const patches = [{ name: words }, { lowLabel: words, highLabel: null }, { confidential: b % 2 === 0 }];
    await client.call('attributes.update', {
      attribute: (await someAttribute(client, a)).id,
      patch: chosen(patches, b),
    });
  },
  'attributes.retype': async (client, { picks: [a, b, c], words }) => {
    const type = chosen(attributeTypes, b);
    await client.call('attributes.retype', {
      attribute: (await someAttribute(client, a)).id,
      type,
      categories: [words],
      minimum: null,
      maximum: null,
      misfitsToMissing: c % 3 > 0,
    });
  },
  'attributes.move': async (client, { picks: [a, b, c] }) => {
    const { id } = await someAttribute(client, a);
    const before = await someAttribute(client, b);
    await client.call('attributes.move', { attribute: id, before: c % 3 === 0 || before.id === id ? null : before.id });
  },
  'attributes.remove': async (client, { picks: [a] }) =>
    client.call('attributes.remove', { attribute: (await someAttribute(client, a)).id }),
  'attributes.group': async (client, { picks: [a, b], words }) =>
    client.call('attributes.group', {
      attribute: (await someAttribute(client, a)).id,
      values: [words, 'trust'],
      as: b % 3 === 0 ? null : words,
    }),
  'survey.import': async (client, { picks: [a, b, c, d], words }) => {
    const header = csvRow(['respondent_id', 'document', `q${b % 2}`, 'q2'].slice(0, 3 + (c % 2)));
    const rows = [a, a + 1].map((number) =>
      csvRow([`R${number % 4}`, `${'abc'[d % 3]}.txt`, words, '1'].slice(0, 3 + (c % 2))),
    );
    const ticket = await upload(client, 'survey.csv', header + rows.join(''));
    const kind = d % 3 === 0 ? 'cases' : 'survey';
    await client.call('survey.import', {
      ticket,
      kind,
      partial: true,
      missingTexts: c % 3 === 0 ? [{ text: words, missing: 'refused' }] : [],
    });
  },
  'guide.import': async (client, { picks: [a], words }) => {
    const guide = [`K${a % 3}`, 'K9'].map((id) => ({
      id,
      section: words,
      texts: { en: `Why ${words}?` },
      codes: [words],
    }));
    await client.call('guide.import', { ticket: await upload(client, 'guide.json', JSON.stringify(guide)) });
  },
  'guide.save': async (client, { picks: [a, b, c], words }) => {
    const questions = await client.call('guide.list', {});
    const standing = b % 2 === 0 ? questions[a % Math.max(1, questions.length)]?.id : undefined;
    await client.call('guide.save', {
      ...(standing === undefined ? {} : { question: standing }),
      key: `K${c % 4}`,
      section: '',
      texts: { en: 'Do you use it?', ja: words },
      codes: c % 2 === 0 ? [] : [(await someCode(client, c)).id],
    });
  },
  'guide.move': async (client, { picks: [a, b] }) => {
    const { id } = await someQuestion(client, a);
    const before = (await someQuestion(client, b)).id;
    await client.call('guide.move', { question: id, before: before === id ? null : before });
  },
  'guide.remove': async (client, { picks: [a] }) =>
    client.call('guide.remove', { question: (await someQuestion(client, a)).id }),
  'guide.assign': async (client, { picks: [a, b, c] }) => {
    const { turns } = await someDocument(client, a);
    const question = c % 3 === 0 ? null : c % 3 === 1 ? ('none' as const) : (await someQuestion(client, c)).id;
    await client.call('guide.assign', { turns: [{ turn: chosen(turns, b).id, question }] });
  },
  'guide.accept': (client) => client.call('guide.accept', { least: 0.3 }),
  'autocode.run': async (client, { picks: [a, b, c, d], words }) => {
    const { id, text } = await someDocument(client, a);
    const code = d % 2 === 0 ? { name: words } : { id: (await someCode(client, d)).id };
    await client.call('autocode.run', { assignments: [{ code, passages: [{ document: id, ...range(text, b, c) }] }] });
  },
  'coders.create': (client, { words }) => client.call('coders.create', { name: words }),
  'coders.rename': async (client, { picks: [a], words }) =>
    client.call('coders.rename', { coder: (await someCoder(client, a)).id, name: words }),
  'coders.choose': async (client, { picks: [a] }) =>
    client.call('coders.choose', { coder: (await someCoder(client, a)).id }),
  'project.rename': (client, { words }) => client.call('project.rename', { name: words }),
} satisfies Record<string, Run>;

export type StepKind = keyof typeof runs;
export const stepKinds = Object.keys(runs) as StepKind[];

/** Runs one step through the contract; answers what it was refused for where it did not fit, else null. */
export async function runStep(client: Client, step: Step): Promise<string | null> {
  try {
    await (runs[step.kind] as Run)(client, step);
    return null;
  } catch (error) {
    if (error instanceof VerbatimError && expectedRefusals.has(error.code)) return error.code;
    throw error;
  }
}
