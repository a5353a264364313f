import type { AnalysisFilter } from '../../../shared/contract/methods/analysis-filter.ts';
import { asId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import result from './result.module.css';

/** A code whose passages are marked or left out. */
export type Marker = { readonly code: string; readonly treatment: 'marked' | 'left_out' };

/** What was chosen: a code or none (`code` null); null where nothing was chosen yet. */
export type MarkerChoice = { readonly code: string | null; readonly treatment: Marker['treatment'] } | null;

type MarkerCode = { readonly id: string; readonly slug: string | null };

/** The code whose passages may hide what a respondent thinks: the codebook that comes with the program has one. */
const disguised = 'acceptance.disguised';

/** The marker in force: the one chosen, or the usual one, marked, where the codebook has it. */
export function markerOf(marker: MarkerChoice, codes: readonly MarkerCode[]): Marker | null {
  if (marker !== null) return marker.code === null ? null : { code: marker.code, treatment: marker.treatment };
  const usual = codes.find(({ slug }) => slug === disguised);
  return usual ? { code: usual.id, treatment: 'marked' } : null;
}

/** The marker as the core takes it. */
export function markerFilter(marker: Marker | null): Pick<AnalysisFilter, 'marker'> {
  return marker === null ? {} : { marker: { code: asId<'code'>(marker.code), treatment: marker.treatment } };
}

type MarkerSettingProps = {
  readonly marker: Marker | null;
  readonly codes: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (marker: MarkerChoice) => void;
};

/** The marker as part of the sentence of settings: Marker *Disguised* *marked*. */
export function MarkerSetting({ marker, codes, onChange }: MarkerSettingProps) {
  const { t } = useWords();
  const none = 'none';
  return (
    <div className={result.together}>
      <Choice
        label={t('results.marker.label')}
        value={marker?.code ?? none}
        options={[{ id: none, label: t('results.marker.none') }, ...codes.map(({ id, name }) => ({ id, label: name }))]}
        onChange={(code) => onChange({ code: code === none ? null : code, treatment: marker?.treatment ?? 'marked' })}
      />
      {marker === null ? null : (
        <Choice
          label={t('results.marker.treatment.label')}
          hideLabel
          value={marker.treatment}
          options={(['marked', 'left_out'] as const).map((id) => ({ id, label: t(`results.marker.treatment.${id}`) }))}
          onChange={(treatment) => onChange({ code: marker.code, treatment })}
        />
      )}
    </div>
  );
}
