import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openContainer } from '../../electron/core/import/container.ts';
import { decodeBytes } from '../../electron/core/import/encoding.ts';
import type { ParsedFile } from '../../electron/core/import/parsed-file.ts';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';
import { builtDocx, builtZip, paragraph, run } from '../support/built-docx.ts';
import { builtOdt } from '../support/built-odt.ts';
import { builtPdf } from '../support/built-pdf.ts';
import { exchange, said } from '../support/exchanges.ts';
import { keptLetters, lettersOf, missingLetters } from '../support/kept-letters.ts';
import { seededRandom } from '../support/random.ts';

const folder = fileURLToPath(new URL('../../../shared/transcripts/', import.meta.url));
const cases = 60;

/** A copy with some bytes changed, a stretch cut out, doubled or moved, or the end cut off. */
function mutated(bytes: Buffer, seed: number): Buffer {
  const below = seededRandom(seed);
  const copy = Buffer.from(bytes);
  const at = below(bytes.length);
  const length = 1 + below(200);
  const kind = below(6);
  if (kind === 0) return copy.subarray(0, at);
  if (kind === 1) return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
  if (kind === 2) return Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]);
  if (kind === 3) {
    const to = below(bytes.length);
    const rest = Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    return Buffer.concat([rest.subarray(0, to), copy.subarray(at, at + length), rest.subarray(to)]);
  }
  const marks = '<>{}[]"\\:&;,\n\t\0\u00ff';
  for (let left = 1 + below(8); left > 0; left--) {
    copy[below(copy.length)] = kind === 4 ? below(256) : marks.charCodeAt(below(marks.length));
  }
  return copy;
}

async function partOf(bytes: Buffer, part: string): Promise<Buffer> {
  return (await openContainer(bytes)).whole(part);
}

/** The container written again with one part changed: a broken zip alone would only ever try the zip reader. */
async function withPart(bytes: Buffer, part: string, content: Buffer): Promise<Buffer> {
  const { names } = await openContainer(bytes);
  const entries: Record<string, Buffer> = {};
  for (const name of names) entries[name] = name === part ? content : await partOf(bytes, name);
  return builtZip(entries);
}

