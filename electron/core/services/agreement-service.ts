import { agreementByCode } from '../../../shared/agreement/code-agreement.ts';
import { passagesOfCode, type JudgedSpan } from '../../../shared/agreement/code-passages.ts';
import type { AgreementDocument, CoderCoding } from '../../../shared/agreement/document-tally.ts';
import type { UnitRule } from '../../../shared/analysis/units.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Output, ParsedInput } from '../../../shared/contract/methods.ts';
import type { Passage } from '../../../shared/contract/schema/entities.ts';
import { asId } from '../../../shared/domain/ids.ts';
import { coderDocumentQueries, coderQueries } from '../store/repositories/coder-table.ts';
import { type ModelDocument, scopeSpans, type ScopeName } from './analysis-model.ts';
import { listCodes } from './code-list.ts';
import type { Context, Service } from './context.ts';
import type { OpenProject } from './open-project.ts';
import { PassageMaker } from './passages.ts';

type Settings = ParsedInput<'agreement.compute'>;

/** What is compared: everything the pure functions need, and the rows it came from. */
type Comparison = {
  readonly coders: readonly { id: string; name: string }[];
  readonly scope: ScopeName;
  readonly rule: 'any' | 'half';
  readonly unit: UnitRule;
  readonly rows: readonly ModelDocument[];
  readonly documents: readonly AgreementDocument[];
};

/** The coders asked for; else all who have coded or finished anything. Throws `coders_too_few`. */
function chosenCoders(project: OpenProject, wanted: Settings['coders']): { id: string; name: string }[] {
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

function comparisonOf(project: OpenProject, settings: Settings, codes: readonly string[]): Comparison {
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

function named({ row }: ModelDocument) {
  return { id: asId<'document'>(row.id), name: row.name };
}

function compute(project: OpenProject, settings: Settings): Output<'agreement.compute'> {
  const codes = listCodes(project).map(({ id }) => id);
  const comparison = comparisonOf(project, settings, codes);
  const result = agreementByCode({
    documents: comparison.documents,
    coders: comparison.coders.length,
    codes: codes.length,
    unit: comparison.unit,
  });
  const { pooled, macro } = result.overall;
  const compared = new Set(result.documents);
  return {
    revision: project.store.revision,
    unit: settings.unit,
    scope: comparison.scope,
    rule: comparison.rule,
    n: result.n,
    coders: comparison.coders.map(({ id, name }) => ({ id: asId<'coder'>(id), name })),
    documents: comparison.rows.filter((_, place) => compared.has(place)).map(named),
    notDone: comparison.rows.filter((_, place) => !compared.has(place)).map(named),
    outside: result.codingsOutsideUnits,
    codes: result.codes
      .filter((code) => code.used)
      .map((code) => ({
        code: codes[code.code]!,
        counts: [...code.coded],
        both: code.both,
        table: code.table,
        measures: code.measures,
      })),
    overall: {
      pooled: { n: pooled.n, ...pooled.measures },
      macro: {
        percentAgreement: macro.percentAgreement.mean,
        cohenKappa: macro.cohenKappa.mean,
        krippendorffAlpha: macro.krippendorffAlpha.mean,
        gwetAc1: macro.gwetAc1.mean,
        defined: {
          percentAgreement: macro.percentAgreement.definedCount,
          cohenKappa: macro.cohenKappa.definedCount,
          krippendorffAlpha: macro.krippendorffAlpha.definedCount,
          gwetAc1: macro.gwetAc1.definedCount,
        },
      },
    },
  };
}

function passages(
  project: OpenProject,
  { code, ...settings }: ParsedInput<'agreement.passages'>,
): Output<'agreement.passages'> {
  const comparison = comparisonOf(project, settings, [code]);
  const makers = new Map<number, PassageMaker>();
  const passage = ({ document, start, end, coded }: JudgedSpan): Passage => {
    const maker = makers.get(document) ?? new PassageMaker(project, comparison.rows[document]!.row);
    makers.set(document, maker);
    return maker.makeFromCodePoints(
      { start, end },
      coded.map((coder) => comparison.coders[coder]!.name),
    );
  };
  const { agreed, disputed } = passagesOfCode(
    comparison.documents,
    { coders: comparison.coders.length, unit: comparison.unit },
    0,
  );
  return { agreed: agreed.map(passage), differing: disputed.map(passage) };
}

export function agreementService(context: Context): Service<'agreement.compute' | 'agreement.passages'> {
  return {
    'agreement.compute': (settings) => compute(context.project(), settings),
    'agreement.passages': (input) => passages(context.project(), input),
  };
}
