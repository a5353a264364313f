import { eligibleUnits } from '../../analysis/units.ts';
import type { Span } from '../../domain/span.ts';
import { type CodedRun, codedRuns } from './coded-runs.ts';
import { codersIn } from './coder-mask.ts';
import { type AgreementDocument, type AgreementSettings, coderCovers } from './document-tally.ts';

/** A stretch (run of characters, or a segment) of one document with who of those who judged it coded it and who did not. */
export type JudgedSpan = Span & {
  /** Place of the document in the input. */
  readonly document: number;
  readonly coded: readonly number[];
  readonly notCoded: readonly number[];
  /** Units the stretch is worth: its characters, or 1 for a segment. */
  readonly units: number;
};

/** The passages behind the numbers of one code: added up, the units are those of its table. */
export type CodePassages = {
  /** Coded by all who judged them. */
  readonly agreed: readonly JudgedSpan[];
  /** Coded by some and not by others. */
  readonly disputed: readonly JudgedSpan[];
};

/**
 * Where the coders agree and disagree on a code, in the order of the documents and the text. What all left uncoded is
 * not listed. The same documents and settings as for `agreementByCode` give the same numbers.
 */
export function passagesOfCode(
  documents: readonly AgreementDocument[],
  settings: AgreementSettings,
  code: number,
): CodePassages {
  const passages = documents.flatMap((document, place) => {
    const raters = [...new Set(document.done)].sort((a, b) => a - b);
    if (raters.length < 2) {
      return [];
    }
    const codings = document.codings.filter((coding) => coding.code === code && raters.includes(coding.coder));
    return codedRuns(eligibleUnits(document.units), coderCovers(codings), settings.unit, document.shown).map((run) =>
      judgedSpan(run, place, raters),
    );
  });
  return {
    agreed: passages.filter((passage) => passage.notCoded.length === 0),
    disputed: passages.filter((passage) => passage.notCoded.length > 0),
  };
}

function judgedSpan({ start, end, coders, units }: CodedRun, document: number, raters: readonly number[]): JudgedSpan {
  const coded = codersIn(coders);
  return { document, start, end, coded, notCoded: raters.filter((coder) => !coded.includes(coder)), units };
}
