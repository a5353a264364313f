import { type CodePlace, movedTo } from '../../../../shared/domain/code-places.ts';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { runShownAtOnce } from '../../../api/run-command.ts';

/** Moves a code in the tree; seen at once, so that the next step goes on from there. */
export function moveCode(code: CodeId, place: CodePlace<CodeId>): void {
  runShownAtOnce(
    'codes.move',
    { code, ...place },
    { method: 'codes.list', input: {}, patch: (known) => movedTo(known, code, place) },
  );
}
