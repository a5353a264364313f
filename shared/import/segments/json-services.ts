import { amiVoice, seconds, speechmatics, volcanoEngine, zoomTimeline } from './json-speech-services.ts';
import { countOf, inside, isObject, type JsonObject, objects, speakerOf, stringOf, timeOf } from './json-values.ts';
import type { Segment } from './segment.ts';
import { type Word, wordSegments } from './word-segments.ts';

/** Reads the shape of one service; null for any other. */
type Shape = (value: unknown) => Segment[] | null;

/** Amazon Transcribe: `results.items`, words and marks with a speaker each, or with `speaker_labels` beside them. */
const amazon: Shape = (value) => {
  const items = objects(inside(value, 'results', 'items'));
  if (items.length === 0 || items[0]!['alternatives'] === undefined) return null;
  const speakers = new Map<string, string>();
  for (const segment of objects(inside(value, 'results', 'speaker_labels', 'segments'))) {
    for (const item of objects(segment['items'])) {
      const name = speakerOf(item['speaker_label'] ?? segment['speaker_label']);
      if (name !== null) speakers.set(stringOf(item['start_time']), name);
    }
  }
  return wordSegments(
    items.map((item) => ({
      speaker: speakerOf(item['speaker_label']) ?? speakers.get(stringOf(item['start_time'])) ?? null,
      start: timeOf(item['start_time']),
      text: stringOf(inside(item, 'alternatives', 0, 'content')),
    })),
  );
};

/** Rev: `monologues`, their elements words and marks that bring their blanks. */
const rev: Shape = (value) => {
  const monologues = objects(inside(value, 'monologues'));
  if (monologues.length === 0) return null;
  return monologues.map((monologue) => {
    const elements = objects(monologue['elements']);
    return {
      speaker: speakerOf(inside(monologue, 'speaker_info', 'display_name') ?? monologue['speaker'] ?? null),
      start: elements.map((element) => timeOf(element['ts'] ?? null)).find((time) => time !== null) ?? null,
      text: elements.map((element) => stringOf(element['value'])).join(''),
    };
  });
};

/** Deepgram: `results.utterances`, else the words of each channel. */
const deepgram: Shape = (value) => {
  const utterances = objects(inside(value, 'results', 'utterances'));
  if (utterances.length > 0) {
    return utterances.map((utterance) => ({
      speaker: speakerOf(utterance['speaker'] ?? null),
      start: timeOf(utterance['start']),
      text: stringOf(utterance['transcript']),
    }));
  }
  const channels = objects(inside(value, 'results', 'channels'));
  if (channels.length === 0) return null;
  const segments = channels.flatMap((channel, place) => {
    const best = inside(channel, 'alternatives', 0);
    const beside = channels.length > 1 ? `Channel ${place + 1}` : null;
    const words = objects(inside(best, 'words')).map((word) => plainWord(word, beside));
    return words.length > 0
      ? wordSegments(words)
      : [{ speaker: beside, start: null, text: stringOf(inside(best, 'transcript')) }];
  });
  return channels.length > 1 ? segments.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)) : segments;
};

/** Google Speech-to-Text: `results[].alternatives[0]`; with speakers, the last result holds all words once more. */
const google: Shape = (value) => {
  const results = objects(inside(value, 'results') ?? inside(value, 'response', 'results'));
  const best = results.map((result) => inside(result, 'alternatives', 0)).filter(isObject);
  if (best.every((each) => each['transcript'] === undefined && each['words'] === undefined)) return null;
  const tagged = objects(best.at(-1)!['words']).filter(
    (word) => word['speakerTag'] ?? word['speakerLabel'] ?? word['speaker_tag'],
  );
  if (tagged.length > 0) return wordSegments(tagged.map((word) => plainWord(word, null)));
  return best.map((each) => ({
    speaker: null,
    start: timeOf(inside(each, 'words', 0, 'startTime') ?? inside(each, 'words', 0, 'start_time') ?? null),
    text: stringOf(each['transcript']),
  }));
};

