import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';
import type { SegmentColumns } from '../../shared/import/segments/segment-columns.ts';

const read = (content: string, fileName = 'a.csv', columns?: SegmentColumns) =>
  readTranscript({ fileName, bytes: Buffer.from(content), columns });
const refused = (content: string, fileName = 'a.csv', columns?: SegmentColumns) =>
  read(content, fileName, columns).catch((error: unknown) => error);
const turnsOf = async (content: string, fileName?: string, columns?: SegmentColumns) => {
  const { text, turns } = await read(content, fileName, columns);
  return turns.map((turn) => [turn.speaker, turn.time, text.slice(turn.contentStart, turn.end)]);
};

describe('tables of speech', () => {
  test.each([
    [
      'English',
      'id,Start time,End time,Speaker,Transcript\n1,0:00:01,0:00:02,Ann,one\n2,0:00:02,0:00:03,Ann,two\n3,0:01:02.5,0:01:04,Bo,"three, ""four"""',
    ],
    [
      'semicolons, capitals, a mark',
      '\ufeffSTART;END;SPEAKER;TEXT\r\n00:00:01,000;00:00:02,000;Ann;one\r\n2;3;;two\r\n62.5;64;Bo;"three, ""four"""\r\n',
    ],
    ['tabs and Chinese', '说话人\t开始时间\t内容\nAnn\t00:01\tone\nAnn\t00:02\ttwo\nBo\t01:02.5\tthree, "four"'],
    ['Japanese', '時刻,話者,発話内容\n0:00:01,Ann,one\n0:00:02,Ann,two\n0:01:02.5,Bo,"three, ""four"""'],
    ['milliseconds by name', 'speaker,start (ms),text\nAnn,1000,one\nAnn,2000,two\nBo,62500,"three, ""four"""'],
    ['milliseconds by size', 'speaker,start,text\nAnn,1000,one\nAnn,2000,two\nBo,62500,"three, ""four"""'],
    ['seconds', 'name,from,to,body\nAnn,1,2,one\nAnn,2,3,two\nBo,62.5,70,"three, ""four"""'],
    [
      'without a header',
      '0:00:01,0:00:02,Ann,one and more\n0:00:02,0:00:03,Ann,two and more\n0:01:02.5,0:01:04,Bo,three and more',
    ],
  ])('%s', async (kind, content) => {
    const more = kind === 'without a header' ? ' and more' : '';
    expect(await turnsOf(content)).toEqual([
      ['Ann', 1, `one${more} two${more}`],
      ['Bo', 62.5, more === '' ? 'three, "four"' : 'three and more'],
    ]);
  });

  test('the text has the names, a line a turn; a cell of several lines keeps them', async () => {
    const { text, format, pattern } = await read('speaker,text\nAnn,"one\r\ntwo"\n,more\nBo,three');
    expect({ text, format, pattern }).toEqual({
      text: 'Ann: one\ntwo more\nBo: three',
      format: 'csv',
      pattern: 'segments',
    });
  });

  test('columns the user names, by header or place; one that is not there is said', async () => {
    const odd = 'wer,wann,was,x\nAnn,5,one,z\nBo,6,two,z';
    const wanted = [
      ['Ann', 5, 'one'],
      ['Bo', 6, 'two'],
    ];
    expect(await turnsOf(odd, 'a.csv', { speaker: 'wer', start: 'wann', text: 'was' })).toEqual(wanted);
    expect(await turnsOf(odd, 'a.txt', { speaker: '1', start: 'WANN', text: '3' })).toEqual(wanted);
    expect(await refused(odd, 'a.csv', { text: 'wo' })).toMatchObject({
      code: 'csv_header',
      params: { missing: ['wo'], found: ['wer', 'wann', 'was', 'x'] },
    });
  });

  test('names in the words; no names; neither names nor times', async () => {
    expect(await turnsOf('start,text\n1,Ann: one\n2,Bo: two\n3,Ann: three\n4,Bo: four')).toEqual([
      ['Ann', 1, 'one'],
      ['Bo', 2, 'two'],
      ['Ann', 3, 'three'],
      ['Bo', 4, 'four'],
    ]);
    expect(await turnsOf('start,text\n1,one\n2,two')).toEqual([
      [null, 1, 'one'],
      [null, 2, 'two'],
    ]);
    expect(await read('text\nI: how?\nR: so\nI: and?')).toMatchObject({
      speakers: [{ name: 'I' }, { name: 'R' }],
      text: 'I: how?\nR: so\nI: and?',
    });
    expect(await read('text\nHow is it\nIt is fine')).toMatchObject({ pattern: 'none', text: 'How is it\nIt is fine' });
  });

  test('commas nobody quoted, quotes nobody closed, rows too short: no word is lost', async () => {
    expect((await read('start,speaker,text\n1,Ann,yes, well, no\n2,Bo\n3,Bo,said "so" then')).text).toBe(
      'Ann: yes, well, no\nBo: said "so" then',
    );
    expect((await read('start\tspeaker\ttext\n1\tAnn\t"so he said\n2\tBo\twell', 'a.tsv')).text).toBe(
      'Ann: "so he said\nBo: well',
    );
    expect(await refused('start,speaker,text\n1,Ann,"so\n2,Bo')).toMatchObject({
      code: 'file_damaged',
      params: { reason: 'table' },
    });
  });

  test('a table of speech under any name; a table of something else is refused, prose with commas is prose', async () => {
    expect(await read('speaker,text\nA,x', 'a.txt')).toMatchObject({ format: 'csv' });
    expect(await refused('age,score\n18,2\n19,3')).toMatchObject({
      code: 'file_format',
      params: { reason: 'no_speech_column' },
    });
    expect(await read('Speaker, said text, was late\nI, well, think', 'a.txt')).toMatchObject({ format: 'text' });
    expect(await refused('speaker,text\n')).toMatchObject({ code: 'file_empty' });
    const long = 'ab '.repeat(4000).trim();
    expect((await read(`speaker,text\nA,${long}\u0001`)).text).toBe(`A: ${long}\u0001`);
  });
});

