import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';

const read = (content: string, fileName = 'a.txt') => readTranscript({ fileName, bytes: Buffer.from(content) });
const turnsOf = async (content: string) => {
  const { text, turns } = await read(content);
  return turns.map((turn) => [turn.speaker, turn.time, text.slice(turn.contentStart, turn.end)]);
};

describe('WebVTT', () => {
  const meeting = `WEBVTT - a title
Kind: captions

STYLE
::cue { color: lime }

NOTE spoken by nobody
over two lines

7f-0
00:01.000 --> 00:02.500 align:start position:10%
<v.loud Mary Ann>Well &amp; good,
<i>is</i> it?</v>

00:02.500 --> 00:04.000
<v Mary Ann>1 &lt; 2 < 3.</v>

NOTE
again

2
01:00:04.000 --> 01:00:05.000
<v Jörg><c.yellow>Ja.</c> <00:00:04.500>Gut.</v>
`;
  test('voices are turns, what is not speech is left out, whatever the line ends, the mark and the name of the file', async () => {
    for (const content of [meeting, `\ufeff${meeting.replaceAll('\n', '\r\n')}`, meeting.replaceAll('\n', '\r')]) {
      const file = await read(content);
      expect(file).toMatchObject({ format: 'vtt', pattern: 'segments' });
      expect(file.text).toBe('Mary Ann: Well & good, is it? 1 < 2 < 3.\nJörg: Ja. Gut.');
      expect(file.turns).toEqual([
        { start: 0, contentStart: 10, end: 40, speaker: 'Mary Ann', time: 1 },
        { start: 41, contentStart: 47, end: 55, speaker: 'Jörg', time: 3604 },
      ]);
    }
  });

  test('two voices in a cue, a cue without words, entities by number', async () => {
    expect(
      await turnsOf(
        'WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>one</v><v B>&#x4f60;&#22909;</v>\n\n00:02.000 --> 00:03.000\n\n',
      ),
    ).toEqual([
      ['A', 1, 'one'],
      ['B', 1, '你好'],
    ]);
  });

  test('names written into the words, as meeting software does, lower-case ones and ones with brackets too', async () => {
    const said = ['stokes: Hi.', 'stokes: There: yes.', 'Jo Ng (Besu): Hm?', 'x y: ok', 'stokes: Bye.'];
    const cues = said.map((line, place) => `${place + 1}\n00:0${place}.000 --> 00:0${place}.900\n${line}\n`).join('\n');
    expect(await turnsOf(`WEBVTT\n\n${cues}`)).toEqual([
      ['stokes', 0, 'Hi. There: yes.'],
      ['Jo Ng (Besu)', 2, 'Hm?'],
      ['x y', 3, 'ok'],
      ['stokes', 4, 'Bye.'],
    ]);
  });

  test('rolling captions give each line once', async () => {
    const rolling = `WEBVTT

00:00:00.000 --> 00:00:02.000
so<00:00:00.500><c> we</c>

00:00:02.000 --> 00:00:02.010
so we

00:00:02.010 --> 00:00:04.000
so we
went<00:00:03.000><c> out</c>`;
    expect((await read(rolling)).text).toBe('so we\nwent out');
  });

  test('without its header, or with nothing after it', async () => {
    expect(await read('00:01.000 --> 00:02.000\nword')).toMatchObject({ format: 'vtt', text: 'word' });
    await expect(read('WEBVTT\n\nNOTE nothing')).rejects.toMatchObject({ code: 'file_empty' });
  });
});

