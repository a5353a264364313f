import type { RefiCoding, RefiSelection, RefiSource } from './model.ts';
import { guidKey } from './guid.ts';
import { plainInstant } from './instant.ts';

/** Whose user a coding's coder is: by the standard the coding's own; NVivo writes the code's author there. */
export type Attribution = 'coding' | 'selection';

/**
 * Decides by whom codings are in a file, source after source. Files of NVivo, and files in which user and time of a coding
 * depend on nothing but its code and always come before its selection, name the coder on the selection.
 */
export class AttributionEvidence {
  private readonly isByHabit: boolean;
  private readonly byCode = new Map<string, string>();
  private isRepeated = false;
  private isRefuted = false;

  constructor(origin: string) {
    this.isByHabit = /nvivo/i.test(origin);
  }

  add({ selections }: Pick<RefiSource, 'selections'>): void {
    if (this.isByHabit || this.isRefuted) return;
    for (const selection of selections)
      for (const coding of selection.codings) {
        this.isRefuted ||= !this.isOfCode(coding, selection);
        if (this.isRefuted) return;
      }
  }

  get attribution(): Attribution {
    return this.isByHabit || (this.isRepeated && !this.isRefuted) ? 'selection' : 'coding';
  }

  /** Whether the coding says of its making what every other of its code says. */
  private isOfCode({ user, at, code }: RefiCoding, selection: RefiSelection): boolean {
    const made = plainInstant(at);
    const selected = plainInstant(selection.at);
    if (user === null || code === null || made === null || selected === null || made >= selected) return false;
    const seen = this.byCode.get(guidKey(code));
    if (seen !== undefined && seen !== `${user} ${made}`) return false;
    this.isRepeated ||= seen !== undefined;
    this.byCode.set(guidKey(code), `${user} ${made}`);
    return true;
  }
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
