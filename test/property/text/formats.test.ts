import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../../electron/core/import/read-transcript.ts';
import { builtDocx, paragraph, run } from '../../support/built-docx.ts';
import { builtOdt } from '../../support/built-odt.ts';

type Said = { readonly speaker: string; readonly words: readonly string[]; readonly seconds: number };

const speakers = ['Interviewer', 'María López', '受访者', '野村'];
const sentence = fc.constantFrom(
  'There are two things: the noise, and the money.',
  'yes.',
  '（笑）就是这样，他说：“不行”。',
  'そうですね。「それは」と言いました。',
  '"Quoted, twice", <he> said & left; 5 < 6.',
  'back\\slash {brace} | pipe',
  'I don’t know 😀',
);
/** At least four turns, nobody twice in a row, everybody at least twice, times growing. */
const talk = fc
  .array(
    fc.record({ skip: fc.integer({ min: 1, max: 3 }), words: fc.array(sentence, { minLength: 1, maxLength: 3 }) }),
    {
      minLength: 8,
      maxLength: 24,
    },
  )
  .map((turns) => {
    let place = 0;
    return turns.map(({ skip, words }, number): Said => {
      // The first turns go round so that everybody comes back.
      place = number < 8 ? number % speakers.length : (place + skip) % speakers.length;
      return { speaker: speakers[place]!, words, seconds: number * 7 };
    });
  });

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const clock = (seconds: number, point = '.'): string =>
  `${new Date(seconds * 1000).toISOString().slice(11, 19)}${point}000`;
const rtf = (text: string): string =>
  text
    .replace(/[\\{}]/g, '\\$&')
    .replace(/[^\p{ASCII}]/gu, (character) =>
      [...Array(character.length).keys()].map((at) => `\\u${(character.charCodeAt(at) << 16) >> 16}?`).join(''),
    );
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

type Written = { readonly bytes: Buffer | Promise<Buffer>; readonly joined: boolean; readonly timed: boolean };

/** How each format writes a talk; `joined`: the words of a turn stand in one line of the text. */
const formats: Readonly<Record<string, (said: readonly Said[]) => Written>> = {
  vtt: (said) => ({
    bytes: Buffer.from(
      `WEBVTT\r\n\r\n${said.flatMap(({ speaker, words, seconds }) => words.map((each) => `${clock(seconds)} --> ${clock(seconds + 7)}\r\n<v ${xml(speaker)}>${xml(each)}</v>\r\n`)).join('\r\n')}`,
    ),
    joined: true,
    timed: true,
  }),
  srt: (said) => ({
    bytes: Buffer.from(
      said
        .flatMap(({ speaker, words, seconds }) =>
          words.map(
            (each, place) =>
              `${clock(seconds, ',')} --> ${clock(seconds + 7, ',')}\n${place === 0 ? `${speaker}: ` : ''}${each}\n`,
          ),
        )
        .map((cue, place) => `${place + 1}\n${cue}`)
        .join('\n'),
    ),
    joined: true,
    timed: true,
  }),
  csv: (said) => ({
    bytes: Buffer.from(
      `speaker,start,text\n${said.flatMap(({ speaker, words, seconds }) => words.map((each) => [speaker, String(seconds), each].map(quoted).join(','))).join('\n')}`,
    ),
    joined: true,
    timed: true,
  }),
  tsv: (said) => ({
    bytes: Buffer.from(
      `内容\t说话人\t时间\n${said.flatMap(({ speaker, words, seconds }) => words.map((each) => [quoted(each), speaker, clock(seconds)].join('\t'))).join('\n')}`,
    ),
    joined: true,
    timed: true,
  }),
  json: (said) => ({
    bytes: Buffer.from(
      JSON.stringify({
        segments: said.flatMap(({ speaker, words, seconds }) =>
          words.map((text) => ({ speaker, start: seconds, text })),
        ),
      }),
    ),
    joined: true,
    timed: true,
  }),
  html: (said) => ({
    bytes: Buffer.from(
      `<html><meta charset=utf-8>${said.map(({ speaker, words }) => words.map((each, place) => `<p>${place === 0 ? `<b>${xml(speaker)}:</b> ` : ''}${xml(each)}</p>`).join('\n')).join('')}`,
    ),
    joined: false,
    timed: false,
  }),
  odt: (said) => ({
    bytes: builtOdt(
      said
        .flatMap(({ speaker, words }) =>
          words.map((each, place) => `<text:p>${place === 0 ? `${xml(speaker)}: ` : ''}${xml(each)}</text:p>`),
        )
        .join(''),
    ),
    joined: false,
    timed: false,
  }),
  docx: (said) => ({
    bytes: builtDocx(
      said
        .flatMap(({ speaker, words }) =>
          words.map((each, place) => paragraph(run(place === 0 ? `${xml(speaker)}: ` : ''), run(xml(each)))),
        )
        .join(''),
    ),
    joined: false,
    timed: false,
  }),
  rtf: (said) => ({
    bytes: Buffer.from(
      `{\\rtf1\\ansi ${said.flatMap(({ speaker, words }) => words.map((each, place) => `${place === 0 ? `{\\b ${rtf(speaker)}:} ` : ''}${rtf(each)}\\par\n`)).join('')}}`,
    ),
    joined: false,
    timed: false,
  }),
  'akoma-ntoso': (said) => ({
    bytes: Buffer.from(
      `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><debateBody>${said.map(({ speaker, words }) => `<speech><from>${xml(speaker)}:</from>${words.map((each) => `<p>${xml(each)}</p>`).join('')}</speech>`).join('\n')}</debateBody></debate></akomaNtoso>`,
    ),
    joined: false,
    timed: false,
  }),
};

