import type { readingOrders, frequencyColumns } from '../../../shared/contract/methods/portraits.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import { allTranscripts, type TranscriptChoice } from '../results/transcript-filter.tsx';

export const portraitKinds = ['frequency', 'interview', 'lines', 'saturation', 'activity'] as const;
export type PortraitKind = (typeof portraitKinds)[number];

export type PortraitSettings = {
  readonly kind: PortraitKind;
  /** Null: the coder at work. */
  readonly coder: CoderId | 'together' | 'gold' | null;
  readonly transcripts: TranscriptChoice;
  /** The interview that is drawn; null: the first with codings. */
  readonly interview: string | null;
  readonly columns: (typeof frequencyColumns)[number];
  readonly children: 'apart' | 'parents';
  readonly order: (typeof readingOrders)[number];
};

export const firstSettings: PortraitSettings = {
  kind: 'frequency',
  coder: null,
  transcripts: allTranscripts,
  interview: null,
  columns: 'document',
  children: 'apart',
  order: 'listed',
};
