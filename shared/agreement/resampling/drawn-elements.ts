import { eligibleUnits } from '../../analysis/units.ts';
import { codedRuns } from '../coded-units/coded-runs.ts';
import type { CoderMask } from '../coded-units/coder-mask.ts';
import {
  type AgreementDocument,
  type AgreementSettings,
  coderCovers,
  type DocumentTally,
  documentTally,
  isCompared,
} from '../coded-units/document-tally.ts';

/** Units of one code that exactly these coders coded, out of those in an element. */
export type CodedShare = { readonly code: number; readonly coders: CoderMask; readonly units: number };

/** What is drawn when resampling: a document, or a unit. `times` says how many of the kind there are. */
export type DrawnElement = {
  readonly raters: CoderMask;
  readonly units: number;
  readonly coded: readonly CodedShare[];
  readonly times: number;
};

/** The documents compared, each for itself. */
export function documentElements(tallies: readonly DocumentTally[]): DrawnElement[] {
  return tallies.filter(isCompared).map(({ raters, units, coded }) => ({
    raters,
    units,
    coded: [...coded].flatMap(([code, counts]) => counts.map((count) => ({ code, ...count }))),
    times: 1,
  }));
}

/** The segments of the documents compared, those judged alike on every code as one element. Not for characters. */
export function unitElements(documents: readonly AgreementDocument[], settings: AgreementSettings): DrawnElement[] {
  const kinds = new Map<string, { raters: CoderMask; coded: CodedShare[]; times: number }>();
  const add = (raters: CoderMask, coded: CodedShare[], times: number): void => {
    const key = [raters, ...coded.map(({ code, coders }) => `${code}:${coders}`)].join(' ');
    const known = kinds.get(key);
    if (known === undefined) {
      kinds.set(key, { raters, coded, times });
    } else {
      known.times += times;
    }
  };
  for (const document of documents) {
    const tally = documentTally(document, settings);
    if (isCompared(tally)) {
      const byUnit = codedSegments(document, settings);
      for (const coded of byUnit.values()) {
        add(tally.raters, coded, 1);
      }
      add(tally.raters, [], tally.units - byUnit.size);
    }
  }
  return [...kinds.values()].filter(({ times }) => times > 0).map((kind) => ({ ...kind, units: 1 }));
}

/** For the start of every segment somebody coded: who coded it with what, by ascending code. */
function codedSegments(document: AgreementDocument, { unit }: AgreementSettings): Map<number, CodedShare[]> {
  const raters = new Set(document.done);
  const units = eligibleUnits(document.units);
  const byUnit = new Map<number, CodedShare[]>();
  const ofRaters = document.codings.filter(({ coder }) => raters.has(coder));
  for (const [code, spans] of [...Map.groupBy(ofRaters, (coding) => coding.code)].sort(([a], [b]) => a - b)) {
    for (const { start, coders } of codedRuns(units, coderCovers(spans), unit)) {
      const here = byUnit.get(start);
      const share = { code, coders, units: 1 };
      if (here === undefined) {
        byUnit.set(start, [share]);
      } else {
        here.push(share);
      }
    }
  }
  return byUnit;
}
