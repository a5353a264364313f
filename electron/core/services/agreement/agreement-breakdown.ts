import { agreementByDocument, agreementByPair } from '../../../../shared/agreement/coded-units/breakdown.ts';
import type { AgreementByCode } from '../../../../shared/agreement/coded-units/code-agreement.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { comparisonOf } from './agreement-comparison.ts';
import { agreementInput, namedDocument, wireCounts, wireMacro } from './agreement-wire.ts';
import type { OpenProject } from '../project/open-project.ts';

function partOf(agreement: AgreementByCode, codes: readonly string[]) {
  const { pooled, macro } = agreement.overall;
  return {
    n: agreement.n,
    pooled: { ...wireCounts(pooled), ...pooled.measures },
    macro: wireMacro(macro),
    codes: agreement.codes
      .filter(({ used }) => used)
      .map((code) => ({ code: asId<'code'>(codes[code.code]!), ...wireCounts(code), measures: code.measures })),
  };
}

/** The same figures document by document, or for every two coders. */
export function breakdown(
  project: OpenProject,
  { by, ...settings }: ParsedInput<'agreement.breakdown'>,
): Output<'agreement.breakdown'> {
  const comparison = comparisonOf(project, settings);
  const { codes, coders, rows } = comparison;
  const input = agreementInput(comparison);
  const documents = by === 'document' ? agreementByDocument(input) : [];
  const pairs = by === 'pair' ? agreementByPair(input) : [];
  return {
    documents: documents.map(({ document, agreement }) => ({
      document: namedDocument(rows[document]!),
      ...partOf(agreement, codes),
    })),
    pairs: pairs.map(({ first, second, agreement }) => ({
      coders: [coders[first]!.name, coders[second]!.name],
      documents: agreement.documents.length,
      ...partOf(agreement, codes),
    })),
  };
}
