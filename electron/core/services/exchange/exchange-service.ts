import { studyFileName } from '../../../../shared/export/file-name.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { ExchangeExport } from '../../../../shared/contract/methods/exchange.ts';
import type { Loss } from '../../../../shared/refi/losses.ts';
import { exchangeKind } from '../../import/refi/read-exchange.ts';
import type { Context, Service } from '../project/context.ts';
import { codebookFile, projectArchive } from './export-file.ts';
import { exportModel } from './export-model.ts';
import { offered, readOffered } from './offered-file.ts';
import { sparingMemory } from './sparing-memory.ts';
import { takeOver } from './take-over.ts';

/** A codebook loses only what is said of codes. */
function ofFormat(format: ExchangeExport['format'], losses: Loss[]): Loss[] {
  return format === 'qdc' ? losses.filter(({ element }) => element.includes('code')) : losses;
}

export function exchangeService(
  context: Context,
): Service<
  'exchange.recognise' | 'exchange.inspect' | 'exchange.import' | 'exchange.export' | 'exchange.exportPreview'
> {
  return {
    'exchange.recognise': async ({ ticket }) => {
      try {
        return { kind: await exchangeKind(offered(context, ticket)) };
      } catch (error) {
        // What cannot be read at all is no project of another program; the importers say what is wrong with it.
        if (error instanceof VerbatimError && error.code === 'ticket_unknown') throw error;
        return { kind: null };
      }
    },

    'exchange.inspect': ({ ticket }, call) =>
      sparingMemory(async () => {
        const project = context.project();
        project.refuseBlind();
        return takeOver(context, project, await readOffered(context, ticket, call), call, true);
      }),

    'exchange.import': ({ ticket }, call) =>
      sparingMemory(async () => {
        const project = context.project();
        project.refuseBlind();
        const report = await takeOver(context, project, await readOffered(context, ticket, call), call);
        context.tickets.discard(ticket);
        return report;
      }),

    'exchange.exportPreview': (options) => {
      const { losses, positionsMatter } = exportModel(context.project(), context.ports.version, options);
      return { losses: ofFormat(options.format, losses), positionsMatter };
    },

    'exchange.export': async (options, call) => {
      const { format } = options;
      const { name, synthetic } = context.project().summary();
      const fileName = `${studyFileName({ name: options.anonymous ? null : name, synthetic })}.${format}`;
      const { bytes, losses } =
        format === 'qdc'
          ? codebookFile(context.project(), context.ports.version, options)
          : await sparingMemory(() => projectArchive(context, options, call));
      return { ticket: context.tickets.offer(fileName, bytes), losses: ofFormat(format, losses) };
    },
  };
}
