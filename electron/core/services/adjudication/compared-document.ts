import { type Compared, differencesIn } from '../../../../shared/agreement/spans/differences.ts';
import { settles, type Settled } from '../../../../shared/agreement/spans/gold-layer.ts';
import { firstEndingAfter } from '../../../../shared/analysis/spans.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import {
  type AdjudicationRow,
  adjudicationQueries,
  goldCodingQueries,
} from '../../store/repositories/adjudication-table.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { comparisonOf } from '../agreement/agreement-comparison.ts';
import type { AgreementSettings, Comparison } from '../agreement/comparison.ts';
import type { OpenProject } from '../project/open-project.ts';

/** Positions of one document both ways; a text without astral characters needs no reading. */
export type Positions = {
  readonly toUtf16: (position: number) => number;
  readonly toCodePoint: (position: number) => number;
};

function positionsIn(project: OpenProject, row: DocumentRow): Positions {
  if (row.utf16_length === row.code_points) return { toUtf16: (at) => at, toCodePoint: (at) => at };
  return codePointOffsets(project.texts.of(row));
}

export function spanWith(convert: (position: number) => number, { start, end }: Span): Span {
  return { start: convert(start), end: convert(end) };
}

/** A decision as it is stored, and what it settles in code points with codes by number. */
export type Decided = { readonly row: AdjudicationRow; readonly settled: Settled };

/** One document of a comparison: where its coders differ and what was decided of that, in code points. */
export type ComparedDocument = Compared & {
  /** Place of the document in the comparison. */
  readonly place: number;
  readonly positions: Positions;
  readonly decided: readonly Decided[];
  /** Codes by number about which something is open. */
  readonly open: ReadonlySet<number>;
};

/**
 * The documents at least two of the coders are done with, decision by decision. Child codes stand for themselves here,
 * whatever the settings say: a passage is decided for the code it has. Throws as `comparisonOf`.
 */
export function comparedDocuments(
  project: OpenProject,
  settings: AgreementSettings,
): { readonly comparison: Comparison; readonly documents: readonly ComparedDocument[] } {
  const comparison = comparisonOf(project, { ...settings, children: 'apart' });
  const numbers = new Map(comparison.codes.map((code, number) => [code, number]));
  const stored = Map.groupBy(project.store.all(adjudicationQueries.all), ({ document }) => document);
  const gold = Map.groupBy(project.store.all(goldCodingQueries.all), ({ adjudication }) => adjudication);
  const documents = comparison.rows.flatMap((document, place): ComparedDocument[] => {
    const { codings, done, units } = comparison.uncut[place]!;
    const compared = differencesIn(codings, done);
    if (new Set(done).size < 2) return [];
    const inScope = ({ start, end }: Span): boolean => {
      const unit = units[firstEndingAfter(units, start)];
      return unit !== undefined && unit.start < end;
    };
    const positions = positionsIn(project, document.row);
    const decided = (stored.get(document.row.id) ?? []).flatMap((row): Decided[] => {
      const codes = [row.code, ...(row.other_code === null ? [] : [row.other_code])].map((code) => numbers.get(code));
      if (codes.includes(undefined)) return [];
      const outcome = (gold.get(row.id) ?? []).flatMap(({ code, start_at, end_at }) => {
        const number = numbers.get(code);
        if (number === undefined) return [];
        return [{ code: number, ...spanWith(positions.toCodePoint, { start: start_at, end: end_at }) }];
      });
      const span = spanWith(positions.toCodePoint, { start: row.start_at, end: row.end_at });
      return [{ row, settled: { ...span, codes: codes as number[], outcome } }];
    });
    const differences = compared.differences.filter(inScope);
    const open = new Set(
      differences
        .filter((difference) => !decided.some(({ settled }) => settles(settled, difference)))
        .flatMap(({ code, otherCode }) => (otherCode === null ? [code] : [code, otherCode])),
    );
    return [{ place, positions, decided, open, differences, agreed: compared.agreed.filter(inScope) }];
  });
  return { comparison, documents };
}
