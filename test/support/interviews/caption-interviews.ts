import { chinese, clock, type Convention, exchange, four, said } from '../exchanges.ts';

const stamp = (place: number, mark: string): string => `${clock(place)}${mark}000`;
const cue = (place: number, words: string, mark = '.'): string =>
  `${place + 1}\n${stamp(place, mark)} --> ${stamp(place + 1, mark)}\n${words}\n\n`;

/** Captions as meeting software and speech recognition give them. All invented. */
export const captionInterviews: readonly Convention[] = [
  [
    'plain.srt',
    exchange('Anna', 'Ben', (name, words, place) => cue(place, `${name}: ${words}`, ',')),
    four('Anna', 'Ben'),
  ],
  [
    'brackets.srt',
    exchange('Anna', 'Ben', (name, words, place) => cue(place, `[${name}] ${words}`, ',')),
    four('Anna', 'Ben'),
  ],
  [
    'upper-line.srt',
    exchange('ANNA', 'BEN', (name, words, place) => cue(place, `${name}:\n${words}`, ',')),
    four('ANNA', 'BEN'),
  ],
  [
    'zh.srt',
    exchange('张三', '李四', (name, words, place) => cue(place, `${name}：${words}`, ','), chinese),
    four('张三', '李四'),
  ],
  [
    'whisperx.srt',
    exchange('SPEAKER_00', 'SPEAKER_01', (name, words, place) => cue(place, `[${name}]: ${words}`, ',')),
    four('SPEAKER_00', 'SPEAKER_01'),
  ],
  [
    'bold.srt',
    exchange('Anna', 'Ben', (name, words, place) => cue(place, `<b>${name}</b>: ${words}`, ',')),
    four('Anna', 'Ben'),
  ],
  [
    'font.srt',
    exchange('Anna', 'Ben', (name, words, place) => cue(place, `<font color="#fff">${name}:</font> ${words}`, ',')),
    four('Anna', 'Ben'),
  ],
  [
    'continuing.srt',
    said.map((words, place) => cue(place, place % 2 ? words : `${place % 4 ? 'Ben' : 'Anna'}: ${words}`, ',')).join(''),
    { Anna: 2, Ben: 2 },
  ],
  [
    'voices.vtt',
    'WEBVTT\n\n' + exchange('Anna Lee', 'Ben', (name, words, place) => cue(place, `<v ${name}>${words}`)),
    four('Anna Lee', 'Ben'),
  ],
  [
    'zoom.vtt',
    'WEBVTT\n\n' + exchange('Anna Lee', 'Ben (he/him)', (name, words, place) => cue(place, `${name}: ${words}`)),
    four('Anna Lee', 'Ben (he/him)'),
  ],
  [
    'guid.vtt',
    'WEBVTT\r\n\r\n' +
      exchange(
        'Anna Lee',
        'Ben',
        (name, words, place) =>
          `${'abcd1234-0000-0000-0000-00000000000' + place}/15-0\r\n${stamp(place, '.')} --> ${stamp(place + 1, '.')}\r\n<v ${name}>${words}</v>\r\n\r\n`,
      ),
    four('Anna Lee', 'Ben'),
  ],
  [
    'named-id.vtt',
    'WEBVTT\n\n' +
      exchange(
        'Anna Lee',
        'Ben',
        (name, words, place) =>
          `${place + 1} "${name}" (12345)\n${stamp(place, '.')} --> ${stamp(place + 1, '.')}\n${words}\n\n`,
      ),
    four('Anna Lee', 'Ben'),
  ],
  ['noname.srt', said.map((words, place) => cue(place, words, ',')).join(''), {}],
  ['dash.srt', said.map((words, place) => cue(place, `- ${words}\n- Yes.`, ',')).join(''), {}],
  [
    'lower.vtt',
    'WEBVTT - made by X\nKind: captions\nLanguage: en\n\n' +
      exchange('speaker 1', 'speaker 2', (name, words, place) => cue(place, `${name}: ${words}`)),
    four('speaker 1', 'speaker 2'),
  ],
  [
    'feishu.srt',
    exchange('张三', '李四', (name, words, place) => cue(place, `${name}\n${words}`, ','), chinese),
    four('张三', '李四'),
  ],
  [
    'feishu2.srt',
    exchange('说话人 1', '说话人 2', (name, words, place) => cue(place, `${name}: ${words}`, ','), chinese),
    four('说话人 1', '说话人 2'),
  ],
];
