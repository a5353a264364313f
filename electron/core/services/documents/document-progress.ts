import { firstEndingAfter } from '../../../../shared/analysis/spans.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { turnQueries, speakerQueries } from '../../store/repositories/turn-table.ts';
import type { Committed } from '../../store/command.ts';
import type { Store } from '../../store/store.ts';

export type Progress = {
  readonly turns: number;
  readonly respondentTurns: number;
  /** Codings by coder id. */
  readonly codings: ReadonlyMap<string, number>;
  /** Respondents' turns with at least one coding, by coder id. */
  readonly codedTurns: ReadonlyMap<string, number>;
};

/** How far each document is coded, counted once and again only where a commit it was told of touched the document. */
export class DocumentProgress {
  private readonly store: Store;
  private readonly known = new Map<string, Progress>();

  constructor(store: Store) {
    this.store = store;
  }

  forget({ documents }: Committed): void {
    for (const document of documents) this.known.delete(document);
  }

  of(document: string): Progress {
    const known = this.known.get(document);
    if (known) return known;
    const counted = this.count(document);
    this.known.set(document, counted);
    return counted;
  }

  private count(document: string): Progress {
    const turns = this.store.all(turnQueries.ofDocument, document);
    const respondents = new Set(
      this.store
        .all(speakerQueries.ofDocument, document)
        .flatMap((speaker) => (speaker.role === 'respondent' ? [speaker.id] : [])),
    );
    const spans = turns
      .filter((turn) => turn.speaker !== null && respondents.has(turn.speaker) && turn.content_at < turn.end_at)
      .map((turn) => ({ start: turn.content_at, end: turn.end_at }));
    const codings = new Map<string, number>();
    const coded = new Map<string, Set<number>>();
    for (const coding of this.store.all(codingQueries.placedInDocument, document)) {
      codings.set(coding.coder, (codings.get(coding.coder) ?? 0) + 1);
      const turnsOfCoder = coded.get(coding.coder) ?? new Set<number>();
      coded.set(coding.coder, turnsOfCoder);
      for (
        let place = firstEndingAfter(spans, coding.start_at);
        place < spans.length && spans[place]!.start < coding.end_at;
        place++
      ) {
        turnsOfCoder.add(place);
      }
    }
    return {
      turns: turns.length,
      respondentTurns: spans.length,
      codings,
      codedTurns: new Map([...coded].map(([coder, places]) => [coder, places.size])),
    };
  }
}
