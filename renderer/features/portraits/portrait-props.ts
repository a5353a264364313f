import type { NamedCode } from '../results/code-names.ts';
import type { transcriptFilter } from '../results/transcript-filter.tsx';
import type { PortraitSettings } from './settings.ts';

/** What every portrait is given. */
export type PortraitProps = {
  readonly settings: PortraitSettings;
  readonly coder: NonNullable<PortraitSettings['coder']>;
  readonly names: ReadonlyMap<string, NamedCode>;
  /** Whose codings and which transcripts, for the caption. */
  readonly told: readonly string[];
  readonly filter: ReturnType<typeof transcriptFilter>;
  readonly interview: string;
  readonly row: React.ReactNode;
};
