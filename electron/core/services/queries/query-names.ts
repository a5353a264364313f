import { QuerySyntaxError } from '../../../../shared/analysis/query/query-error.ts';
import type { QueryNames } from '../../../../shared/analysis/query/query-model.ts';
import { codesInTreeOrder, withDescendants } from '../../../../shared/domain/codebook.ts';
import { foldText } from '../../../../shared/text/fold.ts';
import { attributeQueries, caseQueries } from '../../store/repositories/case-table.ts';
import { codeQueries, codeTextQueries } from '../../store/repositories/code-table.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import type { OpenProject } from '../project/open-project.ts';

const fold = (text: string): string => foldText(text).folded;

/** Looks names up as written, else as folded; a folded name that two things share is none. */
function lookUp(entries: Iterable<readonly [name: string, id: string]>): (name: string) => string | undefined {
  const exact = new Map<string, string>();
  const folded = new Map<string, Set<string>>();
  for (const [name, id] of entries) {
    exact.set(name, id);
    const key = fold(name);
    folded.set(key, (folded.get(key) ?? new Set()).add(id));
  }
  return (name) => {
    const alike = folded.get(fold(name));
    return exact.get(name) ?? (alike?.size === 1 ? [...alike][0] : undefined);
  };
}

/** What names in a query stand for in this project. */
export function queryNames({ store }: OpenProject): QueryNames {
  const names = new CodeNames(store);
  const ordered = codesInTreeOrder(store.all(codeQueries.all)).map(({ code }) => code);
  // Names that only one code has in any language, then the keys files use, then ids: the later win.
  const byName = Map.groupBy(
    store.all(codeTextQueries.all).filter(({ name }) => name !== ''),
    ({ name }) => name,
  );
  const codeOf = lookUp([
    ...[...byName].flatMap(([name, rows]) =>
      new Set(rows.map(({ code }) => code)).size === 1 ? [[name, rows[0]!.code] as const] : [],
    ),
    ...names.byKey(),
    ...ordered.map(({ id }) => [id, id] as const),
  ]);
  const coderOf = lookUp(store.all(coderQueries.all).map(({ id, name }) => [name, id]));
  const cases = new Set(store.all(caseQueries.all).map(({ name }) => name));
  const documents = new Set(store.all(documentQueries.all).map(({ name }) => name));
  const attributes = new Set(store.all(attributeQueries.all).map(({ key }) => key));
  const branches = new Map<string, ReadonlySet<string>>();
  return {
    codes: (name, isExact, at) => {
      const code = codeOf(name);
      if (code === undefined) throw new QuerySyntaxError('unknown_code', at, name);
      if (isExact) return new Set([code]);
      const branch = branches.get(code) ?? withDescendants(ordered, [code]);
      branches.set(code, branch);
      return branch;
    },
    coder: (name, at) => {
      const coder = coderOf(name);
      if (coder === undefined) throw new QuerySyntaxError('unknown_coder', at, name);
      return coder;
    },
    checkCase: (name, at) => {
      if (!cases.has(name)) throw new QuerySyntaxError('unknown_case', at, name);
    },
    checkDocument: (name, at) => {
      if (!documents.has(name)) throw new QuerySyntaxError('unknown_document', at, name);
    },
    checkAttribute: (key, at) => {
      if (!attributes.has(key)) throw new QuerySyntaxError('unknown_attribute', at, key);
    },
    fold,
  };
}
