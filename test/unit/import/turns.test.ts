import { describe, expect, test } from 'vitest';
import { acceptedLabels } from '../../../shared/import/turns/accepted-labels.ts';
import { secondsOfTime } from '../../../shared/import/turns/clock-time.ts';
import type { Label } from '../../../shared/import/turns/label.ts';
import { parseTurns, patternNames } from '../../../shared/import/turns/parse-turns.ts';
import { roleOfWord } from '../../../shared/import/turns/role-words.ts';

/** Each turn as `speaker|words`. */
function said(text: string, options: { pattern?: string } = {}): string[] {
  return parseTurns(text, options).turns.map((turn) => `${turn.speaker}|${text.slice(turn.contentStart, turn.end)}`);
}

function roles(text: string): Record<string, string> {
  return Object.fromEntries(parseTurns(text).speakers.map((speaker) => [speaker.name, speaker.role]));
}

describe('what is no label', () => {
  test('notes, addresses, times and phrases inside speech', () => {
    const text =
      'Mel: He said: "no".\nAnd then: nothing.\nNote: this is hard.\nTerri: see http://a.b\nhttp://a.b at 12:30: yes\nMel: Yes\nAnd then: more\nTerri: OK\nThere are two things: one and two.';
    expect(parseTurns(text).speakers.map((speaker) => speaker.name)).toEqual(['Mel', 'Terri']);
  });

  test('an essay has no turns', () => {
    expect(parseTurns('An essay.\nThere are some: one.\n\nNote: a.\nNote: b.\n\nAt 12:30 it ended: fine.')).toEqual({
      turns: [],
      speakers: [],
      pattern: 'none',
    });
    expect(parseTurns('这是一篇文章。\n我的意思是：没有。\n第一：好。\n第二：不好。\n第一：好。').pattern).toBe('none');
    expect(parseTurns('').pattern).toBe('none');
  });

  test('Chinese phrases before a colon in an interview', () => {
    expect(said('问：他怎么说？\n答：我的意思是：不行。\n首先：太贵。\n问：然后呢？\n答：比如：这个。')).toEqual([
      '问|他怎么说？',
      '答|我的意思是：不行。\n首先：太贵。',
      '问|然后呢？',
      '答|比如：这个。',
    ]);
  });
});

describe('what stands around the talk', () => {
  test('a header that names the people is no turn, with and without a blank line below it', () => {
    const header = 'Date: 12 May 2020\nInterviewer: Jane Doe\nRespondent: P07\nLocation: Leeds\n';
    const talk = 'Interviewer: How?\nRespondent: So.\nInterviewer: Why?\nRespondent: Thus.';
    const turns = ['Interviewer|How?', 'Respondent|So.', 'Interviewer|Why?', 'Respondent|Thus.'];
    expect(said(`${header}\n${talk}`)).toEqual(turns);
    expect(said(header + talk)).toEqual(turns);
  });

  test('a list of participants is no turn; who speaks once still is a speaker', () => {
    const text =
      'Participants:\n\n- Anna: teacher\n- Ben: nurse\n\nModerator: Welcome.\n\nAnna: Hi.\n\nModerator: Ben?\n\nBen: Hello. My point: none.\n\nModerator: Others?\n\nCarla: Me.\n\nAnna: OK';
    expect(said(text)).toEqual([
      'Moderator|Welcome.',
      'Anna|Hi.',
      'Moderator|Ben?',
      'Ben|Hello. My point: none.',
      'Moderator|Others?',
      'Carla|Me.',
      'Anna|OK',
    ]);
  });

  test('headings, rules, quotes and closing words end a turn; later words without a label belong to nobody', () => {
    const text =
      'I: One?\n\nR: Two.\n\n# Part two\n\nI: Three?\n\nR: Four.\n\n> (laughter)\n\nI: Five?\n\nR: Six.\n\n[End of interview]\n\n---\nTranscribed by Jo';
    expect(said(text)).toEqual(['I|One?', 'R|Two.', 'I|Three?', 'R|Four.', 'I|Five?', 'R|Six.']);
  });

  test('several paragraphs belong to one turn, blanks at its end do not', () => {
    expect(said('I: One?  \n\nR: Two.\n\nStill two.\u3000\n\nI: Three?\nR:\nFour.\n\n')).toEqual([
      'I|One?',
      'R|Two.\n\nStill two.',
      'I|Three?',
      'R|Four.',
    ]);
  });

  test('printed line numbers stay outside the label', () => {
    const body = ['I: One', 'more?', '', 'R: Two', '', 'I: Three?', '', 'R: Four', '', 'I: Five?', '', 'R: Six'];
    const text = body.map((line, number) => `${String(number + 1).padStart(4)}  ${line}`).join('\n');
    const { turns } = parseTurns(text);
    expect(turns.map((turn) => text.slice(turn.start, turn.start + 2))).toEqual(['I:', 'R:', 'I:', 'R:', 'I:', 'R:']);
    expect(text.slice(turns[0]!.contentStart, turns[0]!.end)).toBe('One\n   2  more?');
    expect(text.slice(turns[1]!.contentStart, turns[1]!.end)).toBe('Two');
  });

  test('an empty turn keeps its label', () => {
    const text = 'I: One?\nR:\nI: Two?\nR: Yes.';
    const turn = parseTurns(text).turns[1]!;
    expect([turn.speaker, turn.contentStart, turn.end]).toEqual(['R', 10, 10]);
  });
});

