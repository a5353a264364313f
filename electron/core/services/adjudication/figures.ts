import { agreementByCode } from '../../../../shared/agreement/coded-units/code-agreement.ts';
import type { AgreementDocument } from '../../../../shared/agreement/coded-units/document-tally.ts';
import { goldLayer, reconciled, settles } from '../../../../shared/agreement/spans/gold-layer.ts';
import { agreementMeasures } from '../../../../shared/agreement/coded-units/measures.ts';
import { contingencyTable, pooledRatings } from '../../../../shared/agreement/coefficients/ratings.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { AgreementSettings, Comparison } from '../agreement/comparison.ts';
import { agreementInput, wireMacro } from '../agreement/agreement-wire.ts';
import type { OpenProject } from '../project/open-project.ts';
import { type ComparedDocument, comparedDocuments } from './compared-document.ts';

/** The documents with every decision taken over by all coders. */
function reconciledDocuments(comparison: Comparison, documents: readonly ComparedDocument[]): AgreementDocument[] {
  const byPlace = new Map(documents.map((document) => [document.place, document]));
  return comparison.uncut.map((uncut, place) => {
    const settled = byPlace.get(place)?.decided.map((each) => each.settled) ?? [];
    return settled.length === 0
      ? comparison.documents[place]!
      : comparison.recount(place, reconciled(uncut.codings, settled, uncut.done));
  });
}

/** The ratings of a coder (0) and of the agreed layer (1) on the codes and documents in which nothing is open. */
function againstGold(comparison: Comparison, documents: readonly ComparedDocument[], coder: number) {
  const layers = documents.map((document) => ({
    document,
    gold: goldLayer(
      document.agreed,
      document.decided.map(({ settled }) => settled),
    ),
  }));
  const matrices = comparison.codes.flatMap((_, code) => {
    const closed = layers.filter(
      ({ document }) => !document.open.has(code) && comparison.uncut[document.place]!.done.includes(coder),
    );
    const compared = closed.map(({ document, gold }) => {
      const own = comparison.uncut[document.place]!.codings.filter((one) => one.coder === coder && one.code === code);
      const codings = [
        ...own.map(({ start, end }) => ({ start, end, code: 0, coder: 0 })),
        ...gold.flatMap((one) => (one.code === code ? [{ start: one.start, end: one.end, code: 0, coder: 1 }] : [])),
      ];
      return { ...comparison.recount(document.place, codings), done: [0, 1] };
    });
    const [result] = agreementByCode({ documents: compared, coders: 2, codes: 1, unit: comparison.unit }).codes;
    return result!.used ? [result!.ratings] : [];
  });
  return matrices.length > 0 ? pooledRatings(matrices) : { coders: 2, categories: 2, rows: [] };
}

/** Agreement as coded and as decided, and each coder against the agreed layer. */
export function adjudicationFigures(project: OpenProject, settings: AgreementSettings): Output<'adjudication.figures'> {
  const { comparison, documents } = comparedDocuments(project, settings);
  const input = agreementInput(comparison);
  const before = agreementByCode(input);
  const after = agreementByCode({ ...input, documents: reconciledDocuments(comparison, documents) });
  const all = documents.flatMap((document) => document.differences.map((difference) => ({ document, difference })));
  const isDecided = ({ document, difference }: (typeof all)[number]): boolean =>
    document.decided.some(({ settled }) => settles(settled, difference));
  return {
    revision: project.store.revision,
    total: all.length,
    decided: all.filter(isDecided).length,
    before: { pooled: before.overall.pooled.measures, macro: wireMacro(before.overall.macro) },
    after: { pooled: after.overall.pooled.measures, macro: wireMacro(after.overall.macro) },
    gold: comparison.coders.map(({ id, name }, coder) => {
      const matrix = againstGold(comparison, documents, coder);
      const [no, yes] = contingencyTable(matrix);
      const n = matrix.rows.reduce((sum, { count }) => sum + count, 0);
      return {
        coder: asId<'coder'>(id),
        name,
        n,
        both: yes?.[1] ?? 0,
        coderOnly: yes?.[0] ?? 0,
        goldOnly: no?.[1] ?? 0,
        measures: agreementMeasures(matrix),
      };
    }),
    codes: before.codes
      .filter(({ used }) => used)
      .map(({ code, measures }) => ({
        code: asId<'code'>(comparison.codes[code]!),
        open: all.filter(
          (each) => (each.difference.code === code || each.difference.otherCode === code) && !isDecided(each),
        ).length,
        before: measures.krippendorffAlpha,
        after: after.codes[code]!.measures.krippendorffAlpha,
        gold: documents.reduce(
          (sum, { agreed, decided }) =>
            sum +
            goldLayer(
              agreed.filter((one) => one.code === code),
              decided.map(({ settled }) => settled),
            ).filter((one) => one.code === code).length,
          0,
        ),
      })),
  };
}
