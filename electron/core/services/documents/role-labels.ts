import {
  type ChangeMap,
  changedText,
  changeMap,
  normalChanges,
  type TextChange,
} from '../../../../shared/text/change.ts';
import { type SpeakerRow, speakerQueries, turnQueries } from '../../store/repositories/turn-table.ts';
import type { ReportFrame } from '../reports/report-frame.ts';

/**
 * A transcript with roles in the place of the names before its turns, numbered where several have one role; and where positions
 * stand then. A label that does not hold its speaker's name as the project has it is replaced as a whole.
 */
export function withRoleLabels(
  { project: { store }, names }: ReportFrame,
  document: string,
  text: string,
): { text: string; map: ChangeMap } {
  const labels = roleLabels(
    store.all(speakerQueries.ofDocument, document),
    (row) => names.speaker(row.name, row.role)!,
  );
  const changes = store.all(turnQueries.ofDocument, document).flatMap((turn): TextChange[] => {
    const label = labels.get(turn.speaker ?? '');
    if (label === undefined || turn.start_at === turn.content_at) return [];
    const at = text.slice(turn.start_at, turn.content_at).indexOf(label.name);
    if (at === -1) return [{ from: turn.start_at, to: turn.content_at, insert: `${label.role}: ` }];
    const from = turn.start_at + at;
    return [{ from, to: from + label.name.length, insert: label.role }];
  });
  const normal = normalChanges(text, changes);
  return { text: changedText(text, normal), map: changeMap(normal) };
}

function roleLabels(
  speakers: readonly SpeakerRow[],
  roleOf: (row: SpeakerRow) => string,
): Map<string, { readonly name: string; readonly role: string }> {
  const byRole = Map.groupBy(speakers, roleOf);
  return new Map(
    [...byRole].flatMap(([role, rows]) =>
      rows.map(({ id, name }, place) => [id, { name, role: rows.length > 1 ? `${role} ${place + 1}` : role }] as const),
    ),
  );
}
