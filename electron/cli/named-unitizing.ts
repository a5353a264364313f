import type { Client } from '../../shared/contract/client.ts';
import type { UnitizingFigures } from '../../shared/contract/methods/agreement.ts';
import type { Input } from '../../shared/contract/methods.ts';
import { numbersByName, reasonsByName } from './named-measures.ts';

const unitizingNames = {
  binary: 'bar_u_alpha',
  uAlpha: 'u_alpha',
  coding: 'cu_alpha',
  alphaU: 'alpha_u_1995',
  gamma: 'gamma',
  gammaCat: 'gamma_cat',
} as const;

type UnitizingKey = keyof typeof unitizingNames;
const unitizingMeasures = Object.entries(unitizingNames) as [UnitizingKey, (typeof unitizingNames)[UnitizingKey]][];

/** Numbers or null, with the reasons of the undefined ones beside them. */
function namedUnitizing(figures: UnitizingFigures) {
  return {
    length: figures.length,
    passages: figures.passages,
    ...numbersByName(unitizingMeasures, figures),
    coverage_cu: figures.coverage,
    gamma_exact: figures.exact,
    gamma_samples: figures.samples,
    ...reasonsByName(unitizingMeasures, figures),
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
