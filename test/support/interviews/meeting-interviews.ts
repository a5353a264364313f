import { builtDocx, paragraph, run } from '../built-docx.ts';
import { chinese, clock, type Convention, exchange, four, japanese, said, short } from '../exchanges.ts';

const minutes = (place: number): string => `0${short(place)}`;

/** What people copy out of meetings, chats and transcription desks, and names as meetings show them. */
const texts: readonly Convention[] = [
  [
    'teams-page.txt',
    exchange(
      'Anna Lee',
      'Ben Ito',
      (name, words, place) =>
        `${name} ${place} minutes 12 seconds\n${place}:12\n${name} ${place} minutes 12 seconds\n${words}\n`,
    ),
    four('Anna Lee', 'Ben Ito'),
    [said[0]!, 12],
  ],
  [
    'teams-page-zh.txt',
    exchange(
      '王芳',
      '李小明',
      (name, words, place) => `${name} ${place} 分 12 秒\n${place}:12\n${name} ${place} 分 12 秒\n${words}\n`,
      chinese,
    ),
    four('王芳', '李小明'),
    [chinese[0]!, 12],
  ],
  [
    'zoom-chat.txt',
    exchange('Anna Lee', 'Ben Ito', (name, words, place) => `09:0${place}:11\t From ${name} to Everyone : ${words}\n`),
    four('Anna Lee', 'Ben Ito'),
  ],
  [
    'zoom-chat-2.txt',
    exchange('Anna Lee', 'Ben Ito', (name, words, place) => `09:0${place}:11 From ${name} to Everyone:\n\t${words}\n`),
    four('Anna Lee', 'Ben Ito'),
  ],
  [
    'qq.txt',
    exchange(
      '王芳(12345678)',
      '李小明<li@example.org>',
      (name, words, place) => `2023-03-06 9:0${place}:12 ${name}\n${words}\n\n`,
      chinese,
    ),
    four('王芳(12345678)', '李小明<li@example.org>'),
  ],
  [
    'same-minute.txt',
    `${exchange('Anna Lee', 'Ben Ito', (name, words) => `${name}  9:00 AM\n${words}\n`)}Ben Ito  9:00 AM\nYes.\n`,
    { 'Anna Lee': 4, 'Ben Ito': 5 },
    [said[0]!, 540],
  ],
  [
    'feishu-en.txt',
    `Keywords:\nfees, records\n\nTranscript:\n\n${exchange('Wang Fang', 'Li Xiaoming', (name, words, place) => `${name} ${clock(place)}.123\n${words}\n\n`)}`,
    four('Wang Fang', 'Li Xiaoming'),
  ],
  [
    'tencent-institute.txt',
    exchange('王芳-社会学系', '李小明_R07', (name, words, place) => `${name}(${clock(place)}): ${words}\n\n`, chinese),
    four('王芳-社会学系', '李小明_R07'),
  ],
  [
    'otranscribe.md',
    exchange('I', 'R', (name, words, place) => `*${minutes(place)}* **${name}:** ${words}\n\n`),
    four('I', 'R'),
  ],
  [
    'transana.txt',
    exchange('Anna', 'Ben', (name, words, place) => `¤<${place * 25000}>${name}: ${words}\n`),
    four('Anna', 'Ben'),
  ],
  [
    'corner-brackets.txt',
    exchange('访谈者', '受访者', (name, words) => `「${name}」：${words}\n`, chinese),
    four('访谈者', '受访者'),
  ],
  [
    'angle-brackets.txt',
    exchange('聞き手', '田中', (name, words) => `＜${name}＞${words}\n`, japanese),
    four('聞き手', '田中'),
  ],
  [
    'slash.txt',
    exchange('インタビュアー', '対象者', (name, words) => `${name}／${words}\n`, japanese),
    four('インタビュアー', '対象者'),
  ],
  [
    'pictures.txt',
    exchange('Anna 👩‍🔬', 'Ben 👨‍👩‍👧', (name, words) => `${name}: ${words}\n`),
    four('Anna 👩‍🔬', 'Ben 👨‍👩‍👧'),
  ],
  [
    'addresses.txt',
    exchange('anna.lee@example.org', 'ben@example.org', (name, words) => `${name}: ${words}\n`),
    four('anna.lee@example.org', 'ben@example.org'),
  ],
  [
    'time-between-tabs.docx',
    () =>
      builtDocx(
        exchange('Speaker 1', 'Speaker 2', (name, words, place) =>
          paragraph(
            run(`${name}:`, '<w:b/>'),
            '<w:r><w:tab/></w:r>',
            run(clock(place)),
            '<w:r><w:tab/></w:r>',
            run(words),
          ),
        ),
      ),
    four('Speaker 1', 'Speaker 2'),
    [said[0]!, 0],
  ],
];

