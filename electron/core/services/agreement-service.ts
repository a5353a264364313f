import { agreementByCode } from '../../../shared/agreement/code-agreement.ts';
import { passagesOfCode, type JudgedSpan } from '../../../shared/agreement/code-passages.ts';
import { documentBootstrap } from '../../../shared/agreement/document-bootstrap.ts';
import { documentTally } from '../../../shared/agreement/document-tally.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { CallContext, Output, ParsedInput } from '../../../shared/contract/methods.ts';
import type { AlphaEstimate } from '../../../shared/contract/methods/analysis.ts';
import type { Passage } from '../../../shared/contract/schema/entities.ts';
import { asId } from '../../../shared/domain/ids.ts';
import type { BootstrapSummary } from '../../../shared/statistics/resampling.ts';
import { type AgreementSettings, comparisonOf } from './agreement-comparison.ts';
import type { ModelDocument } from './analysis-model.ts';
import { breathe, type Context, type Service } from './context.ts';
import type { OpenProject } from './open-project.ts';
import { PassageMaker } from './passages.ts';

/** Draws of the bootstrap, and where its random numbers begin, unless told otherwise: stored with every result. */
const usualResamples = 2000;
const usualSeed = 1;

function named({ row }: ModelDocument) {
  return { id: asId<'document'>(row.id), name: row.name };
}

function compute(project: OpenProject, settings: AgreementSettings): Output<'agreement.compute'> {
  const comparison = comparisonOf(project, settings);
  const { codes } = comparison;
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
        code: asId<'code'>(codes[code.code]!),
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
  const comparison = comparisonOf(project, { ...settings, codes: [code] });
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

function estimateOf({ interval, undefined: undefinedResamples, below667, below80 }: BootstrapSummary): AlphaEstimate {
  return { interval, undefinedResamples, below667, below80 };
}

/** Intervals of α over documents, step by step: other calls come in between, and a cancelled one stops. */
async function intervals(
  project: OpenProject,
  { resamples = usualResamples, seed = usualSeed, ...settings }: ParsedInput<'agreement.intervals'>,
  call: CallContext,
): Promise<Output<'agreement.intervals'>> {
  const { revision } = project.store;
  const { coders, codes, unit, documents } = comparisonOf(project, settings);
  const counted = { coders: coders.length, codes: codes.length };
  const tallies = documents.map((document) => documentTally(document, { coders: coders.length, unit }));
  const run = documentBootstrap(tallies, counted, { resamples, seed });
  let step = run.next();
  while (step.done !== true) {
    if (call.signal.aborted) throw new VerbatimError('cancelled', {});
    call.progress(step.value, resamples);
    await breathe();
    step = run.next();
  }
  const { record, pooled, macro, ...result } = step.value;
  const used = new Set(tallies.flatMap((tally) => [...tally.codings.keys()]));
  return {
    revision,
    level: 0.95,
    documents: result.documents,
    resamples: record.resamples,
    seed: record.seed,
    generator: record.generator,
    codes: result.codes.flatMap(({ krippendorffAlpha }, code) =>
      used.has(code) ? [{ code: asId<'code'>(codes[code]!), alpha: estimateOf(krippendorffAlpha) }] : [],
    ),
    pooled: estimateOf(pooled.krippendorffAlpha),
    macro: estimateOf(macro.krippendorffAlpha),
  };
}

type Names = 'agreement.compute' | 'agreement.intervals' | 'agreement.passages';

export function agreementService(context: Context): Service<Names> {
  return {
    'agreement.compute': (settings) => compute(context.project(), settings),
    'agreement.intervals': (input, call) => intervals(context.project(), input, call),
    'agreement.passages': (input) => passages(context.project(), input),
  };
}
