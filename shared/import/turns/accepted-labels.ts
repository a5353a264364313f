import type { Label } from './label.ts';
import { isGroupVoice, nameShape } from './name-shape.ts';
import { isArgumentWord, isHeaderKey, isRoleLetter, roleOfWord } from './role-words.ts';
import type { TranscriptLine } from './transcript-lines.ts';

type Speaker = { readonly name: string; readonly labels: Label[] };

/** What the labels are held against: the lines, and how many turns there could be (filled lines, or half of them where labels take a line of their own). */
type Setting = {
  readonly lines: readonly TranscriptLine[];
  readonly possibleTurns: number;
  /** Hardly anything but a label looks like this: a colon, a heading. */
  readonly isTelling: boolean;
};

/**
 * Keeps those candidates that are labels by evidence: names that come back, and, once such a pattern is established, names that
 * stand only once or twice in the same dress (a focus group has people who speak once). Words of a header or an argument
 * (`Date:`, `Note:`), phrases with grammar in them, and a `that is why:` inside speech are left where they are. Empty if nothing is established.
 */
export function acceptedLabels(candidates: readonly Label[], setting: Setting): Label[] {
  const speakers = bySpeaker(
    candidates.filter(({ speaker }) => speaker !== null && !isHeaderKey(speaker) && !isArgumentWord(speaker)),
  );
  const most = speakers.reduce((highest, { labels }) => Math.max(highest, labels.length), 0);
  const strong = speakers.filter((speaker) => isStrong(speaker, most));
  if (!isEstablished(strong, setting)) return smallTranscript(speakers, setting);
  const dress = dressOf(strong, setting.lines);
  const accepted = new Set(strong);
  const names = new Set(speakers.map(({ name }) => name));
  for (const speaker of speakers) {
    if (!accepted.has(speaker) && isWelcome(speaker, names, strong, dress, setting.lines)) accepted.add(speaker);
  }
  return withoutAliases([...accepted]).sort((a, b) => a.lineNumber - b.lineNumber);
}

function bySpeaker(labels: readonly Label[]): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const label of labels) {
    const name = label.speaker!;
    const known = speakers.get(name);
    if (known === undefined) speakers.set(name, { name, labels: [label] });
    else known.labels.push(label);
  }
  return [...speakers.values()];
}

/** Comes back often enough, measured by who speaks most, and does not read like a phrase. */
function isStrong({ name, labels }: Speaker, most: number): boolean {
  if (labels.length < 2 || labels.length < most * 0.02) return false;
  if (roleOfWord(name) !== null) return true;
  const lowerCased = name === name.toLowerCase() && name !== name.toUpperCase();
  return nameShape(name).plausible && (!lowerCased || labels.length >= Math.max(3, most * 0.2));
}

function isEstablished(strong: readonly Speaker[], { possibleTurns }: Setting): boolean {
  if (strong.length === 0) return false;
  const total = strong.reduce((sum, speaker) => sum + speaker.labels.length, 0);
  if (total < 3) return total >= possibleTurns * 0.3;
  return strong.length > 1 || roleOfWord(strong[0]!.name) !== null || total >= possibleTurns * 0.3;
}

/** More people than this do not speak once each and nobody twice. */
const mostStrangers = 5;

/** Too short for anybody to come back: taken if nearly every line is labelled by something like a name. */
function smallTranscript(speakers: readonly Speaker[], { possibleTurns, isTelling }: Setting): Label[] {
  const plausible = speakers.filter((speaker) => nameShape(speaker.name).plausible);
  const labels = plausible.flatMap((speaker) => speaker.labels);
  const known = plausible.some((speaker) => roleOfWord(speaker.name) !== null);
  const share = isExchange(plausible) ? 0 : known || labels.every((label) => label.time !== null) ? 0.25 : 0.6;
  // Many labels and nobody comes back: a list of terms.
  const strangers = isTelling ? mostStrangers : 0;
  const isList = labels.length === plausible.length && labels.length > strangers && !known;
  const enough = plausible.length >= 2 && labels.length >= possibleTurns * share && !isList;
  return enough ? labels.sort((a, b) => a.lineNumber - b.lineNumber) : [];
}

