import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { selectionTable } from '../../store/repositories/selection-table.ts';
import { revisionSince } from '../codings/coding-changes.ts';
import type { Context, Service } from '../project/context.ts';
import { correctText } from './text-correction.ts';

/** Line breaks as stored texts have them. */
function withStoredLineEnds(insert: string): string {
  return insert.replaceAll(/\r\n?/g, '\n');
}

/** Correcting transcripts. */
export function correctionsService(context: Context): Service<'documents.correct'> {
  return {
    'documents.correct': ({ document, base, changes }) => {
      const project = context.project();
      const { name, text } = project.document(document);
      if (text !== base) throw new VerbatimError('text_changed', { document: name });
      const { revision } = project.store;
      const stored = changes.map((change) => ({ ...change, insert: withStoredLineEnds(change.insert) }));
      const { detached } = project.change('documents.correct', { document: name }, (log) =>
        correctText(project, log, document, stored),
      );
      return {
        textHash: project.document(document).text,
        revision: revisionSince(project, revision),
        // Those of coders one does not see have moved too, and are not named.
        detached: detached.flatMap((id) => (project.store.row(selectionTable, id) ? [asId<'selection'>(id)] : [])),
      };
    },
  };
}
