import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';
import { builtDocx, paragraph, run } from '../support/built-docx.ts';
import { captionInterviews } from '../support/interviews/caption-interviews.ts';
import type { Convention } from '../support/exchanges.ts';
import { meetingInterviews } from '../support/interviews/meeting-interviews.ts';
import { noInterviews } from '../support/interviews/no-interviews.ts';
import { officeInterviews } from '../support/interviews/office-interviews.ts';
import { serviceInterviews } from '../support/interviews/service-interviews.ts';
import { conventions } from '../support/interviews/transcript-conventions.ts';
import { wordInterviews } from '../support/interviews/word-interviews.ts';
import { writtenInterviews } from '../support/interviews/written-interviews.ts';

/** Files in which nobody speaks, however many colons there are. */
const noSpeakers: readonly (readonly [name: string, text: string])[] = [
  [
    'essay.txt',
    'The matter is simple: nobody cares.\n\nThere are three reasons: money, time, and will.\n\nNote: this is a draft.\n\nHe said: "I will go." She answered: "No."\n\nIn short: it failed.\n',
  ],
  [
    'essay-md.md',
    '# Notes\n\n## Method: how we did it\n\n**Sampling:** we asked 20 people.\n\n**Coding:** two coders.\n\n**Analysis:** by themes.\n\n## Results\n\n**Sampling:** fine.\n',
  ],
  [
    'fieldnotes.txt',
    'Date: 3 March\nWeather: rain\nPlace: market\nMood: tired\n\nThe market was empty. One vendor said: come back later. I noted: prices up.\n\nTime: 14:00\nPlace: station\n',
  ],
  [
    'recipe.txt',
    'Ingredients: flour, milk\nTime: 20 minutes\nStep 1: mix.\nStep 2: bake.\nStep 3: eat.\nTip: use butter.\nStep 4: clean.\n',
  ],
  [
    'novel.txt',
    'Chapter 1\n\nIt was late. Anna said: "Go."\nBen: he never listened.\n\nThen it rained.\n\nChapter 2\n\nAnna thought: no.\n',
  ],
  [
    'zhnews.txt',
    '中新网3月3日电：记者获悉，会议召开。\n专家表示：形势良好。\n市民王先生说：很满意。\n专家表示：还要努力。\n据了解：会议持续三天。\n',
  ],
  ['poem.txt', 'Oh love:\nthe sea is wide.\n\nOh love:\nthe sky is high.\n\nOh hate:\nbe gone.\n'],
  [
    'minutes.txt',
    'Minutes of the meeting\n\nPresent: A. Smith, B. Jones\nApologies: C. Brown\n\n1. Welcome: The chair opened the meeting.\n\n2. Finance: The treasurer reported.\n\n3. AOB: None.\n\nAction: Smith to write.\nAction: Jones to call.\n\nNext meeting: 4 May\n',
  ],
  [
    'article.txt',
    'Abstract\n\nWe study trust. Methods: interviews. Results: mixed.\n\nIntroduction\n\nTrust matters.\n\nMethods\n\nWe asked 20 people.\n\nResults\n\nParticipants: mostly women.\n\nDiscussion\n\nFine.\n',
  ],
  [
    'email.txt',
    'From: Jane Doe <j@x.org>\nTo: Bob\nSubject: Re: interview\nDate: Mon, 3 Mar 2023\n\nDear Bob,\n\nThanks: it was great.\n\nBest,\nJane\n\nFrom: Bob\nTo: Jane\nSubject: interview\n\nHi Jane,\n\nOK.\n',
  ],
  [
    'glossary.txt',
    'Anchor: a place in a text.\nCode: a label.\nCoder: who codes.\nMemo: a note.\nUnit: what is counted.\n',
  ],
  [
    'cv.txt',
    'Name: Jane\nAddress: Leeds\nEducation: BA\nExperience: 2010-2015: teacher\n2015-2020: nurse\nSkills: many\n',
  ],
  [
    'bible.txt',
    'Genesis 1:1 In the beginning\nGenesis 1:2 And the earth\nGenesis 1:3 And God said: let there be light.\n',
  ],
  ['list.txt', 'Pros:\n- cheap\n- quick\nCons:\n- ugly\n- slow\nPros:\n- one more\n'],
  ['diary.txt', 'Monday: rain.\nTuesday: sun.\nWednesday: rain.\nMonday: rain again.\nTuesday: sun again.\n'],
  ['zhdiary.txt', '今天的天气：晴。\n上午：开会。\n下午：写作。\n上午：休息。\n下午：开会。\n'],
  [
    'zhess.txt',
    '一、背景：近年来。\n二、方法：访谈。\n三、结果：不错。\n原因：很多。\n影响：很大。\n原因：再说。\n影响：不明。\n',
  ],
  ['jaess.txt', '背景：近年。\n方法：面接。\n結果：よい。\n課題：多い。\n背景：再び。\n課題：もっと。\n'],
  [
    'md-defs.md',
    '# Guide\n\n**Warm-up:** ask names.\n\n**Main part:** ask about cameras.\n\n**Probe:** why?\n\n**Probe:** when?\n\n**Closing:** thanks.\n',
  ],
  [
    'guide.txt',
    '1. Opening: How long have you lived here?\n   Probe: why here?\n2. Cameras: What do you think?\n   Probe: at home?\n   Probe: at work?\n3. Closing: Anything else?\n',
  ],
  ['lines.txt', 'Yes\nIt is so.\nNo\nIt is not.\nYes\nReally.\nNo\nNever.\n'],
  [
    'numberslist.txt',
    '1. Item number 0: text of it\n2. Item number 1: text of it\n3. Item number 2: text of it\n4. Item number 3: text of it\n5. Item number 4: text of it\n6. Item number 5: text of it\n7. Item number 6: text of it\n8. Item number 7: text of it\n9. Item number 8: text of it\n10. Item number 9: text of it',
  ],
  ['times.txt', 'We met at 10:30: all were there.\nAt 11:00: lunch.\nAt 12:00: end.\n'],
  ['quotes.txt', '"Well," she said: "no."\n"But," he said: "yes."\n"Well," she said: "never."\n'],
  ['url.txt', 'See https://a.b/c: good.\nSee https://a.b/d: bad.\nhttp://x.y: z\n'],
  [
    'yt.srv.json',
    '{"events":[{"tStartMs":0,"dDurationMs":1000,"segs":[{"utf8":"hi "},{"utf8":"there"}]},{"tStartMs":1000,"dDurationMs":1000,"segs":[{"utf8":"yes"}]}]}',
  ],
];

