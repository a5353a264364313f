import type { DifferenceKind } from '../../../shared/agreement/spans/differences.ts';
import type { AdjudicationDecision, QueuedDifference } from '../../../shared/contract/methods/adjudication.ts';
import type { Words } from '../../i18n/text.ts';

/** What a difference is known by while the codings stay as they are. */
export function differenceKey({ document, start, end, code, otherCode }: QueuedDifference): string {
  return [document, start, end, code, otherCode ?? ''].join(' ');
}

type Sides = Pick<QueuedDifference, 'coded'>;

/** The kind in words: with two coders, who alone has the code. */
export function kindText(t: Words['t'], kind: DifferenceKind, coders: readonly string[], of?: Sides): string {
  if (kind === 'boundary' || kind === 'different') return t(`adjudication.kind.${kind}`);
  const only = of
    ? of.coded.map((coder) => coders[coder] ?? '')
    : kind === 'missed'
      ? coders.slice(0, 1)
      : coders.slice(1);
  return coders.length === 2 || of
    ? t('adjudication.kind.only', { coders: only.join(', ') })
    : t(`adjudication.kind.${kind}`, { coder: coders[0] ?? '' });
}

/** What was decided, in a word or two. */
export function verdictText(
  t: Words['t'],
  { verdict, chosen }: AdjudicationDecision,
  coders: readonly { readonly id: string; readonly name: string }[],
): string {
  const coder = coders.find(({ id }) => id === chosen)?.name ?? '';
  return t('adjudication.verdict', { verdict, coder, coders: coders.length });
}