describe('lists of segments in JSON', () => {
  const wanted = [
    ['A', 1, 'Hello there.'],
    ['B', 2.5, 'Yes.'],
  ];
  const word = (text: string, start: number, rest: object = {}) => ({
    word: text,
    text,
    start,
    end: start + 0.2,
    ...rest,
  });
  const amazonItem = (content: string, start: string | null, speaker_label: string) => ({
    type: start === null ? 'punctuation' : 'pronunciation',
    ...(start === null ? {} : { start_time: start }),
    alternatives: [{ content }],
    speaker_label,
  });
  test.each<[string, unknown]>([
    [
      'WhisperX, speakers by segment',
      {
        segments: [
          { start: 1, end: 2, text: ' Hello there.', speaker: 'A', words: [word('Hello', 1), word('there.', 1.4)] },
          { start: 2.5, end: 3, text: ' Yes.', speaker: 'B' },
        ],
        word_segments: [word('Hello', 1)],
      },
    ],
    [
      'WhisperX, speakers change in a segment',
      {
        segments: [
          {
            start: 1,
            end: 3,
            text: ' Hello there. Yes.',
            speaker: 'A',
            words: [
              word('Hello', 1, { speaker: 'A' }),
              word('there.', 1.4, { speaker: 'A' }),
              word('Yes.', 2.5, { speaker: 'B' }),
            ],
          },
        ],
      },
    ],
    [
      'AssemblyAI',
      {
        text: 'Hello there. Yes.',
        words: [{ text: 'Hello', start: 1000, end: 1200, speaker: 'A' }],
        utterances: [
          {
            speaker: 'A',
            start: 1000,
            end: 2000,
            text: 'Hello there.',
            words: [{ text: 'Hello', start: 1000, end: 1200, speaker: 'A' }],
          },
          { speaker: 'B', start: 2500, end: 3000, text: 'Yes.', words: [] },
        ],
      },
    ],
    [
      'Amazon Transcribe',
      {
        results: {
          transcripts: [{ transcript: 'Hello there. Yes.' }],
          items: [
            amazonItem('Hello', '1.0', 'A'),
            amazonItem('there', '1.5', 'A'),
            amazonItem('.', null, 'A'),
            amazonItem('Yes', '2.5', 'B'),
            amazonItem('.', null, 'B'),
          ],
        },
      },
    ],
    [
      'Rev',
      {
        monologues: [
          {
            speaker: 'A',
            elements: [
              { type: 'text', value: 'Hello', ts: 1 },
              { type: 'punct', value: ' ' },
              { type: 'text', value: 'there.', ts: 1.4 },
            ],
          },
          { speaker: 'B', elements: [{ type: 'text', value: 'Yes.', ts: 2.5 }] },
        ],
      },
    ],
    [
      'podcast',
      {
        version: '1.0.0',
        segments: [
          { speaker: 'A', startTime: 1, endTime: 2, body: 'Hello there.' },
          { speaker: 'B', startTime: 2.5, endTime: 3, body: 'Yes.' },
        ],
      },
    ],
    [
      'a list of one’s own',
      [
        { 说话人: 'A', 开始时间: '00:01', 内容: 'Hello' },
        { 说话人: 'A', 开始时间: '00:02', 内容: 'there.' },
        { 说话人: 'B', 开始时间: '00:02.5', 内容: 'Yes.' },
      ],
    ],
    [
      'whole milliseconds in quotes',
      {
        data: [
          { speaker: 'A', bg: '1000', ed: '2000', onebest: 'Hello there.' },
          { speaker: 'B', bg: '2500', ed: '3000', onebest: 'Yes.' },
        ],
      },
    ],
    [
      'deep inside',
      {
        data: {
          job: [
            {
              result: {
                list: [
                  { spk: 'A', bg: 1, text: 'Hello there.' },
                  { spk: 'B', bg: 2.5, text: 'Yes.' },
                ],
              },
            },
          ],
        },
      },
    ],
  ])('%s', async (_, value) => {
    for (const content of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      expect(await turnsOf(content, 'a.json')).toEqual(wanted);
    }
  });

  test('numbered speakers have a name; Deepgram, its channels, Google, Azure', async () => {
    const deepgram = {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: 'x',
                words: [
                  { word: 'hi', punctuated_word: 'Hi.', start: 1, speaker: 0 },
                  { word: 'yes', punctuated_word: 'Yes.', start: 2, speaker: 1 },
                ],
              },
            ],
          },
        ],
      },
    };
    expect(await turnsOf(JSON.stringify(deepgram))).toEqual([
      ['Speaker 0', 1, 'Hi.'],
      ['Speaker 1', 2, 'Yes.'],
    ]);
    const channel = (text: string, start: number) => ({ alternatives: [{ words: [{ word: text, start }] }] });
    expect(await turnsOf(JSON.stringify({ results: { channels: [channel('late', 2), channel('early', 1)] } }))).toEqual(
      [
        ['Channel 2', 1, 'early'],
        ['Channel 1', 2, 'late'],
      ],
    );
    const google = {
      results: [
        { alternatives: [{ transcript: '你好 好', words: [{ word: '你', startTime: '1s' }] }] },
        {
          alternatives: [
            {
              words: [
                { word: '你', startTime: '1.5s', speakerTag: 1 },
                { word: '好', startTime: '2s', speakerTag: 1 },
                { word: '好', startTime: '3s', speakerTag: 2 },
              ],
            },
          ],
        },
      ],
    };
    expect(await turnsOf(JSON.stringify(google))).toEqual([
      ['Speaker 1', 1.5, '你好'],
      ['Speaker 2', 3, '好'],
    ]);
    const azure = { recognizedPhrases: [{ speaker: 1, offsetInTicks: 15_000_000, nBest: [{ display: 'Hi.' }] }] };
    expect(await turnsOf(JSON.stringify(azure))).toEqual([['Speaker 1', 1.5, 'Hi.']]);
  });

  test('without speakers every segment is a turn; words alone make sentences; a text alone is a text', async () => {
    const whisper = {
      text: ' One. Two.',
      segments: [
        { id: 0, seek: 0, start: 0, end: 1, text: ' One.', tokens: [1] },
        { id: 1, seek: 0, start: 1.5, end: 2, text: ' Two.', tokens: [2] },
      ],
    };
    const cpp = {
      transcription: [
        { timestamps: { from: '00:00:00,000', to: '00:00:01,000' }, offsets: { from: 0, to: 1000 }, text: ' One.' },
        { timestamps: { from: '00:00:01,500', to: '00:00:02,000' }, offsets: { from: 1500, to: 2000 }, text: ' Two.' },
      ],
    };
    const chunks = {
      chunks: [
        { timestamp: [0, 1], text: ' One.' },
        { timestamp: [1.5, 2], text: ' Two.' },
      ],
    };
    const words = {
      words: [
        { text: 'One.', start: 0 },
        { text: 'Two', start: 1500 },
        { text: '.', start: 1700 },
      ],
    };
    for (const value of [whisper, cpp, chunks, words]) {
      expect(await turnsOf(JSON.stringify(value))).toEqual([
        [null, 0, 'One.'],
        [null, 1.5, 'Two.'],
      ]);
    }
    expect((await read('{"text":"I: a\\nR: b\\nI: c"}')).speakers.map(({ name }) => name)).toEqual(['I', 'R']);
    expect(
      (await read('{"text":"a","start":1,"speaker":"A"}\n{"text":"b","start":2,"speaker":"B"}\n', 'a.jsonl')).text,
    ).toBe('A: a\nB: b');
  });

  test('keys the user names', async () => {
    const value = JSON.stringify({ parts: [{ q: 'A', note: 'long words that are not it', w: 'one', t: 7 }] });
    expect(await turnsOf(value, 'a.json', { speaker: 'q', text: 'w', start: 't' })).toEqual([['A', 7, 'one']]);
    expect(await refused(value, 'a.json', { text: 'no' })).toMatchObject({ code: 'csv_header' });
  });

  test('hostile, broken and foreign JSON', async () => {
    expect(await refused('{"segments": [', 'a.json')).toMatchObject({
      code: 'file_damaged',
      params: { reason: 'json' },
    });
    expect(await refused('{"a": [1, 2]}', 'a.json')).toMatchObject({
      code: 'file_format',
      params: { reason: 'no_speech' },
    });
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(await refused(deep, 'a.json')).toMatchObject({ name: 'VerbatimError' });
    expect((await read('[{"__proto__": {"text": "x"}, "text": "ok\\ud800", "start": 1}]')).text).toBe('ok\ufffd');
    expect(await read('[00:01] A: one\n[00:02] B: two\n[00:03] A: three', 'a.txt')).toMatchObject({ format: 'text' });
  });
});
