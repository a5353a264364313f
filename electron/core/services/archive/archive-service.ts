import { studyFileName } from '../../../../shared/export/file-name.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext } from '../../../../shared/contract/methods.ts';
import { fillProjectFile, RowsRefused } from '../../store/fill-project.ts';
import { Store } from '../../store/store.ts';
import { type Context, type Service, stepOn } from '../project/context.ts';
import { readTicket } from '../host/files-service.ts';
import { openInPlace } from '../project/open-in-place.ts';
import { placeForProject } from '../project/project-place.ts';
import { readArchive } from './read-archive.ts';
import { writeArchive } from './write-archive.ts';

/** A step of a job whose length is not known: counts on, stops when asked. */
function stepper(call: CallContext): () => Promise<void> {
  let steps = 0;
  return () => stepOn(call, ++steps, steps + 1);
}

export function archiveService(context: Context): Service<'archive.write' | 'archive.restore'> {
  return {
    'archive.write': async ({ withConfidential = false }, call) => {
      const project = context.project();
      const bytes = await writeArchive(project, context.ports.version, { withConfidential, step: stepper(call) });
      const file = `${studyFileName(project.summary())}.vbta.zip`;
      return { ticket: context.tickets.offer(file, bytes) };
    },

    'archive.restore': async ({ ticket, place }, call) => {
      const { name, bytes } = readTicket(context.tickets, ticket);
      const { manifest, tables, blobs } = await readArchive(name, bytes, stepper(call));
      const path = placeForProject(context, place, manifest.project.name);
      try {
        const step = { id: context.ports.ids.next(), at: context.ports.clock.now().toISOString() };
        fillProjectFile(path, { schema: manifest.schema, tables, blobs, step });
      } catch (error) {
        if (error instanceof RowsRefused)
          throw new VerbatimError(
            'archive_damaged',
            { file: name, entry: error.message, reason: 'rows' },
            { cause: error },
          );
        throw error;
      }
      context.tickets.discard(ticket);
      return openInPlace(context, Store.open(path, context.ports));
    },
  };
}
