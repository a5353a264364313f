import { type Attribution, attribution } from '../../../../shared/refi/attribution.ts';
import type { Loss } from '../../../../shared/refi/losses.ts';
import type { RefiNote, RefiProject, RefiSource } from '../../../../shared/refi/model.ts';
import { type Convention, positionConvention } from '../../../../shared/refi/position-convention.ts';
import type { Reading, SourceText } from '../../../../shared/refi/source-text.ts';

export const exchangeKinds = ['qdpx', 'qdc', 'qualcoder', 'taguette'] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];

/** The text of a source or a note, and the file a document keeps as its original. */
export type ExchangeText = {
  readonly text: SourceText;
  readonly original: Uint8Array;
  readonly originalName: string;
  /** WHATWG name; null where the format brings its own. */
  readonly encoding: string | null;
};

/** An exchanged file read whole: what it says, the texts, how it counts, whose its codings are, and what could not be read. */
export type ExchangeFile = {
  readonly kind: ExchangeKind;
  readonly project: RefiProject;
  readonly texts: ReadonlyMap<RefiSource | RefiNote, ExchangeText>;
  readonly convention: Convention;
  readonly attribution: Attribution;
  readonly losses: readonly Loss[];
  /** Files that kept elements name, by the path they name them with. */
  readonly keptFiles: ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array }>;
};

/** Completes what was read by what follows from it; `reading` is given where the format itself says how it counts. */
export function exchangeFile(
  file: Pick<ExchangeFile, 'kind' | 'project' | 'texts' | 'losses'> & Partial<Pick<ExchangeFile, 'keptFiles'>>,
  reading?: Reading,
): ExchangeFile {
  const { project, texts } = file;
  const counted = project.sources.flatMap((source) => {
    const text = texts.get(source)?.text;
    return text === undefined ? [] : [{ text, selections: source.selections }];
  });
  const convention: Convention =
    reading === undefined
      ? positionConvention(counted, project.origin)
      : { ...reading, decidedBy: 'format', tested: 0, margin: 0, evidence: [] };
  return { keptFiles: new Map(), ...file, convention, attribution: attribution(project) };
}
