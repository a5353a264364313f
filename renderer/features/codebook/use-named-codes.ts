import { useMemo, useState } from 'react';
import type { Code } from '../../../shared/contract/schema/entities.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useQueryPart } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { type CodeShape, type NamedCode, namedCodes } from './code-names.ts';

/** Whether two answers about a code differ in its counts only; what has not changed in an answer is the same object. */
function isSameShape(a: Code, b: Code): boolean {
  return (Object.keys(b) as (keyof Code)[]).every(
    (key) => key === 'codings' || key === 'outdated' || a[key] === b[key],
  );
}

/** Answers the list it was given before as long as nothing but counts has changed. */
function createShapeKeeper() {
  let before: readonly Code[] = [];
  return (now: readonly Code[]): readonly CodeShape[] => {
    const isSame = before.length === now.length && now.every((code, place) => isSameShape(before[place]!, code));
    if (!isSame) before = now;
    return before;
  };
}

/** The codebook by id in tree order, named in the interface language; the same map while only counts change; null until it is there. */
export function useNamedCodes(): ReadonlyMap<CodeId, NamedCode> | null {
  const { language } = useWords();
  const [shapes] = useState(createShapeKeeper);
  const codes = useQueryPart('codes.list', {}, shapes);
  return useMemo(() => (codes ? namedCodes(codes, language) : null), [codes, language]);
}
