import type { ParsedSpeaker, ParsedTurn, SpeakerRole } from '../../domain/transcript.ts';
import { isRoleLetter, roleOfWord } from './role-words.ts';

type Manner = { readonly name: string; turns: number; questions: number; characters: number; readonly first: number };

const question = /[?？؟]["'”’」』）)\]]*$|か。$|[吗嗎呢][。.]?$/u;

/**
 * The speakers in order of appearance, with a guess at their roles: by the word of the label where it names a role, else by who
 * asks (turns that end in a question), who says less and who begins. With more than two speakers a manner that tells nothing is
 * `other`; there is always a respondent where there are turns with names.
 */
export function guessedSpeakers(text: string, turns: readonly ParsedTurn[]): ParsedSpeaker[] {
  const manners = mannersOf(text, turns);
  const named = namedRoles(manners);
  const open = manners.filter((manner) => !named.has(manner.name));
  const roles = new Map<string, SpeakerRole>(named);
  const given = [...named.values()];
  for (const manner of open) roles.set(manner.name, rolesByManner(manner, open, given));
  if (![...roles.values()].includes('respondent') && manners.length > 0) {
    const talker = manners
      .filter((manner) => !named.has(manner.name))
      .toSorted((a, b) => b.characters - a.characters)[0];
    if (talker !== undefined) roles.set(talker.name, 'respondent');
  }
  return manners.map(({ name, turns }) => ({ name, turns, role: roles.get(name)! }));
}

function mannersOf(text: string, turns: readonly ParsedTurn[]): Manner[] {
  const manners = new Map<string, Manner>();
  for (const turn of turns) {
    if (turn.speaker === null) continue;
    let manner = manners.get(turn.speaker);
    if (manner === undefined) {
      manner = { name: turn.speaker, turns: 0, questions: 0, characters: 0, first: manners.size };
      manners.set(turn.speaker, manner);
    }
    manner.turns++;
    manner.characters += turn.end - turn.contentStart;
    if (question.test(text.slice(Math.max(turn.contentStart, turn.end - 12), turn.end))) manner.questions++;
  }
  return [...manners.values()];
}

/** Roles by word; a bare letter counts only if no fuller word contradicts it and its counterpart is there. */
function namedRoles(manners: readonly Manner[]): Map<string, Exclude<SpeakerRole, 'other'>> {
  const roles = new Map<string, Exclude<SpeakerRole, 'other'>>();
  for (const { name } of manners) {
    const role = roleOfWord(name);
    if (role !== null) roles.set(name, role);
  }
  const kinds = new Set(roles.values());
  if (kinds.size === 1 && [...roles.keys()].every(isRoleLetter) && kinds.has('respondent')) roles.clear();
  return roles;
}

function rolesByManner(manner: Manner, open: readonly Manner[], given: readonly SpeakerRole[]): SpeakerRole {
  if (given.includes('interviewer')) return 'respondent';
  if (open.length === 1) return given.includes('respondent') ? 'interviewer' : 'respondent';
  const asking = (one: Manner): number =>
    one.questions / one.turns +
    (one.first === 0 ? 0.15 : 0) +
    (one.characters / one.turns < meanLength(open) ? 0.15 : 0);
  if (open.length === 2 && !given.includes('respondent')) {
    const other = open.find((one) => one !== manner)!;
    return (asking(manner) - asking(other) || other.first - manner.first) > 0 ? 'interviewer' : 'respondent';
  }
  const share = manner.questions / manner.turns;
  if (manner.turns >= 2 && share >= 0.3) return 'interviewer';
  return share <= 0.2 ? 'respondent' : 'other';
}

function meanLength(manners: readonly Manner[]): number {
  return (
    manners.reduce((sum, one) => sum + one.characters, 0) /
    Math.max(
      1,
      manners.reduce((sum, one) => sum + one.turns, 0),
    )
  );
}
