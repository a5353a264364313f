import type { AgreementDocument, CoderCoding } from '../../../shared/agreement/document-tally.ts';
import type { UnitRule } from '../../../shared/analysis/units.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { ParsedInput } from '../../../shared/contract/methods.ts';
import { coderDocumentQueries, coderQueries } from '../store/repositories/coder-table.ts';
import { type ModelDocument, scopeSpans, type ScopeName } from './analysis-model.ts';
import type { OpenProject } from './open-project.ts';

export type AgreementSettings = ParsedInput<'agreement.compute'>;

/** What is compared: everything the pure functions need, and the rows it came from. */
export type Comparison = {
  readonly coders: readonly { id: string; name: string }[];
  readonly scope: ScopeName;
  readonly rule: 'any' | 'half';
  readonly unit: UnitRule;
  readonly rows: readonly ModelDocument[];
  readonly documents: readonly AgreementDocument[];
};

/** The coders asked for; else all who have coded or finished anything. Throws `coders_too_few`. */
function chosenCoders(project: OpenProject, wanted: AgreementSettings['coders']): { id: string; name: string }[] {
  const done = new Set(project.store.all(coderDocumentQueries.all).map(({ coder }) => coder));
  const all = project.store.all(coderQueries.counted);
  const chosen = wanted
    ? wanted.map((id) => {
        const coder = all.find((each) => each.id === id);
        if (!coder) throw new VerbatimError('not_found', { kind: 'coder', name: id });
        return coder;
      })
    : all.filter(({ id, codings }) => codings > 0 || done.has(id));
  if (new Set(chosen).size < 2) throw new VerbatimError('coders_too_few', {});
  return chosen.map(({ id, name }) => ({ id, name }));
}

/** Coders, scope, units and codings as the settings ask for them; codes numbered in the order given. Throws `coders_too_few`, `not_found`. */
export function comparisonOf(project: OpenProject, settings: AgreementSettings, codes: readonly string[]): Comparison {
  const coders = chosenCoders(project, settings.coders);
  const scope = settings.scope ?? (settings.unit === 'character' ? 'text' : 'respondent');
  const rule = settings.rule ?? 'any';
  const unit: UnitRule = settings.unit === 'character' ? { kind: 'character' } : { kind: 'segment', rule };
  const coderNumbers = new Map(coders.map(({ id }, number) => [id, number]));
  const codeNumbers = new Map(codes.map((code, number) => [code, number]));
  const doneBy = Map.groupBy(project.store.all(coderDocumentQueries.all), ({ document }) => document);
  const rows = project.analysis.documents();
  const documents = rows.map((document): AgreementDocument => {
    const codings: CoderCoding[] = [];
    for (const { code, coder, start, end } of document.codings) {
      const coderNumber = coderNumbers.get(coder);
      const codeNumber = codeNumbers.get(code);
      if (coderNumber !== undefined && codeNumber !== undefined)
        codings.push({ code: codeNumber, coder: coderNumber, start, end });
    }
    const done = (doneBy.get(document.row.id) ?? []).flatMap(({ coder }) => coderNumbers.get(coder) ?? []);
    // Turns are the units of the turn unit in every scope: the whole text would be one single unit.
    const units = settings.unit === 'turn' && scope === 'text' ? document.turns : scopeSpans(document, scope);
    return { units, codings, done };
  });
  return { coders, scope, rule, unit, rows, documents };
}
