import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../../../electron/core/import/read-text.ts';

/** Times no recording has, beside some it has. */
const written = fc.oneof(
  fc.constantFrom('NaN', 'Infinity', '-Infinity', '1e999', '-1', '-00:00:05', '1e308', '25:00:00', '99:99:99', ''),
  fc.constantFrom('9999:59:59', '1732612345', '1732612345000', '00:00:05', '0:05,5', '12.5s', '300ms', 'abc'),
  fc.double().map(String),
);
const valued = fc.oneof(
  written,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(null, true, [], {}, -5, 5, 1e30),
  fc.record({ seconds: fc.oneof(written, fc.double()), nanos: fc.oneof(written, fc.integer()) }, { requiredKeys: [] }),
  fc.record({ from: written }),
);

/** JSON in which numbers may be written that no number is. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('"1e999"', '1e999');
}

const files: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'a.json': fc.oneof(
    fc
      .array(valued, { minLength: 1, maxLength: 6 })
      .map((times) =>
        json({ segments: times.map((start, place) => ({ speaker: `S${place % 2}`, start, text: `Words ${place}.` })) }),
      ),
    fc
      .array(valued, { minLength: 1, maxLength: 6 })
      .map((times) => json({ events: times.map((tStartMs) => ({ tStartMs, segs: [{ utf8: 'Words.' }] })) })),
    fc
      .array(valued, { minLength: 1, maxLength: 6 })
      .map((times) =>
        json({ recognizedPhrases: times.map((offsetInTicks) => ({ offsetInTicks, nBest: [{ display: 'Words.' }] })) }),
      ),
    fc.array(valued, { minLength: 1, maxLength: 6 }).map((times) =>
      json({
        lattice: times.map((bg) => ({ json_1best: { st: { bg, rt: [{ ws: [{ cw: [{ w: 'Words' }] }] }] } } })),
      }),
    ),
  ),
  'a.csv': fc
    .array(written, { minLength: 1, maxLength: 6 })
    .map((times) =>
      ['speaker,start,text', ...times.map((time, place) => `S${place % 2},"${time}",Words ${place}.`)].join('\n'),
    ),
  'a.vtt': fc
    .array(written, { minLength: 1, maxLength: 6 })
    .map((times) =>
      ['WEBVTT', ...times.map((time, place) => `\n${time} --> 00:00:09.000\nWords ${place}.`)].join('\n'),
    ),
  'a.srt': fc
    .array(written, { minLength: 1, maxLength: 6 })
    .map((times) =>
      [
        '1\n00:00:00,000 --> 00:00:01,000\nFirst.',
        ...times.map((time) => `\n2\n${time} --> 00:00:09,000\nWords.`),
      ].join('\n'),
    ),
};

test.each(Object.keys(files))(
  'whatever stands for a time in %s, a turn has a place in a recording or no time',
  (fileName) => {
    fc.assert(
      fc.property(files[fileName]!, (text) => {
        const { turns } = readText({ fileName, bytes: new TextEncoder().encode(text) });
        expect(turns).not.toBeNull();
        for (const { time } of turns!.turns)
          if (time !== null) expect(time >= 0 && time <= 3_600_000, `${time} from ${text}`).toBe(true);
      }),
      { numRuns: 150 },
    );
  },
);

test('seconds that are no number are no time, and a row beside keeps its own', () => {
  const text =
    '[{"speaker":"A","start":{"seconds":"abc"},"text":"One."},{"speaker":"B","start":1e999,"text":"Two."},{"speaker":"A","start":{"seconds":"7","nanos":500000000},"text":"Three."}]';
  const { turns } = readText({ fileName: 'a.json', bytes: new TextEncoder().encode(text) });
  expect(turns?.turns.map(({ time }) => time)).toEqual([null, null, 7.5]);
});
