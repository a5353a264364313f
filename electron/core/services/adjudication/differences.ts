import type { Difference, DifferenceKind } from '../../../../shared/agreement/spans/differences.ts';
import { settles } from '../../../../shared/agreement/spans/gold-layer.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import type { AdjudicationDecision, QueuedDifference } from '../../../../shared/contract/methods/adjudication.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMaker } from '../codings/passages.ts';
import { comparedDocuments, type ComparedDocument, type Decided, spanWith } from './compared-document.ts';

const usualLimit = 2000;

/** A decision in the words of the contract; positions in UTF-16. */
function wireDecision(
  { row, settled }: Decided,
  { positions }: ComparedDocument,
  codes: readonly string[],
  names: ReadonlyMap<string, string>,
): AdjudicationDecision {
  return {
    id: asId<'adjudication'>(row.id),
    verdict: row.verdict as AdjudicationDecision['verdict'],
    chosen: row.chosen === null ? null : asId<'coder'>(row.chosen),
    reason: row.reason,
    decidedBy: asId<'coder'>(row.decided_by),
    decidedByName: names.get(row.decided_by) ?? row.decided_by,
    decidedAt: row.decided_at,
    outcome: settled.outcome.map((span) => ({
      ...spanWith(positions.toUtf16, span),
      code: asId<'code'>(codes[span.code]!),
    })),
  };
}

/** Where the coders differ, with passages and decisions, at most `limit` of them; the counts are of all. */
export function differenceQueue(
  project: OpenProject,
  { code, limit = usualLimit, ...settings }: ParsedInput<'agreement.differences'>,
): Output<'agreement.differences'> {
  const { comparison, documents } = comparedDocuments(project, settings);
  const { codes, coders, rows } = comparison;
  const names = coderNames(project);
  const wanted = code === undefined ? null : codes.indexOf(code);
  const kinds: Record<DifferenceKind, number> = { boundary: 0, different: 0, missed: 0, extra: 0 };
  let total = 0;
  let decided = 0;
  const differences: QueuedDifference[] = [];
  for (const document of documents) {
    let maker: PassageMaker | null = null;
    for (const difference of document.differences) {
      if (wanted !== null && difference.code !== wanted && difference.otherCode !== wanted) continue;
      const settled = document.decided.find((each) => settles(each.settled, difference));
      total += 1;
      kinds[difference.kind] += 1;
      if (settled) decided += 1;
      if (differences.length >= limit) continue;
      maker ??= new PassageMaker(project, rows[document.place]!.row);
      differences.push({
        ...wireDifference(difference, document, codes, maker),
        decision: settled ? wireDecision(settled, document, codes, names) : null,
      });
    }
  }
  return {
    revision: project.store.revision,
    coders: coders.map(({ id, name }) => ({ id: asId<'coder'>(id), name })),
    total,
    decided,
    kinds,
    differences,
  };
}

function wireDifference(
  difference: Difference,
  { positions }: ComparedDocument,
  codes: readonly string[],
  maker: PassageMaker,
): Omit<QueuedDifference, 'decision'> {
  const { kind, code, otherCode, coded, notCoded, decisions } = difference;
  const span = spanWith(positions.toUtf16, difference);
  const { document, documentName, language, quote, speaker, turn, time } = maker.make(span, []);
  return {
    ...span,
    document,
    documentName,
    language,
    quote,
    speaker,
    turn,
    time,
    kind,
    code: asId<'code'>(codes[code]!),
    otherCode: otherCode === null ? null : asId<'code'>(codes[otherCode]!),
    coded: [...coded],
    notCoded: [...notCoded],
    decisions: decisions.map((decision) => ({
      ...spanWith(positions.toUtf16, decision),
      coder: decision.coder,
      code: asId<'code'>(codes[decision.code]!),
    })),
  };
}
