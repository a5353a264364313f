import type { Span } from '../../../../shared/domain/span.ts';
import { speakerQueries } from '../../store/repositories/turn-table.ts';
import type { ModelDocument } from '../analysis/analysis-model.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What of a transcript belongs to one case: turns of speakers who are that case, or (null: no case) what belongs to nobody. */
export type CasePart = { readonly studyCase: string | null; readonly document: ModelDocument };

/**
 * A transcript by the cases of its speakers, as in a focus group: a turn belongs to its speaker's case, else to the
 * transcript's. A passage belongs to the cases in whose turns it lies, one in nobody's turn to the transcript's; over turns of several it is a passage of each of them.
 * The interviewer's turns alone make no part of their own. One whose speakers have no case of their own stays whole.
 */
export function partsByCase(document: ModelDocument): readonly CasePart[] {
  const { row, turns, codings } = document;
  const speaking = turns.flatMap(({ studyCase }) => studyCase ?? []);
  if (speaking.length === 0) return [{ studyCase: row.study_case, document }];
  return [...new Set([...speaking, row.study_case])].flatMap((studyCase): CasePart[] => {
    const own = turns.filter((turn) => (turn.studyCase ?? row.study_case) === studyCase);
    const isWhole = studyCase === row.study_case;
    const said = codings.filter((coding) => liesIn(own, coding) || (isWhole && !liesIn(turns, coding)));
    const isAnybodys = studyCase !== null || said.length > 0 || own.some(({ role }) => role === 'respondent');
    return isAnybodys ? [{ studyCase, document: { row, turns: own, codings: said } }] : [];
  });
}

/** Whether any speaker of the project is a case of their own. */
export function hasSpeakerCases({ store }: OpenProject): boolean {
  return store.get(speakerQueries.withCase) !== undefined;
}

/** A transcript with its turns, each with the case its speaker is, all positions of one kind. */
type OwnedTurns = {
  readonly row: Pick<ModelDocument['row'], 'study_case'>;
  readonly turns: readonly (Span & { readonly studyCase: string | null })[];
};

/** The cases whose words a span of a transcript is; the transcript's own where it touches nobody's turn. */
export function casesIn({ row, turns }: OwnedTurns): (span: Span) => readonly string[] {
  const own = turns.filter(({ studyCase }) => studyCase !== null);
  const whole = row.study_case === null ? [] : [row.study_case];
  if (own.length === 0) return () => whole;
  const byCase = [...Map.groupBy(turns, ({ studyCase }) => studyCase ?? row.study_case)];
  return (span) => {
    const found = byCase.flatMap(([id, spoken]) => (id !== null && liesIn(spoken, span) ? [id] : []));
    return found.length > 0 || liesIn(turns, span) ? found : whole;
  };
}

/** Whether a span lies, be it with one character, in one of some turns (in text order). */
function liesIn(turns: readonly Span[], { start, end }: Span): boolean {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  return low < turns.length && turns[low]!.start < end;
}