describe('SubRip and its kin', () => {
  test('cues without a name go on with the turn; blank lines and missing counters do no harm', async () => {
    const cues = `1
00:00:01,000 --> 00:00:02,000 X1:10 X2:20
<font color="red">Interviewer: {\\an8}How</font>

2
00:00:02,000 --> 00:00:03,000
are you?

still?
00:00:04,000 --> 00:00:05,000
Respondent: Fine.
4
00:00:05,000 --> 00:00:06,000
Interviewer: Good.`;
    expect((await read(cues)).format).toBe('srt');
    expect(await turnsOf(cues)).toEqual([
      ['Interviewer', 1, 'How are you? still?'],
      ['Respondent', 4, 'Fine.'],
      ['Interviewer', 5, 'Good.'],
    ]);
  });

  test('a number somebody says is no counter, with a blank line before the times or none', async () => {
    const spoken = (between: string) =>
      `1\n00:00:01,000 --> 00:00:02,000\nAnn: it was in\n1984\n${between}00:00:03,000 --> 00:00:04,000\nBo: oh\n`;
    for (const between of ['', '\n2\n', '2\n'])
      expect((await read(spoken(between))).text, between).toBe('Ann: it was in 1984\nBo: oh');
  });

  test('times may have microseconds', async () => {
    const content = '1\n00:00:01,500000 --> 00:00:02,000000\nAnn: one\n\n2\n00:00:03,250000 --> 00:00:04,0\nBo: two\n';
    expect(await turnsOf(content)).toEqual([
      ['Ann', 1.5, 'one'],
      ['Bo', 3.25, 'two'],
    ]);
  });

  test('without names every cue is a turn with its time; dashes and arrows change the speaker', async () => {
    expect(
      await turnsOf(
        '1\n00:00:01,000 --> 00:00:02,000\n今天\n天气好。\n真的\n\n2\n00:00:02,000 --> 00:00:03,000\n- yes\n- no',
      ),
    ).toEqual([
      [null, 1, '今天 天气好。真的'],
      [null, 2, '- yes'],
      [null, 2, '- no'],
    ]);
  });

  test('names behind arrows and in brackets; sounds in brackets are no names', async () => {
    const cues = (lines: readonly string[]) =>
      lines.map((line, place) => `00:00:0${place},000 --> 00:00:0${place},900\n${line}\n`).join('\n');
    expect(
      await turnsOf(cues(['>> ANN: one', 'two', '>> BO: three', '>> four', '>> ANN: five', '>> BO: six'])),
    ).toEqual([
      ['ANN', 0, 'one two'],
      ['BO', 2, 'three'],
      [null, 3, '>> four'],
      ['ANN', 4, 'five'],
      ['BO', 5, 'six'],
    ]);
    expect(await turnsOf(cues(['[Ann] one', '[Bo] two', '[Music]', '[Ann] three', '[Music]', '[Bo] four']))).toEqual([
      ['Ann', 0, 'one'],
      ['Bo', 1, 'two [Music]'],
      ['Ann', 3, 'three [Music]'],
      ['Bo', 5, 'four'],
    ]);
  });

  test('a sentence with a colon is no name, however many cues begin with one', async () => {
    const words = 'There are two things: the noise, and the money.';
    const said = [`Ann: ${words}`, `Ben: ${words}`, words, `Ann: ${words}`, `Ben: ${words}`];
    const cues = said.map((text, place) => `${place + 1}\n00:00:0${place},000 --> 00:00:0${place + 1},000\n${text}\n`);
    const { speakers } = await readTranscript({ fileName: 'a.srt', bytes: Buffer.from(cues.join('\n')) });
    expect(speakers.map(({ name, turns }) => [name, turns])).toEqual([
      ['Ann', 2],
      ['Ben', 2],
    ]);
  });

  test('may stand below a note of any length', async () => {
    const note = 'NOTE made by hand\nfrom the recording\nof the second day\nin two parts\n\n';
    const cues = '1\n00:00:01,000 --> 00:00:02,000\nAnn: one\n\n2\n00:00:03,000 --> 00:00:04,000\nBo: two\n';
    expect(await turnsOf(`${note}${cues}`)).toEqual([
      ['Ann', 1, 'one'],
      ['Bo', 3, 'two'],
    ]);
  });

  test('paired times (SBV)', async () => {
    expect(await turnsOf('0:00:01.000,0:00:02.000\none\n\n0:01:02.500,0:01:04.000\ntwo\n')).toEqual([
      [null, 1, 'one'],
      [null, 62.5, 'two'],
    ]);
  });

  test('an arrow in a talk makes no captions of it', async () => {
    const talk = 'I: How?\nR: Like this:\n00:01 and so on --> there\nI: And?\nR: That.';
    expect(await read(talk)).toMatchObject({ format: 'text', text: talk });
    const timed =
      '[00:00:01.000 --> 00:00:02.000] one\n[00:00:02.000 --> 00:00:03.000] two\n[00:00:03.000 --> 00:00:04.000] three';
    expect(await read(timed)).toMatchObject({ format: 'text', text: timed });
  });
});

describe('hostile captions', () => {
  test('a line of twelve thousand characters, tags without end, control characters', async () => {
    const long = 'ab '.repeat(4000).trim();
    const cue = (words: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${words}\n`;
    expect((await read(cue(long))).text).toBe(long);
    expect((await read(cue('<v '.repeat(20_000)))).text).toBe('<v '.repeat(20_000).trim());
    expect((await read(cue('a\u0001b'))).text).toBe('a\u0001b');
  });

  test('a hundred thousand cues of one speaker are one turn', async () => {
    const cues = Array.from({ length: 100_000 }, (_, place) => `${place}\n00:00:01,000 --> 00:00:02,000\nA: x\n`);
    const { turns, text } = await read(cues.join('\n'));
    expect(turns).toHaveLength(1);
    expect(text.length).toBe(3 + 2 * 100_000 - 1);
  });
});
