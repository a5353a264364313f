import { alphaU } from '../../../shared/agreement/unitizing/alpha-u.ts';
import { agreementByCode } from '../../../shared/agreement/coded-units/code-agreement.ts';
import { GAMMA_SETTINGS, gamma } from '../../../shared/agreement/unitizing/gamma.ts';
import { spanAgreement, type SpanAgreement } from '../../../shared/agreement/spans/span-agreement.ts';
import { uAlphaFamily } from '../../../shared/agreement/unitizing/u-alpha-family.ts';
import { figure } from '../agreement-tables.ts';
import { type Measure, namedMeasures, numberOrNull } from '../named-measures.ts';
import { print, printTable } from '../output.ts';
import { readSpans, type SpanData } from './spans.ts';

/** Spans from which gamma takes minutes: beyond, it is computed only where asked for. */
const manySpans = 400;

function spanNames({ exact, overlap, iou }: SpanAgreement) {
  return { exact: numberOrNull(exact), overlap: numberOrNull(overlap), iou50: numberOrNull(iou) };
}

function continuumOf({ coders, codings, length }: SpanData) {
  const ofCoder = (coder: number) => codings.filter((coding) => coding.coder === coder);
  return { start: 0, end: length, coders: coders.map((_, coder) => ofCoder(coder)) };
}

/** A value or null, with the reason beside it. */
function named(name: string, measure: Measure): Record<string, unknown> {
  return {
    [name]: numberOrNull(measure),
    ...('undefined' in measure ? { [`${name}_undefined`]: measure.undefined } : {}),
  };
}

function gammaReport(data: SpanData, isWanted: boolean): Record<string, unknown> {
  if (!isWanted && data.codings.length > manySpans) {
    return { gamma: null, gamma_undefined: 'many_spans_ask_with_--gamma', gamma_cat: null };
  }
  const { gamma: value, gammaCat, exact, chance } = gamma(continuumOf(data), GAMMA_SETTINGS);
  return { ...named('gamma', value), ...named('gamma_cat', gammaCat), gamma_exact: exact, gamma_chance: chance };
}

/** Everything spans on one text come to: per code by positions and by passages, and the measures of unitizing. */
export function spansReport(path: string, length: number, isGammaWanted: boolean) {
  const data = readSpans(path, length);
  const { coders, codes, codings } = data;
  const documents = [{ units: [{ start: 0, end: length }], codings, done: coders.map((_, coder) => coder) }];
  const counted = { coders: coders.length, codes: codes.length };
  const agreement = agreementByCode({ documents, ...counted, unit: { kind: 'character' } });
  const spans = spanAgreement(documents, counted);
  const continuum = continuumOf(data);
  const family = uAlphaFamily(continuum);
  const byLength = alphaU(continuum);
  const { pooled, macro } = agreement.overall;
  return {
    coders,
    length,
    spans: codings.length,
    codes: codes.map((code, place) => {
      const { codings: counts, coded, both, table, measures } = agreement.codes[place]!;
      const ofLength = byLength.codes.find((each) => each.code === place);
      const ofFamily = family.codes.find((each) => each.code === place);
      return {
        code,
        spans: counts,
        positions: coded,
        both,
        ...(table === null ? {} : { table }),
        ...namedMeasures(measures),
        span_f1: spanNames(spans.codes[place]!),
        alpha_u_1995: ofLength === undefined ? null : numberOrNull(ofLength.alpha),
        k_u_alpha: ofFamily === undefined ? null : numberOrNull(ofFamily.alpha),
        k_u_coverage: ofFamily?.coverage ?? null,
      };
    }),
    overall: {
      pooled: { n: pooled.n, ...namedMeasures(pooled.measures), span_f1: spanNames(spans.pooled) },
      macro: {
        percent_agreement: numberOrNull(macro.percentAgreement.mean),
        cohen_kappa: numberOrNull(macro.cohenKappa.mean),
        krippendorff_alpha: numberOrNull(macro.krippendorffAlpha.mean),
        gwet_ac1: numberOrNull(macro.gwetAc1.mean),
        f1: numberOrNull(macro.positiveAgreement.mean),
      },
    },
    ...named('alpha_u_1995', byLength.overall),
    ...named('u_alpha', family.uAlpha),
    ...named('bar_u_alpha', family.binary),
    ...named('cu_alpha', family.coding),
    coverage_cu: 'value' in family.coding ? family.coverage : null,
    ...gammaReport(data, isGammaWanted),
  };
}

const overallNames = ['alpha_u_1995', 'u_alpha', 'bar_u_alpha', 'cu_alpha', 'gamma', 'gamma_cat'] as const;

/** The same for people. */
export function printSpans(report: ReturnType<typeof spansReport>): void {
  print(`${report.spans} spans of the coders ${report.coders.join(', ')} on ${report.length} positions`);
  printTable(
    [
      'code',
      ...report.coders,
      'both',
      'agree',
      'kappa',
      'alpha',
      'AC1',
      'F1',
      'span F1 exact',
      'overlap',
      'IoU ≥ .5',
      'α_U',
    ],
    report.codes.map((code) => [
      code.code,
      ...code.positions.map(String),
      String(code.both),
      figure(code.percent_agreement),
      figure(code.cohen_kappa),
      figure(code.krippendorff_alpha),
      figure(code.gwet_ac1),
      figure(code.f1),
      figure(code.span_f1.exact),
      figure(code.span_f1.overlap),
      figure(code.span_f1.iou50),
      figure(code.alpha_u_1995),
    ]),
  );
  const all = report as unknown as Record<string, number | string | null | undefined>;
  printTable(
    ['over all codes', 'value', 'why not defined'],
    overallNames.map((name) => [
      name,
      figure((all[name] ?? null) as number | null),
      String(all[`${name}_undefined`] ?? ''),
    ]),
  );
}
