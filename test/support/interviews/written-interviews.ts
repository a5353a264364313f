import { chinese, clock, type Convention, exchange, four, japanese, said, short } from '../exchanges.ts';

/** Two speakers, and how one of their turns is written: `{name}`, `{words}`, `{time}` (`00:01:25`), `{short}` (`1:25`), `{next}`, `{shortNext}`, `{number}`. */
type Written = readonly [file: string, first: string, second: string, turn: string, words?: readonly string[]];

const written: readonly Written[] = [
  ['titles-dots.txt', 'Dr. A. Müller', 'Frau B. Schmidt-Lang', '{name}: {words}\n'],
  ['initials.txt', 'JS', 'MK', '{name}: {words}\n\n'],
  ['brackets.txt', 'Anna', 'Ben', '[{name}] {words}\n'],
  ['brackets-colon.txt', 'Anna', 'Ben', '[{name}]: {words}\n'],
  ['brackets-own-line.txt', 'Anna', 'Ben', '[{name}]\n{words}\n\n'],
  ['round-roles.txt', 'Interviewer', 'Participant', '({name}) {words}\n'],
  ['time-before-paren.txt', 'Anna', 'Ben', '({time}) {name}: {words}\n'],
  ['time-comma.txt', 'Anna', 'Ben', '{time},456 {name}: {words}\n'],
  ['time-comma-line.txt', 'Anna', 'Ben', '{time},456\n{name}: {words}\n\n'],
  ['time-after-name-paren.txt', 'Anna', 'Ben', '{name} ({time})\n{words}\n\n'],
  ['time-end-of-turn.txt', 'Anna', 'Ben', '{name}: {words} [{time}]\n'],
  ['caps.txt', 'INTERVIEWER', 'MARY JO', '{name}: {words}\n'],
  ['caps-no-colon.txt', 'INTERVIEWER', 'MARY JO', '{name}  {words}\n\n'],
  ['lower.txt', 'interviewer', 'participant 3', '{name}: {words}\n'],
  ['lower-names.txt', 'anna', 'ben', '{name}: {words}\n'],
  ['qa-colon.txt', 'Q', 'A', '{name}: {words}\n'],
  ['int1.txt', 'Interviewer 1', 'Interviewee 1', '{name}: {words}\n'],
  ['label-nl.txt', 'Interviewer', 'Respondent', '{name}:\n{words}\n\n'],
  ['label-nl-tight.txt', 'Anna', 'Ben', '{name}:\n{words}\n'],
  ['zh-wenda.txt', '问', '答', '{name}：{words}\n', chinese],
  ['zh-A.txt', '访谈者', '受访者A', '{name}：{words}\n', chinese],
  ['zh-nl.txt', '访谈者', '受访者', '{name}：\n{words}\n\n', chinese],
  ['zh-halfcolon.txt', '访谈者', '受访者', '{name}:{words}\n', chinese],
  ['zh-names.txt', '王芳', '李小明', '{name}：{words}\n', chinese],
  ['zh-spaced-names.txt', '王　芳', '李小明', '{name}：{words}\n', chinese],
  ['zh-surname-role.txt', '记者', '王女士', '{name}：{words}\n', chinese],
  ['zh-bracket.txt', '问', '答', '【{name}】{words}\n', chinese],
  ['zh-code.txt', 'F', 'S01', '{name}：{words}\n', chinese],
  ['zh-role-paren.txt', '访谈者（李）', '受访者（张，女，35岁）', '{name}：{words}\n', chinese],
  ['ja-shikai.txt', '司会', '田中', '{name}：{words}\n', japanese],
  ['ja-ideographic.txt', '司会', '田中', '{name}　{words}\n', japanese],
  ['ja-ideographic-lead.txt', '司会', '田中', '　{name}　{words}\n\n', japanese],
  ['ja-san.txt', '聞き手', '田中さん', '{name}：{words}\n', japanese],
  ['ja-AB.txt', 'インタビュアー', '回答者A', '{name}：{words}\n', japanese],
  ['ja-kagi.txt', '聞き手', '田中', '{name}「{words}」\n', japanese],
  ['ja-fullwidth-I.txt', 'Ｉ', 'Ｒ', '{name}：{words}\n', japanese],
  ['ja-QA.txt', 'Q', 'A', '{name}．{words}\n', japanese],
  ['ja-star.txt', '聞き手', '田中', '●{name}\n{words}\n\n', japanese],
  ['notta-ja.txt', '話者 1', '話者 2', '{short} {name}\n{words}\n\n', japanese],
  ['xfth-b.txt', '说话人1', '说话人2', '[{time}] {name}：{words}\n', chinese],
  ['feishu3.txt', '张三', '李四', '{name}({time})\n{words}\n\n', chinese],
  ['dingtalk.txt', '张三', '李四', '{name} {time}\n{words}\n', chinese],
  ['trint2.txt', 'Speaker 1', 'Speaker 2', '{name}: [{time}] {words} [8.7s]\n\n'],
  ['rev2.txt', 'Speaker 1', 'Speaker 2', '{name} (0{short}):\n{words}\n\n'],
  ['temi.txt', 'Speaker 1', 'Speaker 2', '{name}:\t0{short}\t{words}\n\n'],
  ['fireflies.txt', 'Anna Lee', 'Ben Ito', '{name}\n0{short}\n{words}\n\n'],
  ['fireflies2.txt', 'Anna Lee', 'Ben Ito', '0{short}\n{name}\n{words}\n\n'],
  ['riverside.txt', 'Anna Lee', 'Ben Ito', '{name} (0{short}.123)\n{words}\n\n'],
  ['descript3.txt', 'Anna Lee', 'Ben Ito', '{name} [{time}]: {words}\n\n'],
  ['happyscribe.txt', 'Speaker 1', 'Speaker 2', '[{time}.470] - {name}\n{words}\n\n'],
  ['amberscript.txt', 'SPEAKER 1', 'SPEAKER 2', '{name} [{time}]\n{words}\n\n'],
  ['whisperx.txt', 'SPEAKER_00', 'SPEAKER_01', '[{name}]: {words}\n'],
  ['whisperx2.txt', 'SPEAKER_00', 'SPEAKER_01', '[{time}.000 --> {next}.000] {name}: {words}\n'],
  ['easytranscript.txt', 'I', 'B', '{name}: {words} #{time}-5#\n\n'],
  ['maxqda-gesprächspartner.txt', 'I1', 'B1', '#{time}# {name}: {words}\n'],
  ['atlasti.txt', 'Anna', 'Ben', '{name}: {words} #{time}-0#\n'],
  ['speaker-comma.txt', 'Interviewer, female', 'Respondent 4, male', '{name}: {words}\n'],
  ['slash.txt', 'INT', 'P1/F', '{name}: {words}\n'],
  ['greater.txt', 'INT', 'RES', '{name}> {words}\n'],
  ['es.txt', 'Entrevistador', 'Entrevistada', '{name}: {words}\n'],
  ['es-PR.txt', 'P', 'R', '{name}.- {words}\n'],
  ['it-DR.txt', 'D', 'R', '{name}: {words}\n'],
  ['fr-nbsp.txt', 'Enquêteur', 'Mme Lefèvre', '{name}\u00a0: {words}\n'],
  ['fr-narrow.txt', 'Enquêteur', 'Mme Lefèvre', '{name}\u202f: {words}\n'],
  ['pt.txt', 'Entrevistadora', 'Seu João', '{name}: {words}\n'],
  ['pl.txt', 'Badacz', 'Respondentka', '{name}: {words}\n'],
  ['nl.txt', 'Interviewer', 'Geïnterviewde', '{name}: {words}\n'],
  ['tr.txt', 'Görüşmeci', 'Katılımcı', '{name}: {words}\n'],
  ['vi.txt', 'Người phỏng vấn', 'Người trả lời', '{name}: {words}\n'],
  ['th.txt', 'ผู้สัมภาษณ์', 'ผู้ให้สัมภาษณ์', '{name}: {words}\n'],
  ['hi.txt', 'साक्षात्कारकर्ता', 'उत्तरदाता', '{name}: {words}\n'],
  ['he.txt', 'מראיין', 'מרואיין', '{name}: {words}\n'],
  ['indent.txt', 'Anna', 'Ben', '    {name}: {words}\n        and more of it\n'],
  ['bullets.txt', 'Anna', 'Ben', '• {name}: {words}\n'],
  ['numbered-turns.txt', 'Anna', 'Ben', '{number}. {name}: {words}\n'],
  ['numbered-turns2.txt', 'Anna', 'Ben', '00{number} {name}: {words}\n'],
  ['numbered-turns3.txt', 'Anna', 'Ben', '[{number}] {name}: {words}\n'],
  ['numbered-turns4.txt', 'Anna', 'Ben', '{number}\t{name}:\t{words}\n'],
  ['quoted-speech.txt', 'Anna', 'Ben', '{name}: “{words}”\n'],
  ['nospace.txt', 'Anna', 'Ben', '{name}:{words}\n'],
  ['spacecolon.txt', 'Anna', 'Ben', '{name} : {words}\n'],
  ['slack.txt', 'anna.lee', 'ben_ito', '{name}  10:0{place} AM\n{words}\n\n'],
  ['name-title-comma.txt', 'Interviewer', 'Anna Lee, PhD', '{name}: {words}\n'],
  ['hash.txt', 'Interviewer', 'Participant #12', '{name}: {words}\n'],
  ['emphasis-outer.md', 'Anna', 'Ben', '**{name}:** {words}\n\n'],
  ['md-h4.md', 'Anna', 'Ben', '#### {name}\n\n{words}\n\n'],
  ['md-quote.md', 'Anna', 'Ben', '> **{name}:** {words}\n\n'],
  ['md-bold-time.md', 'Anna', 'Ben', '**{name}** *[{time}]*: {words}\n\n'],
  ['md-bold-time2.md', 'Anna', 'Ben', '**{name}** [{time}]\n{words}\n\n'],
  ['md-bold-time3.md', 'Anna', 'Ben', '**[{time}] {name}:** {words}\n\n'],
  ['md-em-time-line.md', 'Anna', 'Ben', '*{time}* **{name}**\n\n{words}\n\n'],
];

