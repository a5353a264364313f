import type { Decision } from '../../../../shared/agreement/spans/differences.ts';
import { outcomeOf } from '../../../../shared/agreement/spans/gold-layer.ts';
import { spanDecisions } from '../../../../shared/agreement/spans/span-decisions.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import type { ParsedInput } from '../../../../shared/contract/methods.ts';
import { type Span, spansOverlap } from '../../../../shared/domain/span.ts';
import {
  type AdjudicationRow,
  adjudicationQueries,
  adjudicationTable,
  goldCodingTable,
} from '../../store/repositories/adjudication-table.ts';
import { coderDocumentQueries } from '../../store/repositories/coder-table.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { removeAdjudication } from './stored-decisions.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { codeRow } from '../codebook/code-rows.ts';
import { coderRow } from '../coders/coder-rows.ts';
import { codable } from '../codings/coding-additions.ts';
import type { OpenProject } from '../project/open-project.ts';
import { selectableSpan } from '../codings/selections.ts';

type Decide = ParsedInput<'adjudication.decide'>;
type Outcome = Span & { readonly code: string };

/** Those of the coders who are done with the document, in their order: whoever is not has decided nothing in it yet. */
function codersDone(project: OpenProject, { document, coders }: Decide): string[] {
  const done = new Set(project.store.all(coderDocumentQueries.ofDocument, document).map(({ coder }) => coder));
  return coders.filter((coder) => done.has(coder));
}

/** What each of the coders has at a place with the codes it is about. Throws `difference_gone` where that is not what was shown. */
function decisionsAt(
  project: OpenProject,
  { document, start, end, code, otherCode }: Decide,
  coders: readonly string[],
): Decision[] {
  const codes: readonly (string | null)[] = [code, otherCode];
  const here = project.store
    .all(codingQueries.placedInDocument, document)
    .filter((coding) => codes.includes(coding.code) && coders.includes(coding.coder))
    .map(({ coder, code: of, start_at, end_at }) => ({
      coder: coders.indexOf(coder),
      code: codes.indexOf(of),
      start: start_at,
      end: end_at,
    }));
  const decisions = [...Map.groupBy(here, (coding) => coding.coder * 2 + coding.code).values()].flatMap((same) =>
    spanDecisions(same)
      .filter((span) => spansOverlap(span, { start, end }))
      .map((span) => ({ ...span, coder: same[0]!.coder, code: same[0]!.code })),
  );
  const hull = {
    start: Math.min(...decisions.map((one) => one.start)),
    end: Math.max(...decisions.map((one) => one.end)),
  };
  if (coders.length < 2 || decisions.length === 0 || hull.start !== start || hull.end !== end)
    throw new VerbatimError('difference_gone', { document: project.document(document).name });
  return decisions;
}

function ownOutcome(project: OpenProject, row: DocumentRow, own: Decide['own']): Outcome[] {
  const text = project.texts.of(row);
  return (own ?? []).map(({ code, ...span }) => ({ ...selectableSpan(text, span), code: codable(project, code).id }));
}

/** Decides a difference as the current coder, in one step. Throws `not_found`, `difference_gone`, as selecting does for own passages. */
export function decide(project: OpenProject, input: Decide): string {
  project.refuseBlind();
  const { store } = project;
  const row = project.document(input.document);
  const { code, otherCode, verdict } = input;
  for (const each of [code, ...(otherCode === null ? [] : [otherCode])]) codeRow(project, each);
  const chosen = verdict === 'coder' ? (input.chosen ?? null) : null;
  for (const coder of input.coders) coderRow(project, coder);
  const coders = codersDone(project, input);
  const decisions = decisionsAt(project, input, coders);
  if (verdict === 'coder' && (chosen === null || !coders.includes(chosen)))
    throw new VerbatimError('not_found', { kind: 'coder', name: chosen ?? '' });
  const codes = [code, otherCode];
  const outcome: Outcome[] =
    verdict === 'own'
      ? ownOutcome(project, row, input.own)
      : outcomeOf(decisions, verdict, chosen === null ? null : coders.indexOf(chosen)).map((span) => ({
          ...span,
          code: codes[span.code]!,
        }));
  const id = project.newId<'adjudication'>();
  const adjudication: AdjudicationRow = {
    id,
    document: row.id,
    kind: kindOf(decisions, otherCode, coders.length),
    code,
    other_code: otherCode,
    start_at: input.start,
    end_at: input.end,
    coders: JSON.stringify(coders),
    verdict,
    chosen,
    reason: input.reason?.trim() ?? '',
    decided_by: project.coder,
    decided_at: project.now(),
  };
  const names = new CodeNames(store);
  const label = { code: names.name(code), verdict, coder: chosen === null ? '' : project.coderName(chosen) };
  project.change('adjudication.decide', label, (log) => {
    for (const earlier of store.all(adjudicationQueries.ofDocument, row.id))
      if (isSamePlace(earlier, adjudication)) removeAdjudication(store, log, earlier.id);
    log.insert(adjudicationTable, adjudication);
    for (const span of outcome)
      log.insert(goldCodingTable, {
        id: project.newId(),
        adjudication: id,
        document: row.id,
        code: span.code,
        start_at: span.start,
        end_at: span.end,
      });
  });
  return id;
}

function isSamePlace(a: AdjudicationRow, b: AdjudicationRow): boolean {
  const codes = new Set<string | null>([a.code, a.other_code]);
  return (
    a.start_at < b.end_at &&
    b.start_at < a.end_at &&
    (codes.has(b.code) || (b.other_code !== null && codes.has(b.other_code)))
  );
}

function kindOf(decisions: readonly Decision[], otherCode: string | null, coders: number): AdjudicationRow['kind'] {
  if (otherCode !== null) return 'different';
  const coded = new Set(decisions.map(({ coder }) => coder));
  if (coded.size === coders) return 'boundary';
  return coded.has(0) ? 'missed' : 'extra';
}

/** Takes a decision back. Throws `not_found`. */
export function withdraw(project: OpenProject, id: string): void {
  project.refuseBlind();
  const row = needed('decision', id, project.store.row(adjudicationTable, id));
  const code = new CodeNames(project.store).name(row.code);
  project.change('adjudication.withdraw', { code }, (log) => removeAdjudication(project.store, log, id));
}
