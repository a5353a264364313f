import { studyFileName } from '../../../../shared/export/file-name.ts';
import { mostFaults, VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Context, Service } from '../project/context.ts';
import { readCodebookFile } from '../../import/codebook-file.ts';
import { comparedCodebook, storeCodebook } from './codebook-import.ts';
import { codebookJson } from './codebook-json.ts';
import { writtenLanguage } from './code-rows.ts';
import { readTicket } from '../host/files-service.ts';

/** The codebook alone, from and to files. */
export function codebookFileService(
  context: Context,
): Service<'codebook.preview' | 'codebook.import' | 'codebook.exportJson'> {
  const read = async (ticket: string) => {
    const { name, bytes } = readTicket(context.tickets, ticket);
    return { file: name, read: await readCodebookFile(name, bytes, writtenLanguage(context.project())) };
  };
  return {
    'codebook.preview': async ({ ticket }) => {
      context.project();
      const { file, read: codebook } = await read(ticket);
      const { compared, faults } = comparedCodebook(context.project(), codebook);
      return {
        file,
        entries: compared.map(({ entry, code, state, under, changes }) => ({
          line: entry.line,
          name: entry.name,
          language: entry.language,
          parent: entry.parent,
          under,
          state,
          code,
          changes: [...changes],
        })),
        faults: faults.slice(0, mostFaults),
        ignored: [...codebook.ignored],
      };
    },

    'codebook.import': async ({ ticket, choices, partial }) => {
      context.project();
      const { file, read: codebook } = await read(ticket);
      const project = context.project();
      const { compared, faults } = comparedCodebook(project, codebook);
      const good = compared.filter(({ isLost }) => !isLost).length;
      if (faults.length > 0 && !partial)
        throw new VerbatimError('codebook_rows', { file, faults: faults.slice(0, mostFaults), good });
      const chosen = new Map(choices.map(({ entry, choice }) => [entry, choice]));
      const stored = project.change('codebook.import', { file, codes: good }, (log) =>
        storeCodebook(project, log, compared, chosen),
      );
      context.tickets.discard(ticket);
      return { ...stored, refused: faults.slice(0, mostFaults) };
    },

    'codebook.exportJson': () => {
      const project = context.project();
      const fileName = `${studyFileName(project.summary(), 'codebook')}.json`;
      return { ticket: context.tickets.offer(fileName, Buffer.from(codebookJson(project), 'utf8')) };
    },
  };
}
