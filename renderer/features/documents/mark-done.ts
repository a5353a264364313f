import type { CoderId, DocumentId } from '../../../shared/domain/ids.ts';
import { runShownAtOnce } from '../../api/run-command.ts';

/** Marks a transcript as done by a coder, or as open again; the mark is seen at once. */
export function markDone(document: DocumentId, coder: CoderId, done: boolean): void {
  runShownAtOnce(
    'documents.setDone',
    { document, coder, done },
    {
      method: 'documents.list',
      input: {},
      patch: (documents) =>
        documents.map((one) => {
          if (one.id !== document) return one;
          const others = one.doneBy.filter((by) => by !== coder);
          return { ...one, doneBy: done ? [...others, coder] : others };
        }),
    },
  );
}
