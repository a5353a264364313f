import { useMemo } from 'react';
import { useWords } from '../../i18n/text.ts';
import type { MissingWords } from './grid-columns.ts';

/** The kinds of missing in the interface language. */
export function useMissingWords(): MissingWords {
  const { t } = useWords();
  return useMemo(
    () => ({
      missing: t('cases.missing.missing'),
      not_applicable: t('cases.missing.not_applicable'),
      refused: t('cases.missing.refused'),
      confidential: t('cases.missing.confidential'),
    }),
    [t],
  );
}