/** Somebody asks and somebody answers, by the words of their labels: however long the answer. */
function isExchange(speakers: readonly Speaker[]): boolean {
  const roles = new Set(speakers.filter(({ name }) => !isRoleLetter(name)).map(({ name }) => roleOfWord(name)));
  return roles.has('interviewer') && roles.has('respondent');
}

type Dress = {
  readonly upper: boolean;
  readonly emphasised: boolean;
  readonly timed: boolean;
  readonly opensParagraph: boolean;
};

/** What nearly all labels of the established speakers have in common. */
function dressOf(strong: readonly Speaker[], lines: readonly TranscriptLine[]): Dress {
  const labels = strong.flatMap((speaker) => speaker.labels);
  const upperNames = new Set(strong.filter((speaker) => nameShape(speaker.name).upper).map((speaker) => speaker.name));
  const nearly = (holds: (label: Label) => boolean): boolean => labels.filter(holds).length >= labels.length * 0.9;
  return {
    upper: nearly((label) => upperNames.has(label.speaker!)),
    emphasised: nearly((label) => label.emphasised),
    timed: nearly((label) => label.time !== null),
    opensParagraph: nearly((label) => opensParagraph(label, lines)),
  };
}

function isWelcome(
  speaker: Speaker,
  names: ReadonlySet<string>,
  strong: readonly Speaker[],
  dress: Dress,
  lines: readonly TranscriptLine[],
): boolean {
  const fits = speaker.labels.every(
    (label) =>
      (!dress.emphasised || label.emphasised) &&
      (!dress.timed || label.time !== null) &&
      (!dress.opensParagraph || opensParagraph(label, lines)),
  );
  if (!fits) return false;
  const shape = nameShape(speaker.name);
  if (roleOfWord(speaker.name) !== null || isGroupVoice(speaker.name)) return true;
  if (strong.some((known) => extendsName(known.name, speaker.name))) return true;
  const short = bracketed(speaker.name);
  if (short !== null && names.has(short)) return true;
  // Time and bold type are dress enough: a phrase hardly wears them.
  if (dress.timed || dress.emphasised) return shape.plausible;
  const lowerCased = speaker.name === speaker.name.toLowerCase() && speaker.name !== speaker.name.toUpperCase();
  return shape.plausible && !lowerCased && (!dress.upper || shape.upper || !/\p{sc=Latin}/u.test(speaker.name));
}

function opensParagraph(label: Label, lines: readonly TranscriptLine[]): boolean {
  return label.lineNumber === 0 || lines[label.lineNumber]!.blanksBefore > 0;
}

/** A fuller form of a known name: `江戸川乱歩` beside `江戸川`. */
function extendsName(known: string, name: string): boolean {
  if (known.length < 2 || !name.startsWith(known) || !nameShape(name).plausible) return false;
  return /^[^\p{sc=Latin}]/u.test(name.slice(known.length));
}

/** `SA` of `Shaun Apps（SA）`. */
function bracketed(name: string): string | null {
  return /[(（]([^()（）]+)[)）]$/u.exec(name)?.[1]?.trim() ?? null;
}

/** `Name（SA）` is the speaker `SA` where SA is a label of its own; `Name (Besu)` is `Name` where that is. */
function withoutAliases(speakers: readonly Speaker[]): Label[] {
  const names = new Set(speakers.map((speaker) => speaker.name));
  return speakers.flatMap(({ name, labels }) => {
    const short = bracketed(name);
    const outside = name.replace(/\s?[(（][^()（）]+[)）]$/u, '');
    const alias = short !== null && names.has(short) ? short : short !== null && names.has(outside) ? outside : name;
    return alias === name ? labels : labels.map((label) => ({ ...label, speaker: alias }));
  });
}
