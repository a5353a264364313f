import { intersectedSpans, totalLength, unitedSpans } from '../../analysis/spans.ts';
import type { Span } from '../../domain/span.ts';
import type { Measure } from '../../statistics/measure.ts';

/**
 * 2 |A ∩ B| / (|A| + |B|) of the positions two coders gave one code: Dice's coefficient, and positive agreement with
 * the position as unit (Hripcsak & Rothschild 2005). A coder's own overlapping spans count once. Neither coder used
 * the code: undefined (`never_used`).
 */
export function characterF1(first: readonly Span[], second: readonly Span[]): Measure {
  const a = unitedSpans(first);
  const b = unitedSpans(second);
  const marked = totalLength(a) + totalLength(b);
  return marked > 0 ? { value: (2 * totalLength(intersectedSpans(a, b))) / marked } : { undefined: 'never_used' };
}
