import type { RefiCoding, RefiProject, RefiSelection, RefiSource } from './model.ts';
import { guidKey } from './guid.ts';
import { plainInstant } from './instant.ts';

/** Whose user a coding's coder is: by the standard the coding's own; NVivo writes the code's author there. */
export type Attribution = 'coding' | 'selection';

/**
 * Decides by whom codings are in a file. Files of NVivo, and files in which user and time of a coding depend on nothing but
 * its code and always come before its selection, name the coder on the selection.
 */
export function attribution(project: RefiProject): Attribution {
  if (/nvivo/i.test(project.origin)) return 'selection';
  const byCode = new Map<string, string>();
  let repeated = false;
  for (const source of project.sources) {
    for (const selection of source.selections) {
      for (const { user, at, code } of selection.codings) {
        const made = plainInstant(at);
        const selected = plainInstant(selection.at);
        if (user === null || code === null || made === null || selected === null || made >= selected) return 'coding';
        const seen = byCode.get(guidKey(code));
        if (seen !== undefined && seen !== `${user} ${made}`) return 'coding';
        repeated ||= seen !== undefined;
        byCode.set(guidKey(code), `${user} ${made}`);
      }
    }
  }
  return repeated ? 'selection' : 'coding';
}

/** GUID of the user who coded, or null where the file does not say. */
export function coderOf(
  by: Attribution,
  coding: Pick<RefiCoding, 'user'>,
  selection: Pick<RefiSelection, 'user' | 'modifier'>,
  source: Pick<RefiSource, 'user'>,
): string | null {
  const selected = selection.user ?? selection.modifier ?? source.user;
  return by === 'selection'
    ? (selection.user ?? selection.modifier ?? coding.user ?? source.user)
    : (coding.user ?? selected);
}

/** When a coding was made, by the same rule. */
export function codedAt(
  by: Attribution,
  coding: Pick<RefiCoding, 'at'>,
  selection: Pick<RefiSelection, 'at' | 'modified'>,
): string | null {
  const selected = plainInstant(selection.at) ?? plainInstant(selection.modified);
  const coded = plainInstant(coding.at);
  return by === 'selection' ? (selected ?? coded) : (coded ?? selected);
}
