import type { ReviewCause } from '../../../../shared/contract/methods/review.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { reviewTable } from '../../store/repositories/review-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** Notes that a selection needs a look, with the words it had; what was noted before stays, as those words are older. */
export function askForReview(
  project: OpenProject,
  log: ChangeLog,
  selection: string,
  cause: ReviewCause | null,
  quote: string,
): void {
  // Asked of the log: it knows also what the current coder does not see.
  const standing = log.current(reviewTable, selection);
  if (standing) log.update(reviewTable, selection, { kept_at: null });
  else log.insert(reviewTable, { selection, cause, quote, created_at: project.now(), kept_at: null });
}

/** The selection has been looked at, or goes: nothing more is to be noted of it. */
export function endReview(log: ChangeLog, selection: string): void {
  if (log.current(reviewTable, selection)) log.remove(reviewTable, selection);
}
