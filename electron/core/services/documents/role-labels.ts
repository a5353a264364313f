import {
  type ChangeMap,
  changedText,
  changeMap,
  normalChanges,
  type TextChange,
} from '../../../../shared/text/change.ts';
import { type SpeakerRow, speakerQueries, turnQueries } from '../../store/repositories/turn-table.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { Store } from '../../store/store.ts';

type RoleOf = (speaker: Pick<SpeakerRow, 'name' | 'role'>) => string;

/** A transcript with other labels before its turns, and where positions stand then. */
export type Relabelled = {
  readonly text: string;
  readonly map: ChangeMap;
  /** Where a span stands now; one within a name stands on what replaced it. */
  readonly placed: (span: Span) => Span;
};

/**
 * A transcript with roles in the place of the names before its turns, numbered where several have one role. A label that does
 * not hold its speaker's name as the project has it is replaced as a whole.
 */
export function withRoleLabels(store: Store, document: string, text: string, roleOf: RoleOf): Relabelled {
  const labels = roleLabels(store.all(speakerQueries.ofDocument, document), roleOf);
  const changes = store.all(turnQueries.ofDocument, document).flatMap((turn): TextChange[] => {
    const label = labels.get(turn.speaker ?? '');
    if (label === undefined || turn.start_at === turn.content_at) return [];
    const at = text.slice(turn.start_at, turn.content_at).indexOf(label.name);
    if (at === -1) return [{ from: turn.start_at, to: turn.content_at, insert: `${label.role}: ` }];
    const from = turn.start_at + at;
    return [{ from, to: from + label.name.length, insert: label.role }];
  });
  const normal = normalChanges(text, changes);
  const map = changeMap(normal);
  const around = ({ start, end }: Span): Span => ({
    start: map.position(start, 'before'),
    end: map.position(end, 'after'),
  });
  return { text: changedText(text, normal), map, placed: (span) => map.span(span) ?? around(span) };
}

function roleLabels(
  speakers: readonly SpeakerRow[],
  roleOf: RoleOf,
): Map<string, { readonly name: string; readonly role: string }> {
  const byRole = Map.groupBy(speakers, roleOf);
  return new Map(
    [...byRole].flatMap(([role, rows]) =>
      rows.map(({ id, name }, place) => [id, { name, role: rows.length > 1 ? `${role} ${place + 1}` : role }] as const),
    ),
  );
}
