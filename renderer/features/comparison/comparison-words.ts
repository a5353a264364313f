import type { ComparisonTable } from '../../../shared/contract/methods/comparison.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import type { NamedCode } from '../results/code-names.ts';
import { joinedSentences } from '../results/sentences.ts';
import { useTranscriptCaption } from '../results/transcript-filter.tsx';
import type { Marker } from '../results/marker.tsx';
import type { Settings } from './settings.ts';

/** Unit, N, coder, rule, child codes, marker, transcripts: what stands above the figures and in every export. */
export function useComparisonCaption(
  table: ComparisonTable,
  settings: Settings,
  marker: Marker | null,
  { names, synthetic }: { readonly names: ReadonlyMap<CodeId, NamedCode>; readonly synthetic: boolean },
): string {
  const { t, language } = useWords();
  const filter = useTranscriptCaption(settings.transcripts);
  return joinedSentences(language, [
    t('comparison.caption.unit', { unit: settings.unit, n: table.respondents.length, documents: table.documents }),
    settings.coder === 'gold'
      ? t('results.caption.gold')
      : table.coder === ''
        ? t('results.caption.together')
        : t('cooccurrence.caption.coder', { coder: table.coder }),
    table.values === null ? t(`comparison.caption.rule.${settings.rule}`) : '',
    settings.children === 'parents' ? t('results.caption.parents') : t('comparison.caption.apart'),
    marker !== null && table.marker
      ? t('comparison.caption.marker', {
          code: names.get(marker.code as CodeId)?.name ?? '',
          treatment: marker.treatment,
          codings: table.marker.codings,
          passages: table.marker.passages,
        })
      : '',
    filter,
    synthetic ? t('comparison.caption.synthetic') : '',
  ]);
}

/** A column's name; `id` tells columns of one name apart. */
export type ColumnName = { readonly id: string; readonly name: string; readonly lang?: string };

/** What the columns are called: codes by name, groups by value. */
export function useColumnNames(
  table: ComparisonTable,
  columns: readonly CodeId[],
  names: ReadonlyMap<CodeId, NamedCode>,
): readonly ColumnName[] {
  const { t } = useWords();
  if (table.values !== null)
    return table.values.map((value) => ({ id: `value ${value ?? ''}`, name: value ?? t('results.filter.noValue') }));
  return columns.map((code) => {
    const named = names.get(code);
    return { id: code, name: named?.name ?? '', ...(named ? { lang: named.lang } : {}) };
  });
}
