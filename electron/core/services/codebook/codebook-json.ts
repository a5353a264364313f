import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AliasKind, Code, CodeTexts } from '../../../../shared/contract/schema/entities.ts';
import { resourceFolder } from '../../resources.ts';
import { externalIdQueries } from '../../store/repositories/external-id-table.ts';
import { languageOfNames } from '../../../../shared/import/codebook/codebook-list.ts';
import { listCodes } from './code-list.ts';
import { usualMark } from './code-rows.ts';
import { shippedReadings, usuallyAsksMemo } from './templates.ts';
import type { OpenProject } from '../project/open-project.ts';

const shipped = z.looseObject({ codes: z.array(z.looseObject({ guid: z.string(), color: z.string() })) });

/** A code in the codebook's own format: what the program knows of it over what came with it. */
function codeEntry(
  code: Code,
  parent: string | null,
  came: { readonly color: string } | undefined,
  guid: string | undefined,
  usualReadings: readonly string[],
): object {
  const texts = Object.entries(code.texts);
  const byLanguage = (field: 'name' | 'definition'): Record<string, string> =>
    Object.fromEntries(texts.flatMap(([language, text]) => (text[field] === '' ? [] : [[language, text[field]]])));
  const base = code.texts['en']?.name ? 'en' : code.language;
  const rules = code.texts[base];
  const further = texts.filter(([language, text]) => language !== base && (text.whenToUse || text.whenNotToUse));
  const [example, ...moreExamples] = code.examples;
  const aliases = ofKind(code, 'alias');
  const readings = ofKind(code, 'reading');
  const isUsual = <Value>(value: Value, usual: Value): boolean => JSON.stringify(value) === JSON.stringify(usual);
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
    // What the form has no place for stands only where an import would not find it by itself.
    ...(code.language === languageOfNames(Object.keys(byLanguage('name'))) ? {} : { language: code.language }),
    ...(further.length === 0
      ? {}
      : { rules: Object.fromEntries(further.map(([language, text]) => [language, rulesOf(text)])) }),
    ...(moreExamples.length === 0 ? {} : { more_examples: moreExamples.map(({ text, origin }) => ({ text, origin })) }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(readings.length === 0 || isUsual(readings, usualReadings) ? {} : { readings }),
    ...(code.mark === usualMark(code.parent, code.position) ? {} : { mark: code.mark }),
    ...(code.retired ? { retired: true } : {}),
    ...(code.asksMemo === (guid !== undefined && usuallyAsksMemo(code.slug)) ? {} : { asks_memo: code.asksMemo }),
  };
}

function ofKind({ aliases }: Code, kind: AliasKind): string[] {
  return aliases.filter((alias) => alias.kind === kind).map(({ text }) => text);
}

function rulesOf({ whenToUse, whenNotToUse }: CodeTexts): { include: string; exclude: string } {
  return { include: whenToUse, exclude: whenNotToUse };
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
  const readings = shippedReadings();
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
        guid === undefined ? [] : (readings.get(code.slug ?? '') ?? []),
      );
    }),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}
