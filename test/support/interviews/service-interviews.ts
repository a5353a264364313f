import { type Convention, exchange, four, said, short } from '../exchanges.ts';

const segments = (write: (name: string, words: string, place: number) => unknown): unknown[] =>
  said.map((words, place) => write(place % 2 === 0 ? 'Anna' : 'Ben', words, place));

const lists: readonly Convention[] = [
  [
    'list.json',
    JSON.stringify(
      segments((name, words, place) => ({ speaker: name, start: place * 2.5, end: place * 2.5 + 2, text: words })),
    ),
    four('Anna', 'Ben'),
  ],
  [
    'whisperx.json',
    JSON.stringify({
      segments: segments((name, words, place) => ({ start: place, end: place + 1, text: ' ' + words, speaker: name })),
      word_segments: [],
    }),
    four('Anna', 'Ben'),
  ],
  [
    'whisper.json',
    JSON.stringify({
      text: said.join(' '),
      segments: segments((_name, words, place) => ({
        id: place,
        seek: 0,
        start: place,
        end: place + 1,
        text: ' ' + words,
        tokens: [1, 2],
        temperature: 0,
      })),
      language: 'en',
    }),
    {},
  ],
  [
    'otter-api.json',
    JSON.stringify({
      speech: {
        transcripts: segments((name, words, place) => ({
          start_offset: place * 1000,
          end_offset: place * 1000 + 900,
          speaker_name: name,
          transcript: words,
        })),
      },
    }),
    four('Anna', 'Ben'),
  ],
  [
    'fireflies.json',
    JSON.stringify({
      data: {
        transcript: {
          sentences: segments((name, words, place) => ({
            index: place,
            speaker_name: name,
            text: words,
            start_time: place,
            end_time: place + 1,
          })),
        },
      },
    }),
    four('Anna', 'Ben'),
  ],
  [
    'tencent.json',
    JSON.stringify({
      paragraphs: segments((name, words, place) => ({
        pid: String(place),
        speaker_info: { username: name },
        start_time: place * 1000,
        sentences: [{ words: [{ text: words, start_time: place * 1000 }] }],
      })),
    }),
    four('Anna', 'Ben'),
  ],
  [
    'xunfei.json',
    JSON.stringify({
      content: {
        orderResult: JSON.stringify({
          lattice: segments((name, words, place) => ({
            json_1best: JSON.stringify({
              st: {
                bg: String(place * 1000),
                ed: String(place * 1000 + 900),
                rl: name === 'Ben' ? '2' : '1',
                rt: [{ ws: [{ cw: [{ w: words }] }] }],
              },
            }),
          })),
        }),
      },
    }),
    { 'Speaker 1': 4, 'Speaker 2': 4 },
  ],
  [
    'feishu.json',
    JSON.stringify({
      paragraphs: segments((name, words, place) => ({
        speaker: { user_name: name },
        start_time: String(place * 1000),
        sentences: [{ contents: [{ content: words }] }],
      })),
    }),
    four('Anna', 'Ben'),
  ],
  [
    'aliyun.json',
    JSON.stringify({
      Transcription: {
        Paragraphs: segments((name, words, place) => ({
          ParagraphId: String(place),
          SpeakerId: name === 'Ben' ? '2' : '1',
          Words: words
            .split(' ')
            .map((x, k) => ({ Text: x + ' ', Start: place * 1000 + k, End: place * 1000 + k + 1 })),
        })),
      },
    }),
    { 'Speaker 1': 4, 'Speaker 2': 4 },
  ],
  [
    'clova-speech.json',
    JSON.stringify({
      segments: segments((name, words, place) => ({
        start: place * 1000,
        end: place * 1000 + 900,
        text: words,
        speaker: { label: name === 'Ben' ? '2' : '1', name: name, edited: false },
      })),
      text: 'x',
    }),
    four('Anna', 'Ben'),
  ],
  [
    'assemblyai.json',
    JSON.stringify({
      text: said.join(' '),
      utterances: segments((name, words, place) => ({
        speaker: name === 'Ben' ? 'B' : 'A',
        text: words,
        start: place * 1000,
        end: place * 1000 + 900,
        words: [],
      })),
    }),
    { A: 4, B: 4 },
  ],
  [
    'deepgram.json',
    JSON.stringify({
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: said.join(' '),
                words: [],
                paragraphs: {
                  paragraphs: segments((_name, words, place) => ({
                    speaker: place % 2,
                    start: place,
                    end: place + 1,
                    sentences: [{ text: words, start: place, end: place + 1 }],
                  })),
                },
              },
            ],
          },
        ],
      },
    }),
    { 'Speaker 0': 4, 'Speaker 1': 4 },
  ],
  [
    'descript.json',
    JSON.stringify({
      transcript: segments((name, words, place) => ({ speakerName: name, startTime: place, body: words })),
    }),
    four('Anna', 'Ben'),
  ],
  [
    'podcast.json',
    JSON.stringify({
      version: '1.0.0',
      segments: segments((name, words, place) => ({
        speaker: name,
        startTime: place,
        endTime: place + 1,
        body: words,
      })),
    }),
    four('Anna', 'Ben'),
  ],
  [
    'trint.json',
    JSON.stringify({
      transcript: {
        speakers: [
          { id: 's1', name: 'Anna' },
          { id: 's2', name: 'Ben' },
        ],
        paragraphs: segments((name, words, place) => ({
          speaker: name === 'Ben' ? 's2' : 's1',
          time: place * 1000,
          words: words.split(' ').map((x, k) => ({ text: x, time: place * 1000 + k })),
        })),
      },
    }),
    four('Anna', 'Ben'),
  ],
  [
    'revai.json',
    JSON.stringify({
      monologues: segments((_name, words, place) => ({
        speaker: place % 2,
        elements: words
          .split(/( )/)
          .map((x) => ({ type: x === ' ' ? 'punct' : 'text', value: x, ts: place, end_ts: place + 1 })),
      })),
    }),
    { 'Speaker 0': 4, 'Speaker 1': 4 },
  ],
  [
    'chat.json',
    JSON.stringify(segments((name, words) => ({ role: name === 'Ben' ? 'user' : 'assistant', content: words }))),
    { assistant: 4, user: 4 },
  ],
];

