import { upload } from '../upload.ts';
import { chosen, someDocument, someCoder, range } from './choices.ts';
import type { Run } from './step.ts';

const transcripts = [
  'I: Do you use it?\nR: I do, every day. 我不怕。\n',
  'Interviewer: Why?\nRespondent: Nobody asked us.\nRespondent: 😀 It is watched.\n',
  '研究者：请问您怎么看？\n受访者：隐私很重要。\n',
  'No turns here, only a note on the e\u0301vening.\n',
  'I: Only this.\n',
];

export const transcriptSteps = {
  'imports.commit': async (client, { picks: [a, b], words }) => {
    const texts = [transcripts[a % transcripts.length]!, ...(b % 3 === 0 ? [`R: ${words}.\n`] : [])];
    const files = [];
    for (const [place, text] of texts.entries())
      files.push({ ticket: await upload(client, `${'abc'[(b + place) % 3]}.txt`, text) });
    await client.call('imports.commit', { files });
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
} satisfies Record<string, Run>;