/** Azure batch transcription: `recognizedPhrases`. Ticks are tenths of a microsecond. */
const azure: Shape = (value) => {
  const phrases = objects(inside(value, 'recognizedPhrases'));
  if (phrases.length === 0) return null;
  return phrases
    .map((phrase) => ({
      speaker: speakerOf(phrase['speaker'] ?? null),
      start: secondsOfTicks(phrase['offsetInTicks']),
      text: stringOf(inside(phrase, 'nBest', 0, 'display')),
    }))
    .toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0));
};

function secondsOfTicks(ticks: unknown): number | null {
  const count = countOf(ticks);
  return count === null ? null : count / 1e7;
}

/** WhisperX: a segment whose words have speakers of their own is cut where they change. */
const whisperX: Shape = (value) => {
  const segments = objects(inside(value, 'segments'));
  const isCut = segments.some((segment) => objects(segment['words']).some((word) => word['speaker'] !== undefined));
  if (!isCut) return null;
  return segments.flatMap((segment) => {
    const whole = {
      speaker: speakerOf(segment['speaker'] ?? null),
      start: timeOf(segment['start'] ?? null),
      text: stringOf(segment['text']),
    };
    const words = objects(segment['words']).map((word) => plainWord(word, whole.speaker));
    const speakers = new Set(words.map(({ speaker }) => speaker));
    if (speakers.size < 2) return [{ ...whole, speaker: [...speakers][0] ?? whole.speaker }];
    return wordSegments(words).map((piece) => ({ ...piece, start: piece.start ?? whole.start }));
  });
};

function plainWord(word: JsonObject, beside: string | null): Word {
  return {
    speaker:
      speakerOf(word['speaker'] ?? word['speakerTag'] ?? word['speakerLabel'] ?? word['speaker_tag'] ?? null) ?? beside,
    start: timeOf(word['start'] ?? word['startTime'] ?? word['start_time'] ?? null),
    text: stringOf(word['punctuated_word'] ?? word['word'] ?? word['text']),
  };
}

/** YouTube's captions (`json3`): events of pieces, in milliseconds. */
const youTube: Shape = (value) => {
  const events = objects(inside(value, 'events')).filter((event) => Array.isArray(event['segs']));
  if (events.length === 0) return null;
  return events.map((event) => ({
    speaker: null,
    start: seconds(event['tStartMs']),
    text: objects(event['segs'])
      .map((piece) => stringOf(piece['utf8']))
      .join('')
      .trim(),
  }));
};

/** iFlytek: a `lattice` of sentences, each JSON of its own within the JSON: time, voice, and words with their marks. */
const iflytek: Shape = (value) => {
  const order = inside(value, 'content', 'orderResult') ?? inside(value, 'orderResult') ?? value;
  const lattice = objects(inside(parsedJson(order), 'lattice') ?? inside(parsedJson(order), 'lattice2'));
  if (lattice.length === 0) return null;
  return lattice.map((sentence) => {
    const spoken = inside(parsedJson(sentence['json_1best']), 'st');
    const words = objects(inside(spoken, 'rt')).flatMap((part) => objects(part['ws']));
    return {
      speaker: speakerOf(inside(spoken, 'rl') ?? null),
      start: seconds(inside(spoken, 'bg') ?? 0),
      text: words.map((word) => stringOf(inside(word, 'cw', 0, 'w'))).join(''),
    };
  });
};

/** What JSON within a string says; anything else as it is. */
function parsedJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}

/** Deepgram with paragraphs: they carry the marks and the speakers that words alone need not. */
const deepgramParagraphs: Shape = (value) => {
  const paragraphs = objects(inside(value, 'results', 'channels', 0, 'alternatives', 0, 'paragraphs', 'paragraphs'));
  if (paragraphs.length === 0 || objects(inside(value, 'results', 'channels')).length > 1) return null;
  return paragraphs.map((paragraph) => ({
    speaker: speakerOf(paragraph['speaker'] ?? null),
    start: timeOf(paragraph['start'] ?? null),
    text: objects(paragraph['sentences'])
      .map((sentence) => stringOf(sentence['text']))
      .join(' '),
  }));
};

/** Shapes of services whose words lie deeper than one list of segments. */
export const serviceShapes: readonly Shape[] = [
  amazon,
  rev,
  deepgramParagraphs,
  deepgram,
  google,
  azure,
  whisperX,
  youTube,
  iflytek,
  speechmatics,
  volcanoEngine,
  amiVoice,
  zoomTimeline,
];
