import type { CoderCoding } from '../../../../shared/agreement/coded-units/document-tally.ts';
import { usualScope } from '../../../../shared/analysis/unit-names.ts';
import type { UnitRule } from '../../../../shared/analysis/units.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { roundQueries, roundTable } from '../../store/repositories/round-table.ts';
import type { AgreementSettings, Comparison } from './comparison.ts';
import type { ModelDocument, ModelTurn } from '../analysis/analysis-model.ts';
import type { OpenProject } from '../project/open-project.ts';

type FrozenDocument = {
  readonly document: string;
  readonly name: string;
  readonly codePoints: number;
  readonly turns: readonly ModelTurn[];
  readonly done: readonly string[];
};

function unitsOf({ codePoints, turns }: FrozenDocument, unit: string, scope: string): readonly Span[] {
  if (scope === 'text' && unit === 'character') return [{ start: 0, end: codePoints }];
  return scope === 'respondent' ? turns.filter(({ role }) => role === 'respondent') : turns;
}

/** A frozen document as what names it; there is no row behind it any more that could be read. */
function namedOnly({ document, name }: FrozenDocument): ModelDocument {
  return { row: { id: document, name } as ModelDocument['row'], turns: [], codings: [] };
}

/**
 * Coders, codes, units and codings of a round as they were frozen. Child codes stand for themselves. Throws `not_found`,
 * `round_unit` for units that need the text, `coders_too_few`.
 */
export function frozenComparison({ store }: OpenProject, round: string, settings: AgreementSettings): Comparison {
  needed('round', round, store.row(roundTable, round));
  if (settings.unit !== 'turn' && settings.unit !== 'character') throw new VerbatimError('round_unit', {});
  const wanted = settings.coders && new Set<string>(settings.coders);
  const coders = store
    .all(roundQueries.coders, round)
    .filter(({ coder }) => !wanted || wanted.has(coder))
    .map(({ coder, name }) => ({ id: coder, name }));
  if (coders.length < 2) throw new VerbatimError('coders_too_few', {});
  const chosen = settings.codes && new Set<string>(settings.codes);
  const codes = store
    .all(roundQueries.codes, round)
    .map(({ code }) => code)
    .filter((code) => !chosen || chosen.has(code));
  const scope = settings.scope ?? usualScope(settings.unit);
  const rule = settings.rule ?? 'any';
  const unit: UnitRule = settings.unit === 'character' ? { kind: 'character' } : { kind: 'segment', rule };
  const coderNumbers = new Map(coders.map(({ id }, number) => [id, number]));
  const codeNumbers = new Map(codes.map((code, number) => [code, number]));
  const codings = Map.groupBy(store.all(roundQueries.codings, round), ({ document }) => document);
  const frozen = store.all(roundQueries.documents, round).map(
    (row): FrozenDocument => ({
      document: row.document,
      name: row.name,
      codePoints: row.code_points,
      turns: (JSON.parse(row.turns) as [number, number, string | null][]).map(([start, end, role]) => ({
        start,
        end,
        role,
        studyCase: null,
      })),
      done: JSON.parse(row.done) as string[],
    }),
  );
  const shown = settings.documents && new Set<string>(settings.documents);
  const compared = frozen.filter(({ document }) => !shown || shown.has(document));
  const documents = compared.map((document) => ({
    units: unitsOf(document, settings.unit, scope),
    codings: (codings.get(document.document) ?? []).flatMap((row): CoderCoding[] => {
      const [coder, code] = [coderNumbers.get(row.coder), codeNumbers.get(row.code)];
      return coder === undefined || code === undefined ? [] : [{ coder, code, start: row.start_at, end: row.end_at }];
    }),
    done: document.done.flatMap((coder) => coderNumbers.get(coder) ?? []),
  }));
  return {
    coders,
    codes,
    scope,
    rule,
    unit,
    children: 'apart',
    rows: compared.map(namedOnly),
    documents,
    uncut: documents,
    recount: (place, others) => ({ ...documents[place]!, codings: others }),
  };
}
