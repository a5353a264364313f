import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../../electron/core/import/read-transcript.ts';
import { ownThreadFrom, readFile } from '../../../electron/core/jobs/read-file.ts';

const line = 'Interviewer: How was it, then?\nRespondent: It was good — 很好。\n';
const large = Buffer.from(line.repeat(Math.ceil((ownThreadFrom + 1) / Buffer.byteLength(line))));

describe('reading a large file', () => {
  test('gives what reading in place gives, and leaves the thread free', async () => {
    const file = { fileName: 'a.txt', bytes: large };
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 1);
    const apart = await readFile(file);
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(3);
    expect(apart).toEqual(await readTranscript(file));
    expect(file.bytes.length).toBe(large.length);
  });

  test('errors come back as they are', async () => {
    await expect(readFile({ fileName: 'a.txt', bytes: Buffer.alloc(ownThreadFrom + 1, 0x20) })).rejects.toMatchObject({
      name: 'VerbatimError',
      code: 'file_empty',
      params: { file: 'a.txt' },
    });
  });

  test('an abort ends it, before it begins and on the way', async () => {
    const cancelled = { code: 'cancelled' };
    await expect(readFile({ fileName: 'a.txt', bytes: large }, { aborted: true })).rejects.toMatchObject(cancelled);
    const signal = { aborted: false };
    const reading = readFile(
      { fileName: 'a.txt', bytes: Buffer.concat(Array.from({ length: 12 }, () => large)) },
      signal,
    );
    signal.aborted = true;
    await expect(reading).rejects.toMatchObject(cancelled);
  });
});