function table(
  file: string,
  header: string,
  row: (name: string, words: string, place: number) => string,
  turns: Readonly<Record<string, number>>,
): Convention {
  const body = exchange('Anna', 'Ben', (name, words, place) => `${row(name, `"${words}"`, place)}\r\n`);
  return [file, `${header}\r\n${body}`, turns];
}

const tables: readonly Convention[] = [
  table(
    'a.csv',
    'Speaker,Start,End,Text',
    (name, words, place) => `${name},${short(place)},${short(place + 1)},${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'semi.csv',
    'Sprecher;Beginn;Ende;Text',
    (name, words, place) => `${name};${short(place)};${short(place + 1)};${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'zh.csv',
    '说话人,开始时间,结束时间,内容',
    (name, words, place) => `${name},${short(place)},${short(place + 1)},${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'zh2.csv',
    '序号,发言人,时间,发言内容',
    (name, words, place) => `${place + 1},${name},${short(place)},${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'ja.csv',
    '話者,開始,終了,発言',
    (name, words, place) => `${name},${short(place)},${short(place + 1)},${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'ja2.csv',
    '番号,発言者,発言内容',
    (name, words, place) => `${place + 1},${name},${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'ko.csv',
    '화자,시작,종료,내용',
    (name, words, place) => `${name},${short(place)},${short(place + 1)},${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'descript.csv',
    'Speaker Name,Timecode,Transcript',
    (name, words, place) => `${name},00:0${short(place)}:12,${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'trint.csv',
    'Start time,End time,Duration,Speaker,Text',
    (name, words, place) => `00:0${short(place)},00:0${short(place + 1)},17,${name},${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'dovetail.csv',
    'Note title,Participant,Timestamp,Transcript content',
    (name, words, place) => `x,${name},${short(place)},${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'fr.csv',
    'Locuteur;Début;Fin;Texte',
    (name, words, place) => `${name};${short(place)};${short(place + 1)};${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'es.csv',
    'Hablante,Inicio,Fin,Texto',
    (name, words, place) => `${name},${short(place)},${short(place + 1)},${words}`,
    four('Anna', 'Ben'),
  ),
  table(
    'msgs.csv',
    'timestamp,sender,message',
    (name, words, place) => `2023-03-03 10:0${place}:00,${name},${words}`,
    four('Anna', 'Ben'),
  ),
  table('utter.csv', 'turn_id,who,utterance', (name, words, place) => `${place},${name},${words}`, four('Anna', 'Ben')),
  table(
    'headless.csv',
    `0:00,0:05,Anna,"Hello there, all of you."`,
    (name, words, place) => `${short(place)},${short(place + 1)},${name},${words}`,
    { Anna: 4, Ben: 4 },
  ),
];

/** Lists and tables as speech recognition and meeting software give them. All invented. */
export const serviceInterviews: readonly Convention[] = [...lists, ...tables];
