import type { CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import type { NamedCode } from '../results/code-names.ts';
import type { Marker } from '../results/marker.tsx';
import { joinedSentences } from '../results/sentences.ts';
import { useTranscriptCaption } from '../results/transcript-filter.tsx';
import { gold, type Settings } from './settings.ts';

type Counted = {
  readonly coderName: string;
  readonly n: number | null;
  readonly documents: number;
  readonly scope: Settings['scope'];
  readonly shown: number;
  readonly total: number;
  readonly least: number;
};

/** What was counted, of whom, and what was left out: unit, rule, N, coder, transcripts, filter, codes. */
export function useCaption(
  settings: Settings,
  { coderName, n, documents, scope, shown, total, least }: Counted,
  {
    synthetic,
    names,
    marker,
  }: {
    readonly synthetic: boolean;
    readonly names: ReadonlyMap<CodeId, NamedCode>;
    readonly marker: Marker | null;
  },
): string {
  const { t, language } = useWords();
  const filter = useTranscriptCaption(settings.transcripts);
  const { unit, relation, distance, rule } = settings;
  const counted =
    relation !== null
      ? t('cooccurrence.caption.relation', { relation, distance })
      : unit === 'overlap'
        ? t('cooccurrence.caption.overlap', { scope: scope ?? 'text' })
        : unit === 'turn'
          ? t('cooccurrence.caption.turn', { scope: scope ?? 'text', n: n ?? 0 })
          : t('cooccurrence.caption.unit', { unit, scope: scope ?? 'text', n: n ?? 0, size: settings.window });
  const markerName = marker === null ? undefined : names.get(marker.code as CodeId)?.name;
  return joinedSentences(language, [
    counted,
    unit !== 'overlap' && rule === 'half' ? t('cooccurrence.caption.half') : '',
    settings.coder === gold
      ? t('results.caption.gold')
      : coderName === ''
        ? t('results.caption.together')
        : t('cooccurrence.caption.coder', { coder: coderName }),
    t('cooccurrence.caption.documents', { count: documents, synthetic: synthetic ? 'yes' : 'no' }),
    filter,
    settings.children === 'parents' ? t('results.caption.parents') : '',
    marker !== null && markerName !== undefined
      ? t('results.marker.caption', { treatment: marker.treatment, code: markerName })
      : '',
    t(unit === 'overlap' ? 'cooccurrence.caption.codes.overlap' : 'cooccurrence.caption.codes.turn', {
      shown,
      total,
      least,
    }),
  ]);
}
