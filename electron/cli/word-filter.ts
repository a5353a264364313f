import type { Client } from '../../shared/contract/client.ts';
import type { WordFilter } from '../../shared/contract/methods/words.ts';
import { speakerRoles } from '../../shared/domain/transcript.ts';
import { codesNamed } from './code-names.ts';
import { oneOf } from './command.ts';
import { named } from './named.ts';

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
  const cases = given.case ? (await client.call('cases.list', {})).cases : [];
  return {
    ...(role === undefined ? {} : { roles: [role] }),
    ...(given.case ? { cases: given.case.map((name) => named('case', name, cases).id) } : {}),
    ...(given.code ? { codes: await codesNamed(client, given.code) } : {}),
    ...(given.language === undefined ? {} : { language: given.language }),
  };
}
