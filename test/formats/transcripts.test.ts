import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';
import { codePointOffsets } from '../../shared/text/offsets.ts';

const folder = fileURLToPath(new URL('../../../shared/transcripts/', import.meta.url));
const samples = fileURLToPath(new URL('../../../shared/study/samples/', import.meta.url));
const here = existsSync(`${folder}REFERENCE.json`);

type Reference = {
  readonly encoding?: string;
  readonly speakers?: Readonly<Record<string, number>>;
  readonly stored_code_points?: number;
  readonly stored_utf16_units?: number;
};
const reference = (here ? JSON.parse(readFileSync(`${folder}REFERENCE.json`, 'utf8')) : {}) as Record<
  string,
  Reference
>;
const isBroken = (name: string): boolean => /^(?:broken_|empty|only-bom)/.test(name);
const names = here ? readdirSync(folder).filter((name) => !/expected\.txt$|^ORIGINS|^REFERENCE/.test(name)) : [];
const encodings: Readonly<Record<string, string>> = { cp932: 'shift_jis' };

describe.skipIf(!here)('real transcripts (skipped where ../shared/transcripts is absent)', () => {
  test.each(names.filter((name) => !isBroken(name)))('%s', async (name) => {
    const file = await readTranscript({ fileName: name, bytes: readFileSync(folder + name) });
    const wanted = reference[name] ?? {};
    if (existsSync(`${folder}${name}.expected.txt`)) {
      expect(file.text).toBe(readFileSync(`${folder}${name}.expected.txt`, 'utf8'));
    }
    if (wanted.stored_code_points !== undefined) {
      expect(codePointOffsets(file.text).length).toBe(wanted.stored_code_points);
      expect(file.text.length).toBe(wanted.stored_utf16_units);
    }
    if (wanted.encoding !== undefined) expect(file.encoding).toBe(encodings[wanted.encoding] ?? wanted.encoding);
    if (wanted.speakers !== undefined) {
      expect(Object.fromEntries(file.speakers.map((speaker) => [speaker.name, speaker.turns]))).toEqual(
        wanted.speakers,
      );
    }
    const language = /^(en|ja|zh-Han[st])_/.exec(name)?.[1];
    if (language !== undefined) expect(file.language).toBe(language);
    let last = 0;
    for (const turn of file.turns) {
      expect(turn.start).toBeGreaterThanOrEqual(last);
      expect(turn.contentStart).toBeGreaterThan(turn.start);
      expect(turn.end).toBeGreaterThanOrEqual(turn.contentStart);
      last = turn.end;
    }
  });

  test('narration, headings and colophon lie outside the turns', async () => {
    const spoken = async (name: string): Promise<string> => {
      const { text, turns } = await readTranscript({ fileName: name, bytes: readFileSync(folder + name) });
      return turns.map((turn) => text.slice(turn.contentStart, turn.end)).join('\n');
    };
    expect(await spoken('zh-Hant_archive-tw_focus-group.md')).not.toContain('slideshare');
    expect(await spoken('ja_aozora_kodo-ranpo-taidan.txt')).not.toMatch(/底本|字下げ］アメリカ/);
    expect(await spoken('zh-Hans_bitcointranscripts_covenants.md')).not.toMatch(/^# /m);
    expect(await spoken('en_fossrit_terri-1.md')).not.toContain('hereby');
    const marked = await spoken('en_split-runs_tracked.docx');
    expect(marked).toContain('[inserted words]');
    expect(marked).toContain('self\u2011made, trans\u00adcript');
    expect(marked).not.toContain('[deleted words]');
    expect(marked).not.toContain('footnote');
  });

  test('times of brackets and of meeting software', async () => {
    const brackets = await readTranscript({
      fileName: 'en_bracket-times.txt',
      bytes: readFileSync(`${folder}en_bracket-times.txt`),
    });
    expect(brackets.turns.slice(0, 3).map((turn) => turn.time)).toEqual([4, 21, 38]);
    const meeting = await readTranscript({
      fileName: 'zh-Hans_meeting-app.txt',
      bytes: readFileSync(`${folder}zh-Hans_meeting-app.txt`),
    });
    expect(meeting.turns.slice(0, 3).map((turn) => turn.time)).toEqual([3, 34, 65]);
  });

  test.each([
    ['empty.txt', 'file_empty', {}],
    ['only-bom.txt', 'file_empty', {}],
    ['broken_utf8-truncated.txt', 'file_encoding', { encoding: 'utf-8', byte: 3000 }],
  ])('%s is refused', async (name, code, params) => {
    await expect(readTranscript({ fileName: name, bytes: readFileSync(folder + name) })).rejects.toMatchObject({
      code,
      params: { file: name, ...params },
    });
  });
});

describe.skipIf(!existsSync(samples))('the six sample interviews (skipped where ../shared/study is absent)', () => {
  test('have 54 turns of respondents, an interviewer each, and headers outside the turns', async () => {
    let respondents = 0;
    for (const name of readdirSync(samples).filter((entry) => /^s0\d.*\.(?:txt|md)$/.test(entry))) {
      const { speakers, text, turns } = await readTranscript({ fileName: name, bytes: readFileSync(samples + name) });
      expect(speakers.map((speaker) => speaker.role)).toEqual(['interviewer', 'respondent']);
      respondents += speakers[1]!.turns;
      expect(text.slice(0, turns[0]!.start)).toMatch(/R0\d/);
      expect(turns.map((turn) => text.slice(turn.contentStart, turn.end)).join('')).not.toMatch(/SYNTHETIC|合成/);
      expect(text.slice(turns.at(-1)!.end).trim()).toBe('');
    }
    expect(respondents).toBe(54);
  });

  test('times of the first', async () => {
    const bytes = readFileSync(`${samples}s01-en-teacher.txt`);
    const { text, turns } = await readTranscript({ fileName: 's01-en-teacher.txt', bytes });
    expect(turns.slice(0, 4).map((turn) => turn.time)).toEqual([5, 14, 41, 50]);
    expect(text.slice(turns[0]!.start, turns[0]!.contentStart)).toBe('Interviewer: [00:00:05] ');
  });
});
