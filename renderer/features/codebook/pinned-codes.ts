import type { Code } from '../../../shared/contract/schema/entities.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';

/** Codes under the keys 1 to 9, in tree order: those pinned that can be applied. */
export function pinnedCodes(codes: readonly Code[]): readonly CodeId[] {
  return codes
    .filter((code) => code.pinned && code.codable && !code.retired)
    .slice(0, 9)
    .map(({ id }) => id);
}