async function turnsOf(fileName: string, bytes: Uint8Array): Promise<Record<string, number>> {
  const { speakers } = await readTranscript({ fileName, bytes });
  return Object.fromEntries(speakers.map(({ name, turns }) => [name, turns]));
}

describe('speakers by the ways people write them', () => {
  test.each(conventions)('%s', async (name, text, turns) => {
    expect(await turnsOf(name, Buffer.from(text))).toEqual(turns);
  });

  test('Mac Roman with carriage returns', async () => {
    const text =
      'Interviewer: How was it, Ren\x8e?\rRespondent: \xd2Fine\xd3.\rInterviewer: Why\xc9?\rRespondent: It\xd5s caf\x8e.\r';
    const file = await readTranscript({ fileName: 'old.txt', bytes: Buffer.from(text, 'latin1') });
    expect(file.text).toContain('Interviewer: How was it, René?\nRespondent: “Fine”.\n');
    expect(file.speakers.map(({ turns }) => turns)).toEqual([2, 2]);
  });

  const cell = (text: string): string =>
    `<w:tc>${text
      .split('|')
      .map((line) => paragraph(run(line)))
      .join('')}</w:tc>`;
  const table = (...rows: readonly (readonly string[])[]): string =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
  const said = [
    ['Jane Doe', 'So thanks.'],
    ['Bob Smith', 'Sure: it is.'],
    ['Jane Doe', 'How long?'],
    ['Bob Smith', 'Ten years.'],
  ] as const;
  const bold = (text: string): string => run(text, '<w:b/>');
  test.each([
    [
      'bold names on lines of their own',
      said.map(([name, words]) => paragraph(bold(name)) + paragraph(run(words))).join(''),
    ],
    [
      'bold names before a line break',
      said.map(([name, words]) => paragraph(bold(name), '<w:r><w:br/></w:r>', run(words))).join(''),
    ],
    [
      'name and time before a line break',
      said
        .map(([name, words], place) => paragraph(bold(name), run(`   0:0${place}`), '<w:r><w:br/></w:r>', run(words)))
        .join(''),
    ],
    [
      'a table with a head',
      table(
        ['Time', 'Speaker', 'Text'],
        ...said.map(([name, words], place) => [`00:0${place}`, name, `${words}|And more.`]),
      ),
    ],
    ['a table with notes', table(['Speaker', 'Text', 'Notes'], ...said.map((row) => [...row, '']))],
    ['a numbered table', table(...said.map((row, place) => [String(place + 1), ...row, 'theme']))],
    ['a table of labels', table(...said.map(([name, words]) => [`${name}:`, words]))],
  ])('Word: %s', async (_, body) => {
    expect(await turnsOf('interview.docx', await builtDocx(body))).toEqual({ 'Jane Doe': 2, 'Bob Smith': 2 });
  });
});

