import type { Client } from '../../shared/contract/client.ts';
import { needed } from '../../shared/contract/needed.ts';
import type { AnalysisFilter } from '../../shared/contract/methods/analysis-filter.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import { codeKeys } from './code-names.ts';
import { Misuse, namesOf } from './command.ts';
import { documentsNamed } from './session.ts';

/** The options every analysis takes to choose transcripts. */
export const filterOptions = {
  documents: { type: 'string' },
  where: { type: 'string', multiple: true },
  children: { type: 'string' },
} as const;

export const filterHelp = [
  '--documents A,B      only these transcripts, by name',
  '--where KEY=A,B      only transcripts of cases whose attribute KEY is A or B; more than one narrows further',
  '--children parents   codings of child codes count for their parents too (default: apart)',
];

/** Finds what command lines name: codes by slug or path, attributes by key. Throws `not_found`. */
export async function studyNames(client: Client) {
  const key = await codeKeys(client);
  const codes = await client.call('codes.list', {});
  const byKey = new Map(codes.map(({ id }) => [key(id), id] as const));
  const { attributes } = await client.call('cases.list', {});
  return {
    key,
    code: (name: string): CodeId => needed('code', name, byKey.get(name)),
    attribute: (name: string) => needed('attribute', name, attributes.find((each) => each.key === name)?.id),
    used: codes.filter(({ codings }) => Object.values(codings).some((count) => count > 0)).map(({ id }) => id),
  };
}

/** The transcripts chosen. Throws `not_found`. */
export async function chosenTranscripts(
  client: Client,
  { documents, where }: { readonly documents?: string | undefined; readonly where?: readonly string[] | undefined },
): Promise<Pick<AnalysisFilter, 'documents' | 'cases'>> {
  const names = await studyNames(client);
  const wanted = namesOf('documents', documents);
  const chosen = wanted && (await documentsNamed(client, wanted));
  const cases = where?.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new Misuse(`--where takes KEY=VALUE, not ${text}`);
    return { attribute: names.attribute(text.slice(0, at)), values: namesOf('where', text.slice(at + 1))! };
  });
  return { ...(chosen === undefined ? {} : { documents: chosen }), ...(cases === undefined ? {} : { cases }) };
}
