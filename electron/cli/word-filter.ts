import type { Client } from '../../shared/contract/client.ts';
import { VerbatimError } from '../../shared/contract/errors.ts';
import type { WordFilter } from '../../shared/contract/methods/words.ts';
import { speakerRoles } from '../../shared/domain/transcript.ts';
import { codeIdsByName } from './code-names.ts';
import { oneOf } from './command.ts';

export const wordFilterOptions = {
  role: { type: 'string' },
  case: { type: 'string', multiple: true },
  code: { type: 'string', multiple: true },
  language: { type: 'string' },
} as const;

export const wordFilterUsage = '[--role respondent|interviewer|other] [--case NAME]… [--code CODE]… [--language TAG]';

type Given = {
  readonly role?: string | undefined;
  readonly case?: readonly string[] | undefined;
  readonly code?: readonly string[] | undefined;
  readonly language?: string | undefined;
};

/** Whose words count, as named on the command line. Throws `not_found`, Misuse. */
export async function wordFilterOf(client: Client, given: Given): Promise<WordFilter> {
  const role = oneOf('role', given.role, speakerRoles);
  const codes = given.code ? await codeIdsByName(client) : null;
  const cases = given.case ? (await client.call('cases.list', {})).cases : [];
  const found = <Item>(kind: string, name: string, item: Item | undefined): Item => {
    if (item === undefined) throw new VerbatimError('not_found', { kind, name });
    return item;
  };
  return {
    ...(role === undefined ? {} : { roles: [role] }),
    ...(given.case
      ? {
          cases: given.case.map(
            (name) =>
              found(
                'case',
                name,
                cases.find((each) => each.name === name),
              ).id,
          ),
        }
      : {}),
    ...(given.code ? { codes: given.code.map((name) => found('code', name, codes?.get(name))) } : {}),
    ...(given.language === undefined ? {} : { language: given.language }),
  };
}
