import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../../electron/core/import/read-transcript.ts';

const read = (text: string, speakerPattern: string) =>
  readTranscript({ fileName: 'a.txt', bytes: Buffer.from(text), speakerPattern });
const turnsOf = async (text: string, pattern: string) => {
  const file = await read(text, pattern);
  return file.turns.map((turn) => [turn.speaker, turn.time, file.text.slice(turn.contentStart, turn.end)]);
};

describe('the user’s own label pattern', () => {
  const text = 'Date: today\nMs A >> one\nmore\n\nMr B >> two';
  test('the name is its group, else all of the match; every match counts, nothing else does', async () => {
    const wanted = [
      ['Ms A', null, 'one\nmore'],
      ['Mr B', null, 'two'],
    ];
    expect(await turnsOf(text, '(M[rs]+ \\p{Lu}) >>')).toEqual(wanted);
    expect(await turnsOf(text, '(?<speaker>M[rs]+ .) >>')).toEqual(wanted);
    expect(await turnsOf(text, 'M[rs]+ .(?= >>)')).toEqual([
      ['Ms A', null, '>> one\nmore'],
      ['Mr B', null, '>> two'],
    ]);
    expect(await turnsOf('[Ann]: x\n[Bo]: y', '\\[\\w+\\]:')).toEqual([
      ['Ann', null, 'x'],
      ['Bo', null, 'y'],
    ]);
    expect((await read(text, 'nobody')).turns).toEqual([]);
    expect((await read(text, '(M[rs]+ .) >>')).pattern).toBe('own');
  });

  test('a group gives the time', async () => {
    expect(await turnsOf('01:05 A| x\n02:00 B| y', '(?<time>\\d\\d:\\d\\d) (?<speaker>\\w)\\|')).toEqual([
      ['A', 65, 'x'],
      ['B', 120, 'y'],
    ]);
  });

  test('what is no expression, and one that would run for ever, end in words', async () => {
    await expect(read(text, '(')).rejects.toMatchObject({
      code: 'speaker_pattern',
      params: { pattern: '(', reason: 'syntax' },
    });
    await expect(read(text, ' ')).rejects.toMatchObject({ code: 'speaker_pattern' });
    await expect(read(`${'a'.repeat(60)}!`, '(a+)+$')).rejects.toMatchObject({
      code: 'speaker_pattern',
      params: { reason: 'slow' },
    });
  });
});
