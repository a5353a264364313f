import type { AttentionItem, ExchangeReport } from '../../../../shared/contract/methods/exchange.ts';
import type { Loss } from '../../../../shared/refi/losses.ts';

type Outcome = 'imported' | 'present' | 'lost';

/** Keeps the books of an import: of every kind of element what was in the file and what became of it. */
export class Tally {
  readonly losses: Loss[] = [];
  readonly attention: AttentionItem[] = [];
  private readonly byElement = new Map<string, { inFile: number } & Record<Outcome, number>>();

  /** One element of the file, and what became of it. */
  count(element: string, outcome: Outcome, count = 1): void {
    const counts = this.byElement.get(element) ?? { inFile: 0, imported: 0, present: 0, lost: 0 };
    counts.inFile += count;
    counts[outcome] += count;
    this.byElement.set(element, counts);
  }

  /** An element that is not taken over, with the reason. */
  lose(item: Loss): void {
    this.count(item.element, 'lost', item.count);
    this.losses.push(item);
  }

  /** Something about an element that is counted elsewhere. */
  note(item: Loss): void {
    this.losses.push(item);
  }

  counts(): ExchangeReport['counts'] {
    return [...this.byElement].map(([element, counts]) => ({ element, ...counts }));
  }
}
