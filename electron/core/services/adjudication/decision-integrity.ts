import type { IntegrityFault } from '../../../../shared/contract/methods/project.ts';
import { splitsPair } from '../../../../shared/text/offsets.ts';
import { adjudicationQueries, goldCodingQueries } from '../../store/repositories/adjudication-table.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** Whether a stored list names two coders or more, all of them of this project. */
function areKnown(stored: string, known: ReadonlySet<string>): boolean {
  try {
    const coders: unknown = JSON.parse(stored);
    return Array.isArray(coders) && coders.length >= 2 && coders.every((coder) => known.has(coder as string));
  } catch {
    return false;
  }
}

/**
 * Faults of what was decided in one document: places that leave the text or cut a character in two, agreed codings whose
 * decision is about another document, and decisions between coders there are not.
 */
export function decisionFaults(project: OpenProject, row: DocumentRow): IntegrityFault[] {
  const { id: document, name } = row;
  const text = project.texts.of(row);
  const isSound = ({ start_at: start, end_at: end }: { start_at: number; end_at: number }): boolean =>
    start < end && end <= text.length && !splitsPair(text, start) && !splitsPair(text, end);
  const known = new Set(project.store.all(coderQueries.all).map(({ id }) => id));
  const decisions = project.store.all(adjudicationQueries.ofDocument, document);
  const here = new Set(decisions.map(({ id }) => id));
  const fault = (detail: string): IntegrityFault => ({ kind: 'decision', detail: `${name}: ${detail}` });
  return [
    ...decisions.flatMap((decision) => {
      const { id, start_at: start, end_at: end } = decision;
      return [
        ...(isSound(decision) ? [] : [fault(`decision ${id} at ${start}–${end} is no place of the text`)]),
        ...(areKnown(decision.coders, known) ? [] : [fault(`decision ${id} names coders there are not`)]),
      ];
    }),
    ...project.store.all(goldCodingQueries.ofDocument, document).flatMap((gold) => {
      const { id, adjudication, start_at: start, end_at: end } = gold;
      return [
        ...(isSound(gold) ? [] : [fault(`agreed coding ${id} at ${start}–${end} is no place of the text`)]),
        ...(here.has(adjudication) ? [] : [fault(`agreed coding ${id} rests on no decision of this document`)]),
      ];
    }),
  ];
}
