import type { Client } from '../../shared/contract/client.ts';
import type { UnitizingFigures } from '../../shared/contract/methods/agreement.ts';
import type { Input } from '../../shared/contract/methods.ts';
import { type Measure, numberOrNull } from './named-measures.ts';

const unitizingNames = {
  binary: 'bar_u_alpha',
  uAlpha: 'u_alpha',
  coding: 'cu_alpha',
  alphaU: 'alpha_u_1995',
  gamma: 'gamma',
  gammaCat: 'gamma_cat',
} as const;

type UnitizingKey = keyof typeof unitizingNames;
type UnitizingName = (typeof unitizingNames)[UnitizingKey];
const unitizingMeasures = Object.entries(unitizingNames) as [UnitizingKey, UnitizingName][];

/** Numbers or null, with the reasons of the undefined ones beside them. */
export function namedUnitizing(figures: UnitizingFigures) {
  const reasons = unitizingMeasures.flatMap(([key, name]) => {
    const measure: Measure = figures[key];
    return 'undefined' in measure ? [[name, measure.undefined] as const] : [];
  });
  return {
    length: figures.length,
    passages: figures.passages,
    ...(Object.fromEntries(unitizingMeasures.map(([key, name]) => [name, numberOrNull(figures[key])])) as Record<
      UnitizingName,
      number | null
    >),
    coverage_cu: figures.coverage,
    gamma_exact: figures.exact,
    gamma_samples: figures.samples,
    ...(reasons.length > 0 ? { undefined: Object.fromEntries(reasons) } : {}),
  };
}

/** The measures of unitizing in the words of the command line. */
export async function unitizingReport(client: Client, input: Input<'agreement.unitizing'>) {
  const { scope, documents, overall, chance } = await client.call('agreement.unitizing', input);
  return {
    unit: 'character',
    scope,
    ...(chance === null ? {} : { chance }),
    documents: documents.map(({ document, ...figures }) => ({ document: document.name, ...namedUnitizing(figures) })),
    overall: overall && { documents: overall.documents, ...namedUnitizing(overall) },
  };
}
