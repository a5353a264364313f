import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { BlindingEntry } from '../../../../shared/contract/methods/blinding.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { blindingQueries } from '../../store/repositories/blinding-table.ts';
import { backUp } from '../../store/backup.ts';
import { recordBlinding } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Context, Service } from '../project/context.ts';

/** A backup made now, so that whichever is restored later, it is known who does not see the others. */
async function keepWithBackups({ ports }: Context, store: Store): Promise<void> {
  try {
    await backUp(store, ports, 'blind-coding');
  } catch (error) {
    // Blindness itself does not hang on it.
    ports.log.error(error, 'backup');
  }
}

export function blindingService(context: Context): Service<'blinding.begin' | 'blinding.lift' | 'blinding.log'> {
  return {
    'blinding.begin': async () => {
      const project = context.project();
      if (project.codesBlind(project.coder)) return {};
      recordBlinding(project.store, context.ports, { coder: project.coder, act: 'began', reason: '' });
      context.lookAgain();
      await keepWithBackups(context, project.store);
      return {};
    },
    'blinding.lift': async ({ reason }) => {
      const project = context.project();
      // Who opened the project as one coder asked to see nobody else, whatever the record says.
      if (project.isOpenedAs) throw new VerbatimError('blind', { name: project.coderName(project.coder) });
      if (!project.codesBlind(project.coder)) return {};
      recordBlinding(project.store, context.ports, { coder: project.coder, act: 'lifted', reason });
      context.lookAgain();
      await keepWithBackups(context, project.store);
      return {};
    },
    'blinding.log': () =>
      context
        .project()
        .store.all(blindingQueries.all)
        .map(({ coder, act, reason, at, revision }) => ({
          coder: asId<'coder'>(coder),
          act: act as BlindingEntry['act'],
          reason,
          at,
          revision,
        })),
  };
}
