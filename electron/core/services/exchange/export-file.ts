import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext } from '../../../../shared/contract/methods.ts';
import type { Loss } from '../../../../shared/refi/losses.ts';
import { codebookXml, projectXml, withRemark } from '../../../../shared/refi/write-xml.ts';
import { zipSteps } from '../../export/zip.ts';
import { breathe, type Context } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { exportModel, type ExportOptions } from './export-model.ts';

export type ExportFile = { readonly bytes: Uint8Array | Uint8Array[]; readonly losses: Loss[] };

/** Characters put together before they become bytes: millions of small pieces cost more than the text. */
const encodedAtOnce = 1 << 18;

function* encoded(pieces: Iterable<string>): Generator<Buffer> {
  let text: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    text.push(piece);
    length += piece.length;
    if (length < encodedAtOnce) continue;
    yield Buffer.from(text.join(''));
    text = [];
    length = 0;
  }
  yield Buffer.from(text.join(''));
}

/** What stands before everything in a file of an invented study. */
function remarkOn(project: OpenProject): string | null {
  const remark = 'Synthetic sample: all interviews, coders and answers are invented; not data of any study.';
  return project.summary().synthetic ? remark : null;
}

/** The codebook as .qdc. Throws `not_found` where there is no code: the schema of a codebook wants at least one. */
export function codebookFile(project: OpenProject, version: string, options: ExportOptions): ExportFile {
  const { project: written, losses } = exportModel(project, version, options);
  if (written.codes.length === 0) throw new VerbatimError('not_found', { kind: 'code', name: '' });
  return { bytes: Buffer.concat([...encoded(withRemark(codebookXml(written), remarkOn(project)))]), losses };
}

/** After so many beginnings nobody is let in between any more: the file is then written in one go. */
const patientBeginnings = 3;

/**
 * The project as .qdpx. Other calls are let in while it is written; where one changes the project, it is begun anew, so that
 * the file shows one state of it. Throws `cancelled`.
 */
export async function projectArchive(context: Context, options: ExportOptions, call: CallContext): Promise<ExportFile> {
  const { store } = context.project();
  for (let beginning = 1; ; beginning++) {
    const project = context.project();
    const { revision } = store;
    const { project: written, files, losses } = exportModel(project, context.ports.version, options);
    let done = 0;
    // Every document is gone through twice: with its selections in the project file, and as a file of its own.
    const total = written.sources.length + files.length;
    const counted = <Item>(items: Iterable<Item>): Iterable<Item> => ({
      *[Symbol.iterator]() {
        for (const item of items) {
          yield item;
          done++;
        }
      },
    });
    const xml = withRemark(projectXml(written, counted(written.sources)), remarkOn(project));
    const steps = zipSteps(counted([{ name: 'project.qde', bytes: encoded(xml) }, ...files]));
    for (;;) {
      const step = steps.next();
      if (step.done) return { bytes: step.value, losses };
      call.progress(Math.min(done, total), total);
      if (beginning > patientBeginnings) continue;
      await breathe();
      if (call.signal.aborted || context.openProject()?.store !== store) throw new VerbatimError('cancelled', {});
      // Also where somebody else is looking now, who may see more or less.
      if (store.revision !== revision || context.openProject() !== project) break;
    }
  }
}
