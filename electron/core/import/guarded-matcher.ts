import { createContext, Script } from 'node:vm';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { secondsOfTime } from '../../../shared/import/turns/clock-time.ts';
import type { HeadMatcher } from '../../../shared/import/turns/matched-turns.ts';

/** An expression that takes longer than this over one file is given up, in milliseconds. */
const longestMatching = 3_000;
const longestPattern = 2_000;

const script = new Script(`heads.map((head) => {
  const match = pattern.exec(head);
  if (match === null || match[0].length === 0) return null;
  const { speaker, time } = match.groups ?? {};
  return [match[0].length, speaker ?? match[1] ?? match[0], time ?? ''];
})`);

/**
 * A matcher for labels from a regular expression the user wrote, applied at the beginning of each line. The name is the group `speaker`, else the first group, else all of the
 * match, each without colon and brackets around it; a group `time` gives the time. Runs under a time limit, because an expression
 * can take for ever over a short line. Throws `speaker_pattern` (`syntax` at once, `slow` when matching).
 */
export function guardedMatcher(written: string): HeadMatcher {
  const pattern = compiled(written);
  return (heads) => {
    try {
      const found = script.runInContext(createContext({ heads: [...heads], pattern }), {
        timeout: longestMatching,
      }) as ([number, string, string] | null)[];
      return found.map((each) => {
        if (each === null) return null;
        const [length, name, time] = each;
        const speaker = name.replace(/^[\s[(（【<*_#]+|[\s\])）】>*_:：]+$/gu, '');
        return { length, speaker: speaker === '' ? null : speaker, time: secondsOfTime(time), emphasised: false };
      });
    } catch (cause) {
      throw new VerbatimError('speaker_pattern', { pattern: written, reason: 'slow' }, { cause });
    }
  };
}

function compiled(written: string): RegExp {
  try {
    if (written.trim() === '' || written.length > longestPattern) throw new SyntaxError('empty or too long');
    return new RegExp(`^(?:${written})`, 'u');
  } catch (cause) {
    throw new VerbatimError('speaker_pattern', { pattern: written.slice(0, 200), reason: 'syntax' }, { cause });
  }
}