describe.each<readonly [kind: string, interviews: readonly Convention[]]>([
  ['text as people and programs write it', writtenInterviews],
  ['Word', wordInterviews],
  ['OpenDocument, RTF, HTML', officeInterviews],
  ['captions', captionInterviews],
  ['lists and tables of services', serviceInterviews],
  ['meetings and the programs around them', meetingInterviews],
])('%s', (_kind, interviews) => {
  test.each(interviews.map(([name, ...rest]) => ({ name, rest })))(
    '$name',
    async ({ name, rest: [content, turns, first] }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : await content();
      const file = await readTranscript({ fileName: name, bytes });
      expect(Object.fromEntries(file.speakers.map((speaker) => [speaker.name, speaker.turns]))).toEqual(turns);
      if (first === undefined) return;
      const { contentStart, end, time } = file.turns[0]!;
      expect([file.text.slice(contentStart, end), time]).toEqual(first);
    },
  );
});

describe('texts nobody speaks in', () => {
  test.each(noInterviews)('%s', async (name, content) => {
    expect(await turnsOf(name, typeof content === 'string' ? Buffer.from(content) : await content())).toEqual({});
  });

  test.each(noSpeakers)('%s', async (name, text) => {
    expect(await turnsOf(name, Buffer.from(text))).toEqual({});
  });
});

test('a time behind the label, below it or above it is its time, and no word of the turn', async () => {
  const texts = [
    '讲话人1：\n[00:00:03] 谢谢。\n讲话人2：\n[00:00:12] 好。\n讲话人1：\n[00:00:23] 然后？\n讲话人2：\n[00:00:32] 没了。\n',
    'Jane Doe\n00:03\nSo thanks.\n\nBob Smith\n00:12\nSure.\n\nJane Doe\n00:20\nHow?\n\nBob Smith\n00:22\nSo.\n',
    '0:0:3.0 --> 0:0:9.120\nJane Doe\nSo thanks.\n0:0:12.0 --> 0:0:14.1\nBob Smith\nSure.\n0:0:20.0 --> 0:0:21.1\nJane Doe\nHow?\n0:0:22.0 --> 0:0:24.1\nBob Smith\nSo.\n',
  ];
  for (const text of texts) {
    const file = await readTranscript({ fileName: 'a.txt', bytes: Buffer.from(text) });
    expect(file.turns.slice(0, 2).map(({ time }) => time)).toEqual([3, 12]);
    expect(file.text.slice(file.turns[0]!.contentStart, file.turns[0]!.end)).toMatch(/^(?:谢谢。|So thanks\.)$/);
  }
});

test('numbers of every fifth line are no part of a name', async () => {
  const lines = Array.from({ length: 40 }, (_, at) =>
    at % 3 === 2 ? 'and so on' : at % 2 ? 'R: I do that' : 'I: And why do you',
  );
  const text = lines.map((line, at) => `${(at + 1) % 5 === 0 ? String(at + 1).padEnd(5) : '     '}${line}`).join('\n');
  expect(Object.keys(await turnsOf('a.txt', Buffer.from(text)))).toEqual(['I', 'R']);
});
