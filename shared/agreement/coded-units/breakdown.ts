import { type AgreementByCode, type AgreementInput, agreementByCode } from './code-agreement.ts';
import { coderPairNumbers } from '../coefficients/coder-pairs.ts';

/** The agreement within each document compared, by its place in the input. */
export function agreementByDocument(
  input: AgreementInput,
): { readonly document: number; readonly agreement: AgreementByCode }[] {
  return input.documents.flatMap((one, document) => {
    const agreement = agreementByCode({ ...input, documents: [one] });
    return agreement.documents.length > 0 ? [{ document, agreement }] : [];
  });
}

/** The agreement of every two coders, over the documents both are done with. */
export function agreementByPair(
  input: AgreementInput,
): { readonly first: number; readonly second: number; readonly agreement: AgreementByCode }[] {
  return coderPairNumbers(input.coders).map(([first, second]) => {
    const number = new Map([
      [first, 0],
      [second, 1],
    ]);
    const documents = input.documents.map((document) => ({
      ...document,
      codings: document.codings.flatMap((coding) => {
        const coder = number.get(coding.coder);
        return coder === undefined ? [] : [{ ...coding, coder }];
      }),
      done: document.done.flatMap((coder) => number.get(coder) ?? []),
    }));
    return { first, second, agreement: agreementByCode({ ...input, coders: 2, documents }) };
  });
}