const row = (write: (name: string, words: string, place: number) => string): string => exchange('Anna', 'Ben', write);

/** Files of programs, told by their content. */
const files: readonly Convention[] = [
  [
    'subtitles.ass',
    `[Script Info]\nTitle: R07\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nComment: 0,0:00:00.00,0:00:00.00,Default,,0,0,0,,not said\n${row((name, words, place) => `Dialogue: 0,0:00:0${place}.50,0:00:0${place + 1}.00,Default,${name},0,0,0,,{\\i1}${words}{\\i0}\n`)}`,
    four('Anna', 'Ben'),
    [said[0]!, 0.5],
  ],
  [
    'kept.otr',
    JSON.stringify({
      text: row(
        (name, words, place) =>
          `<p><span class="timestamp" data-timestamp="${place}.5">0:0${place}</span>&nbsp;<b>${name}:</b> ${words}</p>`,
      ),
      media: 'r07.mp3',
      'media-time': 12.3,
    }),
    four('Anna', 'Ben'),
    [said[0]!, 0],
  ],
  [
    'track.txt',
    row((name, words, place) => `${place}.000000\t${place + 1}.000000\t${name}: ${words}\n`),
    four('Anna', 'Ben'),
    [said[0]!, 0],
  ],
  [
    'excel.csv',
    `\ufeffsep=;\r\nSpeaker;Time;Text\r\n${row((name, words, place) => `${name};0:0${place};${words}\r\n`)}`,
    four('Anna', 'Ben'),
  ],
  [
    'headless-seconds.csv',
    row((name, words, place) => `${place}.0,${place}.9,${name},"${words}"\r\n`),
    four('Anna', 'Ben'),
    [said[0]!, 0],
  ],
  ['headless-names.csv', row((name, words) => `${name},"${words}"\r\n`), four('Anna', 'Ben'), [said[0]!, null]],
  [
    'teams.json',
    JSON.stringify({
      entries: said.map((text, place) => ({
        id: `x${place}`,
        text,
        speakerId: `u${place % 2}`,
        speakerDisplayName: place % 2 ? 'Ben' : 'Anna',
        startOffset: clock(place),
        endOffset: clock(place + 1),
      })),
    }),
    four('Anna', 'Ben'),
  ],
  [
    'speechmatics.json',
    JSON.stringify({
      results: said.flatMap((words, place) =>
        words.split(' ').map((content) => ({
          alternatives: [{ content, confidence: 1, speaker: `S${(place % 2) + 1}` }],
          start_time: place,
          type: 'word',
        })),
      ),
    }),
    four('S1', 'S2'),
    [said[0]!, 0],
  ],
  [
    'volcano.json',
    JSON.stringify({
      result: {
        text: said.join(' '),
        utterances: said.map((text, place) => ({
          text,
          start_time: place * 1000 + 500,
          additions: { speaker: String((place % 2) + 1) },
        })),
      },
    }),
    four('Speaker 1', 'Speaker 2'),
    [said[0]!, 0.5],
  ],
  [
    'amivoice.json',
    JSON.stringify({
      segments: said.map((text, place) => ({
        results: [
          {
            tokens: text
              .split(' ')
              .map((written) => ({ written, starttime: place * 1000 + 500, label: `speaker${place % 2}` })),
            text,
          },
        ],
        text,
      })),
      text: said.join(' '),
    }),
    four('speaker0', 'speaker1'),
    [said[0]!, 0.5],
  ],
  [
    'zoom-timeline.json',
    JSON.stringify({
      timeline: said.map((text, place) => ({
        text,
        ts: `${clock(place)}.500`,
        users: [{ username: place % 2 ? 'Ben' : 'Anna', multiple_people: false, user_id: 'x' }],
      })),
    }),
    four('Anna', 'Ben'),
    [said[0]!, 0.5],
  ],
];

/** What comes out of meetings and the programs around them. All invented. */
export const meetingInterviews: readonly Convention[] = [...texts, ...files];
