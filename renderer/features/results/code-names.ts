import type { Code } from '../../../shared/contract/schema/entities.ts';
import { codesInTreeOrder } from '../../../shared/domain/codebook.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';

/** What a result screen needs to name a code. */
export type NamedCode = Pick<Code, 'id' | 'color' | 'mark' | 'retired' | 'codings'> & {
  readonly name: string;
  /** Language the name is written in. */
  readonly lang: string;
  /** The name in files: the slug, else the path joined with " / ". */
  readonly fileName: string;
  /** Place in the codebook's tree order. */
  readonly order: number;
};

/** The codes by id, named in the interface language where they have a name in it, in the language they were written in otherwise. */
export function namedCodes(codes: readonly Code[], language: string): ReadonlyMap<CodeId, NamedCode> {
  const named = new Map<CodeId, NamedCode>();
  const paths = new Map<CodeId, string>();
  codesInTreeOrder<CodeId, Code>(codes).forEach(({ code }, order) => {
    const lang = code.texts[language]?.name ? language : code.language;
    const written = code.texts[code.language]?.name ?? '';
    const above = code.parent === null ? undefined : paths.get(code.parent);
    const path = above === undefined ? written : `${above} / ${written}`;
    paths.set(code.id, path);
    named.set(code.id, {
      id: code.id,
      color: code.color,
      mark: code.mark,
      retired: code.retired,
      codings: code.codings,
      name: code.texts[lang]?.name ?? written,
      lang,
      fileName: code.slug ?? path,
      order,
    });
  });
  return named;
}
