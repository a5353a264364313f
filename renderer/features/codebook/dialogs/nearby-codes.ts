import type { CodeId } from '../../../../shared/domain/ids.ts';
import type { NamedCode } from '../code-names.ts';

/** The codes a code is seen next to, in the tree and on the page: its parent, its siblings and its children. */
export function nearbyCodes(
  codes: readonly NamedCode[],
  self: CodeId | null,
  parent: CodeId | null,
): readonly NamedCode[] {
  return codes.filter(
    ({ code }) =>
      code.id !== self && (code.parent === parent || code.id === parent || (self !== null && code.parent === self)),
  );
}
