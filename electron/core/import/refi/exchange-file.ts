import type { ExchangeReport } from '../../../../shared/contract/methods/exchange.ts';
import { type Attribution, AttributionEvidence } from '../../../../shared/refi/attribution.ts';
import type { Loss } from '../../../../shared/refi/losses.ts';
import type { RefiNote, RefiProject, RefiSource } from '../../../../shared/refi/model.ts';
import { type Convention, ConventionEvidence } from '../../../../shared/refi/position-convention.ts';
import { type Reading, SourceText } from '../../../../shared/refi/source-text.ts';

/** The text of a source or a note, and the file a document keeps as its original. */
export type ExchangeText = {
  readonly text: SourceText;
  readonly original: Uint8Array;
  readonly originalName: string;
  /** WHATWG name; null where the format brings its own. */
  readonly encoding: string | null;
};

/** The text of a source or a note, read when asked for: all of them may be more than there is memory for. */
export type TextOf = (of: RefiSource | RefiNote) => ExchangeText | null;

/** An exchanged file: what it says, the texts, how it counts, whose its codings are, and what could not be read. */
export type ExchangeFile = {
  readonly kind: ExchangeReport['kind'];
  readonly project: RefiProject;
  readonly textOf: TextOf;
  readonly convention: Convention;
  readonly attribution: Attribution;
  readonly losses: readonly Loss[];
  /** Files that kept elements name, by the path they name them with. */
  readonly keptFiles: ReadonlyMap<string, { readonly name: string; readonly bytes: () => Uint8Array }>;
};

/** A text written in the project file itself. */
export function inlineText(content: string, originalName: string): ExchangeText {
  const text = new SourceText(content);
  return { text, original: new TextEncoder().encode(text.text), originalName, encoding: 'utf-8' };
}

/** Completes what was read of a file whose texts are at hand; `reading` is given where the format itself says how it counts. */
export function exchangeFile(
  {
    texts,
    ...file
  }: Pick<ExchangeFile, 'kind' | 'project' | 'losses'> & {
    readonly texts: ReadonlyMap<RefiSource | RefiNote, ExchangeText>;
  },
  reading?: Reading,
): ExchangeFile {
  const { sources, origin } = file.project;
  const counted = new ConventionEvidence(origin);
  const written = new AttributionEvidence(origin);
  for (const source of sources) {
    const text = texts.get(source)?.text;
    if (text !== undefined && reading === undefined) counted.add(text, source.selections);
    written.add(source);
  }
  const convention: Convention =
    reading === undefined
      ? counted.convention
      : { ...reading, decidedBy: 'format', tested: 0, margin: 0, evidence: [] };
  const textOf: TextOf = (of) => texts.get(of) ?? null;
  return { ...file, textOf, convention, attribution: written.attribution, keptFiles: new Map() };
}
