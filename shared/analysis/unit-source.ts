import type { Span } from '../domain/span.ts';
import type { CodePointOffsets } from '../text/offsets.ts';
import type { ScopeName } from './unit-names.ts';

/** One document as far as units are cut from it; all positions in code points but for `text`. */
export type UnitSource = {
  /** Length in code points. */
  readonly length: number;
  readonly language: string;
  /** Contents of the turns, in order and disjoint, empty ones left out. */
  readonly turns: readonly (Span & { readonly role: string | null })[];
  /** The text with its conversion of positions, asked for only where sentences or tokens are cut. */
  readonly text: () => { readonly text: string; readonly offsets: CodePointOffsets };
  /** Passages marked out before coding, in any order. */
  readonly segments: readonly Span[];
};

/** The spans of a scope, in order and disjoint. */
export function scopeSpans({ length, turns }: Pick<UnitSource, 'length' | 'turns'>, scope: ScopeName): readonly Span[] {
  if (scope === 'text') {
    return length > 0 ? [{ start: 0, end: length }] : [];
  }
  return scope === 'content' ? turns : turns.filter(({ role }) => role === 'respondent');
}
