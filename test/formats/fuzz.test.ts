import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openContainer } from '../../electron/core/import/container.ts';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';
import { builtZip } from '../support/built-docx.ts';

const folder = fileURLToPath(new URL('../../../shared/transcripts/', import.meta.url));
const cases = 60;

/** The same numbers every time (Park and Miller's generator). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** A copy with some bytes changed, a stretch cut out, doubled or moved, or the end cut off. */
function mutated(bytes: Buffer, seed: number): Buffer {
  const random = numbers(seed);
  const below = (limit: number): number => Math.floor(random.next().value * limit);
  const copy = Buffer.from(bytes);
  const at = below(bytes.length);
  const length = 1 + below(200);
  const kind = below(5);
  if (kind === 0) return copy.subarray(0, at);
  if (kind === 1) return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
  if (kind === 2) return Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]);
  const marks = '<>{}[]"\\:&;,\n\t\0\u00ff';
  for (let left = 1 + below(8); left > 0; left--) {
    copy[below(copy.length)] = kind === 3 ? below(256) : marks.charCodeAt(below(marks.length));
  }
  return copy;
}

/** The container written again with one part changed: a broken zip alone would only ever try the zip reader. */
async function withPart(bytes: Buffer, part: string, change: (content: Buffer) => Buffer): Promise<Buffer> {
  const container = await openContainer(bytes);
  const entries: Record<string, Buffer> = {};
  for (const name of container.names) {
    const pieces: Uint8Array[] = [];
    await container.read(name, (piece) => void pieces.push(piece));
    const content = Buffer.concat(pieces);
    entries[name] = name === part ? change(content) : content;
  }
  return builtZip(entries);
}

const parts: Readonly<Record<string, string>> = {
  'en.odt': 'content.xml',
  'en_split-runs_tracked.docx': 'word/document.xml',
};

describe.skipIf(!existsSync(`${folder}REFERENCE.json`))(
  'mutated real files (skipped where ../shared/transcripts is absent)',
  () => {
    test.each([
      'en.html',
      'en.odt',
      'en.rtf',
      'en_split-runs_tracked.docx',
      'en_srt.srt',
      'en_teams-style.vtt',
      'en_ethereum-pm_zoom.vtt',
      'zh-Hant_readr_lai10.csv',
      'ja_shift-jis_crlf.txt',
      'zh-Hans_meeting-app.txt',
    ])('%s gives a transcript with sound positions, or a refusal with its file', async (name) => {
      const whole = readFileSync(folder + name);
      const { text: original } = await readTranscript({ fileName: name, bytes: whole });
      let readOnes = 0;
      for (let seed = 1; seed <= cases; seed++) {
        const part = parts[name];
        const bytes =
          part === undefined || seed % 4 === 0
            ? mutated(whole, seed * 7919)
            : await withPart(whole, part, (content) => mutated(content, seed * 7919));
        const file = await readTranscript({ fileName: name, bytes }).catch((error: unknown) => error);
        if (file instanceof Error) {
          expect(file, `seed ${seed}`).toMatchObject({ name: 'VerbatimError', code: expect.stringMatching(/^file_/) });
          continue;
        }
        readOnes++;
        const { text, turns } = file as Awaited<ReturnType<typeof readTranscript>>;
        let last = 0;
        for (const turn of turns) {
          expect(turn.start).toBeGreaterThanOrEqual(last);
          expect(turn.contentStart).toBeGreaterThanOrEqual(turn.start);
          expect(turn.end).toBeGreaterThanOrEqual(turn.contentStart);
          last = turn.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        expect(text.isWellFormed()).toBe(true);
        // No silent loss: what is gone of the text is no more than what is gone of the file and the words a stray mark hides.
        if (bytes.length >= whole.length * 0.98 && /\.(?:vtt|srt|txt)$/.test(name)) {
          expect(text.length, `seed ${seed}`).toBeGreaterThan(original.length * 0.9);
        }
      }
      expect(readOnes).toBeGreaterThan(0);
    });
  },
);
