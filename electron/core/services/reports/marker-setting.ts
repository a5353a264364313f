import type { AnalysisFilter } from '../../../../shared/contract/methods/analysis-filter.ts';
import type { ReportFrame } from './report-frame.ts';

/** Among the settings of a report, what is done with passages that carry the marker; nothing without one. */
export function markerSetting(
  { t, names }: ReportFrame,
  marker: AnalysisFilter['marker'],
): (readonly [name: string, value: string])[] {
  if (marker === undefined) return [];
  const { treatment, code } = marker;
  return [[t('results.marker.label'), t('results.marker.caption', { treatment, code: names.code(code).text })]];
}
