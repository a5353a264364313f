import { studyFileName } from '../../../../shared/export/file-name.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext } from '../../../../shared/contract/methods.ts';
import type { Merged, MergedFile } from '../../../../shared/contract/methods/copies.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { backUp } from '../../store/backup.ts';
import { isOpenHere } from '../../store/open-files.ts';
import { recordCopy } from '../../store/records.ts';
import { knownHistoryQueries, madeCopyQueries } from '../../store/repositories/copy-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { assignmentQueries } from '../../store/repositories/round-table.ts';
import { type Context, type Service, stepOn } from '../project/context.ts';
import { coderRow } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { makeCopy } from './made-copy.ts';
import { mergeCopy } from './merge-copies.ts';
import type { Choices } from './merge-rows.ts';
import { takeOutHere } from './take-out-here.ts';
import { withoutWithdrawn } from './withdrawn.ts';
import { openOtherCopy, type OtherCopy } from './other-copy.ts';

/** Thrown to undo what a rehearsed merge has written. */
class Rehearsed extends Error {}

function isEmpty({ tables, steps, withdrawn }: MergedFile): boolean {
  return (
    steps === 0 &&
    withdrawn.length === 0 &&
    tables.every(({ added, changed, removed }) => added + changed + removed === 0)
  );
}

/** A copy without the respondents taken out for good here. */
function asKnownHere(context: Context, other: OtherCopy): OtherCopy {
  return withoutWithdrawn(context.project().store, other, context.ports) ? { ...other, lacks: true } : other;
}

/** Opens what is behind the tickets, runs, and closes all of it whatever happens. The open project itself has nothing to add. */
async function withCopies<Result>(
  context: Context,
  tickets: readonly string[],
  call: CallContext,
  run: (others: readonly OtherCopy[]) => Result | Promise<Result>,
): Promise<Result> {
  const others: OtherCopy[] = [];
  try {
    for (const [place, ticket] of tickets.entries()) {
      await stepOn(call, place, tickets.length + 1);
      const path = context.tickets.pathOf(ticket);
      if (path !== null && isOpenHere(path)) continue;
      others.push(asKnownHere(context, openOtherCopy(context, ticket)));
    }
    return await run(others);
  } finally {
    for (const other of others) other.close();
  }
}

type Rehearsal = Merged & {
  /** What of the choices was a choice at all: kept with the step, as if it had been written then. */
  readonly chosen: Readonly<Record<string, string>>;
};

/** Merges; where no step to keep it in is named, only to see what would become of it. */
function merge(
  project: OpenProject,
  others: readonly OtherCopy[],
  choices: Choices,
  kept: Rehearsal | null,
): Rehearsal {
  const files: MergedFile[] = [];
  const chosen: Record<string, string> = {};
  const label = {
    files: others.length,
    ...(kept && Object.keys(kept.chosen).length > 0 ? { chosen: JSON.stringify(kept.chosen) } : {}),
  };
  const command = { name: 'copies.merge', label, coder: project.coder, defersReferences: true };
  try {
    project.store.transact(command, (log) => {
      for (const other of others) {
        const { chosen: here, ...file } = mergeCopy(project, log, other, choices);
        files.push(file);
        Object.assign(chosen, here);
      }
      if (!kept) throw new Rehearsed('nothing is kept');
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return { files, nothingToDo: files.every(isEmpty), chosen };
}

function outcome({ files, nothingToDo }: Rehearsal): Merged {
  return { files, nothingToDo };
}

/** The documents dealt to a coder. Throws `nothing_assigned`. */
function assignedTo(project: OpenProject, coder: string): ReadonlySet<string> {
  const documents = project.store
    .all(assignmentQueries.all)
    .flatMap((row) => (row.coder === coder ? [row.document] : []));
  if (documents.length === 0) throw new VerbatimError('nothing_assigned', { coder: project.coderName(coder) });
  return new Set(documents);
}

type Names = 'copies.make' | 'copies.list' | 'copies.preview' | 'copies.merge';

export function copiesService(context: Context): Service<Names> {
  return {
    'copies.make': ({ coder, assigned = false }) => {
      const project = context.project();
      project.refuseBlind();
      const { store } = project;
      const { name } = coderRow(project, coder);
      const documents = assigned ? assignedTo(project, coder) : null;
      const made = makeCopy(store, context.ports, coder, documents);
      if (!store.readOnly) recordCopy(store, made, coder);
      context.broadcast({ name: 'changed', data: { tables: ['made_copy'], revision: store.revision } });
      return {
        ticket: context.tickets.offer(`${studyFileName(project.summary(), `(${name})`)}.vbt`, made.bytes),
        copy: made.copy,
        documents: documents?.size ?? store.all(documentQueries.all).length,
        codings: made.codings,
      };
    },

    'copies.list': () => {
      const { store } = context.project();
      const merged = new Set(store.all(knownHistoryQueries.sets).map(({ copy }) => copy));
      return store.all(madeCopyQueries.all).map(({ copy, coder, base_revision, at }) => ({
        copy,
        coder: asId<'coder'>(coder),
        revision: base_revision,
        at,
        isMerged: merged.has(copy),
      }));
    },

    'copies.preview': ({ tickets }, call) => {
      const project = context.project();
      project.refuseBlind();
      return withCopies(context, tickets, call, (others) => outcome(merge(project, others, {}, null)));
    },

    'copies.merge': ({ tickets, choices = {}, removesWithdrawn = false }, call) => {
      const project = context.project();
      project.refuseBlind();
      return withCopies(context, tickets, call, async (opened) => {
        const isOut = await takeOutHere(context, opened, removesWithdrawn, () => merge(project, opened, choices, null));
        const others = isOut ? opened.map((other) => asKnownHere(context, other)) : opened;
        const rehearsed = merge(project, others, choices, null);
        if (rehearsed.nothingToDo) return outcome(rehearsed);
        await backUp(project.store, context.ports, 'before-merge');
        const merged = merge(project, others, choices, rehearsed);
        for (const ticket of tickets) context.tickets.discard(ticket);
        return outcome(merged);
      });
    },
  };
}