const withMore: readonly Convention[] = [
  [
    'ja-dash.txt',
    exchange(
      '――',
      '田中',
      (name, words) => (name === '――' ? `${name}${words}\n\n` : `${name}：${words}\n\n`),
      japanese,
    ),
    four('――', '田中'),
  ],
  ['ja-dash-noname.txt', exchange('――', '', (name, words) => `${name}${words}\n\n`, japanese), { '――': 4 }],
  [
    'ja-dash2.txt',
    exchange(
      '——',
      '田中',
      (name, words) => (name === '——' ? `${name} ${words}\n\n` : `${name} ${words}\n\n`),
      japanese,
    ),
    four('——', '田中'),
  ],
  [
    'clova.txt',
    '新規ノート\n2023.03.03 金 10:00 AM ・ 12分30秒\n山田太郎\n\n\n' +
      exchange('参加者 1', '参加者 2', (name, words, place) => `${name} ${short(place)}\n${words}\n\n`, japanese) +
      '\nclovanote.naver.com\n',
    four('参加者 1', '参加者 2'),
  ],
  [
    'clova-ko.txt',
    '새로운 노트\n2023.03.03 금 오전 10:00 ・ 12분 30초\n홍길동\n\n\n' +
      exchange('참석자 1', '참석자 2', (name, words, place) => `${name} ${short(place)}\n${words}\n\n`, [
        '안녕하세요?',
        '네, 좋아요.',
      ]),
    four('참석자 1', '참석자 2'),
  ],
  [
    'notta.txt',
    'Interview\n2023/03/03 10:00\n\n' +
      exchange('Speaker 1', 'Speaker 2', (name, words, place) => `${name} ${clock(place)}\n${words}\n\n`),
    four('Speaker 1', 'Speaker 2'),
  ],
  [
    'xfth.txt',
    '录音转写\n2023-03-03 10:00:00\n\n' +
      exchange('说话人 1', '说话人 2', (name, words, place) => `${name} ${short(place)}\n${words}\n`, chinese),
    four('说话人 1', '说话人 2'),
  ],
  [
    'feishu2.txt',
    '智能会议纪要\n\n2023年3月3日 | 45分钟 12秒\n\n关键词:\n社区、摄像头、安全\n\n文字记录:\n' +
      exchange('张三', '李四', (name, words, place) => `${name} ${short(place)}\n${words}\n`, chinese),
    four('张三', '李四'),
  ],
  [
    'tencent.txt',
    '会议主题：访谈\n会议时间：2023/03/03 10:00-11:00 (GMT+08:00)\n\n' +
      exchange('张三', '李四', (name, words, place) => `${name}(${clock(place)}): ${words}\n\n`, chinese),
    four('张三', '李四'),
  ],
  [
    'otter2.txt',
    exchange('Unknown Speaker', 'Anna Lee', (name, words, place) => `${name}  ${short(place)}\n${words}\n\n`) +
      '\nTranscribed by https://otter.ai',
    four('Unknown Speaker', 'Anna Lee'),
  ],
  [
    'otter-title.txt',
    'Interview with P3\nFri, Mar 3, 2023 10:00AM • 45:12\nSUMMARY KEYWORDS\nwork, night, cameras\nSPEAKERS\nJane Doe, Speaker 2\n\n' +
      exchange('Jane Doe', 'Speaker 2', (name, words, place) => `${name}  ${clock(place).slice(1)}\n${words}\n\n`),
    four('Jane Doe', 'Speaker 2'),
  ],
  [
    'gmeet.txt',
    'Interview (2023-03-03 10:00 GMT) - Transcript\nAttendees\nAnna Lee, Ben Ito\nTranscript\n' +
      exchange('Anna Lee', 'Ben Ito', (name, words) => `${name}: ${words}\n`) +
      'Meeting ended after 00:45:00 👋\n',
    four('Anna Lee', 'Ben Ito'),
  ],
  [
    'gmeet-times.txt',
    'Transcript\n00:00:00\n \n' +
      exchange(
        'Anna Lee',
        'Ben Ito',
        (name, words, place) => `${name}: ${words}\n${place === 3 ? ' \n00:05:00\n \n' : ''}`,
      ),
    four('Anna Lee', 'Ben Ito'),
  ],
  [
    'whispercpp.txt',
    exchange('', '', (_name, words, place) => `[${clock(place)}.000 --> ${clock(place + 1)}.000]   ${words}\n`),
    {},
  ],
  [
    'noscribe.txt',
    'noScribe vers 0.5\n\nS00: hello\nS01: hi\n' + exchange('S00', 'S01', (name, words) => `${name}: ${words}\n`),
    { S00: 5, S01: 5 },
  ],
  [
    'nvivo-table.txt',
    'Timespan\tContent\tSpeaker\n' +
      exchange('Anna', 'Ben', (name, words, place) => `${short(place)}.0 - ${short(place + 1)}.0\t${words}\t${name}\n`),
    four('Anna', 'Ben'),
  ],
  [
    'lineno-pad.txt',
    Array.from(
      { length: 16 },
      (_, place) =>
        `${String(place + 1).padStart(3)}  ${place % 2 ? '      and so on it went' : (place % 4 ? 'R:    ' : 'I:    ') + said[place % 8]}\n`,
    ).join(''),
    { I: 4, R: 4 },
  ],
  ['equals.txt', exchange('INT', 'RES', (name, words) => `${name} = ${words}\n`), {}],
  [
    'mixed-name-case.txt',
    'Anna: Hi?\nBen: yes\nANNA: So?\nBEN: Well.\nAnna: ok?\nBen: fine\n',
    { Anna: 2, Ben: 2, ANNA: 1, BEN: 1 },
  ],
  [
    'jefferson.txt',
    Array.from(
      { length: 12 },
      (_, place) =>
        `${String(place + 1).padStart(2, '0')}  ${place % 2 ? 'Ann' : 'Bob'}:   ${place % 2 ? '(0.4) .hh yeah: ' : 'so:: uhm (.) ↑what'}\n`,
    ).join(''),
    { Bob: 6, Ann: 6 },
  ],
  ['one-exchange.txt', 'Interviewer: How?\nRespondent: So.\n', { Interviewer: 1, Respondent: 1 }],
  ['short-names.txt', 'Anna: Hi?\nBen: Yes.\n', { Anna: 1, Ben: 1 }],
  [
    'long-monologue.txt',
    'Interviewer: Tell me your story.\n\nRespondent: ' +
      Array.from({ length: 40 }, (_, place) => `Paragraph ${place}. It went on and on: that is how it was.`).join(
        '\n\n',
      ) +
      '\n\nInterviewer: Thanks.\n',
    { Interviewer: 2, Respondent: 1 },
  ],
  [
    'narrative-only-R.txt',
    Array.from({ length: 5 }, (_, place) => `Respondent: It was so ${place}.\n\nAnd more.\n\n`).join(''),
    { Respondent: 5 },
  ],
];

function ofTurns([file, first, second, turn, words]: Written): Convention {
  const text = exchange(
    first,
    second,
    (name, spoken, place) => {
      const parts: Readonly<Record<string, string>> = {
        name,
        words: spoken,
        time: clock(place),
        next: clock(place + 1),
        short: short(place),
        shortNext: short(place + 1),
        number: String(place + 1),
        place: String(place),
      };
      return turn.replaceAll(/\{(\w+)\}/g, (_, part: string) => parts[part]!);
    },
    words,
  );
  return [file, text, four(first, second)];
}

/** Text files as people, transcribers and meeting software write them, beyond `conventions`. All invented. */
export const writtenInterviews: readonly Convention[] = [...written.map(ofTurns), ...withMore];
