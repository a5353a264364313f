import { usualSeed } from '../../../../shared/statistics/random.ts';
import { agreementByCode } from '../../../../shared/agreement/coded-units/code-agreement.ts';
import { passagesOfCode, type JudgedSpan } from '../../../../shared/agreement/coded-units/code-passages.ts';
import { documentTally } from '../../../../shared/agreement/coded-units/document-tally.ts';
import { documentElements, unitElements } from '../../../../shared/agreement/resampling/drawn-elements.ts';
import { spanAgreement } from '../../../../shared/agreement/spans/span-agreement.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext, Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import type { JudgedPassage } from '../../../../shared/contract/methods/agreement.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { runTask } from '../../jobs/run-task.ts';
import { breakdown } from './agreement-breakdown.ts';
import { comparisonOf } from './agreement-comparison.ts';
import type { AgreementSettings } from './comparison.ts';
import { agreementInput, namedDocument, wireCounts, wireMacro } from './agreement-wire.ts';
import { unitizing } from './agreement-unitizing.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMakers } from '../codings/passages.ts';

/** Draws of the bootstrap, unless told otherwise: stored with every result. */
const usualResamples = 2000;

export function computeAgreement(project: OpenProject, settings: AgreementSettings): Output<'agreement.compute'> {
  const comparison = comparisonOf(project, settings);
  const { codes } = comparison;
  const input = agreementInput(comparison);
  const result = agreementByCode(input);
  const spans = spanAgreement(comparison.uncut, input);
  const { pooled, macro } = result.overall;
  const compared = new Set(result.documents);
  const used = result.codes.filter((code) => code.used);
  return {
    revision: project.store.revision,
    unit: settings.unit,
    scope: comparison.scope,
    rule: comparison.rule,
    children: comparison.children,
    n: result.n,
    coders: comparison.coders.map(({ id, name }) => ({ id: asId<'coder'>(id), name })),
    documents: comparison.rows.filter((_, place) => compared.has(place)).map(namedDocument),
    notDone: comparison.rows.filter((_, place) => !compared.has(place)).map(namedDocument),
    outside: result.codingsOutsideUnits,
    codes: used.map((code) => ({
      code: asId<'code'>(codes[code.code]!),
      ...wireCounts(code),
      measures: code.measures,
      spans: spans.codes[code.code]!,
    })),
    unused: result.codes.filter((code) => !code.used).map((code) => asId<'code'>(codes[code.code]!)),
    overall: {
      pooled: { n: pooled.n, ...wireCounts(pooled), ...pooled.measures, spans: spans.pooled },
      macro: wireMacro(macro),
    },
  };
}

function passages(
  project: OpenProject,
  { code, ...settings }: ParsedInput<'agreement.passages'>,
): Output<'agreement.passages'> {
  // Where passages of a frozen round stood in its text is not kept.
  if (settings.round !== undefined) throw new VerbatimError('round_unit', {});
  const comparison = comparisonOf(project, { ...settings, codes: [code] });
  const makers = new PassageMakers(project);
  const named = (coder: number): string => comparison.coders[coder]!.name;
  const passage = ({ document, coded, notCoded, ...span }: JudgedSpan): JudgedPassage => ({
    ...makers.of(comparison.rows[document]!.row).makeFromCodePoints(span, coded.map(named)),
    notCoded: notCoded.map(named),
  });
  const { agreed, disputed } = passagesOfCode(
    comparison.documents,
    { coders: comparison.coders.length, unit: comparison.unit },
    0,
  );
  return { agreed: agreed.map(passage), differing: disputed.map(passage) };
}

/** Intervals of every coefficient, drawn in a thread of its own: other calls come in meanwhile, and a cancelled one stops. */
export async function agreementIntervals(
  project: OpenProject,
  input: ParsedInput<'agreement.intervals'>,
  call: CallContext,
): Promise<Output<'agreement.intervals'>> {
  const { resampling = 'documents', resamples = usualResamples, seed = usualSeed, ...settings } = input;
  if (resampling === 'units' && settings.unit === 'character') throw new VerbatimError('characters_not_drawn', {});
  const { revision } = project.store;
  const comparison = comparisonOf(project, settings);
  const { codes, documents } = comparison;
  const counted = agreementInput(comparison);
  const tallies = documents.map((document) => documentTally(document, counted));
  const used = [...new Set(tallies.flatMap((tally) => [...tally.codings.keys()]))].sort((a, b) => a - b);
  const elements = resampling === 'units' ? unitElements(documents, counted) : documentElements(tallies);
  const task = { coders: counted.coders, codes: counted.codes, elements, used, resampling, resamples, seed };
  const { generator, ...result } = await runTask('agreement.resample', task, call);
  return {
    revision,
    level: 0.95,
    resampling,
    elements: result.elements,
    drawn: generator === null ? null : { resamples, seed, generator },
    codes: used.map((code) => ({ code: asId<'code'>(codes[code]!), measures: result.codes[code]! })),
    pooled: result.pooled,
    macro: result.macro,
  };
}

type Names =
  | 'agreement.compute'
  | 'agreement.intervals'
  | 'agreement.passages'
  | 'agreement.breakdown'
  | 'agreement.unitizing';

export function agreementService(context: Context): Service<Names> {
  return {
    'agreement.compute': (settings) => computeAgreement(context.project(), settings),
    'agreement.intervals': (input, call) => agreementIntervals(context.project(), input, call),
    'agreement.passages': (input) => passages(context.project(), input),
    'agreement.unitizing': (input, call) => unitizing(context.project(), input, call),
    'agreement.breakdown': (input) => breakdown(context.project(), input),
  };
}
