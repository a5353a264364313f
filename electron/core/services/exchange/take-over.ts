import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext } from '../../../../shared/contract/methods.ts';
import type { ExchangeReport } from '../../../../shared/contract/methods/exchange.ts';
import type { ExchangeFile } from '../../import/refi/exchange-file.ts';
import { fileError } from '../../import/unreadable.ts';
import { breathe, type Context } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { importExchange } from './import-exchange.ts';

/** Thrown to undo what a rehearsed import has written. */
class Rehearsed extends Error {
  readonly report: ExchangeReport;

  constructor(report: ExchangeReport) {
    super('nothing is kept');
    this.report = report;
  }
}

type Read = { readonly name: string; readonly file: ExchangeFile };

/** Milliseconds of work after which progress is told and a cancel is heard. */
const patience = 40;

/**
 * Takes a file over in one transaction. Other calls wait meanwhile; progress is told and a cancel heard between its steps, and
 * then nothing is left of it. A rehearsal keeps nothing either.
 */
export async function takeOver(
  context: Context,
  into: OpenProject,
  { name, file }: Read,
  call: CallContext,
  isRehearsal = false,
): Promise<ExchangeReport> {
  const total = file.project.sources.length + 1;
  let rested = performance.now();
  const between = async (sources: number): Promise<void> => {
    if (performance.now() - rested < patience) return;
    call.progress(sources, total);
    await breathe();
    rested = performance.now();
    if (call.signal.aborted) throw new VerbatimError('cancelled', {});
  };
  return context.alone(async () => {
    // Another project may have been opened meanwhile, or somebody else look on who sees less.
    if (context.openProject()?.store !== into.store) throw new VerbatimError('cancelled', {});
    const project = context.project();
    project.refuseBlind();
    const scratch = project.store.scratch();
    try {
      return await project.changeInSteps(
        'exchange.import',
        { file: name },
        function* (log) {
          const report = yield* importExchange(project, log, { name, file, scratch });
          if (isRehearsal) throw new Rehearsed(report);
          return report;
        },
        between,
      );
    } catch (error) {
      if (error instanceof Rehearsed) return error.report;
      throw fileError(name, error);
    } finally {
      scratch.end();
    }
  });
}