/** Turns in order, within the text, not overlapping; text that is text. */
function expectSound({ text, turns }: ParsedFile): void {
  let last = 0;
  for (const turn of turns) {
    expect(turn.start).toBeGreaterThanOrEqual(last);
    expect(turn.contentStart).toBeGreaterThanOrEqual(turn.start);
    expect(turn.end).toBeGreaterThanOrEqual(turn.contentStart);
    last = turn.end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
  expect(text.isWellFormed()).toBe(true);
}

/** What came in is what comes out: to the character for plain text; no letter the format's rule keeps is missing for the rest. */
function expectNothingLost(bytes: Buffer, part: string | null, read: ParsedFile): void {
  if (read.format === 'text' || read.format === 'markdown') {
    const whole = decodeBytes(bytes, read.encoding!)!;
    expect(whole.undecodable).toBeNull();
    expect(read.text).toBe(whole.text.replace(/\r\n?/gu, '\n'));
    return;
  }
  const kept = keptLetters(bytes, part, read);
  if (kept !== null) expect(missingLetters(kept, lettersOf(read.text))).toBe('');
}

type Seed = { readonly name: string; readonly bytes: Buffer; readonly part: string | null };

async function fuzz({ name, bytes, part }: Seed): Promise<void> {
  const content = part === null ? bytes : await partOf(bytes, part);
  let readOnes = 0;
  for (let seed = 1; seed <= cases; seed++) {
    const inPart = part !== null && seed % 6 !== 0;
    const changed = mutated(inPart ? content : bytes, seed * 7919);
    const whole = inPart ? await withPart(bytes, part, changed) : changed;
    const file = await readTranscript({ fileName: name, bytes: whole }).catch((error: unknown) => error);
    if (file instanceof Error) {
      expect(file, `seed ${seed}`).toMatchObject({ name: 'VerbatimError', code: expect.stringMatching(/^file_/) });
      continue;
    }
    readOnes++;
    try {
      expectSound(file as ParsedFile);
      if (part === null || inPart) expectNothingLost(changed, part, file as ParsedFile);
    } catch (error) {
      throw new Error(`${name}, seed ${seed}: ${(error as Error).message}`, { cause: error });
    }
  }
  expect(readOnes).toBeGreaterThan(0);
}

const parts: Readonly<Record<string, string>> = {
  odt: 'content.xml',
  docx: 'word/document.xml',
};

function seed(name: string, content: string | Buffer): Seed {
  return { name, bytes: Buffer.from(content as string), part: parts[name.split('.').at(-1)!] ?? null };
}

const cue = (place: number, words: string, mark: string): string =>
  `${place + 1}\n00:00:0${place}${mark}000 --> 00:00:0${place + 1}${mark}000\n${words}\n\n`;

const synthetic: readonly (() => Promise<Seed> | Seed)[] = [
  () =>
    seed(
      'a.txt',
      exchange('Anna', 'Ben', (name, words) => `${name}: ${words}\n`),
    ),
  () =>
    seed(
      'a.md',
      exchange('Anna', '受访者', (name, words) => `**${name}：** ${words}\n\n`),
    ),
  () =>
    seed(
      'a.srt',
      exchange('Anna', 'Ben', (name, words, place) => cue(place, `${name}: ${words}`, ',')),
    ),
  () =>
    seed(
      'a.vtt',
      `WEBVTT\n\n${exchange('Anna', 'Ben', (name, words, place) => cue(place, `<v ${name}>${words}`, '.'))}`,
    ),
  () =>
    seed(
      'a.csv',
      `Speaker,Start,Text\n${exchange('Anna', 'Ben', (name, words, place) => `${name},${place},"${words}"\n`)}`,
    ),
  () =>
    seed(
      'a.json',
      JSON.stringify(said.map((text, place) => ({ speaker: place % 2 ? 'Ben' : 'Anna', start: place, text }))),
    ),
  () =>
    seed(
      'a.html',
      `<html><body>${exchange('Anna', 'Ben', (name, words) => `<p><b>${name}</b> ${words}</p>`)}</body></html>`,
    ),
  () => seed('a.rtf', `{\\rtf1\\ansi ${exchange('Anna', 'Ben', (name, words) => `\\b ${name}\\b0  ${words}\\par\n`)}}`),
  () =>
    seed(
      'a.xml',
      `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><debateBody>${exchange('Anna', 'Ben', (name, words) => `<speech><from>${name}</from><p>${words.replaceAll('&', '')}</p></speech>`)}</debateBody></debate></akomaNtoso>`,
    ),
  () =>
    seed(
      'a.pdf',
      builtPdf([said.map((words, place) => [700 - 20 * place, `${place % 2 ? 'Ben' : 'Anna'}: ${words}`] as const)]),
    ),
  async () =>
    seed(
      'a.docx',
      await builtDocx(exchange('Anna', 'Ben', (name, words) => paragraph(run(name, '<w:b/>'), run(` ${words}`)))),
    ),
  async () =>
    seed('a.odt', await builtOdt(exchange('Anna', 'Ben', (name, words) => `<text:p>${name}: ${words}</text:p>`))),
];

describe('mutated files of every kind give a transcript without silent loss, or a refusal with their file', () => {
  test.each(synthetic.map((make, place) => [place, make] as const))('synthetic seed %i', async (_place, make) => {
    await fuzz(await make());
  });

  test
    .skipIf(!existsSync(`${folder}REFERENCE.json`))
    .each([
      'en.html',
      'en.odt',
      'en.rtf',
      'en_split-runs_tracked.docx',
      'en_srt.srt',
      'en_teams-style.vtt',
      'en_ethereum-pm_zoom.vtt',
      'zh-Hant_readr_lai10.csv',
      'ja_shift-jis_crlf.txt',
      'zh-Hans_gb18030_crlf.txt',
      'en_utf16le-bom_crlf.txt',
      'zh-Hans_meeting-app.txt',
      'zh-Hant_archive-tw_focus-group.md',
    ])('%s (skipped where ../shared/transcripts is absent)', async (name) => {
    await fuzz(seed(name, readFileSync(folder + name)));
  });
});