describe('names', () => {
  test('Name（SA） is the speaker SA', () => {
    expect(
      parseTurns('Shaun Apps（SA）：好。\n\nJeremy（JR）：好。\n\nSA：请。\n\nJR：好。\n\nSA：完。').speakers,
    ).toMatchObject([
      { name: 'SA', turns: 3 },
      { name: 'JR', turns: 2 },
    ]);
  });

  test('numbers of questions are not people, numbers of participants are', () => {
    expect(Object.keys(roles('Q1: a?\nA1: b.\nQ2: c?\nA2: d.'))).toEqual(['Q', 'A']);
    expect(Object.keys(roles('I: a?\nP1: b.\nI: c?\nP2: d.\nP1: e.'))).toEqual(['I', 'P1', 'P2']);
  });

  test('a dash is the interviewer of a magazine', () => {
    const text = '――最初の質問です。\n\n野村：はい。\n\n――では。\n\n野村：どうぞ。\n\n――以上です。\n\n野村：どうも。';
    expect(roles(text)).toEqual({ '――': 'interviewer', 野村: 'respondent' });
  });

  test('bold questions and a time above the label', () => {
    expect(said('**Q: What?**\n\nA: So.\n\n**Q: Why?**\n\nA: Thus.')).toEqual([
      'Q|What?**',
      'A|So.',
      'Q|Why?**',
      'A|Thus.',
    ]);
    const { turns } = parseTurns('[00:00:05]\nI: Hi?\n\n[00:01:09]\nR: Yes.\n\n[01:00:12]\nI: So?');
    expect(turns.map((turn) => [turn.start, turn.time])).toEqual([
      [0, 5],
      [19, 69],
      [39, 3612],
    ]);
  });
});

describe('roles', () => {
  test('by words in several languages', () => {
    for (const word of ['Interviewer 2', 'INT', 'Ｑ', '访问者', '訪', '聞き手', '主持人', '면접자', 'Moderatorin']) {
      expect([word, roleOfWord(word)]).toEqual([word, 'interviewer']);
    }
    for (const word of ['Respondent', 'P03', '受访者A', '回答者', '答', 'Ａ', '응답자', 'Participant #3']) {
      expect([word, roleOfWord(word)]).toEqual([word, 'respondent']);
    }
    for (const word of ['Terri', '张三', '野村', 'MEL CHUA']) expect([word, roleOfWord(word)]).toEqual([word, null]);
  });

  test('by manner where names tell nothing: who asks interviews', () => {
    expect(
      roles('MEL: And how was that?\n\nTERRI: Long and hard to say.\n\nMEL: Why?\n\nTERRI: Because it was.'),
    ).toEqual({
      MEL: 'interviewer',
      TERRI: 'respondent',
    });
    expect(roles('Terri: Let me begin.\n\nMel: What is it?\n\nTerri: A lot of things.\n\nMel: Such as?')).toEqual({
      Terri: 'respondent',
      Mel: 'interviewer',
    });
  });

  test('one named interviewer makes the others respondents', () => {
    expect(roles('Moderator: Hi.\nAnna: Hi?\nModerator: So.\nBen: So?\nAnna: Well.')).toEqual({
      Moderator: 'interviewer',
      Anna: 'respondent',
      Ben: 'respondent',
    });
  });
});

describe('times', () => {
  test.each([
    ['[00:01:23]', 83],
    ['（01:05）', 65],
    ['1:00:00', 3600],
    ['#00:00:05-3#', 5.3],
    ['00:00:01.250 - 00:00:03.000', 1.25],
    ['00:00:01,5', 1.5],
    ['none', null],
  ])('%s', (written, seconds) => expect(secondsOfTime(written)).toBe(seconds));
});

test('a pattern asked for is used even where another fits better', () => {
  const text = '[00:05] Anna: Hi.\n[00:09] Ben: Ho.\n[00:12] Anna: So?\n[00:15] Ben: No.';
  expect(parseTurns(text).pattern).toBe('name-colon');
  expect(said(text, { pattern: 'time-only' })).toEqual([
    'null|Anna: Hi.',
    'null|Ben: Ho.',
    'null|Anna: So?',
    'null|Ben: No.',
  ]);
  expect(patternNames).toContain('time-only');
});

describe('large and wide texts', () => {
  test('wide gaps of typewritten columns are read as fast as narrow ones', () => {
    const gap = ' '.repeat(110);
    const text = Array.from({ length: 4000 }, (_, line) => `${line % 2 === 0 ? 'Jane' : 'Tom'}${gap}So we go on.`).join(
      '\n',
    );
    const { turns, pattern } = parseTurns(text);
    expect([turns.length, pattern]).toEqual([4000, 'name-gap']);
  });

  test('names beyond count: those that come back are speakers, as is who is named in brackets', () => {
    const names = Array.from({ length: 130_000 }, (_, place) => `and so on ${place} (Mel)`);
    const label = (speaker: string, lineNumber: number): Label => ({
      lineNumber,
      start: 0,
      after: 0,
      speaker,
      time: null,
      emphasised: false,
    });
    const labels = ['Mel', 'Tom', 'Mel', 'Tom', 'SHAUN APPS (Tom)', ...names].map(label);
    const lines = labels.map(() => ({ bodyStart: 0, bodyEnd: 1, blanksBefore: 0 }));
    const accepted = acceptedLabels(labels, { lines, possibleTurns: lines.length, isTelling: true });
    expect(new Set(accepted.map(({ speaker }) => speaker))).toEqual(new Set(['Mel', 'Tom']));
    expect(accepted.length).toBe(labels.length);
  });
});
