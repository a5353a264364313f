import { studyFileName } from '../../../../shared/export/file-name.ts';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext } from '../../../../shared/contract/methods.ts';
import type { ExchangeExport, ExchangeReport } from '../../../../shared/contract/methods/exchange.ts';
import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import { codebookXml, projectXml, withRemark } from '../../../../shared/refi/write-xml.ts';
import { zipPieces } from '../../export/zip.ts';
import type { FolderFile } from '../../import/foreign/qualcoder.ts';
import type { ExchangeFile } from '../../import/refi/exchange-file.ts';
import { exchangeKind, type OfferedFile, readExchange } from '../../import/refi/read-exchange.ts';
import { fileError } from '../../store/file-errors.ts';
import { breathe, type Context, type Service } from '../context.ts';
import { readTicket } from '../files-service.ts';
import { exportModel } from './export-model.ts';
import { importExchange } from './import-exchange.ts';

/** Thrown to undo what a rehearsed import has written. */
class Rehearsed extends Error {}

/** The bytes behind a ticket; of a QualCoder folder its database. Throws what `readTicket` throws. */
function offered(context: Context, ticket: string): OfferedFile & { readonly isLogged: boolean } {
  const path = context.tickets.pathOf(ticket);
  if (path === null || !isFolder(path)) {
    const isLogged = path !== null && sizeOf(`${path}-wal`) > 0;
    return { ...readTicket(context.tickets, ticket), isLogged };
  }
  const database = join(path, 'data.qda');
  try {
    const bytes = readFileSync(database);
    const isLogged = sizeOf(`${database}-wal`) > 0;
    return { name: basename(path), bytes, folderFile: filesOf(join(path, 'documents')), isLogged };
  } catch (error) {
    throw fileError(error, path, 'file_not_found');
  }
}

/** Plain files right in a folder: a name that leads elsewhere has none. */
function filesOf(folder: string): FolderFile {
  return (name) => {
    if (name === '' || name !== basename(name) || name === '..') return null;
    try {
      const path = join(folder, name);
      return statSync(path).isFile() ? readFileSync(path) : null;
    } catch {
      return null;
    }
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

async function read(
  context: Context,
  ticket: string,
  call: CallContext,
): Promise<{ name: string; file: ExchangeFile }> {
  const { isLogged, ...file } = offered(context, ticket);
  let steps = 0;
  const exchanged = await readExchange(file, async () => {
    if (call.signal.aborted) throw new VerbatimError('cancelled', {});
    call.progress(++steps, steps + 1);
    if (steps % 20 === 0) await breathe();
  });
  await breathe();
  if (call.signal.aborted) throw new VerbatimError('cancelled', {});
  const losses = isLogged
    ? [...exchanged.losses, loss('database', 'log_unread', { name: file.name })]
    : exchanged.losses;
  return { name: file.name, file: { ...exchanged, losses } };
}

/** A codebook loses only what is said of codes. */
function ofFormat(format: ExchangeExport['format'], losses: Loss[]): Loss[] {
  return format === 'qdc' ? losses.filter(({ element }) => element.includes('code')) : losses;
}

/** Characters put together before they become bytes: millions of small pieces cost more than the text. */
const encodedAtOnce = 1 << 20;

function* encoded(pieces: Iterable<string>): Generator<Buffer> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < encodedAtOnce) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
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

    'exchange.inspect': async ({ ticket }, call) => {
      context.project().refuseBlind();
      const { name, file } = await read(context, ticket, call);
      const project = context.project();
      let report: ExchangeReport | null = null;
      try {
        project.change('exchange.import', { file: name }, (log) => {
          report = importExchange(project, log, name, file);
          throw new Rehearsed('nothing is kept');
        });
      } catch (error) {
        if (report === null || !(error instanceof Rehearsed)) throw error;
      }
      return report!;
    },

    'exchange.import': async ({ ticket }, call) => {
      context.project().refuseBlind();
      const { name, file } = await read(context, ticket, call);
      const project = context.project();
      const report = project.change('exchange.import', { file: name }, (log) =>
        importExchange(project, log, name, file),
      );
      context.tickets.discard(ticket);
      return report;
    },

    'exchange.exportPreview': (options) => {
      const { losses, positionsMatter } = exportModel(context.project(), context.ports.version, options);
      return { losses: ofFormat(options.format, losses), positionsMatter };
    },

    'exchange.export': (options) => {
      const project = context.project();
      const { format } = options;
      const { project: written, files, losses } = exportModel(project, context.ports.version, options);
      const summary = project.summary();
      const fileName = `${studyFileName(summary)}.${format}`;
      const remark = summary.synthetic
        ? 'Synthetic sample: all interviews, coders and answers are invented; not data of any study.'
        : null;
      if (format === 'qdc') {
        // The schema of a codebook wants at least one code.
        if (written.codes.length === 0) throw new VerbatimError('not_found', { kind: 'code', name: '' });
        return {
          ticket: context.tickets.offer(
            fileName,
            Buffer.concat([...encoded(withRemark(codebookXml(written), remark))]),
          ),
          losses: ofFormat(format, losses),
        };
      }
      const archive = zipPieces([
        { name: 'project.qde', bytes: encoded(withRemark(projectXml(written), remark)) },
        ...files,
      ]);
      return { ticket: context.tickets.offer(fileName, archive), losses };
    },
  };
}
