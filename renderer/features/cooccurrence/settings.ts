import type { CodingRelation } from '../../../shared/analysis/coding-relations.ts';
import type { MembershipRule } from '../../../shared/analysis/units.ts';
import type { Scope } from '../../../shared/contract/methods/analysis.ts';
import type { CooccurrenceUnitName } from '../../../shared/contract/methods/cooccurrence.ts';
import type { Input } from '../../../shared/contract/methods.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import { type Marker, type MarkerChoice, markerFilter } from '../results/marker.tsx';
import { allTranscripts, type TranscriptChoice, transcriptFilter } from '../results/transcript-filter.tsx';
import type { ColumnSet } from './pair-figures.ts';

/** All coders' codings as one's: the one choice under which those of different coders are paired. */
export const together = 'together';
/** What the coders agreed on, with what was decided of the rest. */
export const gold = 'gold';

export type Settings = {
  readonly unit: CooccurrenceUnitName;
  readonly window: number;
  readonly rule: MembershipRule;
  /** Null: the scope the core takes for the unit; what it took is shown. */
  readonly scope: Scope | null;
  /** Only for overlaps; null: whichever shares text. */
  readonly relation: CodingRelation | null;
  readonly distance: number;
  /** Null: the coder at work, or the first who coded anything. */
  readonly coder: CoderId | typeof together | typeof gold | null;
  readonly children: 'apart' | 'parents';
  readonly transcripts: TranscriptChoice;
  /** A code whose passages are marked or left out; null: the usual one, as the core was asked. */
  readonly marker: MarkerChoice;
  /** Null: as few codes left out as the heat map needs. */
  readonly least: number | null;
  readonly order: 'codebook' | 'clustered';
  readonly view: 'heat' | 'network';
  readonly columns: ColumnSet;
  /** A code whose pairs alone are listed; null: all pairs. */
  readonly neighbour: string | null;
  /** Links of the network: from this many on, and only those with q up to .05. */
  readonly leastLink: number;
  readonly onlySignificant: boolean;
};

export const firstSettings: Settings = {
  unit: 'turn',
  window: 3,
  rule: 'any',
  scope: null,
  relation: null,
  distance: 1,
  coder: null,
  children: 'apart',
  transcripts: allTranscripts,
  marker: null,
  least: null,
  order: 'codebook',
  view: 'heat',
  columns: 'effect',
  neighbour: null,
  leastLink: 2,
  onlySignificant: false,
};

/** Whose codings, of which transcripts, counted how: what every question to the core says. */
export function filterOf({ children, transcripts, coder }: Settings, marker: Marker | null) {
  return {
    ...transcriptFilter(transcripts),
    children,
    ...markerFilter(marker),
    ...(coder === together ? { together: true } : {}),
    ...(coder === gold ? { gold: true } : {}),
  } satisfies Partial<Input<'cooccurrence.compute'>>;
}

export function computeInput(settings: Settings, marker: Marker | null): Input<'cooccurrence.compute'> {
  const { unit, rule, scope, window } = settings;
  return {
    ...filterOf(settings, marker),
    unit,
    ...(unit === 'overlap' ? {} : { rule }),
    ...(unit === 'window' ? { window } : {}),
    ...(scope === null ? {} : { scope }),
  };
}
