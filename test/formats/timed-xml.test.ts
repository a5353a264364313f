import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';

const read = (fileName: string, content: string | Buffer) =>
  readTranscript({ fileName, bytes: Buffer.from(content as string) });
const turnsOf = ({ text, turns }: Awaited<ReturnType<typeof read>>) =>
  turns.map((turn) => [turn.speaker, turn.time, text.slice(turn.contentStart, turn.end)]);

const elan = (tiers: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT AUTHOR="" DATE="2024-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0"><HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><PROPERTY NAME="URN">x</PROPERTY></HEADER><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="780"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2500"/><TIME_SLOT TIME_SLOT_ID="ts3"/><TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="61250"/></TIME_ORDER>${tiers}<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="default"/></ANNOTATION_DOCUMENT>`;
const said = (slot: string, words: string) =>
  `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${slot}" TIME_SLOT_REF1="${slot}" TIME_SLOT_REF2="ts4"><ANNOTATION_VALUE>${words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`;

test('a document type before the outermost element refuses a file as XML, and makes no text of its marks', async () => {
  const content =
    '<!DOCTYPE tt>\n<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s">hi</p></div></body></tt>';
  await expect(readTranscript({ fileName: 'a.ttml', bytes: Buffer.from(content) })).rejects.toMatchObject({
    code: 'file_format',
    params: { file: 'a.ttml', reason: 'doctype' },
  });
});

describe('ELAN', () => {
  test('annotations of tiers are turns in the order of time, said by participants; tiers below others are left out', async () => {
    const file = await read(
      'talk.eaf',
      elan(
        `<TIER TIER_ID="ref@A" PARTICIPANT="Ann" LINGUISTIC_TYPE_REF="default">${said('ts1', 'How &amp; why?')}${said('ts4', 'I\n  see.')}</TIER>` +
          `<TIER TIER_ID="Bo" LINGUISTIC_TYPE_REF="default">${said('ts2', '我觉得还行。')}${said('ts3', '')}</TIER>` +
          `<TIER TIER_ID="en@Bo" PARENT_REF="Bo" LINGUISTIC_TYPE_REF="default"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="r" ANNOTATION_REF="ats2"><ANNOTATION_VALUE>gloss</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>`,
      ),
    );
    expect(file).toMatchObject({ format: 'elan', text: 'Ann: How & why?\nBo: 我觉得还行。\nAnn: I see.' });
    expect(turnsOf(file)).toEqual([
      ['Ann', 0.78, 'How & why?'],
      ['Bo', 2.5, '我觉得还行。'],
      ['Ann', 61.25, 'I see.'],
    ]);
  });

  test('annotations that are not aligned stand where the time slots have them, without a time', async () => {
    const file = await read(
      'a.xml',
      elan(`<TIER TIER_ID="A">${said('ts4', 'Two.')}</TIER><TIER TIER_ID="B">${said('ts3', 'One.')}</TIER>`),
    );
    expect(turnsOf(file)).toEqual([
      ['B', null, 'One.'],
      ['A', 61.25, 'Two.'],
    ]);
  });

  test('without words, with a DOCTYPE or cut off it is refused', async () => {
    await expect(read('a.eaf', elan('<TIER TIER_ID="A"/>'))).rejects.toMatchObject({
      code: 'file_format',
      params: { reason: 'no_speech' },
    });
    const typed = elan('').replace('?>\n', '?>\n<!DOCTYPE x [<!ENTITY e "x">]>');
    await expect(read('a.eaf', typed)).rejects.toMatchObject({ params: { reason: 'doctype' } });
    await expect(read('a.eaf', elan('').slice(0, 300))).rejects.toMatchObject({ code: 'file_damaged' });
  });
});

const ttml = (body: string, attributes = '') =>
  `<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xml:lang="en"${attributes}><head><metadata><ttm:title>not speech</ttm:title><ttm:agent xml:id="ann" type="person"><ttm:name type="full">Ann Ash</ttm:name></ttm:agent></metadata></head><body><div>${body}</div></body></tt>`;

describe('Timed Text', () => {
  test('paragraphs are segments with the names of their agents; breaks are blanks, metadata are no words', async () => {
    const file = await read(
      'talk.ttml',
      ttml(
        '\n<p begin="00:00:01.500" end="00:00:03.000" ttm:agent="ann">How\n   is<br/>it?</p>\n<p begin="4s" end="6s" ttm:agent="bo"><metadata><ttm:desc>a dog</ttm:desc></metadata><span>Quite</span> well.</p>',
      ),
    );
    expect(file).toMatchObject({ format: 'ttml', text: 'Ann Ash: How is it?\nbo: Quite well.' });
    expect(turnsOf(file)).toEqual([
      ['Ann Ash', 1.5, 'How is it?'],
      ['bo', 4, 'Quite well.'],
    ]);
  });

  test('a paragraph is cut where another speaks; times count from what it stands in, in frames and ticks too', async () => {
    const file = await read(
      'a.dfxp',
      `<?xml version="1.0"?>${ttml('</div><div begin="1m"><p begin="50f"><span ttm:agent="ann">One.</span> <span ttm:agent="bo">Two.</span></p><p begin="20000000t" ttm:agent="ann">Three.</p>', ' ttp:frameRate="25" ttp:tickRate="10000000"')}`,
    );
    expect(turnsOf(file)).toEqual([
      ['Ann Ash', 62, 'One.'],
      ['bo', 62, 'Two.'],
      ['Ann Ash', 62, 'Three.'],
    ]);
  });

  test('without agents each paragraph is a turn of its own; names in the words are found', async () => {
    expect(turnsOf(await read('a.ttml', ttml('<p begin="1s">One.</p><p begin="2s">Two.</p>')))).toEqual([
      [null, 1, 'One.'],
      [null, 2, 'Two.'],
    ]);
  });
});
