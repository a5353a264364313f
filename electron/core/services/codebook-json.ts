import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Code } from '../../../shared/contract/schema/entities.ts';
import { resourceFolder } from '../resources.ts';
import { externalIdQueries } from '../store/repositories/external-id-table.ts';
import { listCodes } from './code-list.ts';
import type { OpenProject } from './open-project.ts';

const shipped = z.looseObject({ codes: z.array(z.looseObject({ guid: z.string(), color: z.string() })) });

/** A code in the codebook's own format: what the program knows of it over what came with it. */
function codeEntry(
  code: Code,
  parent: string | null,
  came: { readonly color: string } | undefined,
  guid: string | undefined,
): object {
  const texts = Object.entries(code.texts);
  const byLanguage = (field: 'name' | 'definition'): Record<string, string> =>
    Object.fromEntries(texts.flatMap(([language, text]) => (text[field] === '' ? [] : [[language, text[field]]])));
  const rules = code.texts['en'] ?? code.texts[code.language];
  const [example] = code.examples;
  return {
    ...came,
    slug: code.slug ?? code.id,
    parent,
    ...(guid === undefined ? {} : { guid }),
    name: byLanguage('name'),
    color: came?.color.toLowerCase() === code.color ? came.color : code.color,
    codable: code.codable,
    definition: byLanguage('definition'),
    include: rules?.whenToUse ?? '',
    exclude: rules?.whenNotToUse ?? '',
    example: example?.text ?? '',
    example_origin: example?.origin ?? '',
  };
}

/**
 * The codebook in the form of the one that comes with the program: codes in tree order. Of codes that came from there, what
 * the program has no place for (numbers, sections of the paper, axes) stands as it came.
 */
export function codebookJson(project: OpenProject): string {
  const origin = shipped.parse(
    JSON.parse(readFileSync(resourceFolder('shared', 'codebooks', 'social-credit.json'), 'utf8')),
  );
  const came = new Map(origin.codes.map((code) => [code.guid, code]));
  const guids = new Map(
    project.store
      .all(externalIdQueries.all)
      .filter(({ kind, source }) => kind === 'code' && source === 'scs-codebook')
      .map(({ entity, guid }) => [entity, guid]),
  );
  const codes = listCodes(project);
  const slugs = new Map(codes.map(({ id, slug }) => [id, slug ?? id]));
  const { name, language } = project.summary();
  const isFromThere = codes.some(({ id }) => guids.has(id));
  const { codes: _, ...head } = origin;
  const written = {
    ...(isFromThere ? head : { format: 'scs-codebook', version: 1, title: { [language]: name } }),
    codes: codes.map((code) => {
      const guid = guids.get(code.id);
      return codeEntry(
        code,
        code.parent === null ? null : (slugs.get(code.parent) ?? null),
        guid === undefined ? undefined : came.get(guid),
        guid,
      );
    }),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}
