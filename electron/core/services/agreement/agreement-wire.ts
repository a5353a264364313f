import type { AgreementCounts, OverallAgreement } from '../../../../shared/agreement/coded-units/code-agreement.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { Comparison } from './comparison.ts';
import type { ModelDocument } from '../analysis/analysis-model.ts';

export function namedDocument({ row }: ModelDocument) {
  return { id: asId<'document'>(row.id), name: row.name };
}

export function wireCounts({ coded, both, prevalence, table }: AgreementCounts) {
  return { counts: [...coded], both, prevalence, table };
}

export function wireMacro(macro: OverallAgreement['macro']) {
  return {
    percentAgreement: macro.percentAgreement.mean,
    cohenKappa: macro.cohenKappa.mean,
    krippendorffAlpha: macro.krippendorffAlpha.mean,
    gwetAc1: macro.gwetAc1.mean,
    positiveAgreement: macro.positiveAgreement.mean,
    defined: {
      percentAgreement: macro.percentAgreement.definedCount,
      cohenKappa: macro.cohenKappa.definedCount,
      krippendorffAlpha: macro.krippendorffAlpha.definedCount,
      gwetAc1: macro.gwetAc1.definedCount,
      positiveAgreement: macro.positiveAgreement.definedCount,
    },
  };
}

/** What the pure functions take of a comparison. */
export function agreementInput({ coders, codes, unit, documents }: Comparison) {
  return { documents, coders: coders.length, codes: codes.length, unit };
}
