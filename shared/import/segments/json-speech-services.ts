import { countOf, inside, type JsonObject, objects, speakerOf, stringOf, timeOf } from './json-values.ts';
import type { Segment } from './segment.ts';
import { wordSegments } from './word-segments.ts';

/** Speechmatics: `results` of words and marks, each with its voice in its first alternative. */
export function speechmatics(value: unknown): Segment[] | null {
  const results = objects(inside(value, 'results'));
  const first = inside(results[0], 'alternatives', 0, 'content');
  if (typeof first !== 'string') return null;
  return wordSegments(
    results.map((result) => ({
      speaker: speakerOf(inside(result, 'alternatives', 0, 'speaker') ?? result['channel'] ?? null),
      start: timeOf(result['start_time'] ?? null),
      text: stringOf(inside(result, 'alternatives', 0, 'content')),
    })),
  );
}

/** Volcano Engine: `utterances` whose voice is among their `additions`; milliseconds. */
export function volcanoEngine(value: unknown): Segment[] | null {
  const utterances = objects(inside(value, 'result', 'utterances') ?? inside(value, 'utterances'));
  const voice = (utterance: JsonObject): string | null =>
    speakerOf(inside(utterance, 'additions', 'speaker') ?? inside(utterance, 'additions', 'speaker_id') ?? null);
  if (utterances.every((utterance) => voice(utterance) === null)) return null;
  return utterances.map((utterance) => ({
    speaker: voice(utterance),
    start: seconds(utterance['start_time']),
    text: stringOf(utterance['text']),
  }));
}

/** AmiVoice: `segments` of `results` of `tokens`, the voice on each token; milliseconds. */
export function amiVoice(value: unknown): Segment[] | null {
  const tokens = objects(inside(value, 'segments') ?? [value])
    .flatMap((segment) => objects(segment['results']))
    .flatMap((result) => objects(result['tokens']));
  if (tokens.every(({ written }) => typeof written !== 'string')) return null;
  return wordSegments(
    tokens.map((token) => ({
      speaker: speakerOf(token['label'] ?? null),
      start: seconds(token['starttime']),
      text: stringOf(token['written']),
    })),
  );
}

/** Zoom's recordings: a `timeline` of words with those who are heard, in the place of their name. */
export function zoomTimeline(value: unknown): Segment[] | null {
  const timeline = objects(inside(value, 'timeline')).filter(({ text }) => typeof text === 'string');
  if (timeline.length === 0) return null;
  return timeline.map((entry) => ({
    speaker: speakerOf(inside(entry, 'users', 0) ?? null),
    start: timeOf(entry['ts'] ?? null),
    text: stringOf(entry['text']),
  }));
}

/** Seconds for a count of milliseconds. */
export function seconds(milliseconds: unknown): number | null {
  const count = countOf(milliseconds);
  return count === null ? null : count / 1000;
}