const bare = (text: string): string => text.replace(/\s/g, '');

describe('a talk written in a format', () => {
  test.each(Object.keys(formats))('%s gives its turns back, every word of them, in place', async (name) => {
    await fc.assert(
      fc.asyncProperty(talk, async (said) => {
        const written = formats[name]!(said);
        const { text, turns } = await readTranscript({ fileName: `a.${name}`, bytes: await written.bytes });
        expect(turns.map(({ speaker }) => speaker)).toEqual(said.map(({ speaker }) => speaker));
        if (written.timed) expect(turns.map(({ time }) => time)).toEqual(said.map(({ seconds }) => seconds));
        const content = turns.map((turn) => text.slice(turn.contentStart, turn.end));
        expect(content.map(bare)).toEqual(said.map(({ words }) => bare(words.join(''))));
        expect(content.some((each) => each.includes('\n'))).toBe(
          !written.joined && said.some(({ words }) => words.length > 1),
        );
        for (const turn of turns) expect(text.slice(turn.start, turn.contentStart)).toMatch(/^\S.*[:：] $/u);
        expect(turns.every((turn, place) => turn.start >= (turns[place - 1]?.end ?? 0))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

/** Text as a format can hold it: no white space to be collapsed, no controls, no lone surrogates. */
const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.toWellFormed().replace(/[\p{Cc}\p{Z}\p{Zl}\p{Zp}\u{fffe}\u{ffff}]/gu, 'x'));

describe('any text in a format', () => {
  test.each<[string, (text: string) => Buffer | Promise<Buffer>]>([
    ['html', (text) => Buffer.from(`<html><p>${xml(text)}</p>`)],
    ['odt', (text) => builtOdt(`<text:p>${xml(text)}</text:p>`)],
    ['docx', (text) => builtDocx(paragraph(run(xml(text))))],
    ['rtf', (text) => Buffer.from(`{\\rtf1\\ansi ${rtf(text)}}`)],
    ['json', (text) => Buffer.from(JSON.stringify([{ start: 1, text }]))],
    ['csv', (text) => Buffer.from(`start,text\n1,${quoted(text)}`)],
  ])('%s survives', async (name, written) => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect((await readTranscript({ fileName: `a.${name}`, bytes: await written(text) })).text).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});
