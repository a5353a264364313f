import { studyFileName } from '../../../../shared/export/file-name.ts';
import { attributeQueries, caseQueries } from '../../store/repositories/case-table.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { speakerTable } from '../../store/repositories/turn-table.ts';
import { type Context, type Service, stepOn } from '../project/context.ts';
import { readTicket } from '../host/files-service.ts';
import type { OpenProject } from '../project/open-project.ts';
import { partsOf } from './file-parts.ts';
import { findingsOf } from './findings.ts';
import { lockProject } from './locked-project.ts';
import { isPersonal } from './respondent.ts';
import { sharedCopy } from './shared-copy.ts';

/** Parts looked through between two breaths. */
const partsAtOnce = 200;

/** The project as the file it would leave as. */
function projectItself(project: OpenProject): { name: string; bytes: Uint8Array } {
  project.refuseBlind();
  return { name: project.summary().file, bytes: project.store.wholeBytes() };
}

/** What respondents are called: cases, and labels before turns that are names. */
function namesOfPeople({ store }: OpenProject): string[] {
  const speakers = store.rows(speakerTable).filter((row) => isPersonal(row));
  return [...new Set([...store.all(caseQueries.all), ...speakers].map(({ name }) => name))];
}

export function protectionService(
  context: Context,
): Service<'protection.share' | 'protection.lock' | 'protection.check'> {
  return {
    'protection.share': async ({ keep }) => {
      const project = context.project();
      // It holds everybody's work.
      project.refuseBlind();
      const { bytes, codings, leftBehind } = sharedCopy(project.store, context.ports, new Set(keep));
      const file = `${studyFileName(project.summary(), '(shared)')}.vbt`;
      return { ticket: context.tickets.offer(file, bytes), codings, leftBehind };
    },

    'protection.lock': ({ passphrase, replace = false }) => lockProject(context, passphrase, replace),

    'protection.check': async ({ ticket, list, folded }, call) => {
      const project = context.openProject();
      const { name, bytes } =
        ticket === undefined ? projectItself(context.project()) : readTicket(context.tickets, ticket);
      let parts = 0;
      const step = async (): Promise<void> => {
        parts += 1;
        if (parts % partsAtOnce === 0) await stepOn(call, parts, parts + 1);
      };
      const attributes =
        project?.store.all(attributeQueries.all).filter(({ confidential }) => confidential === 1) ?? [];
      const wanted = {
        list,
        folded,
        coders: project?.store.all(coderQueries.all).map((row) => row.name) ?? [],
        cases: project ? namesOfPeople(project) : [],
        confidential: [...new Set(attributes.flatMap((row) => [row.name, row.key]))],
      };
      return findingsOf({ file: name, size: bytes.length }, partsOf(name, bytes), wanted, step);
    },
  };
}
