import type { ReactNode } from 'react';
import type { CooccurrenceBlock } from '../../../shared/contract/methods/cooccurrence.ts';
import type { ProjectSummary } from '../../../shared/contract/methods/project.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import type { NamedCode } from '../results/code-names.ts';
import type { Marker } from '../results/marker.tsx';
import type { Settings } from './settings.ts';

/** A block of co-occurrence and what it is shown with. */
export type ShownProps = {
  readonly block: CooccurrenceBlock;
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  readonly names: ReadonlyMap<CodeId, NamedCode>;
  readonly settings: Settings;
  /** In force: chosen, or the usual one. */
  readonly marker: Marker | null;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly project: ProjectSummary;
  readonly revision: number;
};

/** What both kinds of results need. */
export type ResultProps = Omit<ShownProps, 'coders'> & {
  readonly least: number;
  readonly caption: string;
  /** Title, caption and settings, with what stands at their end. */
  readonly head: (end: ReactNode) => ReactNode;
};
