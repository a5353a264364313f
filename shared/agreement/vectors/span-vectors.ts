import type { Span } from '../../domain/span.ts';
import { agreementByCode } from '../coded-units/code-agreement.ts';
import { characterF1 } from '../spans/character-f1.ts';
import { type SpanCriterion, spanF1 } from '../spans/span-f1.ts';
import { valueOrNull } from './figures.ts';
import type { Figures, Vector } from './vector.ts';

function spansOf(spans: readonly (readonly [number, number])[] | undefined): Span[] {
  return (spans ?? []).map(([start, end]) => ({ start, end }));
}

/** Coefficients of one code on the units of a text: how the program itself counts. */
function binaryFigures({ data, params }: Vector): Figures {
  const units =
    data.unit === 'character'
      ? [{ start: 0, end: Array.from(data.text ?? '').length }]
      : spansOf(data.units as readonly (readonly [number, number])[]);
  const codings = [data.coder1, data.coder2].flatMap((spans, coder) =>
    spansOf(spans).map((span) => ({ ...span, coder, code: 0 })),
  );
  const rule = (data.rule ?? params['rule']) === 'half' ? 'half' : 'any';
  const { codes } = agreementByCode({
    documents: [{ units, codings, done: [0, 1] }],
    coders: 2,
    codes: 1,
    unit: data.unit === 'character' ? { kind: 'character' } : { kind: 'segment', rule },
  });
  const { measures, table } = codes[0]!;
  const { n11, n10, n01, n00 } = table!;
  return {
    table: [
      [n00, n01],
      [n10, n11],
    ],
    percent_agreement: valueOrNull(measures.percentAgreement),
    cohen_kappa: valueOrNull(measures.cohenKappa),
    alpha: valueOrNull(measures.krippendorffAlpha),
    gwet_ac1: valueOrNull(measures.gwetAc1),
    positive_agreement_F1: valueOrNull(measures.positiveAgreement),
  };
}

/** `exact`, `overlap`, or `iou50` and the like. */
function criterionNamed(name: string): SpanCriterion | null {
  if (name === 'exact' || name === 'overlap') {
    return { kind: name };
  }
  const percent = /^iou(\d+)$/.exec(name)?.[1];
  return percent === undefined ? null : { kind: 'iou', least: Number(percent) / 100 };
}

function f1Figures({ data, expected }: Vector): Figures {
  const first = spansOf(data.coder1);
  const second = spansOf(data.coder2);
  const asked = [expected['matched'], expected['f1']].flatMap((figures) => Object.keys(figures ?? {}));
  const results = [...new Set(['exact', 'overlap', 'iou50', ...asked])].flatMap((name) => {
    const criterion = criterionNamed(name);
    return criterion === null ? [] : [[name, spanF1(first, second, criterion)] as const];
  });
  return {
    n1: first.length,
    n2: second.length,
    matched: Object.fromEntries(results.map(([name, result]) => [name, result.matched])),
    f1: Object.fromEntries(results.map(([name, result]) => [name, valueOrNull(result.f1)])),
    character_f1: valueOrNull(characterF1(first, second)),
  };
}

/** Agreement of two coders' spans of one code. */
export const spanVectors: Readonly<Record<string, (vector: Vector) => Figures>> = {
  pairwise_span_f1: f1Figures,
  span_binary_agreement: binaryFigures,
};
