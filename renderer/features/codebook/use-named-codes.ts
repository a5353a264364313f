import { useMemo } from 'react';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { type NamedCode, namedCodes } from './code-names.ts';

/** The codebook by id in tree order, named in the interface language; null until it is there. */
export function useNamedCodes(): ReadonlyMap<CodeId, NamedCode> | null {
  const { language } = useWords();
  const { data } = useQuery('codes.list', {});
  return useMemo(() => (data ? namedCodes(data, language) : null), [data, language]);
}
